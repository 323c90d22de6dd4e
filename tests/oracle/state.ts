import type { Numbers } from './numbers.ts';

/** What a party said in the last poll (3.7). */
export const NOT_POLLED = 0;
export const ACCEPTS = 1;
export const RED_LINE = 2;
export const NO_GUARANTOR = 3;
export const AUDIENCE = 4;
export const BELOW_WALK_AWAY = 5;
export const BELOW_TARGET = 6;

export type State = ReturnType<typeof stateOf>;

/** All that changes in a conference (1.2), allocated once for all conferences of a scenario. */
export function stateOf({ parties, issues, options, relations, events }: Numbers) {
  const perParty = () => new Float64Array(parties);
  const perRelation = () => new Float64Array(relations);
  return {
    round: 0,
    text: new Int32Array(issues),
    rivalOpen: true,
    struckEvents: new Uint8Array(events.length),
    grade: new Int8Array(parties),
    /** What each asks for in this round, as a whole text. */
    asks: new Int32Array(parties * issues),
    askedFirst: new Int32Array(parties * issues),
    /** Whether it has tabled anything yet. */
    spoke: new Uint8Array(parties),
    /** The option that it last asked to change an issue to. */
    askedLast: new Int32Array(parties * issues),
    mentions: new Float64Array(parties * issues),
    vote: new Uint8Array(parties),
    /** The issue that an objection names. */
    over: new Int32Array(parties),
    left: new Uint8Array(parties),
    shift: perParty(),
    pain: perParty(),
    painTaken: perParty(),
    pressure: perParty(),
    /** b, 3.1. */
    walkAway: perParty(),
    expectation: perParty(),
    optimism: perParty(),
    target: perParty(),
    greed: perParty(),
    /** What the last proposal of each is worth to each (3.3, spoilers). */
    lastOffer: new Float64Array(parties * parties),
    /** r, 3.3. */
    answered: perParty(),
    audience: perParty(),
    watched: new Uint8Array(parties * issues),
    strain: perParty(),
    /** U of the text as it stands. */
    utility: perParty(),
    /** What promises add to the text. */
    promises: perParty(),
    /** U − audience cost − commitment discount, option by option (3.7), and whether it has to be reckoned again. */
    counted: new Float64Array(parties * options),
    stale: new Uint8Array(parties),
    /** The move on each issue that gains most a step, and that gain (3.3). */
    move: new Int32Array(issues),
    rate: new Float64Array(issues),
    trust: perRelation(),
    influence: perRelation(),
    channel: new Uint8Array(relations),
    pressed: new Uint8Array(relations),
    used: new Uint8Array(relations),
    promise: perRelation(),
    /** Back channels that events of this recess open. */
    opened: new Uint8Array(relations),
    channelBefore: new Uint8Array(relations),
    /** The chair's: options struck for a red line, walk-aways it supposes, how it misreads, what it takes the text for. */
    struck: new Uint8Array(options),
    supposedWalkAway: perParty(),
    misread: new Float64Array(parties * issues),
    supposedWeight: new Float64Array(parties * issues),
    supposedUtility: perParty(),
    /** Changes that are applied together at the end of a phase. */
    change: {
      pressure: perParty(),
      warned: perParty(),
      expectation: perParty(),
      optimism: perParty(),
      pain: perParty(),
      trust: perRelation(),
      influence: perRelation(),
    },
    /** Weights a wish has, option by option. */
    wishes: new Float64Array(options),
    behind: new Float64Array(issues),
    drafted: new Int32Array(issues),
    changed: new Uint8Array(issues),
  };
}

/** 3.12. */
export function begin(n: Numbers, s: State): void {
  s.round = 0;
  s.text.set(n.opening);
  s.rivalOpen = true;
  s.struckEvents.fill(0);
  for (let i = 0; i < n.parties; i++) {
    s.grade[i] = Math.max(0, n.invited[i]!);
    for (let k = 0; k < n.issues; k++) s.askedLast[i * n.issues + k] = n.opening[k]!;
  }
  s.spoke.fill(0);
  s.mentions.fill(0);
  s.vote.fill(NOT_POLLED);
  s.left.fill(0);
  s.shift.set(n.draws);
  s.pain.set(n.pain);
  s.painTaken.fill(0);
  s.pressure.fill(0);
  s.expectation.set(n.expectation);
  s.optimism.set(n.optimism);
  s.target.fill(1);
  s.greed.fill(0);
  s.lastOffer.fill(Infinity);
  s.answered.fill(0);
  s.audience.set(n.audience);
  s.watched.set(n.publicly);
  s.strain.fill(0);
  s.promises.fill(0);
  s.stale.fill(1);
  s.trust.set(n.trust);
  s.influence.set(n.influence);
  s.channel.set(n.channel);
  s.promise.fill(0);
  s.struck.fill(0);
  s.supposedWalkAway.fill(n.coefficients.estimates.walkAway);
  for (let i = 0; i < n.parties; i++) settleWalkAway(n, s, i);
}

/** b = start + shift − pain − pressure (3.1). */
export function settleWalkAway(n: Numbers, s: State, i: number): void {
  s.walkAway[i] = clip(n.walkAway[i]! + s.shift[i]! - s.painTaken[i]! - s.pressure[i]!);
}

export function weighText(n: Numbers, s: State): void {
  const { issues, options, worth } = n;
  for (let i = 0; i < n.parties; i++) {
    let sum = 0;
    for (let k = 0; k < issues; k++) sum += worth[i * options + s.text[k]!]!;
    s.utility[i] = sum;
  }
}

/** What promises are worth to each: what it was promised, at their worth, less what it promised (3.5). */
export function weighPromises(n: Numbers, s: State): void {
  const { worth } = n.coefficients.promise;
  s.promises.fill(0);
  for (let r = 0; r < n.relations; r++) {
    const promise = s.promise[r]!;
    if (promise === 0) continue;
    s.promises[n.to[r]!]! += worth * promise;
    s.promises[n.from[r]!]! -= promise;
  }
}

export function clip(x: number, low = 0, high = 1): number {
  return x < low ? low : x > high ? high : x;
}
