import type { Fact, FactOf } from '../model/fact.ts';
import type { PartyId, Scenario } from '../model/scenario.ts';
import type { GroupDebrief } from './debrief/groups.ts';

export type Value = string | number | boolean | null;

export interface DataColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean';
  readonly meaning: string;
}

/** One tidy table: a row an observation. */
export interface DataTable {
  readonly name: string;
  /** What a row is. */
  readonly about: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly Value[])[];
}

/** A conference as it is exported. */
export interface Exported {
  readonly group: GroupDebrief;
  readonly scenario: Scenario;
  /** Nothing of a group on paper. */
  readonly facts: readonly Fact[];
  readonly rules: number | null;
}

/** Column and what it takes of a row; the meaning is what the dictionary says. */
type Take<T> = readonly [name: string, type: DataColumn['type'], meaning: string, of: (row: T) => Value | undefined];

interface Row {
  readonly conference: string;
  readonly of: Exported;
}

/**
 * The data of a class as tidy tables. Whoever took part goes by a number: names of groups, files, seeds, notes and reasons
 * were chosen by people and stand only where `named` asks for them; the hash still says which conference it is.
 */
export function classTables(all: readonly Exported[], named: boolean): readonly DataTable[] {
  const width = String(all.length).length;
  const rows = all.map((of, n): Row => ({ conference: `c${String(n + 1).padStart(width, '0')}`, of }));
  return [
    conferences(rows, named),
    outcomes(rows),
    rounds(rows),
    votes(rows),
    acts(rows),
    texts(rows),
    seats(rows, named),
  ];
}

/** What every column of every table means, as a table. */
export function dictionaryOf(tables: readonly DataTable[]): DataTable {
  return {
    name: 'dictionary',
    about: 'a column of another table',
    columns: [
      { name: 'table', type: 'text', meaning: 'the table' },
      { name: 'row', type: 'text', meaning: 'what a row of it is' },
      { name: 'column', type: 'text', meaning: 'the column' },
      {
        name: 'type',
        type: 'text',
        meaning: 'text, integer, number or boolean; an empty cell is not known, or not there',
      },
      { name: 'meaning', type: 'text', meaning: 'what it says' },
    ],
    rows: tables.flatMap(({ name, about, columns }) =>
      columns.map((column) => [name, about, column.name, column.type, column.meaning]),
    ),
  };
}

const CONFERENCE = 'number of the conference, in the order in which they were given';
const UTILITY = 'a utility in [0, 1]';

function table<T extends { readonly conference: string }>(
  name: string,
  about: string,
  takes: readonly Take<T>[],
  rows: readonly T[],
): DataTable {
  const all: readonly Take<T>[] = [['conference', 'text', CONFERENCE, ({ conference }) => conference], ...takes];
  return {
    name,
    about,
    columns: all.map(([column, type, meaning]) => ({ name: column, type, meaning })),
    rows: rows.map((row) => all.map(([, , , of]) => of(row) ?? null)),
  };
}

function conferences(rows: readonly Row[], named: boolean): DataTable {
  const chosen: readonly Take<Row>[] = [
    ['group', 'text', 'the name of the group', ({ of }) => of.group.name],
    ['file', 'text', 'the file that it was read from', ({ of }) => of.group.file],
    ['seed', 'text', 'the seed of its record', ({ of }) => of.group.seed],
    ['note', 'text', 'what was noted on paper', ({ of }) => of.group.note],
  ];
  return table(
    'conferences',
    'a conference',
    [
      ['scenario', 'text', 'id of the scenario', ({ of }) => of.scenario.id],
      ['source', 'text', 'record, or sheet of a group on paper', ({ of }) => of.group.source],
      ['rules', 'integer', 'number of the rules that made the record', ({ of }) => of.rules],
      ['hash', 'text', 'identity of the record', ({ of }) => of.group.hash],
      [
        'ending',
        'text',
        'how it ended; on paper agreement or no-agreement; empty when it is unfinished',
        ({ of }) => of.group.ending,
      ],
      ['rounds', 'integer', 'rounds that were opened', ({ of }) => of.group.rounds],
      [
        'to_frontier',
        'number',
        'distance of what the signatories were left with to their frontier, in utility',
        ({ of }) => of.group.outcome?.toFrontier,
      ],
      ['to_nash', 'number', 'the same to their Nash point', ({ of }) => of.group.outcome?.toNash],
      [
        'durability',
        'number',
        'durability index of an agreement, in [0, 1], no probability',
        ({ of }) => of.group.durability,
      ],
      [
        'doubtful',
        'boolean',
        'whether there is a doubt: unfinished, a what-if, other rules or numbers',
        ({ of }) => of.group.doubts.length > 0,
      ],
      ...(named ? chosen : []),
    ],
    rows,
  );
}

