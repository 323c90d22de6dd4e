import type { Scenario } from '../../model/scenario.ts';
import { namesOf, listed } from '../prose/names.ts';
import { heading, paragraph, type Block, type Cell, type Sheet, type Told } from './document.ts';
import type { Typed } from './guide.ts';
import type { Seating } from './seating.ts';
import type { Wording } from './wording.ts';

export function groupNumber({ group }: Seating): string {
  return group.replace(/^group-/, '');
}

export function groupTitle(seating: Seating, { say, title }: Wording): Told {
  const group = say('group');
  return { text: `${group.text} ${groupNumber(seating)} · ${title.text}`, lang: group.lang };
}

/** Who sits where in a group, and a name plate for each; nothing confidential. */
export function groupSheets(scenario: Scenario, words: Wording, seating: Seating, typed: Typed): readonly Sheet[] {
  const { say, own } = words;
  const named = seating.seats.length > 0;
  const seats = named
    ? seating.seats
    : seating.empty.map((party): { readonly party: string; readonly person?: string } => ({ party }));
  const left = named ? seating.empty : [];
  const others: readonly (readonly Cell[])[] = [
    ...(seating.chair === undefined ? [] : [[say('chairRole'), own(seating.chair)]]),
    ...seating.observers.map((person) => [say('observer'), own(person)]),
    ...seating.mirrors.map(({ party, person }) => {
      const mirror = say('mirror');
      return [{ text: `${mirror.text}: ${words.party(party).text}`, lang: mirror.lang }, own(person)];
    }),
  ];
  const group = say('group');
  const title: Told = { text: `${group.text} ${groupNumber(seating)}`, lang: group.lang };
  return [
    {
      label: words.title,
      title,
      blocks: [
        {
          type: 'table',
          caption: say('parties'),
          columns: [{ head: say('party') }, { head: say('name') }],
          rows: [
            ...seats.map(({ party, person }): readonly Cell[] => [
              words.party(party),
              person === undefined ? undefined : own(person),
            ]),
            ...others,
          ],
        },
        ...(left.length === 0 ? [] : emptySeats(scenario, words, seating, typed)),
      ],
    },
    {
      label: title,
      title: say('parties'),
      blocks: seats.map(({ party, person }): Block => ({
        type: 'plate',
        name: words.party(party),
        below: person === undefined ? title : { text: `${person} · ${title.text}`, lang: words.lang },
      })),
    },
  ];
}

function emptySeats(scenario: Scenario, { own }: Wording, seating: Seating, typed: Typed): readonly Block[] {
  const names = namesOf(scenario);
  const one = seating.empty.length === 1;
  return [
    heading(own('Seats without a person')),
    paragraph(
      own(
        `${listed(seating.empty.map(names.party))} ${one ? 'has' : 'have'} nobody. On paper the teacher answers for ${one ? 'it' : 'them'}. On a screen the rules play ${one ? 'it' : 'them'}:`,
      ),
    ),
    {
      type: 'command',
      text: `${typed.command} play ${typed.name} --as ${seating.seats.map(({ party }) => party).join(',')} --record ${seating.group}.jsonl`,
    },
  ];
}

/** Who sits where, for a spreadsheet: `group`, `role` (`seat`, `empty`, `chair`, `observer`, `mirror`), `party`, `name`. */
export function seatingCsv(seatings: readonly Seating[]): string {
  const rows = seatings.flatMap(({ group, seats, empty, chair, observers, mirrors }) => [
    ...seats.map(({ party, person }) => [group, 'seat', party, person]),
    ...empty.map((party) => [group, 'empty', party, '']),
    ...(chair === undefined ? [] : [[group, 'chair', '', chair]]),
    ...observers.map((person) => [group, 'observer', '', person]),
    ...mirrors.map(({ party, person }) => [group, 'mirror', party, person]),
  ]);
  return [['group', 'role', 'party', 'name'], ...rows].map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

/** Names are other people's: one that begins as a formula does is written so that no spreadsheet obeys it. */
function cell(text: string): string {
  const plain = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
  const safe = /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
