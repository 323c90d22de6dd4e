import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { printable } from '../../prose/printable.ts';

/** Texts measured in cells of the terminal: a name may be written in Dari, Chinese or with combining marks. */

/** Characters of one cell each, none of which joins another: what nearly every text here is made of. */
const PLAIN =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*$/;
const EMOJI = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\u20e3|\p{Extended_Pictographic}[\ufe0f\u200d]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** On one line, without anything that moves the cursor, and without emoji, on whose width terminals disagree. */
export function legible(text: string): string {
  if (PLAIN.test(text)) return text;
  const line = printable(text);
  if (!EMOJI.test(line)) return line;
  return clusters(line)
    .map((cluster) => (EMOJI.test(cluster) ? '▫' : cluster))
    .join('');
}

/** At most `width` cells, ending in … where something was cut. */
export function truncated(text: string, width: number): string {
  const line = legible(text);
  if (widthOf(line) <= width) return line;
  if (width < 1) return '';
  let cut = '';
  let used = 0;
  for (const cluster of clusters(line)) {
    used += widthOf(cluster);
    if (used > width - 1) break;
    cut += cluster;
  }
  return `${cut.trimEnd()}…`;
}

/** Exactly `width` cells. */
export function fit(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const line = truncated(text, width);
  const space = ' '.repeat(Math.max(0, width - widthOf(line)));
  return align === 'left' ? line + space : space + line;
}

/** Lines of at most `width` cells, broken between words where that is possible. */
export function wrapped(text: string, width: number): readonly string[] {
  return width < 1 ? [] : wrapAnsi(legible(text), width, { hard: true }).split('\n');
}

/** Without its last letter, whatever that is made of. */
export function withoutLast(text: string): string {
  return clusters(text).slice(0, -1).join('');
}

function clusters(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
