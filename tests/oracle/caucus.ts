import type { Chance } from '../../src/model/chance.ts';
import { BACK, NO_CHANNEL, OPEN, SAME, UNOFFICIAL, type Numbers } from './numbers.ts';
import { heldOut } from './proposing.ts';
import { ACCEPTS, clip, NOT_POLLED, RED_LINE, settleWalkAway, weighPromises, type State } from './state.ts';

/** Caucus (3.5): all acts are decided on the state at its start and applied together. */
export function caucus(n: Numbers, s: State, chance: Chance): void {
  const { change } = s;
  s.pressed.fill(0);
  s.used.fill(0);
  if (s.round < 2) return;
  change.pressure.fill(0);
  change.expectation.fill(0);
  change.warned.fill(0);
  change.trust.fill(0);
  let acted = false;
  // Relations stand in id order, so those of one party stand together and a purse goes to the others in that order.
  let spender = -1;
  let purse = 0;
  for (let r = 0; r < n.relations; r++) {
    const i = n.to[r]!;
    const j = n.from[r]!;
    if (j !== spender) {
      spender = j;
      purse = purseOf(n, s, j);
    }
    if (s.channel[r] === NO_CHANNEL || s.vote[i] === NOT_POLLED || s.vote[i] === ACCEPTS) continue;
    const wants = s.utility[j]! + s.promises[j]! >= s.walkAway[j]! - SAME;
    const manipulates = j === n.chair && n.style === 'manipulation';
    let did = false;
    if ((wants || manipulates) && !(n.signatory[j] === 1 && n.signatory[i] === 1)) {
      if (press(n, s, chance, r, manipulates)) did = true;
    }
    if (wants && s.vote[i] !== RED_LINE && purse >= n.coefficients.promise.step - SAME) {
      purse -= n.coefficients.promise.step;
      s.promise[r]! += n.coefficients.promise.step;
      did = true;
    }
    if (wants && leans(n, s, j, i)) {
      change.trust[r]! += n.coefficients.reassure.trust;
      change.expectation[i]! += n.coefficients.reassure.expectation;
      did = true;
    }
    if (s.grade[j]! >= UNOFFICIAL && s.strain[j]! > n.patience[j]!) {
      change.warned[i]! += (n.coefficients.warn.effect * (1 + s.trust[r]!)) / 2;
      did = true;
    }
    if (did) {
      acted = true;
      s.used[r] = 1;
    }
  }
  if (!acted) return;
  const { cap } = n.coefficients.press;
  for (let i = 0; i < n.parties; i++) {
    if (change.warned[i]! > 0) s.target[i]! -= change.warned[i]! * (heldOut(n, s, i, s.target[i]!) - s.walkAway[i]!);
    s.pressure[i] = clip(s.pressure[i]! + change.pressure[i]!, -cap, cap);
    s.expectation[i] = clip(s.expectation[i]! + change.expectation[i]!);
    settleWalkAway(n, s, i);
  }
  for (let r = 0; r < n.relations; r++) s.trust[r] = clip(s.trust[r]! + change.trust[r]!, -1, 1);
  weighPromises(n, s);
  for (let r = 0; r < n.relations; r++)
    if (s.used[r] === 1 && s.channel[r] === BACK)
      if (chance.at(n.streams.leak[r]!, s.round) < n.coefficients.leak.hazard) leak(n, s, r);
}

/** What party j may still promise: the rest of its budget, and of what the text leaves it above its walk-away. */
function purseOf(n: Numbers, s: State, j: number): number {
  let promised = 0;
  for (let r = 0; r < n.relations; r++) if (n.from[r] === j) promised += s.promise[r]!;
  const left = n.budget[j]! - promised;
  if (j === n.chair && n.style === 'manipulation') return left;
  return Math.min(left, s.utility[j]! + s.promises[j]! - s.walkAway[j]!);
}

/** Presses along a relation if it has any influence: one draw, low works, high backfires. */
function press(n: Numbers, s: State, chance: Chance, r: number, manipulates: boolean): boolean {
  const { press: by, manipulation } = n.coefficients;
  const i = n.to[r]!;
  const j = n.from[r]!;
  const influence = manipulates
    ? 1 - (1 - s.influence[r]!) * (1 - manipulation.leverage * n.leverage[j]!)
    : s.influence[r]!;
  if (influence <= 0) return false;
  const works = (by.strength * influence * (1 + s.trust[r]!)) / 2;
  const seen = s.channel[r] === OPEN ? 1 + by.exposure * s.audience[i]! : 1;
  const backfires = Math.min(1 - works, ((by.backfire * (1 - s.trust[r]!)) / 2) * seen);
  const x = chance.at(n.streams.press[r]!, s.round);
  if (x < works) s.change.pressure[i]! += by.effect;
  else if (x >= 1 - backfires) s.change.pressure[i]! -= by.backlash;
  s.pressed[r] = 1;
  return true;
}

/** Whether party i believes a reassurance of j: j leans its way. */
function leans(n: Numbers, s: State, j: number, i: number): boolean {
  const back = n.between[i * n.parties + j]!;
  return back >= 0 && s.trust[back]! >= n.coefficients.reassure.lean - SAME;
}

/** One direction of a channel that has leaked. */
function expose(n: Numbers, s: State, r: number, i: number, j: number): void {
  if (s.channel[r] === BACK) s.channel[r] = OPEN;
  for (let k = 0; k < n.issues; k++)
    if (n.serves[r * n.issues + k] === 1) s.watched[i * n.issues + k] = s.watched[j * n.issues + k] = 1;
}

/** A back channel comes to light, both ways; `r` is that of the one who spoke. */
export function leak(n: Numbers, s: State, r: number): void {
  const { leak: by } = n.coefficients;
  const i = n.to[r]!;
  const j = n.from[r]!;
  expose(n, s, r, i, j);
  const back = n.between[i * n.parties + j]!;
  if (back >= 0) expose(n, s, back, i, j);
  s.audience[i] = clip(s.audience[i]! + by.exposure);
  s.audience[j] = clip(s.audience[j]! + by.exposure);
  s.stale[i] = s.stale[j] = 1;
  for (let other = 0; other < n.relations; other++) {
    const to = n.to[other]!;
    if (n.from[other] !== j || to === i) continue;
    s.trust[other] = clip(s.trust[other]! - by.trust, -1, 1);
    s.expectation[to] = clip(s.expectation[to]! - by.trust / 2);
  }
}
