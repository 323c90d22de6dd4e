import type { Chance } from '../../src/model/chance.ts';
import { ABSENT, SAME, type Numbers } from './numbers.ts';
import { ACCEPTS, NOT_POLLED, weighPromises, type State } from './state.ts';

/** Patience (3.8): counted of those who are polled, by U alone. */
export function strain(n: Numbers, s: State): void {
  for (let i = 0; i < n.parties; i++) {
    if (s.vote[i] === NOT_POLLED) continue;
    if (s.utility[i]! < s.walkAway[i]! - SAME) s.strain[i]! += 1;
    else s.strain[i] = Math.max(0, s.strain[i]! - 1);
  }
}

/** Leaving (3.8): those who objected weigh it, the chair aside. True when a signatory leaves. */
export function leave(n: Numbers, s: State, chance: Chance): boolean {
  const { hazard, cap } = n.coefficients.leaving;
  let anybody = false;
  let signatory = false;
  for (let i = 0; i < n.parties; i++) {
    s.left[i] = 0;
    if (s.vote[i] === NOT_POLLED || s.vote[i] === ACCEPTS || i === n.chair) continue;
    const beyond = s.strain[i]! - n.patience[i]!;
    if (beyond <= 0 || chance.at(n.streams.leaving[i]!, s.round) >= Math.min(cap, hazard * beyond)) continue;
    s.left[i] = 1;
    anybody = true;
    if (n.signatory[i] === 1) signatory = true;
  }
  if (!anybody) return false;
  for (let i = 0; i < n.parties; i++) {
    if (s.left[i] === 0) continue;
    s.grade[i] = ABSENT;
    s.vote[i] = NOT_POLLED;
    for (let r = 0; r < n.relations; r++) if (n.from[r] === i) s.promise[r] = 0;
  }
  weighPromises(n, s);
  s.stale.fill(1);
  return signatory;
}
