import type { Text } from '../model/text.ts';
import { TOLERANCE } from './arithmetic.ts';
import { worthByOption } from './costs.ts';
import type { PartySetting } from './party-setting.ts';
import type { Setting } from './setting.ts';
import { heldTarget } from './target.ts';
import type { PartyView } from './visibility.ts';

/**
 * The text a party asks for: the text on the table with the fewest option moves, best gain per move first, that
 * reaches its target within its red lines. It counts a text as it will when it votes, with promises and less audience
 * cost and commitment discount: what it asks for it would accept. On an ordered issue a move is one step along the
 * options; the last issue is moved no further than the target needs.
 */
export function proposalOf(setting: Setting, view: PartyView): Text {
  const wish: Wish = { setting, party: view.me, worth: worthByOption(setting, view) };
  const proposal = view.public.text.slice();
  for (let k = 0; k < proposal.length; k++) clearRedLine(wish, proposal, k);
  const target = heldTarget(view.me, view.own);
  let reached = view.promises;
  for (let k = 0; k < proposal.length; k++) reached += wish.worth[k]![proposal[k]!]!;
  if (reached >= target - TOLERANCE) return proposal;
  const moves = proposal.map((from, k) => bestMoveOn(wish, k, from));
  while (reached < target - TOLERANCE) {
    const move = best(moves);
    if (move === undefined) break;
    const option = noFurtherThanNeeded(wish, proposal, move, target - reached);
    reached += gain(wish, move.issue, proposal[move.issue]!, option);
    proposal[move.issue] = option;
    moves[move.issue] = bestMoveOn(wish, move.issue, option);
  }
  return proposal;
}

interface Wish {
  readonly setting: Setting;
  readonly party: PartySetting;
  /** By issue and option. */
  readonly worth: readonly (readonly number[])[];
}

interface Move {
  readonly issue: number;
  readonly option: number;
  /** Gain per step. */
  readonly rate: number;
}

/** To the nearest option within the red line; the better one of two equally near. */
function clearRedLine({ setting, party, worth }: Wish, proposal: number[], issue: number): void {
  const allowed = party.allowed[issue]!;
  const from = proposal[issue]!;
  if (allowed[from]) return;
  let nearest = -1;
  for (let o = 0; o < allowed.length; o++) {
    if (!allowed[o]) continue;
    if (nearest < 0) nearest = o;
    const nearer = steps(setting, issue, from, o) - steps(setting, issue, from, nearest);
    if (nearer < 0 || (nearer === 0 && worth[issue]![o]! > worth[issue]![nearest]! + TOLERANCE)) nearest = o;
  }
  proposal[issue] = nearest;
}

/** The move of one issue with the greatest gain per step; the lower index among equals. */
function bestMoveOn({ setting, party, worth }: Wish, issue: number, from: number): Move | undefined {
  const allowed = party.allowed[issue]!;
  const worths = worth[issue]!;
  const { ordered } = setting.issues[issue]!;
  let found = -1;
  let rate = TOLERANCE;
  for (let o = 0; o < worths.length; o++) {
    const gained = worths[o]! - worths[from]!;
    if (gained <= 0 || !allowed[o]) continue;
    const per = ordered ? gained / (from < o ? o - from : from - o) : gained;
    if (per <= rate + TOLERANCE) continue;
    found = o;
    rate = per;
  }
  return found < 0 ? undefined : { issue, option: found, rate };
}

function best(moves: readonly (Move | undefined)[]): Move | undefined {
  let found: Move | undefined;
  for (const move of moves)
    if (move !== undefined && (found === undefined || move.rate > found.rate + TOLERANCE)) found = move;
  return found;
}

/** If several options of the issue suffice, the one with fewest steps. */
function noFurtherThanNeeded(wish: Wish, proposal: Text, { issue, option: furthest }: Move, needed: number): number {
  const { setting, party } = wish;
  const from = proposal[issue]!;
  let option = furthest;
  for (let o = 0; o < party.allowed[issue]!.length; o++) {
    if (!party.allowed[issue]![o] || gain(wish, issue, from, o) < needed - TOLERANCE) continue;
    if (steps(setting, issue, from, o) < steps(setting, issue, from, option)) option = o;
  }
  return option;
}

function gain({ worth }: Wish, issue: number, from: number, to: number): number {
  return worth[issue]![to]! - worth[issue]![from]!;
}

function steps(setting: Setting, issue: number, from: number, to: number): number {
  if (from === to) return 0;
  if (!setting.issues[issue]!.ordered) return 1;
  return from < to ? to - from : from - to;
}
