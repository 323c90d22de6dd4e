import { playBulk } from '../../src/conference/bulk.ts';
import { settingOf, type Setting } from '../../src/rules/setting.ts';
import { scenarioFrom } from '../../src/scenario/load.ts';
import { observationOf, type Observation } from './observation.ts';
import type { World } from './worlds.ts';

/** Some replicates of one world: from `first` up to, not including, `end`. */
export interface Chunk {
  readonly world: World;
  readonly study: string;
  readonly first: number;
  readonly end: number;
}

/** Replicate n of a study has the seed study/n in every world: common random numbers. */
export function seedOf(study: string, n: number): string {
  return `${study}/${n}`;
}

/** Plays chunks in one thread; each world is made ready once as long as its chunks come one after the other. */
export function player(): (chunk: Chunk) => readonly Observation[] {
  let ready: { readonly name: string; readonly setting: Setting } | undefined;
  return ({ world, study, first, end }) => {
    if (ready?.name !== world.name) ready = { name: world.name, setting: settingOfWorld(world) };
    const observations: Observation[] = [];
    for (let n = first; n < end; n++) observations.push(observationOf(playBulk(ready.setting, seedOf(study, n))));
    return observations;
  };
}

export function settingOfWorld({ name, document }: World): Setting {
  const scenario = scenarioFrom(document);
  if (!scenario.ok) throw new Error(`${name} is no scenario: ${scenario.error[0]?.message}`);
  return settingOf(scenario.value);
}
