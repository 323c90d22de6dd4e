import type { Bar, Heat } from '../prose/sensitivity-told.ts';
import { figureWords } from '../prose/sensitivity-words.ts';
import { paragraph } from './wrap.ts';

/** Columns beside the paths, of which a longer one loses its middle, and stands whole in the list above. */
const BESIDE = 36;
/** Columns of one figure on the map. */
const CELL = 5;

/** One bar a number, from the mean of the measure where the number is low (L) to where it is high (H). */
export function tornadoLines(mean: number, bars: readonly Bar[], width: number): readonly string[] {
  if (bars.length === 0) return [];
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(mean, ...ends), Math.max(mean, ...ends)];
  const cells = BESIDE - 1;
  const cell = (value: number) => (most > least ? Math.round(((value - least) / (most - least)) * (cells - 1)) : 0);
  const rows = bars.map(({ path, low, high }) => {
    const [from, to] = [cell(low), cell(high)];
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const marks = Array.from({ length: cells }, (_, n) => {
      if (n === from && n === to) return '◆';
      if (n === from) return 'L';
      if (n === to) return 'H';
      if (n === cell(mean)) return '┃';
      return n > first && n < last ? '━' : ' ';
    });
    return `${shortened(path, width - BESIDE)} ${marks.join('')}`.trimEnd();
  });
  const [left, middle, right] = [figureWords(least), figureWords(mean), figureWords(most)];
  const at = Math.min(Math.max(left.length + 1, cell(mean)), cells - right.length - middle.length - 1);
  const scale = `${left}${' '.repeat(Math.max(1, at - left.length))}${middle}`;
  return [...rows, `${' '.repeat(width - cells)}${scale}${right.padStart(cells - scale.length)}`];
}

/** From nothing to all of it, with the figure beside the mark. */
const SHADES = [' ', '░', '▒', '▓', '█'] as const;
const STEPS = [0.02, 0.1, 0.25, 0.5] as const;

/** Numbers by measures, each as a mark and a figure in hundredths; measures are lettered, and named below. */
export function heatLines({ measures, rows }: Heat, width: number): readonly string[] {
  const shown = measures.slice(0, Math.floor(BESIDE / CELL));
  const letters = shown.map((_, n) => String.fromCharCode(97 + n));
  const head = `${' '.repeat(width - BESIDE)}${letters.map((letter) => letter.padStart(CELL)).join('')}`;
  const lines = rows.map(({ path, values }) => {
    const cells = values.slice(0, shown.length).map((value) => ` ${shade(value)}${hundredths(value)}`);
    return `${shortened(path, width - BESIDE)}${cells.join('')}`.trimEnd();
  });
  const rest = measures.length > shown.length ? [`(${measures.length - shown.length} more in the JSON)`] : [];
  const key = [...letters.map((letter, n) => `${letter}\u{A0}${shown[n]}`), ...rest].join('  ');
  return [head, ...lines, ...paragraph(key, width).map((line) => line.replaceAll('\u{A0}', ' '))];
}

function shade(value: number): string {
  return SHADES[STEPS.filter((step) => value >= step).length]!;
}

function hundredths(value: number): string {
  const shown = Math.round(100 * Math.max(0, value));
  return (shown === 0 ? '·' : String(shown)).padStart(3);
}

function shortened(path: string, room: number): string {
  if (path.length <= room) return path.padEnd(room);
  const half = Math.floor((room - 1) / 2);
  return `${path.slice(0, room - 1 - half)}…${path.slice(-half)}`;
}
