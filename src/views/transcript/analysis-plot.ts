import stringWidth from 'string-width';
import type { Analysis } from '../../analysis/analysis.ts';

/** Marks of the solutions, in the order in which one hides another that lies in the same place. */
export const MARKS = [
  ['U', 'utilitarian'],
  ['S', 'least spread'],
  ['M', 'max–min'],
  ['K', 'Kalai'],
  ['N', 'Nash'],
] as const;

export type Mark = (typeof MARKS)[number][0];

export function picked(analysis: Analysis, mark: Mark): Analysis['nash'] {
  switch (mark) {
    case 'N':
      return analysis.nash;
    case 'K':
      return analysis.kalai;
    case 'M':
      return analysis.ks.maxmin;
    case 'S':
      return analysis.ks.spread;
    case 'U':
      return analysis.utilitarian;
  }
}

const STRIP = 41;

/** One party's utilities from 0 to 1: what it has without a deal, how far the frontier goes, where the solutions lie. */
export function strip(analysis: Analysis, party: number): string {
  const cells: string[] = Array.from({ length: STRIP }, () => '·');
  const at = (utility: number) => Math.round(Math.min(1, Math.max(0, utility)) * (STRIP - 1));
  const front = (analysis.frontier?.points ?? []).map((point) => point[party]!);
  if (front.length > 0) {
    const low = front.reduce((least, u) => Math.min(least, u));
    const high = front.reduce((most, u) => Math.max(most, u));
    for (let cell = at(low); cell <= at(high); cell++) cells[cell] = '─';
  }
  cells[at(analysis.disagreement.point[party]!)] = '│';
  for (const [mark] of MARKS) {
    const solution = picked(analysis, mark);
    if (solution) cells[at(solution.utilities[party]!)] = mark;
  }
  return cells.join('');
}

const WIDE = 57;
const HIGH = 17;

/** Two parties as axes: the frontier as points, the solutions as letters, and the lines below which there is no deal. */
export function plane(analysis: Analysis): readonly string[] {
  const [d1, d2] = analysis.disagreement.point as readonly [number, number];
  const column = (u: number) => Math.round(Math.min(1, Math.max(0, u)) * (WIDE - 1));
  const row = (u: number) => HIGH - 1 - Math.round(Math.min(1, Math.max(0, u)) * (HIGH - 1));
  const cells: string[][] = Array.from({ length: HIGH }, (_, y) =>
    Array.from({ length: WIDE }, (__, x) => {
      const [upright, level] = [x === column(d1), y === row(d2)];
      return upright && level ? '┼' : upright ? '│' : level ? '─' : ' ';
    }),
  );
  for (const [x, y] of analysis.frontier?.points ?? []) cells[row(y!)]![column(x!)] = '•';
  for (const [mark] of MARKS) {
    const solution = picked(analysis, mark);
    if (solution) cells[row(solution.utilities[1]!)]![column(solution.utilities[0]!)] = mark;
  }
  const label = (y: number) => (y === 0 ? '1' : y === HIGH - 1 ? '0' : ' ');
  return [
    ...cells.map((line, y) => `${label(y)} ┤${line.join('')}`.trimEnd()),
    `  └${'─'.repeat(WIDE)}`,
    `   0${'1'.padStart(WIDE - 1)}`,
  ];
}

const LETTERS = new Intl.Segmenter('en');

/** A text in at most so many columns, cut with a mark where it is wider. */
export function fitted(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of LETTERS.segment(text)) {
    if (stringWidth(kept + segment) >= width) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** A text in just so many columns, with blanks before or behind it. */
export function padded(text: string, width: number, side: 'left' | 'right'): string {
  const short = fitted(text, width);
  const blank = ' '.repeat(width - stringWidth(short));
  return side === 'left' ? short + blank : blank + short;
}

/** A share as a bar. */
export function shareBar(share: number, width: number): string {
  const full = Math.min(width, Math.max(share > 0 ? 1 : 0, Math.round(share * width)));
  return '█'.repeat(full) + '·'.repeat(width - full);
}
