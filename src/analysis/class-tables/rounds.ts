import type { FactOf } from '../../model/fact.ts';
import type { PartyId } from '../../model/scenario.ts';
import { table, UTILITY, type DataTable, type Exported, type Row, type Take } from './table.ts';

export function rounds(rows: readonly Row[]): DataTable {
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

export function votes(rows: readonly Row[]): DataTable {
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
