import { playBulk } from '../../conference/bulk.ts';
import type { Fact } from '../../model/fact.ts';
import { settingOf, type Setting } from '../../rules/setting.ts';
import { withOverrides } from '../../scenario/overrides.ts';
import type { Tree } from '../../scenario/tree.ts';
import type { Value } from './standing.ts';

/** A number of the scenario set to a value. */
export interface Setter {
  readonly path: string;
  readonly value: number;
}

/** Some of the runs of a point: those from `first` to `last`, counted from 1. */
export interface Portion {
  readonly setters: readonly Setter[];
  readonly first: number;
  readonly last: number;
}

/** What each run came to, in order; nothing where the values make no sound scenario. */
export type Outcomes = readonly Value[] | undefined;

export interface Played {
  /** The canonical document of the scenario. */
  readonly document: Tree;
  readonly measure: (facts: readonly Fact[], setting: Setting) => Value;
  /** Run n of every point has the seed `seed/n`: common random numbers, so that points differ by what is set. */
  readonly seed: string;
}

/** Plays portions. What comes out depends on the portion alone. */
export function portions({ document, measure, seed }: Played): (portion: Portion) => Outcomes {
  // A point comes in several portions, one after the other.
  let last: { readonly key: string; readonly setting: Setting | undefined } | undefined;
  return ({ setters, first, last: end }) => {
    const key = keyOf(setters);
    if (last?.key !== key) last = { key, setting: settingAt(setters) };
    const { setting } = last;
    if (setting === undefined) return undefined;
    return Array.from({ length: end - first + 1 }, (_, n) =>
      measure(playBulk(setting, `${seed}/${first + n}`), setting),
    );
  };

  function settingAt(setters: readonly Setter[]): Setting | undefined {
    const overrides = setters.map(({ path, value }) => `${path}=${value}`);
    const loaded = withOverrides(document, overrides);
    return loaded.ok ? settingOf(loaded.value.scenario) : undefined;
  }
}

export function keyOf(setters: readonly Setter[]): string {
  return setters.map(({ path, value }) => `${path}=${value}`).join(' ');
}
