import { axisX, dot, link, plot, rect, ruleY, text } from '@observablehq/plot';
import type { Paper, Picture } from './draw.ts';
import { INK, LINE, PAPER, QUIET, WIDTH } from './look.ts';
import type { ChartSpec } from './spec.ts';

const [LEFT, RIGHT] = [16, 16];
/** Half the side of a letter’s circle, and the height of a line of letters. */
const [RADIUS, STACK] = [9, 20];
/** Above the line of a row: its name. */
const NAME = 26;

interface Placed {
  readonly label: string;
  readonly value: number;
  readonly y: number;
}

/** Rows stand one below the other in pixels: letters that would cover one another are stacked, and a row grows with them. */
export function strips({ rows }: Extract<ChartSpec, { type: 'strips' }>, document: Paper): Picture {
  let height = 8;
  const laid = rows.map((row) => {
    const stacked = stack(row.groups);
    const levels = Math.max(1, ...stacked.map(({ level }) => level + 1));
    const line = height + NAME + levels * STACK;
    height = line + 16;
    return {
      ...row,
      line,
      named: line - levels * STACK - 10,
      letters: stacked.map(({ label, value, level }): Placed => ({ label, value, y: line - 12 - level * STACK })),
    };
  });
  const letters = laid.flatMap((row) => row.letters);
  const bands = laid.flatMap(({ line, spread }) => (spread === undefined ? [] : [{ line, ...spread }]));
  return plot({
    document,
    width: WIDTH,
    height: height + 40,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: 0,
    marginBottom: 40,
    x: { domain: [0, 1] },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      axisX({ label: 'utility', labelAnchor: 'center', labelArrow: 'none', fontSize: 12, fill: INK, ticks: 10 }),
      ruleY(laid, { y: 'line', stroke: LINE }),
      rect(bands, {
        x1: 'low',
        x2: 'high',
        y1: ({ line }: Band) => line - 4,
        y2: ({ line }: Band) => line + 4,
        fill: LINE,
        stroke: QUIET,
        strokeWidth: 0.75,
      }),
      tick(bands, 'middle', 4, 1.5, QUIET),
      tick(laid, 'walkAway', 9, 4, INK),
      text(laid, {
        x: () => 0,
        y: 'named',
        text: 'name',
        textAnchor: 'start',
        fontSize: 13,
        fontWeight: 600,
        fill: INK,
      }),
      dot(letters, { x: 'value', y: 'y', r: RADIUS, fill: PAPER, stroke: INK }),
      text(letters, { x: 'value', y: 'y', text: 'label', fontSize: 11, fontWeight: 600, fill: INK }),
    ],
  }) as unknown as Picture;
}

interface Band {
  readonly line: number;
}

/** An upright tick on the line of its row, so many pixels to either side. */
function tick<T extends Band>(
  rows: readonly T[],
  x: string & keyof T,
  half: number,
  strokeWidth: number,
  stroke: string,
) {
  return link(rows, {
    x1: x,
    x2: x,
    y1: ({ line }: T) => line - half,
    y2: ({ line }: T) => line + half,
    stroke,
    strokeWidth,
  });
}

/** From left to right, each on the lowest level on which it covers none before it. */
function stack(
  groups: readonly { readonly label: string; readonly value: number }[],
): readonly { readonly label: string; readonly value: number; readonly level: number }[] {
  const pixels = (value: number) => LEFT + value * (WIDTH - LEFT - RIGHT);
  const ends: number[] = [];
  return [...groups]
    .sort((a, b) => a.value - b.value)
    .map(({ label, value }) => {
      const left = pixels(value) - RADIUS;
      const free = ends.findIndex((end) => end <= left);
      const level = free < 0 ? ends.length : free;
      ends[level] = pixels(value) + RADIUS + 1;
      return { label, value, level };
    });
}
