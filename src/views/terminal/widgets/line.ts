import { fit, truncated, widthOf, wrapped } from './cells.ts';
import type { Tone } from '../theme.ts';

/** A stretch of text in one tone. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone;
}

/** One row of cells. */
export type Line = readonly Span[];

export function span(text: string, tone?: Tone): Span {
  return tone === undefined ? { text } : { text, tone };
}

export function line(text: string, tone?: Tone): Line {
  return [span(text, tone)];
}

export function lineWidth(spans: Line): number {
  return spans.reduce((width, one) => width + widthOf(one.text), 0);
}

/** The line cut to `width` cells. */
export function cutLine(spans: Line, width: number): Line {
  const cut: Span[] = [];
  let left = width;
  for (const one of spans) {
    if (left <= 0) break;
    const text = truncated(one.text, left);
    cut.push({ ...one, text });
    left = widthOf(one.text) > left ? 0 : left - widthOf(text);
  }
  return cut;
}

/** `left` and `right` at the two ends of `width` cells; where both do not fit, the left one is cut. */
export function spread(left: Line, right: Line, width: number): Line {
  const room = width - lineWidth(right) - 1;
  if (room < 1) return cutLine(right, width);
  const cut = cutLine(left, room);
  return [...cut, span(' '.repeat(width - lineWidth(cut) - lineWidth(right))), ...right];
}

/** A paragraph as lines, each behind the indent. */
export function paragraph(text: string, width: number, tone?: Tone, indent = 0): readonly Line[] {
  return wrapped(text, width - indent).map((row) => line(' '.repeat(indent) + row, tone));
}

/** Text in a column of `width` cells. */
export function cell(text: string, width: number, tone?: Tone, align: 'left' | 'right' = 'left'): Span {
  return span(fit(text, width, align), tone);
}
