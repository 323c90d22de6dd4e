import type { Grade } from '../model/attendance.ts';
import type { Closing, Ending } from '../model/ending.ts';
import type { Change, Fact, FactOf } from '../model/fact.ts';
import type { CaucusAct, Objection } from '../model/question.ts';
import type { IssueId, OptionId, PartyId, Scenario } from '../model/scenario.ts';
import { evolve } from './evolve.ts';
import { stateAtStart } from './state.ts';

/** One conference of two that are compared. */
export interface Told {
  readonly scenario: Scenario;
  readonly facts: readonly Fact[];
}

/** What both have to say of one thing; nothing where one has nothing to say of it. */
export interface Pair<T> {
  readonly a: T | undefined;
  readonly b: T | undefined;
}

export interface VoteTold {
  readonly accepts: boolean;
  readonly adReferendum: boolean;
  readonly objection: Objection | undefined;
}

export type ActKind = CaucusAct['act'];

/** Something that is not the same in a round of the two. */
export type Difference =
  /** What a what-if set as the round opened. */
  | ({ readonly what: 'sets' } & Pair<readonly string[]>)
  /** A vote that a what-if set. */
  | ({ readonly what: 'set-vote'; readonly party: PartyId } & Pair<true>)
  | ({ readonly what: 'attendance'; readonly party: PartyId } & Pair<Grade>)
  | ({ readonly what: 'asks'; readonly party: PartyId } & Pair<readonly Change[]>)
  /** An act in the corridor and its outcome: a press as it came out, else `done` or `not-believed`. */
  | ({ readonly what: 'act'; readonly act: ActKind; readonly from: PartyId; readonly to: PartyId } & Pair<string>)
  /** An issue of the text as polled: told in the round in which it came to differ, or changed while it did. */
  /** A turn of alternating offers. */
  | ({ readonly what: 'move'; readonly party: PartyId } & Pair<MoveTold>)
  | ({ readonly what: 'text'; readonly issue: IssueId } & Pair<OptionId>)
  | ({ readonly what: 'vote'; readonly party: PartyId } & Pair<VoteTold>)
  | ({ readonly what: 'threat' | 'left'; readonly party: PartyId } & Pair<true>)
  | ({ readonly what: 'event'; readonly event: string; readonly headline: string } & Pair<true>)
  | ({ readonly what: 'ratified'; readonly party: PartyId } & Pair<boolean>);

/** What an offer changes in the text on the table, or that it was accepted. */
export type MoveTold = readonly Change[] | 'accepts';

export interface RoundCompared {
  /** 0 before the first round. */
  readonly round: number;
  /** Whether each of the two had such a round. */
  readonly inA: boolean;
  readonly inB: boolean;
  readonly rows: readonly Difference[];
}

export interface EndingTold {
  readonly ending: Ending;
  readonly closing: Closing;
  readonly round: number;
  /** Who made it end so: those who signed, left or stayed away. */
  readonly parties: readonly PartyId[];
  /** The durability index of an agreement. */
  readonly durability: number | undefined;
}

export interface ScoreTold {
  readonly utility: number;
  readonly walkAway: number;
  readonly signed: boolean;
}

export interface Comparison {
  /** Whether every fact is the same. */
  readonly same: boolean;
  /** The first fact that is not the same: its index, and what each has there. */
  readonly parting: ({ readonly index: number } & Pair<Fact>) | undefined;
  /** Only rounds in which something a reader would notice differs, and of each only what differs. */
  readonly rounds: readonly RoundCompared[];
  readonly ending: Pair<EndingTold>;
  /** By party, in id order, whether or not they differ. */
  readonly scores: readonly ({ readonly party: PartyId } & Pair<ScoreTold>)[];
}

/** Two conferences side by side, from their facts alone. Both must be of scenarios with the same parties and issues for rows to mean much. */
export function compare(a: Told, b: Told): Comparison {
  const index = partingOf(a.facts, b.facts);
  const [ofA, ofB] = [roundsOf(a), roundsOf(b)];
  const last = Math.max(ofA.length, ofB.length);
  const rounds: RoundCompared[] = [];
  for (let round = 0; round < last; round++) {
    const rows = index === undefined ? [] : differences(ofA, ofB, round);
    if (rows.length > 0) rounds.push({ round, inA: round < ofA.length, inB: round < ofB.length, rows });
  }
  return {
    same: index === undefined,
    parting: index === undefined ? undefined : { index, a: a.facts[index], b: b.facts[index] },
    rounds,
    ending: { a: endingOf(a.facts), b: endingOf(b.facts) },
    scores: scoresOf(a, b),
  };
}

function partingOf(a: readonly Fact[], b: readonly Fact[]): number | undefined {
  const length = Math.max(a.length, b.length);
  for (let n = 0; n < length; n++) if (JSON.stringify(a[n]) !== JSON.stringify(b[n])) return n;
  return undefined;
}

interface Round {
  /** By key: a difference without its two sides. */
  readonly told: ReadonlyMap<string, Entry>;
  readonly text: Readonly<Record<IssueId, OptionId>>;
}

type Entry = { readonly row: Row; readonly value: unknown };
type Row = Difference extends infer D ? (D extends Pair<unknown> ? Omit<D, 'a' | 'b'> : never) : never;

/** What each round says, the text as polled in it; the first is the time before round 1. */
function roundsOf({ scenario, facts }: Told): readonly Round[] {
  const state = stateAtStart(scenario);
  const rounds: { told: Map<string, Entry>; text: Record<IssueId, OptionId> }[] = [
    { told: new Map(), text: { ...state.text } },
  ];
  for (const fact of facts) {
    evolve(state, fact);
    while (rounds.length <= fact.round) rounds.push({ told: new Map(), text: {} });
    const round = rounds[fact.round]!;
    round.text = { ...state.text };
    const entry = entryOf(fact);
    if (entry !== undefined) round.told.set(JSON.stringify(entry.row), entry);
  }
  return rounds;
}

