import type { Chance } from '../model/chance.ts';
import type { Effect } from '../model/scenario.ts';
import { clamp } from './arithmetic.ts';
import type { Setting } from './setting.ts';
import type { PartyState, RelationState, World } from './world.ts';

/**
 * The events of a recess, by index: those set for the round, and those that chance brings. Spoilers who stayed away
 * raise the hazard of shocks (Stedman 1997).
 */
export function eventsOf(setting: Setting, world: World, chance: Chance): readonly number[] {
  const { round, grades, struckEvents } = world.public;
  let outside = 0;
  for (const party of setting.parties)
    if (party.spoiler !== undefined && grades[party.index] === 'absent') outside += 1;
  const striking: number[] = [];
  setting.events.forEach((event, n) => {
    const raised = event.shock ? 1 + setting.model.spoilers.outside * outside : 1;
    const strikes =
      event.round === undefined
        ? !struckEvents[n] && chance.at(event.stream, round) < clamp(event.hazard * raised)
        : event.round === round;
    if (strikes) striking.push(n);
  });
  return striking;
}

/** The state after some events, by index: each strikes but once. */
export function afterEvents(setting: Setting, world: World, events: readonly number[]): World {
  if (events.length === 0) return world;
  const struckEvents = world.public.struckEvents.map((struck, n) => struck || events.includes(n));
  const marked = { ...world, public: { ...world.public, struckEvents } };
  return afterEffects(
    setting,
    marked,
    events.flatMap((n) => setting.events[n]!.effects),
  );
}

/** The back channels that events turn open: they have leaked. Indices of relations, one a pair of ends. */
export function leakedBy(setting: Setting, world: World, events: readonly number[]): readonly number[] {
  const openings = events.flatMap((n) => setting.events[n]!.effects.filter(isOpening));
  if (openings.length === 0) return [];
  return setting.relations
    .flatMap(({ from, to }, r) => {
      const opened = openings.some(
        (effect) => setting.partyIndex.get(effect.from) === from && setting.partyIndex.get(effect.to) === to,
      );
      return opened && world.relations[r]!.channel === 'back' ? [r] : [];
    })
    .filter((r, n, all) => all.findIndex((other) => isSamePair(setting, r, other)) === n);
}

function isOpening(effect: Effect): effect is Extract<Effect, { readonly on: 'channel' }> {
  return effect.on === 'channel' && effect.channel === 'open';
}

/**
 * Between rounds: pain lowers walk-aways, up to its cap in all; trust and expectation move by what was seen.
 * `left` says who left the table in this round.
 */
export function afterRecess(setting: Setting, world: World, left: readonly number[]): World {
  const { votes } = world.public;
  let polled = 0;
  let accepted = 0;
  for (const vote of votes) {
    if (vote !== undefined) polled += 1;
    if (vote?.accepts) accepted += 1;
  }
  return {
    ...world,
    parties: world.parties.map((state, i) => {
      const others = votes[i] === undefined ? polled : polled - 1;
      const accepting = votes[i]?.accepts ? accepted - 1 : accepted;
      const expectation = expectationAfter(setting, state, others, accepting);
      return { ...state, pained: painedAfter(setting, state), expectation };
    }),
    relations: world.relations.map((state, r) => afterSight(setting, world, state, r, left)),
  };
}

function painedAfter(setting: Setting, state: PartyState): number {
  const { cap } = setting.model.pain;
  const pained = state.pained + state.pain;
  return pained < cap ? pained : cap;
}

/** Expectation moves part of the way to the share of acceptances among the others that were polled. */
function expectationAfter(setting: Setting, { expectation }: PartyState, polled: number, accepted: number): number {
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
  trust = clamp(trust, -1, 1);
  return trust === state.trust && !state.pressed ? state : { ...state, trust, pressed: false };
}

function isSamePair(setting: Setting, a: number, b: number): boolean {
  const [one, other] = [setting.relations[a]!, setting.relations[b]!];
  return (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from);
}

/** The effects of all events of a recess on the state before them: changes of one number are added up, then clipped. */
function afterEffects(setting: Setting, world: World, effects: readonly Effect[]): World {
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
      (effect.on === 'relation' || effect.on === 'channel') &&
      setting.partyIndex.get(effect.from) === from &&
      setting.partyIndex.get(effect.to) === to;
    return afterRelationEffects(state, effects.filter(along));
  });
  const closing = world.public.rivalOpen && effects.some((effect) => effect.on === 'rival');
  return afterRival(setting, { ...world, parties, relations }, closing);
}

/** When the rival forum closes, those who preferred it lose what it was worth to them. */
function afterRival(setting: Setting, world: World, closing: boolean): World {
  if (!closing) return world;
  const parties = world.parties.map((state, i) => ({ ...state, shift: state.shift - (setting.rival?.[i] ?? 0) }));
  return { ...world, parties, public: { ...world.public, rivalOpen: false } };
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
