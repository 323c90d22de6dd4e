import { table, UTILITY, type DataTable, type Row, type Take } from './table.ts';

export function conferences(rows: readonly Row[], named: boolean): DataTable {
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

export function outcomes(rows: readonly Row[]): DataTable {
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
