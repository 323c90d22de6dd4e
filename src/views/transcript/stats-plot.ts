import { sparkline, type Range } from '../prose/sparkline.ts';

/** One interval on an axis: `├──●──┤`, with `┊` where the axis has a line of its own. */
export function intervalPlot(
  { mean, low, high }: { readonly mean: number | null; readonly low: number | null; readonly high: number | null },
  axis: Range,
  width: number,
  line?: number,
): string {
  const at = (value: number) => {
    const place = Math.round(((value - axis.low) / (axis.high - axis.low)) * (width - 1));
    return Math.min(width - 1, Math.max(0, place));
  };
  const marks: string[] = Array.from({ length: width }, () => ' ');
  if (line !== undefined && line >= axis.low && line <= axis.high) marks[at(line)] = '┊';
  if (mean === null) return marks.join('');
  if (low !== null && high !== null) {
    for (let column = at(low); column <= at(high); column++) marks[column] = '─';
    marks[at(low)] = '├';
    marks[at(high)] = '┤';
  }
  marks[at(mean)] = '●';
  return marks.join('');
}

/** The ends of an axis, written at its two ends. */
export function axisLine(low: string, high: string, width: number): string {
  return low + high.padStart(Math.max(0, width - low.length));
}

interface Ends {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * An axis on which all the intervals lie: the whole range where they take up much of it, else as much as they need, so
 * that they can be told apart.
 */
export function axisOf(ends: readonly Ends[], range: readonly [number, number] | null): Range {
  const all = ends.flatMap(({ mean, low, high }) => [mean, low, high].filter((value) => value !== null));
  if (all.length === 0) return { low: range?.[0] ?? 0, high: range?.[1] ?? 1 };
  const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  if (range !== null && most - least > (range[1] - range[0]) / 3) return { low: range[0], high: range[1] };
  const room = most > least ? (most - least) / 20 : 0.05;
  const [low, high] = [least - room, most + room];
  return range === null ? { low, high } : { low: Math.max(range[0], low), high: Math.min(range[1], high) };
}

/** How many lie in each part of a range, from the left to the right. */
export function histogram(bins: readonly number[]): string {
  const most = Math.max(...bins, 1);
  // What is empty is left empty, so that an island shows.
  return bins.map((count) => (count === 0 ? ' ' : sparkline([count], 1, { low: 0, high: most }))).join('');
}

/** The height of a value between two ends, as one character. */
export function level(value: number, range: Range): string {
  return sparkline([value], 1, range);
}
