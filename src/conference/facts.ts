import type { Grade } from '../model/attendance.ts';
import type { Chance } from '../model/chance.ts';
import type { Closing, Ending } from '../model/ending.ts';
import type { Change, Fact, FactOf, Private, Standing, Mood } from '../model/fact.ts';
import type { Text } from '../model/text.ts';
import { attendanceTerms } from '../rules/attendance.ts';
import { leftOut, type Happening } from '../rules/corridor.ts';
import type { Press } from '../rules/pressure.ts';
import { ratificationOdds } from '../rules/ratification.ts';
import type { DraftChange } from '../rules/draft-change.ts';
import { absentSignatories, agreedIssues } from '../rules/endings.ts';
import { hazardOfLeaving } from '../rules/leaving.ts';
import { voteTerms } from '../rules/polling.ts';
import type { PartySetting } from '../rules/party-setting.ts';
import type { Setting } from '../rules/setting.ts';
import { heldTarget, readiness } from '../rules/target.ts';
import { utility, walkAway } from '../rules/utility.ts';
import type { PartyView } from '../rules/visibility.ts';
import type { Vote, World } from '../rules/world.ts';
import type { GivenOf } from './port.ts';

/**
 * Facts from states: indices become ids, and each party's numbers go under its name. A study makes some hundred million
 * of them, so the frequent ones are plain literals: a spread, or a computed key in a literal, costs as much as a rule.
 */

/** One party's own numbers, under its name. */
export function under<T>(id: string, numbers: T): Private<T> {
  const own: Record<string, T> = {};
  own[id] = numbers;
  return own;
}

/** `given` is what an undecided party answered. */
export function attendanceSettled(
  setting: Setting,
  party: PartySetting,
  grade: Grade,
  given: GivenOf<'attendance'> | undefined,
): FactOf<'attendance.settled'> {
  const { id } = party;
  if (given === undefined) return { type: 'attendance.settled', round: 0, party: id, grade, decided: false };
  const { weighed } = given.answer;
  const numbers = under(id, attendanceTerms(setting, given.view));
  return weighed === undefined
    ? { type: 'attendance.settled', round: 0, party: id, grade, decided: true, private: numbers }
    : { type: 'attendance.settled', round: 0, party: id, grade, decided: true, weighed, private: numbers };
}

export function roundOpened(setting: Setting, world: World): FactOf<'round.opened'> {
  const standings: Record<string, Standing> = {};
  for (const party of setting.parties) {
    const state = world.parties[party.index]!;
    standings[party.id] = {
      utility: utility(party, world.public.text),
      walkAway: walkAway(party, state),
      target: heldTarget(party, state),
      readiness: readiness(setting, state),
    };
  }
  return { type: 'round.opened', round: world.public.round, private: standings };
}

export function amendmentsTabled(
  setting: Setting,
  world: World,
  i: number,
  proposal: Text,
): FactOf<'amendments.tabled'> {
  const party = setting.parties[i]!;
  return {
    type: 'amendments.tabled',
    round: world.public.round,
    party: party.id,
    changes: changesBetween(setting, world.public.text, proposal),
    private: under(party.id, { utility: utility(party, proposal), target: heldTarget(party, world.parties[i]!) }),
  };
}

/** What came of one act in the corridor; what ran on a back channel was seen by its two ends. */
export function corridorFact(setting: Setting, world: World, happening: Happening): Fact {
  if (happening.type === 'press') return partyPressed(setting, world, happening.press);
  if (happening.type === 'leak') return channelLeaked(setting, world, happening.relation, happening.by);
  const { relation } = happening;
  const from = setting.parties[setting.relations[relation]!.from]!.id;
  const to = setting.parties[setting.relations[relation]!.to]!.id;
  const { channel } = world.relations[relation]!;
  const { round } = world.public;
  const seenBy = channel === 'back' ? [from, to] : undefined;
  switch (happening.type) {
    case 'promise': {
      const type = 'party.promised';
      const numbers: Record<string, { gain: number } | { cost: number }> = {};
      numbers[to] = { gain: happening.gain };
      numbers[from] = { cost: happening.cost };
      return seenBy === undefined
        ? { type, round, from, to, channel, private: numbers }
        : { type, round, from, to, channel, seenBy, private: numbers };
    }
    case 'reassure': {
      const type = 'party.reassured';
      const { credible } = happening;
      const numbers = under(to, { expectationBy: happening.by });
      return seenBy === undefined
        ? { type, round, from, to, channel, credible, private: numbers }
        : { type, round, from, to, channel, seenBy, credible, private: numbers };
    }
    case 'warn': {
      const type = 'party.warned';
      const { credible } = happening;
      const numbers = under(to, { targetBy: happening.by });
      return seenBy === undefined
        ? { type, round, from, to, channel, credible, private: numbers }
        : { type, round, from, to, channel, seenBy, credible, private: numbers };
    }
  }
}

/** Nobody presses one that did not object, so there is always something to press over. */
function partyPressed(
  setting: Setting,
  { public: { round, votes }, relations }: World,
  { relation, outcome, probability, by }: Press,
): FactOf<'party.pressed'> {
  const ends = setting.relations[relation]!;
  const from = setting.parties[ends.from]!.id;
  const to = setting.parties[ends.to]!.id;
  const { channel } = relations[relation]!;
  const vote = votes[ends.to];
  if (vote?.accepts !== false) throw new Error(`${from} presses ${to}, which did not object`);
  const over = vote.objection.issue;
  const numbers: Record<string, { probability: number } | { walkAwayBy: number }> = {};
  numbers[from] = { probability };
  numbers[to] = { walkAwayBy: by };
  return channel === 'back'
    ? { type: 'party.pressed', round, from, to, channel, seenBy: [from, to], over, outcome, private: numbers }
    : { type: 'party.pressed', round, from, to, channel, over, outcome, private: numbers };
}

