import stringWidth from 'string-width';
import { count } from '../prose/amounts.ts';
import { fitted, padded } from './analysis-plot.ts';
import { axisLine, axisOf, intervalPlot, level } from './stats-plot.ts';
import { figuresOf, NOTHING, partText, shortNames, type Figures } from './stats-figures.ts';
import type { CellAt, ComparedTold, EstimateTold, GroupAt, MeasureTold } from './stats-report.ts';

/** The left side of a table: a head over a label for each line. */
export interface Labels {
  readonly head: string;
  readonly rows: readonly string[];
}

/** Columns of labels at most this wide; a longer name or value is cut. */
const WIDEST = 20;

/** The number of each cell and what it has where the cells told differ. */
export function cellLabels(told: readonly CellAt[], parameters: readonly string[]): Labels {
  const names = shortNames(parameters);
  const shown = parameters.flatMap((_, n) => {
    const values = new Set(told.map(({ values: all }) => partText(all[n])));
    return values.size > 1 || told.length === 1 ? [n] : [];
  });
  const many = new Set(told.map(({ experiment }) => experiment)).size > 1;
  return joined([
    labelColumn(
      'cell',
      told.map(({ cell }) => String(cell)),
    ),
    ...(many
      ? [
          labelColumn(
            'experiment',
            told.map(({ experiment }) => experiment),
          ),
        ]
      : []),
    ...shown.map((n) =>
      labelColumn(
        names[n]!,
        told.map(({ values }) => partText(values[n])),
      ),
    ),
  ]);
}

/** What the cells of each group have at the path. */
export function groupLabels(path: string, groups: readonly GroupAt[]): Labels {
  const cells = groups.map((group) => count(group.cells));
  return joined([
    labelColumn(
      shortNames([path])[0]!,
      groups.map(({ values }) => partText(values[0])),
    ),
    ...(groups.some((group) => group.cells > 1) ? [labelColumn('cells', cells)] : []),
  ]);
}

function labelColumn(head: string, texts: readonly string[]): readonly string[] {
  const widest = Math.min(WIDEST, Math.max(stringWidth(head), ...texts.map((text) => stringWidth(text))));
  const isNumber = texts.every((text) => /^[−\d]/.test(text) || text === NOTHING);
  return [head, ...texts].map((text) => padded(text, widest, isNumber ? 'right' : 'left'));
}

function joined(columns: readonly (readonly string[])[]): Labels {
  const [head, ...rows] = columns[0]!.map((_, n) => columns.map((texts) => texts[n]!).join('  '));
  return { head: head!, rows };
}

/** Shares of all the values of a text, a column each, with their intervals; stacked where they are too many for a line. */
export function valueTable(
  measures: readonly MeasureTold[],
  { head, rows }: Labels,
  toldOf: (measure: MeasureTold) => readonly EstimateTold[],
  width: number,
): readonly string[] {
  const seen = measures.filter((measure) => toldOf(measure).some(({ mean }) => (mean ?? 0) > 0));
  const never = measures.filter((measure) => !seen.includes(measure)).map(({ value }) => value);
  const table = seen.map((measure) => ({ name: measure.value!, texts: toldOf(measure).map(shareText) }));
  const label = Math.min(stringWidth(head), Math.floor(width / 2));
  const needed = Math.max(...table.flatMap(({ texts }) => texts.map((text) => stringWidth(text))), 9);
  // Names are cut where that spares a second table.
  const wanted = Math.max(needed, ...table.map(({ name }) => stringWidth(name)));
  const column = label + table.length * (wanted + 2) <= width ? wanted : needed;
  const perLine = Math.max(1, Math.floor((width - label) / (column + 2)));
  const line = (text: string, cells: readonly string[]) =>
    `${padded(text, label, 'left')}${cells.map((cell) => `  ${padded(cell, column, 'right')}`).join('')}`;
  const lines: string[] = [];
  for (let first = 0; first < table.length; first += perLine) {
    const part = table.slice(first, first + perLine);
    if (first > 0) lines.push('');
    const names = part.map(({ name }) => name);
    lines.push(
      line(head, names),
      ...rows.map((text, n) =>
        line(
          text,
          part.map(({ texts }) => texts[n]!),
        ),
      ),
    );
  }
  if (never.length > 0) lines.push(`Never: ${never.join(', ')}.`);
  return lines;
}

function shareText({ mean, low, high }: EstimateTold): string {
  if (mean === null) return NOTHING;
  const share = (100 * mean).toFixed(1);
  if (low === null || high === null) return share;
  const digits = high - low < 0.03 ? 1 : 0;
  return `${share} ${(100 * low).toFixed(digits)}–${(100 * high).toFixed(digits)}`;
}

