import type { Grade } from '../model/attendance.ts';
import type { Closing, Ending } from '../model/ending.ts';
import type { Fact, FactOf, PressOutcome } from '../model/fact.ts';
import type { IssueId, OptionId, PartyId } from '../model/scenario.ts';
import type { Setting } from '../rules/setting.ts';

/** What is counted of one conference, in one pass over its facts; metrics read it. */
export interface Tally {
  readonly ending: Ending;
  readonly closing: Closing;
  /** The round in which it ended; 0 when it never began. */
  readonly rounds: number;
  /** Who made it end so: those who signed, left or stayed away. */
  readonly by: readonly PartyId[];
  /** Issues that the ending settles. */
  readonly settled: number;
  /** The last text. */
  readonly text: Readonly<Record<IssueId, OptionId>>;
  readonly parties: Readonly<Record<PartyId, PartyTally>>;
  readonly durability: FactOf<'durability.weighed'> | undefined;
  readonly counts: Readonly<Record<Count, number>>;
  readonly presses: Readonly<Record<PressOutcome, number>>;
  /** Ids of the events that struck. */
  readonly events: readonly string[];
}

export interface PartyTally {
  /** How it came, whatever it did later. */
  readonly grade: Grade;
  readonly left: boolean;
  /** What the last text is worth to it, and its walk-away at the end. */
  readonly utility: number;
  readonly walkAway: number;
  /** Of an agreement that it signed. */
  readonly ratified: boolean | undefined;
  /** As the first round opened; nothing without a conference. */
  readonly readiness: number | undefined;
  /** At the end of the last full round; nothing before one was closed. */
  readonly expectation: number | undefined;
  readonly trust: Readonly<Record<PartyId, number>>;
}

export type Count =
  'amendments' | 'changes' | 'drafts' | 'offers' | 'promises' | 'reassurances' | 'warnings' | 'leaks' | 'threats';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Reads the facts of a whole conference; `setting` is what it was played under. */
export function tallyOf(facts: readonly Fact[], setting: Setting): Tally {
  const text: Record<IssueId, OptionId> = {};
  setting.issues.forEach((issue, k) => (text[issue.id] = issue.options[setting.opening[k]!]!));
  const parties: Record<PartyId, Open<PartyTally>> = {};
  for (const { id } of setting.parties) parties[id] = unheard();
  const counts: Record<Count, number> = {
    amendments: 0,
    changes: 0,
    drafts: 0,
    offers: 0,
    promises: 0,
    reassurances: 0,
    warnings: 0,
    leaks: 0,
    threats: 0,
  };
  const presses: Record<PressOutcome, number> = { worked: 0, failed: 0, backfired: 0 };
  const events: string[] = [];
  let opened: FactOf<'round.opened'> | undefined;
  let closed: FactOf<'round.closed'> | undefined;
  let durability: FactOf<'durability.weighed'> | undefined;
  let ended: FactOf<'conference.ended'> | undefined;
  const changed = ({ changes }: FactOf<'text.drafted' | 'offer.made'>) => {
    counts.changes += changes.length;
    for (const { issue, to } of changes) text[issue] = to;
  };
  for (const fact of facts) {
    switch (fact.type) {
      case 'attendance.settled':
        parties[fact.party]!.grade = fact.grade;
        break;
      case 'round.opened':
        opened ??= fact;
        break;
      case 'amendments.tabled':
        counts.amendments += fact.changes.length;
        break;
      case 'party.pressed':
        presses[fact.outcome] += 1;
        break;
      case 'party.promised':
        counts.promises += 1;
        break;
      case 'party.reassured':
        counts.reassurances += 1;
        break;
      case 'party.warned':
        counts.warnings += 1;
        break;
      case 'channel.leaked':
        counts.leaks += 1;
        break;
      case 'text.drafted':
        counts.drafts += 1;
        changed(fact);
        break;
      case 'offer.made':
        counts.offers += 1;
        changed(fact);
        break;
      case 'walk-out.threatened':
        counts.threats += 1;
        break;
      case 'party.left':
        parties[fact.party]!.left = true;
        break;
      case 'event.struck':
        events.push(fact.event);
        break;
      case 'round.closed':
        closed = fact;
        break;
      case 'conference.ended':
        ended = fact;
        break;
      case 'agreement.ratified':
        parties[fact.party]!.ratified = fact.ratified;
        break;
      case 'durability.weighed':
        durability = fact;
        break;
      case 'vote.cast':
      case 'offer.accepted':
      case 'seat.held':
      case 'answer.given':
      case 'course.changed':
        break;
      default:
        fact satisfies never;
    }
  }
  if (ended === undefined) throw new Error('a conference without an ending');
  // Of the rounds only the first and the last full one count, so their numbers are read when these are known.
  for (const { id } of setting.parties) {
    const party = parties[id]!;
    const { utility, walkAway } = ended.private[id]!;
    party.utility = utility;
    party.walkAway = walkAway;
    if (opened !== undefined) party.readiness = opened.private[id]!.readiness;
    if (closed === undefined) continue;
    const { expectation, trust } = closed.private[id]!;
    party.expectation = expectation;
    party.trust = trust;
  }
  return {
    ending: ended.ending,
    closing: ended.closing,
    rounds: ended.round,
    by: ended.parties,
    settled: ended.settled.length,
    text,
    parties,
    durability,
    counts,
    presses,
    events,
  };
}

function unheard(): Open<PartyTally> {
  return {
    grade: 'absent',
    left: false,
    utility: 0,
    walkAway: 0,
    ratified: undefined,
    readiness: undefined,
    expectation: undefined,
    trust: {},
  };
}
