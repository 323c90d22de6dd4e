import type { Tone } from '../theme.ts';
import { span, type Span } from './line.ts';

/** Half a cell high, so that bars in rows one below the other stay apart. */
const FULL = '▄';
const HALF = '▖';
const TICK = '│';

/** A number in [0, 1] as a bar of `width` cells, with a tick where its threshold lies. */
export function bar(value: number, width: number, tone?: Tone, tick?: number): readonly Span[] {
  const filled = fill(value, width);
  if (tick === undefined) return [span(filled, tone)];
  const at = Math.min(width - 1, Math.floor(clamped(tick) * width));
  return [span(filled.slice(0, at), tone), span(TICK, 'strong'), span(filled.slice(at + 1), tone)];
}

function fill(value: number, width: number): string {
  const halves = Math.round(clamped(value) * width * 2);
  return (FULL.repeat(Math.floor(halves / 2)) + (halves % 2 === 0 ? '' : HALF)).padEnd(width);
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** How far something has come: `done` of `total`, with a mark at some of the steps. */
export function progress(done: number, total: number, width: number, marks: readonly number[] = []): readonly Span[] {
  const cellOf = (step: number) => (total === 0 ? 0 : Math.round(clamped(step / total) * width));
  const at = cellOf(done);
  const marked = new Set(marks.map((step) => Math.max(0, cellOf(step) - 1)));
  const draw = (from: number, to: number, plain: string) =>
    Array.from({ length: to - from }, (_, n) => (marked.has(from + n) ? '◇' : plain)).join('');
  return [span(draw(0, at, '━'), 'for'), span(draw(at, width, '─'), 'quiet')];
}

/** A count as full and empty marks: three of five used. */
export function dots(used: number, of: number): string {
  const full = Math.min(used, of);
  return '●'.repeat(full) + '○'.repeat(Math.max(0, of - full));
}