/** A measure line by line: its mean, where it lies with its interval, and what differs from the first on the same seeds. */
export function measureTable(
  measure: MeasureTold,
  { head, rows }: Labels,
  told: readonly ComparedTold[],
  { width, against }: { readonly width: number; readonly against: string },
): readonly string[] {
  const figures = figuresOf(measure);
  const compared = told.some(({ difference }) => difference !== null);
  const numbers = headed(
    told.map(({ mean }) => figures.plain(mean)),
    figures.unit || 'mean',
    'right',
  );
  const change = compared
    ? headed(
        told.map((one) => changeText(one, figures)),
        against,
        'left',
      )
    : undefined;
  const interval = headed(told.map(figures.interval), '95 % interval', 'left');
  const widthOf = (part: readonly string[] | undefined) => (part === undefined ? 0 : stringWidth(part[0]!) + 2);
  const room = width - widthOf(numbers) - widthOf(change);
  const label = Math.min(stringWidth(head), room - 16);
  const between = room - label - widthOf(interval) >= 26 ? interval : undefined;
  const plot = Math.min(40, room - label - widthOf(between) - 2);
  const axis = axisOf(told, measure.range);
  const line = (n: number, text: string, middle: string) =>
    [padded(text, label, 'left'), numbers[n]!, between?.[n], padded(middle, plot, 'left'), change?.[n]]
      .filter((part) => part !== undefined)
      .join('  ')
      .trimEnd();
  const first = compared ? (told[0]?.mean ?? undefined) : undefined;
  const pairs = told.flatMap(({ difference }) => (difference === null ? [] : [difference.pairs]));
  const gaps = told.some(({ missing }) => missing > 0) && pairs.length > 0;
  const [fewest, most] = [Math.min(...pairs), Math.max(...pairs)];
  const over = `Differences are over the ${fewest === most ? count(most) : `${count(fewest)} to ${count(most)}`} seeds on which both have a value.`;
  return [
    line(0, head, axisLine(figures.plain(axis.low), figures.plain(axis.high), plot)),
    ...told.map((one, n) => line(n + 1, rows[n]!, intervalPlot(one, axis, plot, first))),
    ...(gaps ? [over] : []),
  ];
}

/** A heading and texts below it, all of one width. */
function headed(texts: readonly string[], head: string, side: 'left' | 'right'): readonly string[] {
  const widest = Math.max(stringWidth(head), ...texts.map((text) => stringWidth(text)));
  return [head, ...texts].map((text) => padded(text, widest, side));
}

/** Whether it is clearly more or less than what it is compared to. */
function markOf({ difference }: ComparedTold): string {
  if (difference === null || difference.mean === null) return ' ';
  return difference.clear === null ? '·' : MARKS[difference.clear];
}

const MARKS = { above: '↑', below: '↓' } as const;

function changeText(told: ComparedTold, figures: Figures): string {
  const { difference } = told;
  if (difference === null) return '';
  if (difference.mean === null) return NOTHING;
  return `${markOf(told)} ${figures.signed(difference.mean)} ${figures.signedInterval(difference)}`;
}

/** Behind a number in the table of two paths stand a blank, its height and its mark. */
const ROOM = '   ';

/** Two paths as the sides of a table: the mean of each place, and its height beside the others. */
export function heatTable(
  measure: MeasureTold,
  paths: readonly string[],
  groups: readonly GroupAt[],
  told: readonly ComparedTold[],
  width: number,
): readonly string[] {
  const figures = figuresOf(measure);
  const [down, across] = [0, 1].map((n) => [...new Set(groups.map(({ values }) => partText(values[n])))]) as [
    string[],
    string[],
  ];
  const means = told.map(({ mean }) => mean).filter((mean) => mean !== null);
  const range = { low: Math.min(...means), high: Math.max(...means) };
  const names = shortNames(paths);
  const place = new Map(groups.map(({ values }, n) => [`${partText(values[0])}\n${partText(values[1])}`, told[n]!]));
  const textAt = (y: string, x: string) => {
    const found = place.get(`${y}\n${x}`);
    if (found === undefined || found.mean === null) return NOTHING + ROOM;
    return `${figures.plain(found.mean)} ${level(found.mean, range)}${markOf(found)}`;
  };
  const cell = Math.max(
    ...across.map((x) => stringWidth(x + ROOM)),
    ...down.flatMap((y) => across.map((x) => stringWidth(textAt(y, x)))),
  );
  const label = Math.min(Math.max(stringWidth(names[0]!), ...down.map((text) => stringWidth(text))), 24);
  const fits = Math.max(1, Math.floor((width - label) / (cell + 2)));
  const row = (text: string, cells: readonly string[]) =>
    `${padded(text, label, 'left')}${cells.map((one) => `  ${padded(one, cell, 'right')}`).join('')}`.trimEnd();
  const shown = across.slice(0, fits);
  return [
    `${' '.repeat(label)}  ${fitted(names[1]!, width - label - 2)} →`,
    row(
      names[0]!,
      shown.map((x) => x + ROOM),
    ),
    ...down.map((y) =>
      row(
        y,
        shown.map((x) => textAt(y, x)),
      ),
    ),
    ...(fits < across.length
      ? [`${across.length - fits} more columns in --json and --csv, or on a wider screen.`]
      : []),
  ];
}

/** `n` in words for a head: `3,600 runs`. */
export function runs(number: number): string {
  return `${count(number)} ${number === 1 ? 'run' : 'runs'}`;
}