function outcomes(rows: readonly Row[]): DataTable {
  const all = rows.flatMap((row) =>
    row.of.scenario.parties
      .filter(({ id }) => row.of.group.parties[id] !== undefined)
      .map((party) => ({ ...row, party, result: row.of.group.parties[party.id]! })),
  );
  type One = (typeof all)[number];
  const takes: readonly Take<One>[] = [
    ['party', 'text', 'id of the party', ({ party }) => party.id],
    ['signatory', 'boolean', 'whether it must sign', ({ party }) => party.signatory],
    [
      'held_by',
      'text',
      'who held its seat at some time: person, program or script; rule when nobody did',
      ({ of, party }) => (of.group.source === 'sheet' ? null : (of.group.held[party.id] ?? 'rule')),
    ],
    ['utility', 'number', `of the last text, ${UTILITY}`, ({ result }) => result.utility],
    ['walk_away', 'number', `at the end, ${UTILITY}; on paper at the start`, ({ result }) => result.walkAway],
    ['signed', 'boolean', 'whether it signed', ({ result }) => result.signed],
    [
      'left_with',
      'number',
      `the utility of the signed text, or else its walk-away, ${UTILITY}`,
      ({ result }) => result.leftWith,
    ],
    ['ratified', 'boolean', 'whether its own side ratified', ({ of, party }) => of.group.ratified?.[party.id]],
  ];
  return table('outcomes', 'a party at the end of a conference', takes, all);
}

function rounds(rows: readonly Row[]): DataTable {
  const all = rows.flatMap((row) =>
    row.of.facts
      .filter((fact): fact is FactOf<'round.opened'> => fact.type === 'round.opened')
      .flatMap(({ round, private: own }) =>
        Object.entries(own).map(([party, standing]) => ({
          ...row,
          round,
          party,
          standing,
          ...inRound(row.of, party, round),
        })),
      ),
  );
  type One = (typeof all)[number];
  const takes: readonly Take<One>[] = [
    ['round', 'integer', 'the round, from 1', ({ round }) => round],
    ['party', 'text', 'id of the party', ({ party }) => party],
    ['utility', 'number', `of the text as the round opens, ${UTILITY}`, ({ standing }) => standing.utility],
    ['walk_away', 'number', `as the round opens, ${UTILITY}`, ({ standing }) => standing.walkAway],
    ['target', 'number', `what it holds out for, ${UTILITY}`, ({ standing }) => standing.target],
    ['readiness', 'number', 'how ready it is to settle, in [0, 1]', ({ standing }) => standing.readiness],
    ['asked', 'integer', 'changes that it asked for', ({ asked }) => asked],
    [
      'position',
      'number',
      `what its own position is worth to it, ${UTILITY}; empty when it took none`,
      ({ position }) => position,
    ],
    ['accepts', 'boolean', 'its vote; empty when it had none', ({ vote }) => vote],
    [
      'expectation',
      'number',
      'what it expects of the talks as the round closes, in [0, 1]',
      ({ mood }) => mood?.expectation,
    ],
    ['strain', 'number', 'rounds of patience used as the round closes', ({ mood }) => mood?.strain],
  ];
  return table('rounds', 'a party in a round', takes, all);
}

function inRound({ facts, group }: Exported, party: PartyId, round: number) {
  const own = facts.filter((fact) => fact.round === round);
  const asks = own.find((fact) => fact.type === 'amendments.tabled' && fact.party === party) as
    FactOf<'amendments.tabled'> | undefined;
  const vote = own.find((fact) => fact.type === 'vote.cast' && fact.party === party) as FactOf<'vote.cast'> | undefined;
  const closed = own.find((fact) => fact.type === 'round.closed');
  return {
    asked: asks?.changes.length,
    position: group.analysis?.concessions.find((one) => one.party === party)?.worth.find((one) => one.round === round)
      ?.utility,
    vote: vote?.accepts,
    mood: closed?.type === 'round.closed' ? closed.private[party] : undefined,
  };
}

function votes(rows: readonly Row[]): DataTable {
  const all = rows.flatMap((row) =>
    row.of.facts
      .filter((fact): fact is FactOf<'vote.cast'> => fact.type === 'vote.cast')
      .map((vote) => ({ ...row, vote, terms: vote.private[vote.party] })),
  );
  type One = (typeof all)[number];
  const takes: readonly Take<One>[] = [
    ['round', 'integer', 'the round of the poll', ({ vote }) => vote.round],
    ['party', 'text', 'id of the party', ({ vote }) => vote.party],
    ['accepts', 'boolean', 'whether it accepts the text', ({ vote }) => vote.accepts],
    [
      'ad_referendum',
      'boolean',
      'whether its delegation can only refer an acceptance home',
      ({ vote }) => vote.adReferendum,
    ],
    [
      'objection',
      'text',
      'why not: red-line, below-walk-away, below-target, audience or no-guarantor',
      ({ vote }) => vote.objection?.code,
    ],
    ['issue', 'text', 'the issue that costs it most', ({ vote }) => vote.objection?.issue],
    ['utility', 'number', `of the text, ${UTILITY}`, ({ terms }) => terms?.utility],
    ['promises', 'number', 'what was promised to it less what it promised, in utility', ({ terms }) => terms?.promises],
    ['audience', 'number', 'what signing costs it at home, in utility', ({ terms }) => terms?.audience],
    [
      'commitment',
      'number',
      'what it takes off for promises that must be kept later, in utility',
      ({ terms }) => terms?.commitment,
    ],
    ['threshold', 'number', `what it must reach to accept, ${UTILITY}`, ({ terms }) => terms?.threshold],
    ['walk_away', 'number', `at that time, ${UTILITY}`, ({ terms }) => terms?.walkAway],
  ];
  return table('votes', 'a vote', takes, all);
}

