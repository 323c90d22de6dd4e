import type { Fact } from '../model/fact.ts';
import { Journal } from '../record/journal.ts';
import type { Loaded } from '../scenario/load.ts';
import { Table } from '../seats/table.ts';
import { headerOf, type Conducted } from './conduct.ts';
import type { GivenSeats } from './given-seats.ts';
import { packageVersion } from './version.ts';

/** A conference with people or programs at it, and its record as far as it has come. */
export interface Session {
  readonly table: Table;
  conducted(): Conducted;
}

export interface SessionOptions {
  readonly onLine?: (line: string) => void;
  /** What a program says on stderr, behind the name of its seat. */
  readonly onNote: (text: string) => void;
}

export function openSession(
  loaded: Loaded,
  seed: string,
  overrides: readonly string[],
  seats: GivenSeats,
  { onLine, onNote }: SessionOptions,
): Session {
  const journal = new Journal(headerOf(loaded, seed, overrides), packageVersion());
  const lines = [journal.first];
  const facts: Fact[] = [];
  onLine?.(journal.first);
  const table = new Table({
    ...seats,
    scenario: loaded.scenario,
    seed,
    onFact: (fact) => {
      const line = journal.line(fact);
      facts.push(fact);
      lines.push(line);
      onLine?.(line);
    },
    onNote: (party, line) => onNote(`${party}: ${line}`),
  });
  return { table, conducted: () => ({ facts, lines, hash: journal.hash }) };
}

/** Plays on by itself to the end, or until a signal comes, which the caller then obeys. No program outlives it. */
export async function playOut({ table }: Session): Promise<NodeJS.Signals | undefined> {
  let stopped: NodeJS.Signals | undefined;
  const listener = (signal: NodeJS.Signals) => {
    stopped = signal;
    table.kill();
  };
  const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, listener);
  try {
    await table.playOut();
  } finally {
    await table.close();
    for (const signal of signals) process.off(signal, listener);
  }
  return stopped;
}
