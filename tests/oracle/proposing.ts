import type { Chance } from '../../src/model/chance.ts';
import { OFFICIAL, SAME, UNOFFICIAL, type Numbers } from './numbers.ts';
import { clip, type State } from './state.ts';

/** t′ of a round (3.3). */
function normalised(n: Numbers, round: number): number {
  return Math.min(1, (round - 1) / (n.rounds - 1));
}

/** The target of party i at a round, before greed and never mind its walk-away. */
export function targetAt(n: Numbers, s: State, chance: Chance, i: number, round: number): number {
  const top = n.top[i]!;
  const b = s.walkAway[i]!;
  const room = Math.max(0, top - b);
  switch (n.tactic[i]) {
    case 'hardliner':
      return top;
    case 'random-walker':
      return b + room * chance.at(n.streams.walk[i]!, round);
    default: {
      const { readiness, concession } = n.coefficients;
      const motivation = s.pain[i]! / (s.pain[i]! + readiness.painHalf);
      const hope = (1 - readiness.expectation) * s.optimism[i]! + readiness.expectation * s.expectation[i]!;
      const beta = n.beta[i]! * (concession.readiness + motivation * hope);
      // Native powers will do: what they leave open is far less than what counts as equal.
      const alpha = concession.floor + (1 - concession.floor) * normalised(n, round) ** (1 / beta);
      const c = (1 - n.reciprocity[i]!) * alpha + n.reciprocity[i]! * s.answered[i]!;
      return Math.min(s.target[i]!, b + room * (1 - c));
    }
  }
}

/** What it asks for and votes by: with greed up to its best text, and never below its walk-away. */
export function heldOut(n: Numbers, s: State, i: number, target: number): number {
  const greedy = s.greed[i] === 0 ? target : Math.min(Math.max(target, n.top[i]!), target + s.greed[i]!);
  return Math.max(s.walkAway[i]!, greedy);
}

/** Proposing (3.3): those polled ask for amendments, all to the same text. */
export function propose(n: Numbers, s: State, chance: Chance): void {
  const { issues } = n;
  for (let i = 0; i < n.parties; i++) {
    if (s.grade[i]! < UNOFFICIAL) continue;
    s.target[i] = targetAt(n, s, chance, i, s.round);
    if (s.stale[i] === 1) count(n, s, i);
    ask(n, s, i, heldOut(n, s, i, s.target[i]!));
  }
  for (let i = 0; i < n.parties; i++) {
    if (s.grade[i]! < UNOFFICIAL) continue;
    for (let k = 0; k < issues; k++) {
      const at = i * issues + k;
      const wish = s.asks[at]!;
      if (s.spoke[i] === 0) s.askedFirst[at] = wish;
      if (wish === s.text[k]) continue;
      s.askedLast[at] = wish;
      s.mentions[at]! += 1;
    }
    if (s.spoke[i] === 0) s.stale[i] = 1;
    s.spoke[i] = 1;
  }
  for (let i = 0; i < n.parties; i++) if (s.grade[i]! >= UNOFFICIAL) answer(n, s, i);
}

/** r: how far the other signatories have come, in the party's own utility; a greedy one takes that for weakness. */
function answer(n: Numbers, s: State, i: number): void {
  const { issues, options, worth } = n;
  let sum = 0;
  let others = 0;
  let conceded = 0;
  for (let j = 0; j < n.parties; j++) {
    if (j === i || n.signatory[j] === 0 || s.spoke[j] === 0) continue;
    let now = 0;
    let first = 0;
    for (let k = 0; k < issues; k++) {
      now += worth[i * options + s.asks[j * issues + k]!]!;
      first += worth[i * options + s.askedFirst[j * issues + k]!]!;
    }
    sum += clip((now - first) / Math.max(n.coefficients.concession.scale, n.top[i]! - first));
    others += 1;
    const before = s.lastOffer[i * n.parties + j]!;
    if (now > before + SAME) conceded += 1;
    s.lastOffer[i * n.parties + j] = now;
  }
  s.answered[i] = others === 0 ? 0 : sum / others;
  if (n.greed[i]! > 0 && conceded > 0)
    s.greed[i] = Math.min(s.greed[i]! + conceded * n.greed[i]!, Math.max(0, n.top[i]! - s.target[i]!));
}