function entryOf(fact: Fact): Entry | undefined {
  switch (fact.type) {
    case 'course.changed':
      return { row: { what: 'sets' }, value: fact.sets };
    case 'seat.held':
      return fact.holder === 'script' ? { row: { what: 'set-vote', party: fact.party }, value: true } : undefined;
    case 'attendance.settled':
      return { row: { what: 'attendance', party: fact.party }, value: fact.grade };
    case 'amendments.tabled':
      return fact.changes.length === 0 ? undefined : { row: { what: 'asks', party: fact.party }, value: fact.changes };
    case 'offer.made':
      return { row: { what: 'move', party: fact.party }, value: fact.changes };
    case 'offer.accepted':
      return { row: { what: 'move', party: fact.party }, value: 'accepts' };
    case 'party.pressed':
      return act('press', fact, fact.outcome);
    case 'party.promised':
      return act('promise', fact, 'done');
    case 'party.reassured':
      return act('reassure', fact, fact.credible ? 'done' : 'not-believed');
    case 'party.warned':
      return act('warn', fact, fact.credible ? 'done' : 'not-believed');
    case 'channel.leaked':
      return act('leak', fact, 'done');
    case 'vote.cast': {
      // Only an acceptance can be referred home.
      const { accepts, objection } = fact;
      const adReferendum = accepts && fact.adReferendum;
      return { row: { what: 'vote', party: fact.party }, value: { accepts, adReferendum, objection } };
    }
    case 'walk-out.threatened':
      return { row: { what: 'threat', party: fact.party }, value: true };
    case 'party.left':
      return { row: { what: 'left', party: fact.party }, value: true };
    case 'event.struck':
      return { row: { what: 'event', event: fact.event, headline: fact.headline }, value: true };
    case 'agreement.ratified':
      return { row: { what: 'ratified', party: fact.party }, value: fact.ratified };
    case 'round.opened':
    case 'text.drafted':
    case 'round.closed':
    case 'durability.weighed':
    case 'conference.ended':
    case 'answer.given':
      return undefined;
  }
}

function act(kind: ActKind, { from, to }: { readonly from: PartyId; readonly to: PartyId }, outcome: string): Entry {
  return { row: { what: 'act', act: kind, from, to }, value: outcome };
}

const ORDER: readonly Difference['what'][] = [
  'sets',
  'set-vote',
  'attendance',
  'asks',
  'move',
  'act',
  'text',
  'vote',
  'threat',
  'left',
  'event',
  'ratified',
];

function differences(ofA: readonly Round[], ofB: readonly Round[], n: number): readonly Difference[] {
  const [a, b] = [ofA[n], ofB[n]];
  const keys = new Set([...(a?.told.keys() ?? []), ...(b?.told.keys() ?? [])]);
  const rows: Difference[] = [];
  for (const key of keys) {
    const [left, right] = [a?.told.get(key), b?.told.get(key)];
    if (JSON.stringify(left?.value) === JSON.stringify(right?.value)) continue;
    rows.push({ ...(left ?? right)!.row, a: left?.value, b: right?.value } as Difference);
  }
  rows.push(...textRows(ofA, ofB, n));
  return rows.sort((one, other) => ORDER.indexOf(one.what) - ORDER.indexOf(other.what));
}

/** A text that differs goes on differing; it is told when it comes to, and when it moves. */
function textRows(ofA: readonly Round[], ofB: readonly Round[], n: number): readonly Difference[] {
  const [a, b] = [ofA[n]?.text, ofB[n]?.text];
  const [beforeA, beforeB] = [ofA[n - 1]?.text, ofB[n - 1]?.text];
  const issues = [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])];
  return issues.flatMap((issue): Difference[] => {
    const moved = (now: Round['text'] | undefined, before: Round['text'] | undefined) =>
      now !== undefined && now[issue] !== before?.[issue];
    if (a?.[issue] === b?.[issue] || !(moved(a, beforeA) || moved(b, beforeB))) return [];
    return [{ what: 'text', issue, a: a?.[issue], b: b?.[issue] }];
  });
}

function endedIn(facts: readonly Fact[]): FactOf<'conference.ended'> | undefined {
  return facts.find((fact): fact is FactOf<'conference.ended'> => fact.type === 'conference.ended');
}

/** How a conference ended; nothing when its facts do not reach an ending. */
export function endingOf(facts: readonly Fact[]): EndingTold | undefined {
  const ended = endedIn(facts);
  if (ended === undefined) return undefined;
  const weighed = facts.find((fact) => fact.type === 'durability.weighed');
  const { ending, closing, round, parties } = ended;
  return { ending, closing, round, parties, durability: weighed?.index };
}

function scoresOf(a: Told, b: Told): Comparison['scores'] {
  const ids = [...new Set([...a.scenario.parties, ...b.scenario.parties].map(({ id }) => id))].sort();
  const [endA, endB] = [endedIn(a.facts), endedIn(b.facts)];
  return ids.map((party) => ({ party, a: scoreOf(endA, party), b: scoreOf(endB, party) }));
}

function scoreOf(ended: FactOf<'conference.ended'> | undefined, party: PartyId): ScoreTold | undefined {
  const own = ended?.private[party];
  if (ended === undefined || own === undefined) return undefined;
  return { ...own, signed: ended.ending === 'agreement' && ended.parties.includes(party) };
}
