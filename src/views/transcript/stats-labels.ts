import stringWidth from 'string-width';
import { padded } from './analysis-plot.ts';
import { NOTHING } from './stats-figures.ts';

/** One column of the left side of a table: a head over a label for each line. */
export interface LabelColumn {
  readonly head: string;
  readonly texts: readonly string[];
}

/** Columns at most this wide; a longer name or value is cut. */
const WIDEST = 20;
/** Heads are cut before labels, down to so many columns. */
const HEAD = 6;
/** Nothing is cut to less. */
const LEAST = 4;

const BETWEEN = '  ';

/** How wide the left side is, and how narrow it can be made with all its labels whole. */
export function labelsWidth(columns: readonly LabelColumn[]): { readonly full: number; readonly least: number } {
  return { full: total(columns.map(fullOf)), least: total(columns.map(wholeOf)) };
}

/** The head and then the labels, each as a line of just so many columns; as narrow as it can be made where that is more. */
export function labelLines(columns: readonly LabelColumn[], width: number): readonly string[] {
  const widths = columns.map(fullOf);
  while (total(widths) > width) {
    const cuts = [...widths.keys()].filter((n) => widths[n]! > wholeOf(columns[n]!));
    const all = [...widths.keys()].filter((n) => widths[n]! > LEAST);
    const next = (cuts.length > 0 ? cuts : all).toSorted((a, b) => widths[b]! - widths[a]!)[0];
    if (next === undefined) break;
    widths[next]! -= 1;
  }
  const parts = columns.map(({ head, texts }, n) => {
    const isNumber = texts.every((text) => /^[−\d]/.test(text) || text === NOTHING);
    return [head, ...texts].map((text) => padded(text, widths[n]!, isNumber ? 'right' : 'left'));
  });
  return parts[0]!.map((_, line) => parts.map((texts) => texts[line]!).join(BETWEEN));
}

function fullOf({ head, texts }: LabelColumn): number {
  return Math.min(WIDEST, Math.max(...[head, ...texts].map((text) => stringWidth(text))));
}

function wholeOf(column: LabelColumn): number {
  const { head, texts } = column;
  return Math.min(
    fullOf(column),
    Math.max(Math.min(HEAD, stringWidth(head)), ...texts.map((text) => stringWidth(text))),
  );
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + BETWEEN.length * (widths.length - 1);
}