export function channelLeaked(
  setting: Setting,
  world: World,
  relation: number,
  by: FactOf<'channel.leaked'>['by'],
): FactOf<'channel.leaked'> {
  const { from, to } = setting.relations[relation]!;
  return {
    type: 'channel.leaked',
    round: world.public.round,
    from: setting.parties[from]!.id,
    to: setting.parties[to]!.id,
    by,
    leftOut: leftOut(setting, relation).map((r) => setting.parties[setting.relations[r]!.to]!.id),
  };
}

export function agreementRatified(
  setting: Setting,
  world: World,
  i: number,
  ratified: boolean,
): FactOf<'agreement.ratified'> {
  const { id } = setting.parties[i]!;
  const probability = ratificationOdds(setting, world, i);
  return {
    type: 'agreement.ratified',
    round: world.public.round,
    party: id,
    ratified,
    private: under(id, { probability }),
  };
}

export function textDrafted(
  setting: Setting,
  before: World,
  after: World,
  changes: readonly DraftChange[],
): FactOf<'text.drafted'> {
  return {
    type: 'text.drafted',
    round: after.public.round,
    version: after.public.version,
    style: setting.chair.style,
    reason: changes[0]?.reason ?? (setting.chair.style === 'facilitation' ? 'median' : 'nash'),
    changes: changesBetween(setting, before.public.text, after.public.text),
  };
}

/** Of a party that voted on what its view shows. */
export function voteCast(setting: Setting, view: PartyView, vote: Vote, chance: Chance): FactOf<'vote.cast'> {
  const { round, grades } = view.public;
  const { id: party, index } = view.me;
  const adReferendum = grades[index] === 'unofficial';
  const numbers = under(party, voteTerms(setting, view, chance));
  return vote.accepts
    ? { type: 'vote.cast', round, party, accepts: true, adReferendum, private: numbers }
    : { type: 'vote.cast', round, party, accepts: false, adReferendum, objection: vote.objection, private: numbers };
}

/** What shows of a party's weighing whether to go on: that it left, that it threatened to, or nothing. */
export function afterWeighing(setting: Setting, view: PartyView, stays: boolean): Fact | undefined {
  const { id: party, signatory } = view.me;
  const { round } = view.public;
  const hazard = hazardOfLeaving(setting, view);
  if (!stays) return { type: 'party.left', round, party, signatory, private: under(party, { hazard }) };
  return hazard > 0 ? { type: 'walk-out.threatened', round, party, private: under(party, { hazard }) } : undefined;
}

export function roundClosed(setting: Setting, world: World): FactOf<'round.closed'> {
  const moods: Record<string, Mood> = {};
  for (const party of setting.parties) {
    const state = world.parties[party.index]!;
    const trust: Record<string, number> = {};
    for (const r of setting.incoming[party.index]!)
      trust[setting.parties[setting.relations[r]!.from]!.id] = world.relations[r]!.trust;
    moods[party.id] = { walkAway: walkAway(party, state), expectation: state.expectation, strain: state.strain, trust };
  }
  return { type: 'round.closed', round: world.public.round, private: moods };
}

export function conferenceEnded(
  setting: Setting,
  world: World,
  ending: Ending,
  left: readonly number[],
): FactOf<'conference.ended'> {
  const departed = left.filter((i) => setting.parties[i]!.signatory);
  const fact = (closing: Closing, parties: readonly number[], settled: readonly string[]) =>
    factOfEnding(setting, world, ending, closing, parties, settled);
  switch (ending) {
    case 'agreement':
      return fact(
        'signed',
        setting.signatories,
        setting.issues.map((issue) => issue.id),
      );
    case 'communique':
      return fact(
        'partial',
        setting.signatories,
        agreedIssues(setting, world).map((k) => setting.issues[k]!.id),
      );
    case 'consultations':
      return fact('time-up', [], []);
    case 'collapse':
      return departed.length > 0 ? fact('signatory-left', departed, []) : fact('time-up', [], []);
    case 'no-conference':
      return fact(setting.consultations ? 'postponed' : 'declined', absentSignatories(setting, world), []);
  }
}

export function factOfEnding(
  setting: Setting,
  world: World,
  ending: Ending,
  closing: Closing,
  parties: readonly number[],
  settled: readonly string[],
): FactOf<'conference.ended'> {
  const worth: Record<string, { readonly utility: number; readonly walkAway: number }> = {};
  for (const party of setting.parties) {
    worth[party.id] = {
      utility: utility(party, world.public.text),
      walkAway: walkAway(party, world.parties[party.index]!),
    };
  }
  return {
    type: 'conference.ended',
    round: world.public.round,
    ending,
    closing,
    parties: parties.map((i) => setting.parties[i]!.id),
    settled,
    private: worth,
  };
}

export function changesBetween(setting: Setting, before: Text, after: Text): Change[] {
  const changes: Change[] = [];
  for (let k = 0; k < before.length; k++) {
    const [from, to] = [before[k]!, after[k]!];
    if (from === to) continue;
    const { id, options } = setting.issues[k]!;
    changes.push({ issue: id, from: options[from]!, to: options[to]! });
  }
  return changes;
}
