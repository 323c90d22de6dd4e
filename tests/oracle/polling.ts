import type { Chance } from '../../src/model/chance.ts';
import { SAME, UNOFFICIAL, type Numbers } from './numbers.ts';
import { count, heldOut, surety, targetAt } from './proposing.ts';
import {
  ACCEPTS,
  AUDIENCE,
  BELOW_TARGET,
  BELOW_WALK_AWAY,
  NO_GUARANTOR,
  NOT_POLLED,
  RED_LINE,
  type State,
} from './state.ts';

/** Polling (3.7): who is polled accepts, or objects for a reason and over an issue. */
export function poll(n: Numbers, s: State, chance: Chance): void {
  for (let i = 0; i < n.parties; i++) {
    s.vote[i] = NOT_POLLED;
    if (s.grade[i]! < UNOFFICIAL) continue;
    if (s.stale[i] === 1) count(n, s, i);
    s.vote[i] = voteOf(n, s, chance, i);
    if (s.vote[i] !== ACCEPTS) s.over[i] = objectTo(n, s, i, s.vote[i] === RED_LINE);
  }
}

function voteOf(n: Numbers, s: State, chance: Chance, i: number): number {
  const { issues, options } = n;
  let worth = s.promises[i]!;
  for (let k = 0; k < issues; k++) {
    const here = i * options + s.text[k]!;
    if (n.never[here] === 1) return RED_LINE;
    worth += s.counted[here]!;
  }
  if (n.total[i] === 1) return BELOW_TARGET;
  const limit = n.limit[i];
  if (limit !== undefined && limit.within[s.text[limit.issue]!] === 0) return BELOW_TARGET;
  const threshold = thresholdOf(n, s, chance, i);
  if (worth >= threshold - SAME) return ACCEPTS;
  let commitment = 0;
  let audience = s.utility[i]! + s.promises[i]! - worth;
  if (n.signatory[i] === 1) {
    for (let k = 0; k < issues; k++) commitment += n.weight[i * issues + k]! * n.bound[s.text[k]!]!;
    commitment *= n.coefficients.commitment.discount * (1 - surety(n, s, i));
    audience -= commitment;
  }
  if (worth + commitment >= threshold - SAME) return NO_GUARANTOR;
  if (worth + audience >= threshold - SAME) return AUDIENCE;
  return worth < s.walkAway[i]! - SAME ? BELOW_WALK_AWAY : BELOW_TARGET;
}

/** What it would itself ask next round; in the last round h of the way to that counts less (3.7). Never below b. */
function thresholdOf(n: Numbers, s: State, chance: Chance, i: number): number {
  const next = heldOut(n, s, i, targetAt(n, s, chance, i, s.round + 1));
  const b = s.walkAway[i]!;
  return s.round < n.rounds ? next : b + (1 - n.hardness) * Math.max(0, next - b);
}

/** The issue an objection names: that of a limited spoiler outside its limit, else the dearest. */
function objectTo(n: Numbers, s: State, i: number, crossed: boolean): number {
  const limit = n.limit[i];
  const outside = !crossed && limit !== undefined && limit.within[s.text[limit.issue]!] === 0;
  return outside ? limit.issue : dearest(n, s, i, crossed);
}

/** The issue that costs the party most against its own best option; of a red line, the crossed one that does. */
function dearest(n: Numbers, s: State, i: number, crossed: boolean): number {
  let most = -1;
  let price = 0;
  for (let k = 0; k < n.issues; k++) {
    const here = i * n.options + s.text[k]!;
    if (crossed && n.never[here] === 0) continue;
    const loss = n.bestWorth[i * n.issues + k]! - n.worth[here]!;
    if (most >= 0 && loss <= price + SAME) continue;
    most = k;
    price = loss;
  }
  return most;
}
