import type { Tone } from '../theme.ts';
import { span, type Line } from './line.ts';

/** Points of a plot that look alike; those of later layers hide those of earlier ones. */
export interface Layer {
  readonly mark: string;
  readonly tone?: Tone;
  readonly points: readonly (readonly number[])[];
}

/** A rule across the plot, upright at `x` and level at `y`. */
export interface Rules {
  readonly x: number;
  readonly y: number;
}

/** Where the axes begin, and how far both of them reach: distances look alike in either direction. */
export interface Window {
  readonly x: number;
  readonly y: number;
  readonly span: number;
}

const STEP = 0.1;

/** The smallest window in steps of a tenth that shows all of the points, all numbers being in [0, 1]. */
export function windowOf(points: readonly (readonly number[])[]): Window {
  const ends = [0, 1].map((axis) => {
    const values = points.map((point) => within(point[axis]!));
    return { low: Math.floor(Math.min(1, ...values) / STEP), high: Math.ceil(Math.max(0, ...values) / STEP) };
  });
  const steps = Math.min(10, Math.max(2, ...ends.map(({ low, high }) => high - low)));
  const [x, y] = ends.map(({ low }) => Math.min(low, 10 - steps) * STEP);
  return { x: x!, y: y!, span: steps * STEP };
}

const AXIS = 4;

/** Pairs of numbers in the cells of `width` columns and `height` rows, the axes with their ends among them. */
export function plot(
  layers: readonly Layer[],
  rules: Rules,
  { x, y, span: reach }: Window,
  width: number,
  height: number,
): readonly Line[] {
  const [wide, high] = [width - AXIS, height - 2];
  const column = (value: number) => Math.round(within((value - x) / reach) * (wide - 1));
  const row = (value: number) => high - 1 - Math.round(within((value - y) / reach) * (high - 1));
  const cells = new Map<number, Line[number]>();
  for (const { mark, tone, points } of layers)
    for (const [a, b] of points)
      cells.set(row(b!) * wide + column(a!), tone === undefined ? span(mark) : span(mark, tone));
  const label = (value: number) => value.toFixed(1);
  const lines = Array.from({ length: high }, (_, r): Line => {
    const body = Array.from({ length: wide }, (__, c) => {
      const [upright, level] = [c === column(rules.x), r === row(rules.y)];
      return cells.get(r * wide + c) ?? span(upright && level ? '┼' : upright ? '│' : level ? '─' : ' ', 'quiet');
    });
    const end = r === 0 ? label(y + reach) : r === high - 1 ? label(y) : '   ';
    return [span(`${end}┤`, 'quiet'), ...joined(body)];
  });
  const foot = `   └${'─'.repeat(wide)}`;
  const ends = `    ${label(x)}${label(x + reach).padStart(wide - 3)}`;
  return [...lines, [span(foot, 'quiet')], [span(ends, 'quiet')]];
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Neighbours of one tone as one stretch. */
function joined(cells: Line): Line {
  const spans: Line[number][] = [];
  for (const cell of cells) {
    const last = spans.at(-1);
    if (last !== undefined && last.tone === cell.tone)
      spans[spans.length - 1] = { ...last, text: last.text + cell.text };
    else spans.push(cell);
  }
  return spans;
}
