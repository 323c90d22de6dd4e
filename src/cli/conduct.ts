import { playLive } from '../conference/live.ts';
import { GENERATOR } from '../chance/chance.ts';
import type { Fact } from '../model/fact.ts';
import { FORMAT, Journal, type Header } from '../record/journal.ts';
import { settingOf } from '../rules/setting.ts';
import type { Loaded } from '../scenario/load.ts';
import { packageVersion, RULES } from './version.ts';

/** A conference that has been played, with its record. */
export interface Conducted {
  readonly facts: readonly Fact[];
  /** The record's lines, without line ends. */
  readonly lines: readonly string[];
  readonly hash: string;
}

export function headerOf(loaded: Loaded, seed: string, overrides: readonly string[]): Header {
  return { format: FORMAT, rules: RULES, generator: GENERATOR, seed, overrides, scenario: loaded.document };
}

/** Plays a conference with actors, every seat held by the rules. `onLine` sees the record's lines as they happen. */
export function conduct(
  loaded: Loaded,
  seed: string,
  overrides: readonly string[],
  onLine?: (line: string) => void,
): Conducted {
  const journal = new Journal(headerOf(loaded, seed, overrides), packageVersion());
  const lines = [journal.first];
  onLine?.(journal.first);
  const facts: Fact[] = [];
  playLive(settingOf(loaded.scenario), seed, {
    onFact: (fact) => {
      const line = journal.line(fact);
      facts.push(fact);
      lines.push(line);
      onLine?.(line);
    },
  });
  return { facts, lines, hash: journal.hash };
}

/** The identity of a run whose facts are known. */
export function recordHash(
  loaded: Loaded,
  seed: string,
  facts: readonly Fact[],
  overrides: readonly string[] = [],
): string {
  const journal = new Journal(headerOf(loaded, seed, overrides), packageVersion());
  for (const fact of facts) journal.line(fact);
  return journal.hash;
}
