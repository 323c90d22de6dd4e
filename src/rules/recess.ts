import type { Effect } from '../model/scenario.ts';
import { clamp, replaced } from './arithmetic.ts';
import type { Setting } from './setting.ts';
import type { PartyState, RelationState, World } from './world.ts';

/** The events set for the recess of a round, in id order. */
export function eventsOf(setting: Setting, round: number) {
  return setting.events.filter((event) => event.round === round);
}

/**
 * Between rounds: pain lowers walk-aways, up to its cap in all; trust and expectation move by what was seen.
 * `left` says who left the table in this round.
 */
export function afterRecess(setting: Setting, world: World, left: readonly number[]): World {
  return {
    ...world,
    parties: world.parties.map((state, i) => afterPain(setting, { ...state, expectation: expectationAfter(setting, world, i) })),
    relations: world.relations.map((state, r) => afterSight(setting, world, state, r, left)),
  };
}

function afterPain(setting: Setting, state: PartyState): PartyState {
  const { cap } = setting.model.pain;
  const pained = state.pained + state.pain;
  return { ...state, pained: pained < cap ? pained : cap };
}

/** Expectation moves part of the way to the share of acceptances among the others that were polled. */
function expectationAfter(setting: Setting, world: World, me: number): number {
  let polled = 0;
  let accepted = 0;
  world.public.votes.forEach((vote, i) => {
    if (vote === undefined || i === me) return;
    polled += 1;
    if (vote.accepts) accepted += 1;
  });
  const { expectation } = world.parties[me]!;
  return polled === 0 ? expectation : expectation + setting.model.recess.expectation * (accepted / polled - expectation);
}

/** Trust in one that accepted grows; in one that pressed or left it falls. */
function afterSight(setting: Setting, world: World, state: RelationState, r: number, left: readonly number[]): RelationState {
  const { accepted, pressed, left: walkOut } = setting.model.recess;
  const { from } = setting.relations[r]!;
  let trust = state.trust;
  if (world.public.votes[from]?.accepts) trust += accepted;
  if (state.pressed) trust -= pressed;
  if (left.includes(from)) trust -= walkOut;
  return { ...state, trust: clamp(trust, -1, 1), pressed: false };
}

/** The effects of events, all on the state before them, added up and clipped once. */
export function afterEffects(setting: Setting, world: World, effects: readonly Effect[]): World {
  return effects.reduce((next, effect) => afterEffect(setting, next, effect), world);
}

function afterEffect(setting: Setting, world: World, effect: Effect): World {
  if (effect.on === 'party') {
    const i = setting.partyIndex.get(effect.party)!;
    return { ...world, parties: replaced(world.parties, i, afterPartyEffect(world.parties[i]!, effect.what, effect.change.value)) };
  }
  const r = setting.relations.findIndex(
    ({ from, to }) => setting.parties[from]!.id === effect.from && setting.parties[to]!.id === effect.to,
  );
  const state = world.relations[r]!;
  const next =
    effect.on === 'channel'
      ? { ...state, channel: effect.channel }
      : { ...state, [effect.what]: clamp(state[effect.what] + effect.change.value, effect.what === 'trust' ? -1 : 0, 1) };
  return { ...world, relations: replaced(world.relations, r, next) };
}

function afterPartyEffect(state: PartyState, what: Extract<Effect, { on: 'party' }>['what'], by: number): PartyState {
  switch (what) {
    case 'walkAway':
      return { ...state, shift: state.shift + by };
    case 'expectation':
    case 'optimism':
    case 'pain':
      return { ...state, [what]: clamp(state[what] + by) };
  }
}
