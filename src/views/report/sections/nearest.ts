import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import type { GroupDebrief } from '../../../analysis/debrief/groups.ts';
import { objection } from '../../prose/sentences.ts';
import { listed, score, type Names } from '../../prose/names.ts';
import { change, figure, type Block, type Cell, type Section } from '../content.ts';
import { heading, textWords } from '../words.ts';

/** The text that came nearest in each group that signed nothing, and how near the texts came round by round. */
export function nearest(debrief: Debrief, names: Names): Section {
  const { groups } = debrief;
  const missed = groups.filter(({ ending, nearest: text }) => ending !== 'agreement' && text !== undefined);
  const blocks: Block[] = [
    ...curve(debrief, names),
    ...(missed.length === 0
      ? [{ type: 'paragraph' as const, text: 'Every group whose texts are known signed one.' }]
      : missed.flatMap((group): readonly Block[] => told(debrief, group, names))),
    ...withoutTexts(groups),
  ];
  return { id: 'nearest', title: 'The text that came nearest', blocks };
}

function told({ scenario, landmarks, groups }: Debrief, group: GroupDebrief, names: Names): readonly Block[] {
  const { round, text, margins, margin, party, refusals } = group.nearest!;
  const where = margin < 0 ? `${score(-margin)} below` : `${score(margin)} above`;
  const all = listed(landmarks.parties.map((id, i) => `${names.party(id)} ${change(margins[i]!).shown}`));
  const refused = refusals
    .filter(({ party: id }) => landmarks.parties.includes(id))
    .map((one) => `${names.party(one.party)} (${objection(one.objection, names)})`);
  const unable = group.turning.find((point) => point.type === 'cannot-sign');
  const why =
    refused.length > 0
      ? ` It was refused by ${listed(refused)}.`
      : unable === undefined
        ? ''
        : ` Nobody who must sign refused it, but ${names.party(unable.party)} could not sign.`;
  const blocks: Block[] = [
    {
      type: 'paragraph',
      text: `In round ${round} the text left the worst off of those who must sign, ${names.party(party)}, ${where} its walk-away (against their walk-aways: ${all}).${why} It held ${textWords(text, scenario.agenda, names)}.`,
    },
  ];
  return groups.length === 1 ? blocks : [{ type: 'heading', text: `Group ${group.label}` }, ...blocks];
}

/** Margins of the worst off against walk-aways at the start: the same measure for records and sheets. */
function curve({ groups, landmarks, scenario }: Debrief, names: Names): readonly Block[] {
  const panels = groups.flatMap(({ label, texts, analysis }) => {
    const walkAways = analysis?.landmarks.walkAways ?? landmarks.walkAways;
    const byRound = new Map(
      texts.map(({ round, utilities }) => [round, Math.min(...utilities.map((u, i) => u - walkAways[i]!))] as const),
    );
    const points = [...byRound].map(([round, value]) => ({ round, value }));
    return points.length === 0 ? [] : [{ label, lines: [{ series: 0, points }] }];
  });
  if (panels.length === 0) return [];
  const values = panels.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ value }) => value)));
  return [
    {
      type: 'chart',
      spec: {
        type: 'curves',
        rounds: Math.max(
          scenario.conference.rounds.value,
          ...panels.flatMap(({ lines }) => lines[0]!.points.map(({ round }) => round)),
        ),
        y: {
          label: 'margin of the worst off',
          domain: [
            Math.min(-0.1, Math.floor(Math.min(...values) * 10) / 10),
            Math.max(0.2, Math.ceil(Math.max(...values) * 10) / 10),
          ],
        },
        rule: 0,
        series: ['the worst off of those who must sign'],
        panels,
      },
      title: 'How near the texts came, round by round',
      description:
        'A panel a group: utility of the text to the worst off of those who must sign, less its walk-away at the start.',
      legend: [
        'Above the line at 0 the text beats the walk-away of everybody who must sign, as it was at the start. A red line or a higher target may still stand against it.',
      ],
      table: {
        id: 'texts',
        caption: 'Every text that was put to the parties',
        columns: [
          { head: 'Group' },
          { head: 'Round', number: true },
          { head: 'Text', number: true },
          ...landmarks.parties.map((id) => ({ head: heading(names.party(id)), number: true as const })),
          { head: 'Suits them' },
          { head: 'To the frontier', number: true },
          { head: 'To the Nash point', number: true },
        ],
        rows: groups.flatMap(({ label, texts }) =>
          texts.map(({ round, version, utilities, suits, toFrontier, toNash }): readonly Cell[] => [
            label,
            round,
            version,
            ...utilities.map((u) => figure(u)),
            suits ? 'yes' : 'no',
            toFrontier === null ? null : figure(toFrontier),
            toNash === null ? null : figure(toNash),
          ]),
        ),
      },
    },
  ];
}

function withoutTexts(groups: readonly GroupDebrief[]): readonly Block[] {
  const labels = groups.filter(({ texts }) => texts.length === 0).map(({ label }) => label);
  if (labels.length === 0) return [];
  return [
    {
      type: 'paragraph',
      text: `No text was put to the parties, or none was noted, in group${labels.length === 1 ? '' : 's'} ${listed(labels)}.`,
      quiet: true,
    },
  ];
}
