import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import type { GroupDebrief } from '../../../analysis/debrief/groups.ts';
import { ENDINGS } from '../../../model/ending.ts';
import { capitalised, inWords, listed, type Names } from '../../prose/names.ts';
import { NOT_ESTIMATED } from '../../prose/reading.ts';
import { figure, percent, type Block, type Cell, type Section, type Table } from '../content.ts';
import { SHAPES } from '../charts/spec.ts';
import { endingName, endingWords, fitting, groupsNamed, heading } from '../words.ts';
import { mapOf } from './map.ts';

/** How all groups ended, against walk-aways, the frontier and the cloud. */
export function outcomes(debrief: Debrief, names: Names): Section {
  return {
    id: 'outcomes',
    title: debrief.groups.length === 1 ? 'How it ended' : 'How the groups ended',
    blocks: [
      { type: 'paragraph', text: summary(debrief) },
      { type: 'table', table: groupsTable(debrief, names) },
      ...mapOf(debrief, names),
      ...endings(debrief),
      strips(debrief, names),
    ],
  };
}

function summary({ groups, cloud, landmarks }: Debrief): string {
  const told = SHAPES.flatMap((ending) => {
    const labels = groups.filter((group) => group.ending === ending).map(({ label }) => label);
    return labels.length === 0 ? [] : [`${endingWords(ending)} in ${groupsNamed(labels)}`];
  });
  const open = groups.filter(({ ending }) => ending === undefined).map(({ label }) => label);
  const unfinished = open.length === 0 ? [] : [`no ending yet in ${groupsNamed(open)}`];
  const first = groups[0]!.ending;
  const ended =
    groups.length > 1 && first !== undefined && groups.every(({ ending }) => ending === first)
      ? `All ${inWords(groups.length)} groups ended in ${endingWords(first)}.`
      : groups.length === 1
        ? `The conference ended in ${endingWords(groups[0]!.ending)}.`
        : `${capitalised(inWords(groups.length))} groups: ${listed([...told, ...unfinished])}.`;
  const zone =
    landmarks.rational === null
      ? 'There are too many texts to count those that suit everybody who must sign.'
      : `Of ${landmarks.outcomes.toLocaleString('en')} possible texts ${landmarks.rational.toLocaleString('en')} suit ${landmarks.parties.length === 2 ? 'both' : `all ${inWords(landmarks.parties.length)}`} who must sign: no red line crossed, nobody below its walk-away at the start.`;
  const runs =
    cloud === undefined
      ? ''
      : ` Beside ${groups.length === 1 ? 'it' : 'them'} stand ${cloud.runs} runs of the same conference with every seat held by the rules.`;
  return `${ended} ${zone}${runs}`;
}

function groupsTable({ groups, landmarks }: Debrief, names: Names): Table {
  const { parties } = landmarks;
  return {
    id: 'groups',
    caption: 'What those who must sign were left with: the signed text, or their walk-aways at the end',
    columns: [
      { head: '' },
      { head: 'Group' },
      { head: 'Ending' },
      { head: 'Rounds', number: true },
      ...parties.map((id) => ({ head: heading(names.party(id)), number: true as const })),
      { head: 'To the frontier', number: true },
      { head: 'To the Nash point', number: true },
      { head: 'Durability', number: true },
    ],
    rows: groups.map((group): readonly Cell[] => [
      group.label,
      group.name,
      endingName(group.ending),
      group.rounds ?? null,
      ...parties.map((_, i) => maybe(group.outcome?.utilities[i])),
      maybe(group.outcome?.toFrontier),
      maybe(group.outcome?.toNash),
      maybe(group.durability),
    ]),
  };
}

export function maybe(value: number | null | undefined): Cell {
  return value === null || value === undefined ? null : figure(value);
}

function endings({ groups, cloud }: Debrief): readonly Block[] {
  if (cloud === undefined) return [];
  const onPaper = groups.filter(({ ending }) => ending === 'no-agreement').map(({ label }) => label);
  const rows = ENDINGS.map((ending) => {
    const labels = groups.filter((group) => group.ending === ending).map(({ label }) => label);
    return {
      ending,
      name: endingName(ending),
      count: cloud.endings[ending],
      share: cloud.endings[ending] / cloud.runs,
      labels,
    };
  });
  const says = (share: number, labels: readonly string[]) =>
    `${percent(share).shown}${labels.length === 0 ? '' : ` · ${groupsNamed(labels)}`}`;
  return [
    {
      type: 'chart',
      spec: {
        type: 'endings',
        rows: rows.map(({ name, share, labels }) => ({ name, share, says: says(share, labels) })),
      },
      title: `How ${cloud.runs} runs of the rules ended, and which groups ended so`,
      description: `A bar an ending. ${rows.map(({ name, share }) => `${name} ${percent(share).shown}`).join(', ')}.`,
      legend: [
        ...(onPaper.length === 0
          ? []
          : [
              `${capitalised(groupsNamed(onPaper))} noted no agreement: on paper it is not known which of the others it was.`,
            ]),
        NOT_ESTIMATED,
      ],
      table: {
        id: 'endings',
        caption: `Endings of the groups and of ${cloud.runs} runs with the seeds ${cloud.seed}/1 to ${cloud.seed}/${cloud.runs}`,
        columns: [
          { head: 'Ending' },
          { head: 'Runs', number: true },
          { head: 'Share', number: true },
          { head: 'Groups' },
        ],
        rows: rows.map(({ name, count, share, labels }) => [name, count, percent(share), labels.join(' ') || null]),
      },
    },
  ];
}

function strips({ scenario, groups, cloud }: Debrief, names: Names): Block {
  const parties = [...scenario.parties].sort((a, b) => Number(b.signatory) - Number(a.signatory));
  const known = groups.filter(({ ending }) => ending !== undefined);
  const leftWith = (group: GroupDebrief, id: string) => group.parties[id]!.leftWith;
  return {
    type: 'chart',
    spec: {
      type: 'strips',
      rows: parties.map(({ id, signatory, walkAway }) => ({
        name: `${fitting(heading(names.party(id)), 64)}${signatory ? ', who must sign' : ''}`,
        walkAway: walkAway.value,
        spread: cloud?.spread[id],
        groups: known.map((group) => ({ label: group.label, value: leftWith(group, id) })),
      })),
    },
    title: 'What each party was left with',
    description: 'A line a party from 0, the worst it can imagine, to 1, the best; a letter a group.',
    legend: [
      'Letters are groups; the thick tick is the walk-away at the start. Without an agreement a party is left with its walk-away, as pain and pressure have made it by then.',
      ...(cloud === undefined
        ? []
        : [`The grey band is the middle half of ${cloud.runs} runs of the rules, the thin tick in it the middle.`]),
    ],
    table: {
      id: 'left-with',
      caption: 'What each party was left with, a utility from 0 to 1',
      columns: [
        { head: 'Party' },
        { head: 'Walk-away', number: true },
        ...known.map(({ label }) => ({ head: label, number: true as const })),
        ...(cloud === undefined
          ? []
          : (['Runs: low', 'middle', 'high'] as const).map((head) => ({ head, number: true as const }))),
      ],
      rows: parties.map(({ id, walkAway }) => [
        heading(names.party(id)),
        figure(walkAway.value),
        ...known.map((group) => figure(leftWith(group, id))),
        ...(cloud === undefined
          ? []
          : (['low', 'middle', 'high'] as const).map((key) => figure(cloud.spread[id]![key]))),
      ]),
    },
  };
}
