import type { Chance } from '../../src/model/chance.ts';
import { NONE, SAME, UNOFFICIAL, type Numbers } from './numbers.ts';
import type { State } from './state.ts';

/**
 * Coordinate ascent on the Nash product over the chair's estimates: one issue a step, each at most once. While the text
 * holds a struck option, that is given up first, even at a loss.
 */
export function formulate(n: Numbers, s: State, chance: Chance): void {
  const { first, issues } = n;
  suppose(n, s, chance);
  s.changed.fill(0);
  for (let step = 0; step < n.pace; step++) {
    let must = false;
    for (let k = 0; k < issues; k++) if (mustGive(n, s, k)) must = true;
    let best = NONE;
    let most = must ? 0 : product(n, s, NONE, NONE) * (1 + SAME);
    for (let k = 0; k < issues; k++) {
      if (s.changed[k] === 1 || (must && !mustGive(n, s, k))) continue;
      for (let o = first[k]!; o < first[k + 1]!; o++) {
        if (o === s.text[k] || s.struck[o] === 1) continue;
        const found = product(n, s, k, o);
        if (found <= most) continue;
        best = o;
        most = found * (1 + SAME);
      }
    }
    if (best === NONE) return;
    const k = n.issueOf[best]!;
    for (let i = 0; i < n.parties; i++) if (s.grade[i]! >= UNOFFICIAL) s.supposedUtility[i]! += gain(n, s, i, k, best);
    s.text[k] = best;
    s.changed[k] = 1;
  }
}

/** Whether the text holds a struck option here, and there is another to take. */
function mustGive(n: Numbers, s: State, k: number): boolean {
  if (s.changed[k] === 1 || s.struck[s.text[k]!] === 0) return false;
  for (let o = n.first[k]!; o < n.first[k + 1]!; o++) if (s.struck[o] === 0) return true;
  return false;
}

/** The chair's estimates (3.4), read into weights and the worth of the text as it stands. */
function suppose(n: Numbers, s: State, chance: Chance): void {
  const { silence, blur } = n.coefficients.estimates;
  const { issues, options } = n;
  if (s.round === 1)
    for (let at = 0; at < n.parties * issues; at++)
      s.misread[at] = 1 + blur * (1 - n.skill) * (2 * chance.at(n.streams.reading[at]!, 0) - 1);
  for (let i = 0; i < n.parties; i++) {
    if (s.grade[i]! < UNOFFICIAL) continue;
    let sum = 0;
    for (let at = i * issues; at < (i + 1) * issues; at++) {
      const salience = silence + ((1 - silence) * s.mentions[at]!) / s.round;
      s.supposedWeight[at] = salience * s.misread[at]!;
      sum += s.supposedWeight[at]!;
    }
    s.supposedUtility[i] = 0;
    for (let k = 0; k < issues; k++) {
      const at = i * issues + k;
      s.supposedWeight[at]! /= sum;
      s.supposedUtility[i]! += s.supposedWeight[at]! * n.supposed[s.askedLast[at]! * options + s.text[k]!]!;
    }
    if (i === n.chair) {
      s.supposedUtility[i] = 0;
      for (let k = 0; k < issues; k++) s.supposedUtility[i]! += n.worth[i * options + s.text[k]!]!;
    }
  }
}

/** What changing issue k to option o would add for party i, as the chair supposes; its own utility if it is a party. */
function gain(n: Numbers, s: State, i: number, k: number, o: number): number {
  const held = s.text[k]!;
  if (i === n.chair) return n.worth[i * n.options + o]! - n.worth[i * n.options + held]!;
  const at = i * n.issues + k;
  const row = s.askedLast[at]! * n.options;
  return s.supposedWeight[at]! * (n.supposed[row + o]! - n.supposed[row + held]!);
}

function product(n: Numbers, s: State, k: number, o: number): number {
  const { floor, signatoryExponent, lean } = n.coefficients.drafting;
  let found = 1;
  for (let i = 0; i < n.parties; i++) {
    if (s.grade[i]! < UNOFFICIAL) continue;
    const own = i === n.chair;
    const b = own ? s.walkAway[i]! : s.supposedWalkAway[i]!;
    const g = s.supposedUtility[i]! + (k === NONE ? 0 : gain(n, s, i, k, o)) - b;
    const counts = g < floor ? (floor * floor) / (2 * floor - g) : g;
    let power = own ? 1 : n.signatory[i] === 1 ? signatoryExponent : 1;
    const trusts = own || n.chair < 0 ? -1 : n.between[i * n.parties + n.chair]!;
    if (trusts >= 0 && s.trust[trusts]! >= lean - SAME) power += 1;
    for (; power > 0; power--) found *= counts;
  }
  return found;
}
