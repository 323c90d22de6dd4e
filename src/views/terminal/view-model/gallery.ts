import { inWords } from '../../prose/names.ts';
import { playCommand, shellWord } from '../../prose/shell.ts';
import { GALLERY_KEYS } from '../gallery-keys.ts';
import type { Browsing } from '../gallery-state.ts';
import type { Card, Exhibit } from '../house.ts';
import { legible, widthOf, wrapped } from '../widgets/cells.ts';
import { cell, line, lineWidth, paragraph, span, spread, type Line } from '../widgets/line.ts';
import { keyRow } from './footer.ts';
import { framed, isTooSmall, roomIn, scrollableOf, type Frame } from './frame.ts';
import { helpPane } from './help.ts';
import { inSight, pane, scrolledPane, type Column, type Pane } from './pane.ts';

const GUTTER = 3;
const TWO_COLUMNS = 110;

/** The gallery as a screen; nothing when the terminal is too small for one. */
export function galleryFrame(browsing: Browsing, command: string, width: number, height: number): Frame | undefined {
  if (isTooSmall(width, height)) return undefined;
  const { inner, room } = roomIn(width, height);
  const columns = browsing.help
    ? [[helpPane(GALLERY_KEYS, inner, room, browsing.scroll)]]
    : galleryColumns(browsing, command, inner, room);
  const scrollable = scrollableOf(columns);
  return { ...framed(header(browsing, inner), columns, footer(browsing, scrollable.last, inner), height), scrollable };
}

function header({ seed, typing, notice }: Browsing, width: number): readonly Line[] {
  const chance: Line =
    typing === undefined
      ? [span('seed ', 'quiet'), span(legible(seed), 'strong')]
      : [span('seed ', 'quiet'), span(`${legible(typing)}▏`, 'strong')];
  const title: Line = [span('Parley', 'strong'), span(' · a diplomatic conference, played by its parties', 'quiet')];
  const hint: Line =
    notice === undefined
      ? [span('Choose one, Enter shows it. Same seed, same conference.', 'quiet')]
      : [span(`! ${legible(notice)}`, 'strong-against')];
  return [spread(title, chance, width), spread(hint, [], width)];
}

function galleryColumns(browsing: Browsing, command: string, width: number, height: number): readonly Column[] {
  const { exhibits } = browsing;
  if (width >= TWO_COLUMNS) {
    const left = Math.floor((width - GUTTER) * 0.5);
    return [
      [listPane(browsing, left, height, Math.min(4, Math.floor((height - 1) / Math.max(1, exhibits.length))))],
      [previewPane(browsing, command, width - GUTTER - left, height)],
    ];
  }
  const list = Math.min(exhibits.length + 1, Math.max(5, Math.floor(height * 0.5)));
  return [[listPane(browsing, width, list, 1), previewPane(browsing, command, width, height - list)]];
}

/** One row an exhibit; with what it asks and an empty row where there are `each` rows for it. */
function listPane(browsing: Browsing, width: number, height: number, rowsEach: number): Pane {
  const each = rowsEach < 3 ? 1 : rowsEach;
  const blocks = browsing.exhibits.map((exhibit, n) => exhibitRows(browsing, exhibit, n === browsing.at, width, each));
  const shown = inSight(blocks, browsing.at, Math.floor((height - 1) / each));
  return pane(
    line('Conferences', 'strong'),
    shown.flat(),
    width,
    height,
    line(`${browsing.at + 1} of ${browsing.exhibits.length}`, 'quiet'),
  );
}

