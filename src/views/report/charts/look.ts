import type { Shape } from './spec.ts';

/** Widths in pixels of the picture, which a page scales. */
export const WIDTH = 760;

export const INK = 'var(--ink)';
export const QUIET = 'var(--quiet)';
export const LINE = 'var(--line)';
export const PAPER = 'var(--paper)';
export const MARK = 'var(--mark)';

/** Symbols of Plot, in the order of `SERIES_GLYPHS`. */
export const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'triangle2', 'times', 'plus'] as const;

export type Symbol = (typeof SYMBOLS)[number];

/** The symbol of an ending; its glyph in a line of text is `GLYPH`. */
export const SYMBOL: Readonly<Record<Shape, Symbol>> = {
  agreement: 'circle',
  communique: 'diamond',
  consultations: 'square',
  collapse: 'times',
  'no-conference': 'triangle',
  'no-agreement': 'triangle2',
};

/** Symbols that are lines and have nothing to fill. */
export const LINED: ReadonlySet<Symbol> = new Set(['times', 'plus']);

/** How a line is broken, after the symbols have been used up. */
export function dash(series: number): string {
  return ['none', '6 3', '2 3', '8 3 2 3'][Math.floor(series / SYMBOLS.length) % 4]!;
}
