import type { Course, SignatoryCourse } from '../../analysis/course.ts';
import type { Opinion } from '../../analysis/opinions.ts';
import type { FactOf } from '../../model/fact.ts';
import type { IssueId, OptionId, Scenario } from '../../model/scenario.ts';
import { capitalised, inWords, listed, score, times, type Names } from './names.ts';

/** What happened and why, in one paragraph of plain English. */
export function reading(scenario: Scenario, ended: FactOf<'conference.ended'>, course: Course, names: Names): string {
  const sentences = [
    opening(scenario, ended, course, names),
    ...(course.rounds === 0
      ? []
      : [
          mandates(ended, course, names),
          refusals(ended, course, names),
          nearest(ended, course, names),
          pressure(course, names),
        ]),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function opening(scenario: Scenario, ended: FactOf<'conference.ended'>, course: Course, names: Names): string {
  const who = listed(ended.parties.map(names.party));
  const rounds = `${inWords(course.rounds)} ${course.rounds === 1 ? 'round' : 'rounds'}`;
  switch (ended.ending) {
    case 'agreement':
      return `After ${rounds} ${who} signed ${signedText(course, names)}: the conference ended in agreement.`;
    case 'communique':
      return `Time ran out after ${rounds}, but ${listed(ended.settled.map(names.issue))} had been settled, and ${who} put that into a communiqué.`;
    case 'consultations':
      return `Time ran out after ${rounds} with nobody who must sign having left, and the parties promised to consult again.`;
    case 'collapse':
      if (ended.closing === 'signatory-left' && course.standing !== undefined)
        return `${capitalised(who)} left in round ${ended.round}, and with that the bargaining ended.`;
      return ended.closing === 'time-up'
        ? `Time ran out after ${rounds} without a text that all could sign, and nothing to follow.`
        : `${capitalised(who)} walked out in round ${ended.round}, and without ${ended.parties.length > 1 ? 'them' : 'its signature'} the conference collapsed.`;
    case 'no-conference':
      return `${capitalised(who)} did not come to ${scenario.conference.place} as a party, and without ${ended.parties.length > 1 ? 'them' : 'it'} there was nobody to sign: the conference was ${ended.closing === 'postponed' ? 'put off' : 'called off'}.`;
  }
}

/** Over a single text it is the chair's; of alternating offers it is somebody's offer, made in some round. */
function signedText({ standing }: Course, names: Names): string {
  return standing === undefined
    ? 'the chair’s text'
    : `what ${names.party(standing.party)} offered in round ${standing.round}`;
}

/** A signatory's delegation without mandate makes an agreement impossible, whatever it thinks of the text. */
function mandates(ended: FactOf<'conference.ended'>, { signatories }: Course, names: Names): string {
  const without = signatories.filter((one) => one.adReferendum).map((one) => names.party(one.party));
  if (without.length === 0 || ended.ending === 'agreement') return '';
  return `${capitalised(listed(without))} had sent ${without.length === 1 ? 'a delegation' : 'delegations'} without mandate, so nothing could be signed, whatever ${without.length === 1 ? 'it' : 'they'} thought of the text.`;
}

function refusals(ended: FactOf<'conference.ended'>, course: Course, names: Names): string {
  return course.signatories
    .filter((one) => one.polls > 0 && (ended.ending !== 'agreement' || one.objections.length > 0))
    .map((one) => capitalised(refusalOf(one, names)))
    .join(' ');
}

function refusalOf({ party, polls, acceptedIn, objections }: SignatoryCourse, names: Names): string {
  const name = names.party(party);
  const most = objections[0];
  const accepted =
    acceptedIn.length === 0
      ? `${name} accepted no text`
      : acceptedIn.length === polls
        ? `${name} accepted every text`
        : acceptedIn.length === 1
          ? `${name} accepted the text of round ${acceptedIn[0]} alone`
          : `${name} accepted ${times(acceptedIn.length)} in ${inWords(polls)} polls, first in round ${acceptedIn[0]}`;
  if (most === undefined) return `${accepted}.`;
  const refused = polls - acceptedIn.length;
  const share =
    refused === 1
      ? 'its one refusal was'
      : most.count === refused
        ? `all ${inWords(refused)} of its refusals were`
        : `${inWords(most.count)} of its ${inWords(refused)} refusals were`;
  return `${accepted}; ${share} over ${names.issue(most.issue)}${most.redLine ? ', a red line' : ''}.`;
}

function nearest(ended: FactOf<'conference.ended'>, { nearest: poll }: Course, names: Names): string {
  if (poll === undefined || ended.ending === 'agreement') return '';
  const by = score(Math.abs(poll.margin));
  const where = poll.margin < 0 ? `${by} below` : `${by} above`;
  return `The text came nearest in round ${poll.round}, when the worse off of those who must sign, ${names.party(poll.party)}, stood ${where} its walk-away.`;
}

/** Pressure that moved somebody, the most effective first; pressure that moved nobody as a count. */
function pressure({ pressure: pairs }: Course, names: Names): string {
  const pressed = pairs.reduce((sum, pair) => sum + pair.pressed, 0);
  if (pressed === 0) return '';
  const moving = pairs.filter((pair) => pair.worked > 0).toSorted((a, b) => b.worked - a.worked);
  if (moving.length === 0) return `Pressure in the corridor, tried ${times(pressed)}, moved nobody.`;
  const told = moving.slice(0, 3);
  const counted = told.findLastIndex((pair) => pair.pressed > 1);
  const list = told.map((pair, n) => {
    const how =
      pair.pressed === 1
        ? 'at the first attempt'
        : `${times(pair.worked)} in ${inWords(pair.pressed)}${n === counted ? ' attempts' : ''}`;
    return `${names.party(pair.from)} moved ${names.party(pair.to)} ${how}`;
  });
  const backfired = pairs.reduce((sum, pair) => sum + pair.backfired, 0);
  const backlash = backfired === 0 ? '' : `; ${times(backfired)} pressure backfired`;
  return `In the corridor ${listed(list)}${backlash}.`;
}

/** The baseline beside the result: where the compromise model and the last text differ. */
export function baselineReading(
  scenario: Scenario,
  text: Readonly<Record<IssueId, OptionId>>,
  opinions: Readonly<Record<IssueId, Opinion>>,
  names: Names,
): string {
  const issues = scenario.agenda.filter((id) => opinions[id] !== undefined);
  if (issues.length === 0) return 'No baseline: no issue here has an order.';
  const differing = issues.filter((id) => opinions[id]!.option !== text[id]);
  const head = 'Baseline: the mean of the same stances, weighted by leverage and salience,';
  if (differing.length === 0) return `${head} gives the last text on every ordered issue.`;
  const same = issues.length - differing.length;
  const list = differing.map((id) => `“${names.option(id, opinions[id]!.option)}” on ${names.issue(id)}`);
  return `${head} agrees with the last text on ${same === 0 ? 'none' : inWords(same)} of ${inWords(issues.length)} ordered issues and would have ${listed(list)}.`;
}

export const NOT_ESTIMATED =
  'Nothing here is estimated from data: frequencies are those of the model, not of the world.';
