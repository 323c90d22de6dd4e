import type { Scenario } from '../../src/model/scenario.ts';
import { bundledNames } from '../../src/scenario/bundled-files.ts';
import { load, scenarioFrom, type Loaded } from '../../src/scenario/load.ts';
import { withOverrides } from '../../src/scenario/overrides.ts';
import type { Result } from '../../src/scenario/result.ts';
import type { Tree } from '../../src/scenario/tree.ts';
import { FIGHTERS, type Fighter } from './observation.ts';

export const BASE = 'moscow-2018';

/** A scenario to play, as a document that stands alone. */
export interface World {
  readonly name: string;
  readonly document: Tree;
}

/** What the table changes, one thing at a time. */
export const WORLD_NAMES = [
  'base',
  'boulware',
  'pain',
  'pain-kabul',
  'pain-taliban',
  'no-sway',
  'facilitation',
  'formulation',
  'formulation-skilled',
  'manipulation',
  'washington',
  'doha-leaks',
  'soft-deadline',
] as const;
export type WorldName = (typeof WORLD_NAMES)[number];

/** Pain is multiplied by this. */
const PAIN = 2.5;

export function worlds(): Readonly<Record<WorldName, World>> {
  const { scenario } = loaded(BASE);
  const sets: Readonly<Record<Exclude<WorldName, 'doha-leaks'>, readonly string[]>> = {
    base: [],
    boulware: FIGHTERS.map((id) => `parties.${id}.tactic.beta=${betaOf(scenario, id) / 2}`),
    pain: FIGHTERS.map((id) => morePain(scenario, id)),
    'pain-kabul': [morePain(scenario, 'kabul')],
    'pain-taliban': [morePain(scenario, 'taliban')],
    'no-sway': ['relations.moscow.taliban.influence=0'],
    facilitation: ['conference.chair.style=facilitation'],
    formulation: ['conference.chair.style=formulation'],
    'formulation-skilled': ['conference.chair.style=formulation', 'conference.chair.skill=1'],
    manipulation: ['conference.chair.style=manipulation'],
    washington: ['parties.washington.attendance=accepted'],
    'soft-deadline': ['conference.deadlineHardness=0'],
  };
  const plain = Object.entries(sets).map(([name, overrides]) => [name, worldOf(name, overrides)] as const);
  return { ...Object.fromEntries(plain), 'doha-leaks': leakingWorld() } as Record<WorldName, World>;
}

export function worldOf(name: string, overrides: readonly string[]): World {
  return { name, document: loaded(BASE, overrides).document };
}

/** The bundled variant where there is one, else the base with one event more: the Doha channel turns open in round 2. */
function leakingWorld(): World {
  const name = 'doha-leaks';
  if (bundledNames().includes(name)) return { name, document: loaded(name).document };
  const { document } = loaded(BASE);
  const leak = {
    round: 2,
    headline: 'Word of the meetings in Doha reaches the press',
    effects: [{ from: 'washington', to: 'taliban', channel: 'open' }],
  };
  const events = { ...(document['events'] as Tree), 'doha-channel-leaks': leak };
  return { name, document: sound({ ...document, events }) };
}

/** The document, which must be a scenario. */
export function sound(document: Tree): Tree {
  given(scenarioFrom(document));
  return document;
}

/** Files are read once; what is set on them is checked each time. */
export function loaded(name: string, overrides: readonly string[] = []): Loaded {
  const read = files.get(name) ?? given(load(name));
  files.set(name, read);
  return overrides.length === 0 ? read : given(withOverrides(read.document, overrides));
}

const files = new Map<string, Loaded>();

function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.error.map(({ file, message }) => `${file}: ${message}`).join('\n'));
}

export function partyOf(scenario: Scenario, id: Fighter): Scenario['parties'][number] {
  const party = scenario.parties.find((one) => one.id === id);
  if (party === undefined) throw new Error(`${scenario.id} has no ${id}`);
  return party;
}

function betaOf(scenario: Scenario, id: Fighter): number {
  const { tactic } = partyOf(scenario, id);
  if (tactic.kind !== 'time-dependent') throw new Error(`${id} has no tactic with a β to halve`);
  return tactic.beta.value;
}

function morePain(scenario: Scenario, id: Fighter): string {
  return `parties.${id}.pain=${partyOf(scenario, id).pain.value * PAIN}`;
}
