import type { Setting } from './setting.ts';
import { worldAtStart, type PartyState, type RelationState, type World } from './world.ts';

/** What a what-if changes as a round opens. */
export interface CourseChange {
  /** `path=value`, as the record has them. */
  readonly sets: readonly string[];
  /** What each of them names, dotted. */
  readonly paths: ReadonlySet<string>;
  /** In force from this round on. */
  readonly setting: Setting;
}

/** Changes by the round that they open; 0 is the time before attendance is settled. */
export type Course = ReadonlyMap<number, CourseChange>;

export const NO_COURSE: Course = new Map();

/** The setting in force in a round. */
export function settingIn(setting: Setting, course: Course, round: number): Setting {
  let found = setting;
  let since = -1;
  for (const [from, change] of course) {
    if (from > round || from < since) continue;
    found = change.setting;
    since = from;
  }
  return found;
}

const PARTY_NUMBERS = ['pain', 'expectation', 'optimism', 'audience'] as const;
const RELATION_NUMBERS = ['influence', 'trust'] as const;

/**
 * The state as a round opens under another setting. What was tabled, voted, learned, conceded and suffered stays. A
 * number that lives on in the state (pain, expectation, optimism, audience; influence, trust, channel) becomes what
 * was set, whatever it had become by then, and no number moves that was not named. A walk-away is set as the scenario
 * has it: what events, pain and pressure have done to it since stays done. Before attendance there is nothing to keep.
 */
export function afterChange(before: Setting, world: World, round: number, change: CourseChange): World {
  if (round === 0) return worldAtStart(change.setting);
  const { setting, paths } = change;
  const rivalOpen = world.public.rivalOpen && setting.rival !== undefined;
  return {
    ...world,
    public: { ...world.public, rivalOpen },
    parties: world.parties.map((state, i) => {
      const drawn = world.public.rivalOpen ? (setting.rival?.[i] ?? 0) - (before.rival?.[i] ?? 0) : 0;
      return { ...partyAfter(setting, state, i, paths), shift: state.shift + drawn };
    }),
    relations: world.relations.map((state, r) => relationAfter(setting, state, r, paths)),
  };
}

function partyAfter(setting: Setting, state: PartyState, i: number, paths: ReadonlySet<string>): PartyState {
  const party = setting.parties[i]!;
  const numbers = PARTY_NUMBERS.filter((name) => paths.has(`parties.${party.id}.${name}`));
  const exposed = state.exposed.map((was, k) =>
    paths.has(`parties.${party.id}.stances.${setting.issues[k]!.id}.voiced`) ? party.exposed[k]! : was,
  );
  return { ...state, exposed, ...Object.fromEntries(numbers.map((name) => [name, party[name]])) };
}

function relationAfter(setting: Setting, state: RelationState, r: number, paths: ReadonlySet<string>): RelationState {
  const relation = setting.relations[r]!;
  const path = `relations.${setting.parties[relation.from]!.id}.${setting.parties[relation.to]!.id}`;
  const numbers = RELATION_NUMBERS.filter((name) => paths.has(`${path}.${name}`));
  const channel = paths.has(`${path}.channel`) ? relation.channel : state.channel;
  return { ...state, channel, ...Object.fromEntries(numbers.map((name) => [name, relation[name]])) };
}
