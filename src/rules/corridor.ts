import type { Chance } from '../model/chance.ts';
import { clamp, replaced } from './arithmetic.ts';
import { leansTo, type Act } from './caucus.ts';
import { hazardOfLeaving } from './leaving.ts';
import { afterPresses, resolvePress, type Press } from './pressure.ts';
import type { Setting } from './setting.ts';
import { heldTarget } from './target.ts';
import { walkAway } from './utility.ts';
import { viewOf } from './visibility.ts';
import type { PartyState, RelationState, World } from './world.ts';

/** What came of an act in the corridor. */
export type Happening =
  | { readonly type: 'press'; readonly press: Press }
  | { readonly type: 'promise'; readonly relation: number; readonly gain: number; readonly cost: number }
  | { readonly type: 'reassure'; readonly relation: number; readonly credible: boolean; readonly by: number }
  | { readonly type: 'warn'; readonly relation: number; readonly credible: boolean; readonly by: number }
  | { readonly type: 'leak'; readonly relation: number; readonly by: 'act' | 'chance' };

/** All acts of a caucus, decided on the state at its start and applied together. */
export function afterCaucus(
  setting: Setting,
  world: World,
  acts: readonly Act[],
  chance: Chance,
): { world: World; happenings: readonly Happening[] } {
  const presses: Press[] = [];
  for (const { act, relation } of acts)
    if (act === 'press') presses.push(resolvePress(setting, world, relation, chance));
  const pressed = afterPresses(setting, world, presses);
  // Copied once, for the acts of one caucus to write on.
  const parties = pressed.world.parties.slice();
  const relations = pressed.world.relations.slice();
  let press = 0;
  const happenings: Happening[] = [];
  for (const act of acts) {
    const { relation } = act;
    const { from, to } = setting.relations[relation]!;
    switch (act.act) {
      case 'press':
        happenings.push({ type: 'press', press: pressed.presses[press++]! });
        break;
      case 'promise': {
        const promise = { gain: setting.model.promise.worth * act.cost, cost: act.cost };
        relations[relation] = { ...relations[relation]!, promise };
        happenings.push({ type: 'promise', relation, ...promise });
        break;
      }
      case 'reassure': {
        const credible = leansTo(setting, viewOf(setting, world, from), to);
        const by = credible ? setting.model.reassure.expectation : 0;
        if (credible) {
          relations[relation] = reassured(setting, relations[relation]!);
          parties[to] = { ...parties[to]!, expectation: clamp(parties[to]!.expectation + by) };
        }
        happenings.push({ type: 'reassure', relation, credible, by });
        break;
      }
      case 'warn': {
        const credible = hazardOfLeaving(setting, viewOf(setting, world, from)) > 0;
        const by = credible ? targetLost(setting, world, relation) : 0;
        if (by > 0) parties[to] = { ...parties[to]!, target: parties[to]!.target - by };
        happenings.push({ type: 'warn', relation, credible, by: by > 0 ? -by : 0 });
        break;
      }
      case 'leak':
        break;
    }
  }
  return afterLeaks(setting, world, { ...pressed.world, parties, relations }, acts, chance, happenings);
}

/** A reassurance is credible only from one that leans the other's way (Kydd 2003). */
function reassured(setting: Setting, state: RelationState): RelationState {
  return { ...state, trust: clamp(state.trust + setting.model.reassure.trust, -1, 1) };
}

/** A warning is credible from one whose patience is used up; it moves a party that trusts part of the way to its walk-away. */
function targetLost(setting: Setting, world: World, relation: number): number {
  const { to } = setting.relations[relation]!;
  const party = setting.parties[to]!;
  const state = world.parties[to]!;
  const above = heldTarget(party, state) - walkAway(party, state);
  return setting.model.warn.effect * ((1 + world.relations[relation]!.trust) / 2) * above;
}

/** Back channels that were used may leak by chance; those that an end leaks do. Each relation has its own draw. */
function afterLeaks(
  setting: Setting,
  before: World,
  world: World,
  acts: readonly Act[],
  chance: Chance,
  happenings: Happening[],
): { world: World; happenings: readonly Happening[] } {
  let next = world;
  const tried = new Set<number>();
  for (const { relation } of acts) {
    if (before.relations[relation]!.channel !== 'back' || next.relations[relation]!.channel !== 'back') continue;
    if (tried.has(relation)) continue;
    tried.add(relation);
    const onPurpose = acts.some((act) => act.relation === relation && act.act === 'leak');
    const x = chance.at(setting.relations[relation]!.leakStream, world.public.round);
    if (!onPurpose && x >= setting.model.leak.hazard) continue;
    next = afterLeak(setting, next, relation);
    happenings.push({ type: 'leak', relation, by: onPurpose ? 'act' : 'chance' });
  }
  return { world: next, happenings };
}

/**
 * A back channel turns open, both ways. Both ends stand exposed on the issues it serves and are watched more; every
 * party left out trusts the one who kept it secret less, and loses half of that in expectation.
 */
export function afterLeak(setting: Setting, world: World, relation: number): World {
  const { from, to } = setting.relations[relation]!;
  const { trust, exposure } = setting.model.leak;
  const served = setting.relations.flatMap((one) => (isBetween(one, from, to) ? one.serves : []));
  let next = world;
  setting.relations.forEach((one, r) => {
    if (isBetween(one, from, to) && next.relations[r]!.channel === 'back')
      next = withRelation(next, r, { channel: 'open' });
  });
  for (const end of [from, to]) {
    next = withParty(next, end, ({ audience, exposed }) => ({
      audience: clamp(audience + exposure),
      exposed: exposed.map((already, k) => already || served.includes(k)),
    }));
  }
  for (const r of leftOut(setting, relation)) {
    next = withRelation(next, r, { trust: clamp(next.relations[r]!.trust - trust, -1, 1) });
    next = withParty(next, setting.relations[r]!.to, ({ expectation }) => ({
      expectation: clamp(expectation - trust / 2),
    }));
  }
  return next;
}

/** The relations of the one who kept a channel secret to those it kept it from. */
export function leftOut(setting: Setting, relation: number): readonly number[] {
  const { from, to } = setting.relations[relation]!;
  return setting.outgoing[from]!.filter((r) => setting.relations[r]!.to !== to);
}

function isBetween(one: { from: number; to: number }, a: number, b: number): boolean {
  return (one.from === a && one.to === b) || (one.from === b && one.to === a);
}

function withParty(world: World, i: number, change: (state: PartyState) => Partial<PartyState>): World {
  const state = world.parties[i]!;
  return { ...world, parties: replaced(world.parties, i, { ...state, ...change(state) }) };
}

function withRelation(world: World, r: number, change: Partial<World['relations'][number]>): World {
  return { ...world, relations: replaced(world.relations, r, { ...world.relations[r]!, ...change }) };
}
