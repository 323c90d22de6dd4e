import type { Debrief, DebriefInput } from '../../../analysis/debrief/debrief.ts';
import { totalOf, type BasisCount } from '../../../analysis/debrief/rests-on.ts';
import { NOT_ESTIMATED } from '../../prose/reading.ts';
import { percent, type Block, type Cell, type Section } from '../content.ts';
import { isolated } from '../isolated-names.ts';

/** Where the numbers come from, and how much of it is assumed. */
export function sources({ restsOn, scenario }: Debrief): Section {
  const { all } = restsOn;
  const assumed = all.assumption + all.invented;
  const rows: readonly (readonly [string, BasisCount])[] = [
    ['what the parties want', restsOn.stances],
    ['what the parties are and do', restsOn.parties],
    ['the conference and its events', restsOn.conference],
    ['coefficients of the rules', restsOn.rules],
    ['in all', all],
  ];
  return {
    id: 'sources',
    title: 'Where the numbers come from',
    blocks: [
      {
        type: 'paragraph',
        text: `Of ${totalOf(all)} numbers ${all.source} are taken from a source, paragraph by paragraph, and ${assumed} (${percent(assumed / Math.max(1, totalOf(all))).shown}) are assumed or invented. Each has a range in which a fair-minded analyst could place it; this page shows the values. ${NOT_ESTIMATED} parley evidence ${scenario.id} prints every number with its reason.`,
      },
      {
        type: 'table',
        table: {
          id: 'basis',
          caption: 'What the numbers rest on',
          columns: [
            { head: 'Numbers on' },
            { head: 'From a source', number: true },
            { head: 'Assumed', number: true },
            { head: 'Invented', number: true },
            { head: 'Imported', number: true },
            { head: 'Set by hand', number: true },
          ],
          rows: rows.map(([name, { source, assumption, invented, imported, override }]): readonly Cell[] => [
            name,
            source,
            assumption,
            invented,
            imported,
            override,
          ]),
        },
      },
      ...Object.values(scenario.sources).flatMap(({ citation, paragraphs }): readonly Block[] => [
        { type: 'heading', text: isolated(citation) },
        { type: 'list', items: Object.entries(paragraphs).map(([n, text]) => `¶${n} ${text.trim()}`) },
      ]),
    ],
  };
}

/** Which conferences these are, so that the page can be made again. */
export function made({ groups, cloud }: Debrief, { troubles }: DebriefInput, again: string): Section {
  return {
    id: 'made',
    title: 'How this page was made',
    blocks: [
      {
        type: 'table',
        table: {
          id: 'conferences',
          caption: 'The conferences',
          columns: [
            { head: '' },
            { head: 'Group' },
            { head: 'From' },
            { head: 'Seed' },
            { head: 'Hash of the record' },
          ],
          rows: groups.map(({ label, name, file, seed, hash }): readonly Cell[] => [
            label,
            name,
            file,
            seed ?? null,
            hash?.slice(0, 16) ?? 'on paper',
          ]),
        },
      },
      ...(troubles.length === 0 ? [] : [{ type: 'list' as const, items: troubles.map(troubleWords) }]),
      {
        type: 'paragraph',
        text: `Made by parley with ${again}. ${cloud === undefined ? 'No runs of the rules stand beside the groups.' : `The runs have the seeds ${cloud.seed}/1 to ${cloud.seed}/${cloud.runs}.`} The same files give the same page; parley verify proves a record.`,
      },
    ],
  };
}

/** "class/a.jsonl:12: the chain breaks here". */
export function troubleWords({ file, line, column, message, kind }: DebriefInput['troubles'][number]): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const what = kind === 'left-out' ? 'left out: ' : kind === 'row' ? 'a row is left out: ' : '';
  return `${place}: ${what}${message}`;
}
