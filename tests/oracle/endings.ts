import { OFFICIAL, SAME, type Numbers } from './numbers.ts';
import { ACCEPTS, type State } from './state.ts';

/** The rule of agreement (3.10). */
export function isAgreed(n: Numbers, s: State): boolean {
  let others = 0;
  let accepting = 0;
  for (let i = 0; i < n.parties; i++) {
    const accepts = s.vote[i] === ACCEPTS;
    const official = s.grade[i] === OFFICIAL;
    if (n.signatory[i] === 1) {
      if (!official || !accepts) return false;
    } else if (official) {
      if (n.veto[i] === 1 && !accepts) return false;
      others += 1;
      if (accepts) accepting += 1;
    }
  }
  return isQuorum(n, others, accepting);
}

/** Whether enough of the other official parties accept (3.10): a share, or all but so many. */
export function isQuorum(n: Numbers, others: number, accepting: number): boolean {
  if (n.quorum >= 0) return accepting >= n.quorum * others - SAME;
  return n.allBut < 0 || accepting >= others - n.allBut;
}

/** Whether the agreed issues carry a communiqué (3.10). */
export function isCommunique(n: Numbers, s: State): boolean {
  let signatories = 0;
  let carried = 0;
  for (let i = 0; i < n.parties; i++) {
    if (n.signatory[i] === 0) continue;
    if (s.grade[i] !== OFFICIAL) return false;
    signatories += 1;
    for (let k = 0; k < n.issues; k++) if (isSettled(n, s, k)) carried += n.weight[i * n.issues + k]!;
  }
  return carried / signatories >= n.coefficients.communique.share - SAME;
}

function isSettled(n: Numbers, s: State, k: number): boolean {
  const o = s.text[k]!;
  const quo = n.statusQuo[k]!;
  if (o === quo) return false;
  for (let i = 0; i < n.parties; i++) {
    if (n.signatory[i] === 0) continue;
    const mine = i * n.options;
    if (n.never[mine + o] === 1 || n.worth[mine + o]! < n.worth[mine + quo]! - SAME) return false;
  }
  return true;
}
