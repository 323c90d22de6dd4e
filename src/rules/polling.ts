import type { Grade } from '../model/attendance.ts';
import type { ObjectionCode } from '../model/question.ts';
import { TOLERANCE } from './arithmetic.ts';
import type { Setting } from './setting.ts';
import { targetAt } from './target.ts';
import { costliestIssue, crossedRedLine, utility, walkAway } from './utility.ts';
import type { PartyView } from './visibility.ts';
import type { Vote } from './world.ts';

/** What a party weighs when it votes: known to it alone. */
export interface VoteTerms {
  readonly utility: number;
  readonly threshold: number;
  readonly walkAway: number;
}

/**
 * The least utility it accepts: what it would itself ask for next round (ACnext; Baarslag, Hindriks and Jonker 2013).
 * In the last round b + (1 − h)·max(0, next target − b): where the conference can meet again, the deadline is soft.
 * Never below its walk-away.
 */
export function acceptanceThreshold(setting: Setting, view: PartyView): number {
  const { round } = view.public;
  const b = walkAway(view.me, view.own);
  const next = targetAt(setting, view, round + 1);
  const above = next > b ? next - b : 0;
  return round >= setting.rounds ? b + (1 - setting.deadlineHardness) * above : b + above;
}

export function voteTerms(setting: Setting, view: PartyView): VoteTerms {
  return {
    utility: utility(view.me, view.public.text),
    threshold: acceptanceThreshold(setting, view),
    walkAway: walkAway(view.me, view.own),
  };
}

/** A party accepts when the text crosses no red line of its and is worth at least its threshold to it. */
export function decideVote(setting: Setting, view: PartyView): Vote {
  const { me } = view;
  const { text } = view.public;
  const crossed = crossedRedLine(me, text);
  if (crossed >= 0) return objection(setting, 'red-line', crossed);
  const terms = voteTerms(setting, view);
  if (terms.utility >= terms.threshold - TOLERANCE) return { accepts: true };
  const belowWalkAway = terms.utility < terms.walkAway - TOLERANCE;
  return objection(setting, belowWalkAway ? 'below-walk-away' : 'below-target', costliestIssue(me, text));
}

function objection(setting: Setting, code: ObjectionCode, issue: number): Vote {
  return { accepts: false, objection: { code, issue: setting.issues[issue]!.id } };
}

/** Who is polled: those who are there officially or without mandate. */
export function isPolled(grade: Grade): boolean {
  return grade === 'official' || grade === 'unofficial';
}
