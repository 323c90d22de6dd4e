import type { Chance } from '../../src/model/chance.ts';
import { isQuorum } from './endings.ts';
import { facilitate } from './facilitating.ts';
import { formulate } from './formulating.ts';
import { OFFICIAL, type Numbers } from './numbers.ts';
import { ACCEPTS, BELOW_WALK_AWAY, clip, NOT_POLLED, RED_LINE, type State } from './state.ts';

/** Drafting (3.6): the chair changes at most `pace` issues. */
export function draft(n: Numbers, s: State, chance: Chance): void {
  if (n.style === 'facilitation') facilitate(n, s);
  else formulate(n, s, chance);
}

/** The chair learns from the poll (3.6). */
export function learn(n: Numbers, s: State): void {
  const { mention, step } = n.coefficients.estimates;
  for (let i = 0; i < n.parties; i++) {
    const vote = s.vote[i]!;
    if (vote === NOT_POLLED) continue;
    if (vote !== ACCEPTS) s.mentions[i * n.issues + s.over[i]!]! += mention;
    if (vote === RED_LINE) {
      if (isNeeded(n, s, i)) s.struck[s.text[s.over[i]!]!] = 1;
    } else if (vote === BELOW_WALK_AWAY)
      s.supposedWalkAway[i] = clip(Math.max(s.supposedWalkAway[i]!, s.supposedUtility[i]! + step));
    else s.supposedWalkAway[i] = clip(Math.min(s.supposedWalkAway[i]!, s.supposedUtility[i]! - step));
  }
}

/** Whether its assent is needed: a signatory, a holder of a veto, one without whom there is no quorum. */
function isNeeded(n: Numbers, s: State, i: number): boolean {
  if (n.signatory[i] === 1 || n.veto[i] === 1) return true;
  if (s.grade[i] !== OFFICIAL) return false;
  let others = 0;
  for (let j = 0; j < n.parties; j++) if (n.signatory[j] === 0 && s.grade[j] === OFFICIAL) others += 1;
  return !isQuorum(n, others, others - 1);
}
