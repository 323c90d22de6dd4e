import { playBulk } from '../../conference/bulk.ts';
import type { Fact } from '../../model/fact.ts';
import { settingOf, type Setting } from '../../rules/setting.ts';
import { withOverrides } from '../../scenario/overrides.ts';
import type { Tree } from '../../scenario/tree.ts';
import { standingOf, type Question, type Standing, type Value } from './standing.ts';

/** A number of the scenario set to a value. */
export interface Setter {
  readonly path: string;
  readonly value: number;
}

export interface Asked {
  /** The canonical document of the scenario. */
  readonly document: Tree;
  readonly question: Question;
  readonly measure: (facts: readonly Fact[], setting: Setting) => Value;
  /** Run n of every point has the seed `seed/n`, from 1: common random numbers, so that points differ by what is set. */
  readonly seed: string;
  readonly runs: number;
}

/** Plays points of a scenario, each once. */
export interface Probe {
  /** Nothing where the values make no sound scenario, such as a red line that excludes every option. */
  readonly at: (setters: readonly Setter[]) => Standing | undefined;
  /** Conferences so far. */
  readonly played: () => number;
}

export function probeOf({ document, question, measure, seed, runs }: Asked): Probe {
  const known = new Map<string, Standing | undefined>();
  let played = 0;
  const play = (setters: readonly Setter[]): Standing | undefined => {
    const loaded = withOverrides(
      document,
      setters.map(({ path, value }) => `${path}=${value}`),
    );
    if (!loaded.ok) return undefined;
    const setting = settingOf(loaded.value.scenario);
    const values = Array.from({ length: runs }, (_, n) => measure(playBulk(setting, `${seed}/${n + 1}`), setting));
    played += runs;
    return standingOf(values, question);
  };
  return {
    at(setters) {
      const key = setters.map(({ path, value }) => `${path}=${value}`).join(' ');
      if (!known.has(key)) known.set(key, play(setters));
      return known.get(key);
    },
    played: () => played,
  };
}