function exhibitRows(
  { cards, exhibits }: Browsing,
  { name, bundled }: Exhibit,
  selected: boolean,
  width: number,
  each: number,
): readonly Line[] {
  const card = cards.get(name);
  const label = Math.min(18, Math.floor(width / 3), Math.max(...exhibits.map((one) => widthOf(one.name))));
  const title = card === undefined ? '…' : card.trouble === undefined ? legible(card.title) : '✗ cannot be played';
  const head: Line = [
    span(selected ? '▸ ' : '  ', 'strong'),
    cell(name, label, selected ? 'strong' : undefined),
    span(' '),
    cell(`${bundled ? '' : 'yours: '}${title}`, width - label - 3, selected ? 'strong' : bundled ? undefined : 'for'),
  ];
  if (each === 1) return [head];
  const room = each - 2;
  const question = card === undefined ? [] : wrapped(asks(card), width - label - 3);
  return Array.from({ length: each }, (_, n) => {
    const more = n === room && question.length > room ? `${question[n - 1]} …` : (question[n - 1] ?? '');
    return n === 0 ? head : n > room ? [] : [span(' '.repeat(label + 3)), cell(more, width - label - 3, 'quiet')];
  });
}

/** What a scenario asks, in a line: the first question of its text, or else how it begins. */
export function asks({ about, trouble }: Card): string {
  if (trouble !== undefined) return trouble;
  const text = legible(about);
  const sentences = text.match(/[^.?!]+[.?!]+/g) ?? [text];
  return (sentences.find((one) => one.includes('?')) ?? sentences[0] ?? '').trim();
}

function previewPane(
  { exhibits, cards, at, seed, scroll }: Browsing,
  command: string,
  width: number,
  height: number,
): Pane {
  const exhibit = exhibits[at];
  const card = exhibit === undefined ? undefined : cards.get(exhibit.name);
  if (exhibit === undefined || card === undefined)
    return pane(line(exhibit?.name ?? 'Nothing here', 'strong'), [line('reading …', 'quiet')], width, height);
  if (card.trouble !== undefined) {
    const rows = [
      ...paragraph(card.trouble, width, 'against'),
      [],
      line('What is wrong, where, and what to do:', 'quiet'),
      ...paragraph(`${command} check ${exhibit.name}`, width, 'for', 2),
    ];
    return scrolledPane(line(exhibit.name, 'strong'), rows, width, height, scroll);
  }
  const rows = [
    ...paragraph(size(card), width, 'strong'),
    ...paragraph(card.parties.join(' · '), width, 'quiet'),
    line('To play a seat of it yourself, leave with q and type', 'quiet'),
    ...paragraph(
      playCommand({ command, name: shellWord(exhibit.name), party: card.seats[0] ?? 'PARTY', seed: legible(seed) }),
      width,
      'for',
      2,
    ),
    [],
    ...card.about
      .split(/\n\s*\n/)
      .flatMap((part, n) => [...(n === 0 ? [] : [[]]), ...paragraph(part.replaceAll(/\s+/g, ' '), width)]),
  ];
  const variant = card.extends === undefined ? '' : `a variant of ${card.extends}`;
  return scrolledPane(line(legible(card.title), 'strong'), rows, width, height, scroll, line(variant, 'quiet'));
}

function size({ parties, issues, rounds }: Card): string {
  const counted = (count: number, one: string, many: string) => `${inWords(count)} ${count === 1 ? one : many}`;
  return `${counted(parties.length, 'party', 'parties')}, ${counted(issues, 'issue', 'issues')}, up to ${counted(rounds, 'round', 'rounds')}`;
}

function footer({ typing, help }: Browsing, last: number, width: number): Line {
  if (typing !== undefined)
    return spread(
      [span('type a seed, any text', 'quiet')],
      keyRow([
        { keys: 'Enter', short: 'use it' },
        { keys: 'Esc', short: 'as it was' },
      ]),
      width,
    );
  const right = keyRow(GALLERY_KEYS.filter(({ keys }) => keys === '?' || keys === 'q'));
  const shown = GALLERY_KEYS.filter(({ keys }) => {
    if (['?', 'q', 'Ctrl-C', 'Ctrl-Z'].includes(keys)) return false;
    if (help) return keys === 'Esc' || (keys === 'PgUp/PgDn' && last > 0);
    return keys === 'PgUp/PgDn' ? last > 0 : keys !== 'Esc';
  });
  const fitting = shown.filter((_, n) => lineWidth(keyRow(shown.slice(0, n + 1))) + 2 + lineWidth(right) <= width);
  return spread(keyRow(fitting), right, width);
}
