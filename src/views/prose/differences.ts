import type { Change } from '../../model/fact.ts';
import type { Difference, EndingTold, MoveTold, Pair, RoundCompared, VoteTold } from '../../record/diff.ts';
import { ENDING, GRADE, PRESS } from './codes.ts';
import { inWords, listed, score, type Names } from './names.ts';
import { settingWords } from './quantities.ts';
import { objection, wishes } from './sentences.ts';

/** What differs in a round under one heading of the wire: what is told on the one side and on the other. */
export interface Contrast {
  readonly label: 'what if' | 'comes' | 'asked' | 'offers' | 'corridor' | 'text' | 'poll' | 'after';
  readonly a: readonly string[];
  readonly b: readonly string[];
}

const LABEL: Record<Difference['what'], Contrast['label']> = {
  sets: 'what if',
  'set-vote': 'what if',
  attendance: 'comes',
  asks: 'asked',
  move: 'offers',
  act: 'corridor',
  text: 'text',
  vote: 'poll',
  threat: 'after',
  left: 'after',
  event: 'after',
  ratified: 'after',
};

/** The rows of a round in English, in the order of a round. Where only one side went on, only that side speaks; what reads alike is left out. */
export function contrasts({ rows, inA, inB }: RoundCompared, names: Names): readonly Contrast[] {
  const labels = [...new Set(rows.map((row) => LABEL[row.what]))];
  return labels
    .map((label) => {
      const own = rows.filter((row) => LABEL[row.what] === label);
      return { label, a: inA ? sideOf(own, 'a', names) : [], b: inB ? sideOf(own, 'b', names) : [] };
    })
    .filter(({ a, b }) => a.join('; ') !== b.join('; '));
}

/** One side of some rows; votes with one reason are told together, and presses that move nobody as a count. */
function sideOf(rows: readonly Difference[], side: 'a' | 'b', names: Names): readonly string[] {
  const votes = rows.filter((row) => row.what === 'vote');
  const failed = rows.filter((row) => row.what === 'act' && row.act === 'press' && row[side] === 'failed');
  const rest = rows.filter((row) => row.what !== 'vote' && !failed.includes(row));
  return [
    ...ballots(votes, side, names),
    ...rest.flatMap((row) => bothSides(row, names)[side] ?? []),
    ...(failed.length === 0 ? [] : [attempts(failed.length)]),
  ];
}

function attempts(count: number): string {
  return `${inWords(count)} ${count === 1 ? 'attempt' : 'attempts'} to press move${count === 1 ? 's' : ''} nobody`;
}

type VoteRow = Extract<Difference, { what: 'vote' }>;

function ballots(rows: readonly VoteRow[], side: 'a' | 'b', names: Names): readonly string[] {
  const groups = new Map<string, { parties: string[]; vote: VoteTold | undefined }>();
  for (const row of rows) {
    const vote = row[side];
    const key = vote?.objection?.code === 'audience' ? row.party : JSON.stringify(vote ?? null);
    const group = groups.get(key) ?? { parties: [], vote };
    group.parties.push(names.party(row.party));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ parties, vote }) => ballot(parties, vote, names));
}

/** "China and Iran accept"; "Kabul and Moscow hold out for more, most of all on the fighting". */
function ballot(parties: readonly string[], vote: VoteTold | undefined, names: Names): string {
  const who = listed(parties);
  const one = parties.length === 1;
  if (vote === undefined) return `${who} ${one ? 'has' : 'have'} no vote`;
  if (vote.objection !== undefined) {
    if (vote.objection.code === 'below-target')
      return `${who} ${one ? 'holds' : 'hold'} out for more, most of all on ${names.issue(vote.objection.issue)}`;
    return `${who} ${one ? 'objects' : 'object'}: ${objection(vote.objection, names)}`;
  }
  return `${who} ${one ? 'accepts' : 'accept'}${vote.adReferendum ? ', ad referendum' : ''}`;
}

/** The rows of a round one by one, for two columns. That a vote was set is left out, and what moved nobody on either side, and what reads alike. */
export function abreast({ rows, inA, inB }: RoundCompared, names: Names): readonly Pair<string>[] {
  const movedNobody = (row: Difference) =>
    row.what === 'act' && row.act === 'press' && [row.a, row.b].every((one) => one === undefined || one === 'failed');
  return rows
    .filter((row) => row.what !== 'set-vote' && !movedNobody(row))
    .map((row) => (row.what === 'text' ? ofTheText(bothSides(row, names)) : bothSides(row, names)))
    .map(({ a, b }) => ({ a: inA ? a : undefined, b: inB ? b : undefined }))
    .filter(({ a, b }) => a !== b);
}

