import type { Grade } from '../model/attendance.ts';
import type { Chance } from '../model/chance.ts';
import type { VoteTerms } from '../model/fact.ts';
import type { ObjectionCode } from '../model/question.ts';
import { TOLERANCE } from './arithmetic.ts';
import { audienceCost, commitmentDiscount } from './costs.ts';
import type { Setting } from './setting.ts';
import { targetAt } from './target.ts';
import { costliestIssue, crossedRedLine, utility, walkAway } from './utility.ts';
import type { PartyView } from './visibility.ts';
import { ACCEPTS, type Vote } from './world.ts';

/**
 * The least worth it accepts: what it would itself ask for next round (ACnext; Baarslag, Hindriks and Jonker 2013).
 * In the last round b + (1 − h)·max(0, next target − b): where the conference can meet again, the deadline is soft.
 * Never below its walk-away.
 */
export function acceptanceThreshold(setting: Setting, view: PartyView, chance: Chance): number {
  const { me, own } = view;
  const { round } = view.public;
  const b = walkAway(me, own);
  const greedy = targetAt(setting, view, round + 1, chance) + own.greed;
  const next = greedy < me.top || own.greed === 0 ? greedy : me.top;
  const above = next > b ? next - b : 0;
  return round >= setting.rounds ? b + (1 - setting.deadlineHardness) * above : b + above;
}

/** What a party weighs when it votes: known to it alone. Kept with the view, for the fact that tells of the vote. */
export function voteTerms(setting: Setting, view: PartyView, chance: Chance): VoteTerms {
  return (view.notes.vote ??= weighed(setting, view, chance));
}

function weighed(setting: Setting, view: PartyView, chance: Chance): VoteTerms {
  const { text } = view.public;
  return {
    utility: utility(view.me, text),
    promises: view.promises,
    audience: audienceCost(setting, view, text),
    commitment: commitmentDiscount(setting, view, text),
    threshold: acceptanceThreshold(setting, view, chance),
    walkAway: walkAway(view.me, view.own),
  };
}

/**
 * A party accepts when the text crosses no red line of its and U + promises − audience cost − commitment discount
 * reaches its threshold. A total spoiler never accepts; a limited one rejects every text outside its limit.
 */
export function decideVote(setting: Setting, view: PartyView, chance: Chance): Vote {
  const { me } = view;
  const { text } = view.public;
  const crossed = crossedRedLine(me, text);
  if (crossed >= 0) return objection(setting, 'red-line', crossed);
  const terms = voteTerms(setting, view, chance);
  const costliest = costliestIssue(me, text);
  if (me.spoiler?.type === 'total') return objection(setting, 'below-target', costliest);
  if (me.spoiler?.type === 'limited' && !me.spoiler.within[text[me.spoiler.issue]!])
    return objection(setting, 'below-target', me.spoiler.issue);
  const code = objectionCode(terms);
  return code === undefined ? ACCEPTS : objection(setting, code, costliest);
}

/** Why it objects, in a word; nothing when it accepts. What alone stands in the way is named before the rest. */
function objectionCode({
  utility: u,
  promises,
  audience,
  commitment,
  threshold,
  walkAway: b,
}: VoteTerms): ObjectionCode | undefined {
  const worth = u + promises - audience - commitment;
  const suffices = (value: number) => value >= threshold - TOLERANCE;
  if (suffices(worth)) return undefined;
  if (suffices(worth + commitment)) return 'no-guarantor';
  if (suffices(worth + audience)) return 'audience';
  return worth < b - TOLERANCE ? 'below-walk-away' : 'below-target';
}

function objection(setting: Setting, code: ObjectionCode, issue: number): Vote {
  return { accepts: false, objection: { code, issue: setting.issues[issue]!.id } };
}

/** Who is polled: those who are there officially or without mandate. */
export function isPolled(grade: Grade): boolean {
  return grade === 'official' || grade === 'unofficial';
}
