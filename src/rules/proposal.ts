import type { Text } from '../model/text.ts';
import { TOLERANCE } from './arithmetic.ts';
import type { PartySetting, Setting } from './setting.ts';
import { utility } from './utility.ts';

/**
 * The text a party asks for: the text on the table with the fewest option moves, best gain per move first, that
 * reaches its target within its red lines. On an ordered issue a move is one step along the options; the last
 * issue is moved no further than the target needs.
 */
export function proposalOf(setting: Setting, party: PartySetting, text: Text, target: number): Text {
  const proposal = text.slice();
  for (let k = 0; k < proposal.length; k++) clearRedLine(setting, party, proposal, k);
  let reached = utility(party, proposal);
  while (reached < target - TOLERANCE) {
    const move = bestMove(setting, party, proposal, target - reached);
    if (move === undefined) break;
    reached += gain(party, proposal, move.issue, move.option);
    proposal[move.issue] = move.option;
  }
  return proposal;
}

interface Move {
  readonly issue: number;
  readonly option: number;
}

/** To the nearest option within the red line; the better one of two equally near. */
function clearRedLine(setting: Setting, party: PartySetting, proposal: number[], issue: number): void {
  const allowed = party.allowed[issue]!;
  const from = proposal[issue]!;
  if (allowed[from]) return;
  let best = -1;
  for (let o = 0; o < allowed.length; o++) {
    if (!allowed[o]) continue;
    if (best < 0) best = o;
    const nearer = moves(setting, issue, from, o) - moves(setting, issue, from, best);
    if (nearer < 0 || (nearer === 0 && party.values[issue]![o]! > party.values[issue]![best]! + TOLERANCE)) best = o;
  }
  proposal[issue] = best;
}

/** The move with the greatest gain per step; if several options of its issue suffice, the one with fewest steps. */
function bestMove(
  setting: Setting,
  party: PartySetting,
  proposal: readonly number[],
  needed: number,
): Move | undefined {
  let best: Move | undefined;
  let bestRate = TOLERANCE;
  for (let issue = 0; issue < proposal.length; issue++) {
    const values = party.values[issue]!;
    const from = proposal[issue]!;
    for (let option = 0; option < values.length; option++) {
      if (values[option]! <= values[from]! || !party.allowed[issue]![option]) continue;
      const rate = gain(party, proposal, issue, option) / moves(setting, issue, from, option);
      if (rate > bestRate + TOLERANCE) {
        best = { issue, option };
        bestRate = rate;
      }
    }
  }
  return best && noFurtherThanNeeded(setting, party, proposal, best, needed);
}

function noFurtherThanNeeded(
  setting: Setting,
  party: PartySetting,
  proposal: readonly number[],
  move: Move,
  needed: number,
): Move {
  const from = proposal[move.issue]!;
  let option = move.option;
  for (let o = 0; o < party.values[move.issue]!.length; o++) {
    if (!party.allowed[move.issue]![o] || gain(party, proposal, move.issue, o) < needed - TOLERANCE) continue;
    if (moves(setting, move.issue, from, o) < moves(setting, move.issue, from, option)) option = o;
  }
  return { issue: move.issue, option };
}

function gain(party: PartySetting, text: readonly number[], issue: number, option: number): number {
  const values = party.values[issue]!;
  return party.weights[issue]! * (values[option]! - values[text[issue]!]!);
}

function moves(setting: Setting, issue: number, from: number, to: number): number {
  if (from === to) return 0;
  if (!setting.issues[issue]!.ordered) return 1;
  return from < to ? to - from : from - to;
}
