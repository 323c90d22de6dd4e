import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import type { GroupDebrief } from '../../../analysis/debrief/groups.ts';
import type { PartyId } from '../../../model/scenario.ts';
import { capitalised, listed, type Names } from '../../prose/names.ts';
import { decisiveSentence, turning } from '../../prose/turning.ts';
import { isolated } from '../isolated-names.ts';
import type { Block, Section, Table } from '../content.ts';
import { endingWords, groupsNamed, textWords } from '../words.ts';

/** What cannot be known of a group whose record nobody kept. */
export const UNKNOWN_ON_PAPER =
  'From a sheet it cannot be known who voted how and why, who pressed or promised what, what was asked for, how walk-aways moved, or what turned the talks; where the sections below say nothing of a group, that is why. Its outcome is held against the walk-aways at the start.';

/** Group by group what happened: the reading of the conference, and where it took a turn. */
export function course(debrief: Debrief, readings: Readonly<Record<string, string>>, names: Names): Section {
  const { groups } = debrief;
  return {
    id: 'course',
    title:
      groups.length === 1 ? 'What happened, and where it turned' : 'What happened in each group, and where it turned',
    blocks: groups.flatMap((group): readonly Block[] => [
      ...(groups.length === 1 ? [] : [{ type: 'heading' as const, text: `${group.label} · ${isolated(group.name)}` }]),
      ...(group.source === 'record'
        ? recorded(group, readings[group.label] ?? '', names)
        : noted(debrief, group, names)),
    ]),
  };
}

function recorded(group: GroupDebrief, reading: string, names: Names): readonly Block[] {
  const played = seats(group, names);
  // Who could not sign is said by the reading already.
  const unable = group.turning.some(({ type }) => type === 'cannot-sign');
  const decisive = unable ? undefined : decisiveSentence(group.turning, names);
  return [
    { type: 'paragraph', text: [reading, decisive].filter((one) => one !== undefined && one !== '').join(' ') },
    ...(group.turning.length === 0 ? [] : [{ type: 'table' as const, table: turningTable(group, names) }]),
    ...(group.doubts.length === 0 ? [] : [{ type: 'paragraph' as const, text: `Mind that ${listed(group.doubts)}.` }]),
    ...(played === '' ? [] : [{ type: 'paragraph' as const, text: played, quiet: true as const }]),
  ];
}

function doubtsOf({ doubts }: GroupDebrief): readonly Block[] {
  return doubts.length === 0 ? [] : [{ type: 'paragraph', text: `Mind that ${listed(doubts)}.` }];
}

function turningTable({ label, turning: points }: GroupDebrief, names: Names): Table {
  return {
    id: `turning-points-${label.toLowerCase()}`,
    caption: `Turning points of group ${label}`,
    columns: [{ head: 'Round', number: true }, { head: 'What turned' }],
    rows: points.map((point) => [point.round, capitalised(turning(point, names))]),
  };
}

function seats({ held }: GroupDebrief, names: Names): string {
  const by = (holder: 'person' | 'program') =>
    Object.entries(held).flatMap(([party, who]): PartyId[] => (who === holder ? [names.party(party)] : []));
  const [people, programs] = [by('person'), by('program')];
  return [
    people.length === 0 ? '' : `People decided for ${listed(people)}.`,
    programs.length === 0 ? '' : `Programs decided for ${listed(programs)}.`,
  ]
    .filter((one) => one !== '')
    .join(' ');
}

function noted({ scenario }: Debrief, group: GroupDebrief, names: Names): readonly Block[] {
  const missing = scenario.agenda.filter((issue) => group.text[issue] === undefined);
  const settled = textWords(group.text, scenario.agenda, names);
  const who =
    group.signed.length === 0 ? 'Nobody signed' : `${capitalised(listed(group.signed.map(names.party)))} signed`;
  const ended =
    group.ending === undefined ? 'No final outcome was noted.' : `It ended in ${endingWords(group.ending)}. ${who}.`;
  const lacks =
    group.ending === undefined || missing.length === 0 || settled === ''
      ? ''
      : ` Nothing was agreed on ${listed(missing.map(names.issue))}, where the status quo is counted.`;
  return [
    { type: 'paragraph', text: `${ended}${settled === '' ? '' : ` It had settled ${settled}.`}${lacks}` },
    ...(group.note === '' ? [] : [{ type: 'paragraph' as const, text: `Noted: ${isolated(group.note)}` }]),
    ...doubtsOf(group),
    { type: 'paragraph', text: `Negotiated on paper. ${UNKNOWN_ON_PAPER}`, quiet: true },
  ];
}

/** Groups on paper, named where a section has nothing of them. */
export function silentOn(groups: readonly GroupDebrief[], what: string): readonly Block[] {
  const labels = groups.filter(({ source }) => source === 'sheet').map(({ label }) => label);
  if (labels.length === 0) return [];
  return [{ type: 'paragraph', text: `Not known of ${groupsNamed(labels)}, on paper: ${what}.`, quiet: true }];
}
