import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import type { Names } from '../../prose/names.ts';
import { SERIES_GLYPHS } from '../charts/spec.ts';
import { change, type Block, type Cell, type Section } from '../content.ts';
import { heading } from '../words.ts';
import { silentOn } from './course.ts';
import { maybe } from './outcomes.ts';

/** Smaller changes of utility are not told. */
const TOLD = 0.005;

/** What everybody who must sign gave up from round to round, and what that was worth to the others. */
export function concessions(debrief: Debrief, names: Names): Section {
  const { groups, landmarks, scenario } = debrief;
  const known = groups.filter(({ analysis }) => (analysis?.concessions.length ?? 0) > 0);
  const positioned = scenario.parties.filter(({ id }) =>
    known.some(({ analysis }) => analysis!.concessions.some(({ party, worth }) => party === id && worth.length > 0)),
  );
  const blocks: Block[] =
    known.length === 0
      ? [{ type: 'paragraph', text: 'Nobody took a position that was recorded.' }]
      : [
          {
            type: 'paragraph',
            text: 'A position is the text that a party would have: the one on the table with what it asks for, its offer, or a text that it accepts. A falling line is a concession; a flat one holds out.',
          },
          {
            type: 'chart',
            spec: {
              type: 'curves',
              rounds: scenario.conference.rounds.value,
              y: { label: 'own position, in own utility', domain: [0, 1] },
              rule: undefined,
              series: landmarks.parties.map((id) => heading(names.party(id))),
              panels: known.map(({ label, analysis }) => ({
                label,
                lines: landmarks.parties.flatMap((id, series) => {
                  const own = analysis!.concessions.find(({ party }) => party === id);
                  const points = (own?.worth ?? []).map(({ round, utility }) => ({ round, value: utility }));
                  return points.length === 0 ? [] : [{ series, points }];
                }),
              })),
            },
            title: 'Concession curves: what its own position was worth to each who must sign',
            description: 'A panel a group, a line a party, rounds from left to right, utility from 0 to 1.',
            legend: [seriesLegend(landmarks.parties.map((id) => heading(names.party(id))))],
            table: {
              id: 'positions',
              caption: 'What its own position was worth to each party, round by round',
              columns: [
                { head: 'Group' },
                { head: 'Round', number: true },
                ...positioned.map(({ id }) => ({ head: heading(names.party(id)), number: true as const })),
              ],
              rows: known.flatMap(({ label, analysis }) => {
                const worths = analysis!.concessions.flatMap(({ party, worth }) =>
                  worth.map((one) => ({ party, ...one })),
                );
                const rounds = [...new Set(worths.map(({ round }) => round))].sort((a, b) => a - b);
                return rounds.map((round): readonly Cell[] => [
                  label,
                  round,
                  ...positioned.map(({ id }) =>
                    maybe(worths.find((one) => one.party === id && one.round === round)?.utility),
                  ),
                ]);
              }),
            },
          },
          ...ledgers(debrief, names),
        ];
  return {
    id: 'concessions',
    title: 'Who gave what for what',
    blocks: [...blocks, ...silentOn(groups, 'what its parties asked for and gave up')],
  };
}

export function seriesLegend(series: readonly string[]): string {
  return series.map((name, n) => `${SERIES_GLYPHS[n % SERIES_GLYPHS.length]} ${name}`).join('   ');
}

/** From first to last position, issue by issue, of those who must sign. */
function ledgers({ groups, landmarks: { parties } }: Debrief, names: Names): readonly Block[] {
  const rows = groups.flatMap(({ label, analysis }) =>
    (analysis?.concessions ?? [])
      .filter(({ party }) => parties.includes(party))
      .flatMap(({ party, issues, own, others }) => [
        ...issues
          .filter((one) => Math.abs(one.own) >= TOLD || parties.some((id) => Math.abs(one.others[id] ?? 0) >= TOLD))
          .map((one): readonly Cell[] => [
            label,
            heading(names.party(party)),
            names.issue(one.issue),
            `“${names.option(one.issue, one.from)}” to “${names.option(one.issue, one.to)}”`,
            one.rounds.join(', '),
            change(one.own),
            ...parties.map((id) => (id === party ? null : change(one.others[id]!))),
          ]),
        [
          label,
          heading(names.party(party)),
          'in all',
          null,
          null,
          change(own),
          ...parties.map((id) => (id === party ? null : change(others[id]!))),
        ],
      ]),
  );
  if (rows.length === 0) return [];
  return [
    totals({ groups, parties }, names),
    {
      type: 'table',
      folded: true,
      table: {
        id: 'concessions',
        caption:
          'From first to last position: what a move changed for the party itself and for the others who must sign',
        columns: [
          { head: 'Group' },
          { head: 'Party' },
          { head: 'Issue' },
          { head: 'From, to' },
          { head: 'Rounds' },
          { head: 'To itself', number: true },
          ...parties.map((id) => ({ head: `To ${names.party(id)}`, number: true as const })),
        ],
        rows,
      },
    },
  ];
}

/** In all: what each gave up, what that was worth to the others, and what theirs was worth to it. */
function totals(
  { groups, parties }: { readonly groups: Debrief['groups']; readonly parties: readonly string[] },
  names: Names,
): Block {
  const rows = groups.flatMap(({ label, analysis }) => {
    const signing = (analysis?.concessions ?? []).filter(({ party }) => parties.includes(party));
    return signing.map(({ party, own, others }): readonly Cell[] => [
      label,
      heading(names.party(party)),
      change(own),
      change(parties.reduce((sum, id) => sum + (others[id] ?? 0), 0)),
      change(signing.reduce((sum, other) => sum + (other.others[party] ?? 0), 0)),
    ]);
  });
  return {
    type: 'table',
    table: {
      id: 'exchange',
      caption: 'From first to last position, of those who must sign, in utility',
      columns: [
        { head: 'Group' },
        { head: 'Party' },
        { head: 'Its moves, to itself', number: true },
        { head: 'Its moves, to the others', number: true },
        { head: 'Their moves, to it', number: true },
      ],
      rows,
    },
  };
}
