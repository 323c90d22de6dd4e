import type { Text } from '../model/text.ts';
import { TOLERANCE, clamp } from './arithmetic.ts';
import type { PartySetting } from './party-setting.ts';
import type { PartyState } from './world.ts';

/** U_i(text) = Σ_k w_ik · v_ik(option), in [0, 1]: additive multi-attribute utility (Keeney and Raiffa 1976). */
export function utility(party: PartySetting, text: Text): number {
  let sum = 0;
  for (let k = 0; k < text.length; k++) sum += party.worths[k]![text[k]!]!;
  return sum;
}

/** Utility of no agreement as it stands now: never below 0. */
export function walkAway(party: PartySetting, state: PartyState): number {
  return clamp(party.walkAway + state.shift - state.pained - state.pressed);
}

/** The first issue, in id order, on which the text crosses the party's red line that costs it most; −1 for none. */
export function crossedRedLine(party: PartySetting, text: Text): number {
  let worst = -1;
  for (let k = 0; k < text.length; k++) {
    if (party.allowed[k]![text[k]!]) continue;
    if (worst < 0 || cost(party, text, k) > cost(party, text, worst) + TOLERANCE) worst = k;
  }
  return worst;
}

/** What the text costs the party on one issue against its own best option there. */
export function cost(party: PartySetting, text: Text, issue: number): number {
  const values = party.values[issue]!;
  return party.weights[issue]! * (values[party.best[issue]!]! - values[text[issue]!]!);
}

/** The issue on which the text costs the party most; the first in id order among equals. */
export function costliestIssue(party: PartySetting, text: Text): number {
  let worst = 0;
  for (let k = 1; k < text.length; k++) if (cost(party, text, k) > cost(party, text, worst) + TOLERANCE) worst = k;
  return worst;
}
