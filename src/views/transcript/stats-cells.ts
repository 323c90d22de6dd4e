import stringWidth from 'string-width';
import { count } from '../prose/amounts.ts';
import { fitted, padded } from './analysis-plot.ts';
import { labelLines, labelsWidth, type LabelColumn } from './stats-labels.ts';
import { axisLine, axisOf, intervalPlot, level } from './stats-plot.ts';
import { figuresOf, NOTHING, partText, shortNames, type Figures } from './stats-figures.ts';
import { paragraph } from './wrap.ts';
import type { CellAt, ComparedTold, EstimateTold, GroupAt, MeasureTold } from './stats-report.ts';

/** The number of each cell and what it has where the cells told differ. */
export function cellLabels(told: readonly CellAt[], parameters: readonly string[]): readonly LabelColumn[] {
  const names = shortNames(parameters);
  const shown = parameters.flatMap((_, n) => {
    const values = new Set(told.map(({ values: all }) => partText(all[n])));
    return values.size > 1 || told.length === 1 ? [n] : [];
  });
  const many = new Set(told.map(({ experiment }) => experiment)).size > 1;
  return [
    { head: 'cell', texts: told.map(({ cell }) => String(cell)) },
    ...(many ? [{ head: 'experiment', texts: told.map(({ experiment }) => experiment) }] : []),
    ...shown.map((n) => ({ head: names[n]!, texts: told.map(({ values }) => partText(values[n])) })),
  ];
}

/** What the cells of each group have at the path. */
export function groupLabels(path: string, groups: readonly GroupAt[]): readonly LabelColumn[] {
  const cells = groups.map((group) => count(group.cells));
  return [
    { head: shortNames([path])[0]!, texts: groups.map(({ values }) => partText(values[0])) },
    ...(groups.some((group) => group.cells > 1) ? [{ head: 'cells', texts: cells }] : []),
  ];
}

/** Shares of all the values of a text, a column each, with their intervals; stacked where they are too many for a line. */
export function valueTable(
  measures: readonly MeasureTold[],
  labels: readonly LabelColumn[],
  toldOf: (measure: MeasureTold) => readonly EstimateTold[],
  width: number,
): readonly string[] {
  const seen = measures.filter((measure) => toldOf(measure).some(({ mean }) => (mean ?? 0) > 0));
  const never = measures.filter((measure) => !seen.includes(measure)).map(({ value }) => value);
  const table = seen.map((measure) => ({ name: measure.value!, texts: toldOf(measure).map(shareText) }));
  const label = Math.min(labelsWidth(labels).full, Math.floor(width / 2));
  const [head, ...rows] = labelLines(labels, label) as [string, ...string[]];
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

/** Columns of a plot at least; with fewer there is none. */
const LEAST_PLOT = 14;

/** A measure line by line: its mean, where it lies with its interval, and what differs from the first on the same seeds. */
export function measureTable(
  measure: MeasureTold,
  labels: readonly LabelColumn[],
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
  // What a line is of matters more than a picture of it: names are cut for a plot, and then the plot is left out.
  const { full, least } = labelsWidth(labels);
  const label = Math.min(full, least + LEAST_PLOT + 2 <= room ? room - LEAST_PLOT - 2 : room);
  const isPlotted = room - label >= LEAST_PLOT + 2;
  const between = room - label - widthOf(interval) >= (isPlotted ? 26 : 0) ? interval : undefined;
  const plot = isPlotted ? Math.min(40, room - label - widthOf(between) - 2) : 0;
  const axis = axisOf(told, measure.range);
  const line = (n: number, text: string, middle: string) =>
    [text, numbers[n]!, between?.[n], isPlotted ? padded(middle, plot, 'left') : undefined, change?.[n]]
      .filter((part) => part !== undefined)
      .join('  ')
      .trimEnd();
  const first = compared ? (told[0]?.mean ?? undefined) : undefined;
  const pairs = told.flatMap(({ difference }) => (difference === null ? [] : [difference.pairs]));
  const gaps = told.some(({ missing }) => missing > 0) && pairs.length > 0;
  const [fewest, most] = [Math.min(...pairs), Math.max(...pairs)];
  const over = `Differences are over the seeds on which both have a value: ${fewest === most ? count(most) : `${count(fewest)} to ${count(most)}`} of them.`;
  const [head, ...rows] = labelLines(labels, label) as [string, ...string[]];
  return [
    line(0, head, axisLine(figures.plain(axis.low), figures.plain(axis.high), plot)),
    ...told.map((one, n) => line(n + 1, rows[n]!, intervalPlot(one, axis, plot, first))),
    ...(gaps ? paragraph(over, width) : []),
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
    ...across.map((x) => stringWidth(x)),
    ...down.flatMap((y) => across.map((x) => stringWidth(textAt(y, x)))),
  );
  const label = Math.min(Math.max(stringWidth(names[0]!), ...down.map((text) => stringWidth(text))), 24);
  const fits = Math.max(1, Math.floor((width - label) / (cell + 2)));
  const row = (text: string, cells: readonly string[]) =>
    `${padded(text, label, 'left')}${cells.map((one) => `  ${padded(one, cell, 'right')}`).join('')}`.trimEnd();
  // Above the numbers, where that makes no column wider.
  const above = (x: string) => x + ROOM.slice(0, cell - stringWidth(x));
  const parts = Array.from({ length: Math.ceil(across.length / fits) }, (_, n) =>
    across.slice(n * fits, (n + 1) * fits),
  );
  return [
    `${' '.repeat(label)}  ${fitted(names[1]!, width - label - 4)} →`,
    ...parts.flatMap((shown, n) => [
      ...(n > 0 ? [''] : []),
      row(names[0]!, shown.map(above)),
      ...down.map((y) =>
        row(
          y,
          shown.map((x) => textAt(y, x)),
        ),
      ),
    ]),
  ];
}

/** `n` in words for a head: `3,600 runs`. */
export function runs(number: number): string {
  return `${count(number)} ${number === 1 ? 'run' : 'runs'}`;
}