type Act = FactOf<'party.pressed' | 'party.promised' | 'party.reassured' | 'party.warned'>;

function acts(rows: readonly Row[]): DataTable {
  const all = rows.flatMap((row) =>
    row.of.facts
      .filter((fact): fact is Act =>
        ['party.pressed', 'party.promised', 'party.reassured', 'party.warned'].includes(fact.type),
      )
      .map((act) => ({ ...row, act })),
  );
  type One = (typeof all)[number];
  const takes: readonly Take<One>[] = [
    ['round', 'integer', 'the round', ({ act }) => act.round],
    ['act', 'text', 'press, promise, reassure or warn', ({ act }) => ACT[act.type]],
    ['from', 'text', 'who did it', ({ act }) => act.from],
    ['to', 'text', 'to whom', ({ act }) => act.to],
    ['channel', 'text', 'open or back', ({ act }) => act.channel],
    [
      'outcome',
      'text',
      'of a press: worked, failed or backfired; of words: believed or not-believed; of a promise: made',
      ({ act }) => outcomeOfAct(act),
    ],
    [
      'over',
      'text',
      'the issue that the pressed party objected to',
      ({ act }) => (act.type === 'party.pressed' ? act.over : null),
    ],
    [
      'moved',
      'number',
      'what it changed for the other, in utility: its walk-away by a press, the gain of a promise, what it expects by a reassurance, its target by a warning',
      ({ act }) => movedBy(act),
    ],
  ];
  return table('acts', 'an act in the corridor', takes, all);
}

const ACT = {
  'party.pressed': 'press',
  'party.promised': 'promise',
  'party.reassured': 'reassure',
  'party.warned': 'warn',
} as const satisfies Record<Act['type'], string>;

function outcomeOfAct(act: Act): string {
  switch (act.type) {
    case 'party.pressed':
      return act.outcome;
    case 'party.promised':
      return 'made';
    case 'party.reassured':
    case 'party.warned':
      return act.credible ? 'believed' : 'not-believed';
  }
}

function movedBy(act: Act): number | undefined {
  switch (act.type) {
    case 'party.pressed': {
      const own = act.private[act.to];
      return own !== undefined && 'walkAwayBy' in own ? own.walkAwayBy : undefined;
    }
    case 'party.promised': {
      const own = act.private[act.to];
      return own !== undefined && 'gain' in own ? own.gain : undefined;
    }
    case 'party.reassured':
      return act.private[act.to]?.expectationBy;
    case 'party.warned':
      return act.private[act.to]?.targetBy;
  }
}

function texts(rows: readonly Row[]): DataTable {
  const all = rows.flatMap((row) => {
    const { texts: put, ending, rounds: last, text: final } = row.of.group;
    const polled = put.flatMap(({ round, text, offeredBy }) =>
      row.of.scenario.agenda.map((issue) => ({
        ...row,
        round,
        stage: offeredBy === undefined ? 'put' : 'offered',
        issue,
        option: text[issue],
      })),
    );
    const ended = row.of.scenario.agenda.map((issue) => ({
      ...row,
      round: last,
      stage: 'final',
      issue,
      option: final[issue],
    }));
    return ending === undefined ? polled : [...polled, ...ended];
  });
  type One = (typeof all)[number];
  const takes: readonly Take<One>[] = [
    ['stage', 'text', 'put to the parties, offered by one of them, or final', ({ stage }) => stage],
    ['round', 'integer', 'the round', ({ round }) => round],
    ['issue', 'text', 'id of the issue', ({ issue }) => issue],
    ['option', 'text', 'id of the option; empty where nothing was agreed', ({ option }) => option],
  ];
  return table('texts', 'an issue of a text', takes, all);
}

function seats(rows: readonly Row[], named: boolean): DataTable {
  const all = rows.flatMap((row) =>
    row.of.facts
      .filter((fact): fact is FactOf<'seat.held'> => fact.type === 'seat.held')
      .map((seat) => ({ ...row, seat })),
  );
  type One = (typeof all)[number];
  const takes: readonly Take<One>[] = [
    ['round', 'integer', 'the round', ({ seat }) => seat.round],
    ['party', 'text', 'id of the party', ({ seat }) => seat.party],
    ['question', 'text', 'at which question the seat changed hands', ({ seat }) => seat.question],
    ['holder', 'text', 'who holds it from there on: rule, person, program or script', ({ seat }) => seat.holder],
    ['gave_reason', 'boolean', 'whether a reason was given', ({ seat }) => seat.reason !== undefined],
    ...(named ? [['reason', 'text', 'the reason', ({ seat }: One) => seat.reason] as Take<One>] : []),
  ];
  return table('seats', 'a seat that changed hands', takes, all);
}
