import type { Effect } from '../model/scenario.ts';
import { clamp } from './arithmetic.ts';
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
    parties: world.parties.map((state, i) =>
      afterPain(setting, { ...state, expectation: expectationAfter(setting, world, i) }),
    ),
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
  return polled === 0
    ? expectation
    : expectation + setting.model.recess.expectation * (accepted / polled - expectation);
}

/** Trust in one that accepted grows; in one that pressed or left it falls. */
function afterSight(
  setting: Setting,
  world: World,
  state: RelationState,
  r: number,
  left: readonly number[],
): RelationState {
  const { accepted, pressed, left: walkOut } = setting.model.recess;
  const { from } = setting.relations[r]!;
  let trust = state.trust;
  if (world.public.votes[from]?.accepts) trust += accepted;
  if (state.pressed) trust -= pressed;
  if (left.includes(from)) trust -= walkOut;
  return { ...state, trust: clamp(trust, -1, 1), pressed: false };
}

/** The effects of all events of a recess on the state before them: changes of one number are added up, then clipped. */
export function afterEffects(setting: Setting, world: World, effects: readonly Effect[]): World {
  if (effects.length === 0) return world;
  const parties = world.parties.map((state, i) =>
    afterPartyEffects(
      state,
      effects.filter((effect) => effect.on === 'party' && setting.partyIndex.get(effect.party) === i),
    ),
  );
  const relations = world.relations.map((state, r) => {
    const { from, to } = setting.relations[r]!;
    const along = (effect: Effect) =>
      effect.on !== 'party' && setting.partyIndex.get(effect.from) === from && setting.partyIndex.get(effect.to) === to;
    return afterRelationEffects(state, effects.filter(along));
  });
  return { ...world, parties, relations };
}

function afterPartyEffects(state: PartyState, effects: readonly Effect[]): PartyState {
  if (effects.length === 0) return state;
  const by = { walkAway: 0, expectation: 0, optimism: 0, pain: 0 };
  for (const effect of effects) if (effect.on === 'party') by[effect.what] += effect.change.value;
  return {
    ...state,
    shift: state.shift + by.walkAway,
    expectation: clamp(state.expectation + by.expectation),
    optimism: clamp(state.optimism + by.optimism),
    pain: clamp(state.pain + by.pain),
  };
}

function afterRelationEffects(state: RelationState, effects: readonly Effect[]): RelationState {
  if (effects.length === 0) return state;
  const by = { influence: 0, trust: 0 };
  let { channel } = state;
  for (const effect of effects) {
    if (effect.on === 'relation') by[effect.what] += effect.change.value;
    if (effect.on === 'channel') channel = effect.channel;
  }
  return {
    ...state,
    influence: clamp(state.influence + by.influence),
    trust: clamp(state.trust + by.trust, -1, 1),
    channel,
  };
}