/** What each option is worth to party i in the vote: with its share of audience cost and commitment discount (3.7). */
export function count(n: Numbers, s: State, i: number): void {
  const { issues, options, value } = n;
  const face = s.spoke[i] === 1 ? n.coefficients.audience.cost * s.audience[i]! : 0;
  const doubt = n.signatory[i] === 1 ? n.coefficients.commitment.discount * (1 - surety(n, s, i)) : 0;
  for (let k = 0; k < issues; k++) {
    const at = i * issues + k;
    const w = n.weight[at]!;
    const shame = s.watched[at] === 1 ? face * w : 0;
    const tabled = shame === 0 ? 0 : value[i * options + s.askedFirst[at]!]!;
    for (let o = n.first[k]!; o < n.first[k + 1]!; o++) {
      const here = i * options + o;
      s.counted[here] = n.worth[here]! - shame * Math.max(0, tabled - value[here]!) - doubt * w * n.bound[o]!;
    }
  }
  s.stale[i] = 0;
}

/** g: the best credibility among the guarantors that are there officially, other than party i. */
export function surety(n: Numbers, s: State, i: number): number {
  let best = 0;
  for (let j = 0; j < n.parties; j++)
    if (j !== i && s.grade[j] === OFFICIAL && n.guarantor[j]! > best) best = n.guarantor[j]!;
  return best;
}

/**
 * What party i asks for: the text on the table with the fewest option moves, best gain a move first, that reaches the
 * target within its red lines. Among equals the lower issue and option go first.
 */
function ask(n: Numbers, s: State, i: number, target: number): void {
  const { issues } = n;
  const mine = i * n.options;
  const base = i * issues;
  let lacking = target - s.promises[i]!;
  for (let k = 0; k < issues; k++) {
    let o = s.text[k]!;
    if (n.never[mine + o] === 1) o = nearestWithin(n, s, i, k, o);
    s.asks[base + k] = o;
    lacking -= s.counted[mine + o]!;
  }
  if (lacking <= SAME) return;
  for (let k = 0; k < issues; k++) bestMove(n, s, i, k);
  while (lacking > SAME) {
    let k = 0;
    for (let other = 1; other < issues; other++) if (s.rate[other]! > s.rate[k]! + SAME) k = other;
    if (s.rate[k] === 0) return;
    const held = s.asks[base + k]!;
    const to = n.ordered[k] === 1 ? noFurther(n, s, i, held, s.move[k]!, lacking) : s.move[k]!;
    lacking -= s.counted[mine + to]! - s.counted[mine + held]!;
    s.asks[base + k] = to;
    if (lacking > SAME) bestMove(n, s, i, k);
  }
}

/** The last issue is moved no further than the target needs: of the options that suffice the one with fewest steps. */
function noFurther(n: Numbers, s: State, i: number, held: number, to: number, lacking: number): number {
  const k = n.issueOf[to]!;
  const mine = i * n.options;
  const enough = s.counted[mine + held]! + lacking - SAME;
  const suffices = (o: number) =>
    o >= n.first[k]! && o < n.first[k + 1]! && n.never[mine + o] === 0 && s.counted[mine + o]! >= enough;
  const furthest = Math.abs(to - held);
  for (let steps = 1; steps < furthest; steps++) {
    if (suffices(held - steps)) return held - steps;
    if (suffices(held + steps)) return held + steps;
  }
  return to;
}

/** The move on one issue with the best gain a step, and that gain; 0 where nothing gains. */
function bestMove(n: Numbers, s: State, i: number, k: number): void {
  const mine = i * n.options;
  const held = s.asks[i * n.issues + k]!;
  const now = s.counted[mine + held]!;
  const ordered = n.ordered[k] === 1;
  s.rate[k] = 0;
  for (let o = n.first[k]!, to = n.first[k + 1]!; o < to; o++) {
    const gain = s.counted[mine + o]! - now;
    if (gain <= SAME || n.never[mine + o] === 1) continue;
    const rate = ordered ? gain / (o > held ? o - held : held - o) : gain;
    if (rate <= s.rate[k] + SAME) continue;
    s.rate[k] = rate;
    s.move[k] = o;
  }
}

/** An option across a red line is moved to the nearest within it, the better of two. */
function nearestWithin(n: Numbers, s: State, i: number, k: number, o: number): number {
  const mine = i * n.options;
  let best = -1;
  for (let to = n.first[k]!; to < n.first[k + 1]!; to++) {
    if (n.never[mine + to] === 1) continue;
    if (best < 0) {
      best = to;
      continue;
    }
    const nearer = n.ordered[k] === 1 ? Math.abs(best - o) - Math.abs(to - o) : 0;
    if (nearer > 0 || (nearer === 0 && s.counted[mine + to]! > s.counted[mine + best]! + SAME)) best = to;
  }
  return best;
}