/** No heading says of these rows what they are about. */
function ofTheText(row: Pair<string>): Pair<string> {
  return sides(row, (option) => `the text has ${option}`);
}

/** One row, on each side; nothing where there is nothing to say. */
function bothSides(row: Difference, names: Names): Pair<string> {
  switch (row.what) {
    case 'sets':
      return sides(row, (sets) => `from here on ${settingWords(sets, names)}`);
    case 'set-vote':
      return sides(row, () => `the vote of ${names.party(row.party)} is set`);
    case 'attendance':
      return sides(row, (grade) => `${names.party(row.party)} ${GRADE[grade]}`);
    case 'asks':
      return asks(row, names);
    case 'move':
      return sides(row, (move) => `${names.party(row.party)} ${moveWords(move, names)}`);
    case 'act':
      return sides(row, (outcome) => act(row, outcome, names));
    case 'text':
      return sides(row, (option) => `“${names.option(row.issue, option)}” on ${names.issue(row.issue)}`);
    case 'vote':
      return sides(row, (vote) => ballot([names.party(row.party)], vote, names));
    case 'threat':
      return sides(row, () => `${names.party(row.party)} speaks of leaving`);
    case 'left':
      return sides(row, () => `${names.party(row.party)} walks out`, `${names.party(row.party)} stays`);
    case 'event':
      return sides(row, () => row.headline);
    case 'ratified':
      return sides(row, (yes) => `${names.party(row.party)}’s own side ${yes ? 'ratifies' : 'does not ratify'}`);
  }
}

/** What a party does with its turn of alternating offers. */
function moveWords(move: MoveTold, names: Names): string {
  if (move === 'accepts') return 'accepts the offer on the table';
  return move.length === 0 ? 'offers the same text' : `offers ${wishes(move, names, MOST_WISHES)}`;
}

function sides<T>({ a, b }: Pair<T>, say: (value: T) => string, otherwise?: string): Pair<string> {
  return { a: a === undefined ? otherwise : say(a), b: b === undefined ? otherwise : say(b) };
}

/** Told in full for each party. */
const MOST_WISHES = 3;

/** Of what a party asks for only what it does not ask for on the other side. */
function asks({ party, a = [], b = [] }: Extract<Difference, { what: 'asks' }>, names: Names): Pair<string> {
  const without = (mine: readonly Change[], others: readonly Change[]) =>
    mine.filter(({ issue, to }) => !others.some((other) => other.issue === issue && other.to === to));
  const say = (mine: readonly Change[], others: readonly Change[]) => {
    const own = without(mine, others);
    if (own.length > 0)
      return `${names.party(party)} ${own.length < mine.length ? 'also asks' : 'asks'} for ${wishes(own, names, MOST_WISHES)}`;
    return mine.length === 0 ? `${names.party(party)} asks for nothing` : undefined;
  };
  return { a: say(a, b), b: say(b, a) };
}

function act({ act: kind, from, to }: Extract<Difference, { what: 'act' }>, outcome: string, names: Names): string {
  const unheard = outcome === 'not-believed' ? ', and is not believed' : '';
  switch (kind) {
    case 'press':
      return `${names.party(from)} presses ${names.party(to)}: ${PRESS[outcome as keyof typeof PRESS]}`;
    case 'promise':
      return `${names.party(from)} makes a promise to ${names.party(to)}`;
    case 'reassure':
      return `${names.party(from)} reassures ${names.party(to)}${unheard}`;
    case 'warn':
      return `${names.party(from)} warns ${names.party(to)} of leaving${unheard}`;
    case 'leak':
      return `the back channel between ${names.party(from)} and ${names.party(to)} comes to light`;
  }
}

/** "an agreement in round 5, signed by Kabul and the Taliban (durability index 0.53)". */
export function endingTold(told: EndingTold | undefined, names: Names): string {
  if (told === undefined) return 'it had not ended when the record stops';
  const { ending, closing, round, parties, durability } = told;
  const who = listed(parties.map(names.party));
  const when = round === 0 ? '' : ` after ${inWords(round)} ${round === 1 ? 'round' : 'rounds'}`;
  const lasting = durability === undefined ? '' : `, with a durability index of ${score(durability)}`;
  switch (closing) {
    case 'signed':
      return `${ENDING[ending]}${when}, signed by ${who}${lasting}`;
    case 'partial':
    case 'time-up':
      return `${ENDING[ending]}${when}, when time is up`;
    case 'signatory-left':
      return `${ENDING[ending]}${when}: ${who} ${parties.length === 1 ? 'walks' : 'walk'} out`;
    case 'declined':
    case 'postponed':
      return `${ENDING[ending]}: ${who} ${parties.length === 1 ? 'does' : 'do'} not come to sign`;
  }
}
