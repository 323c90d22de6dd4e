import { plot, rect, text } from '@observablehq/plot';
import type { Paper, Picture } from './draw.ts';
import { INK, LINE, PAPER, WIDTH } from './look.ts';
import type { ChartSpec } from './spec.ts';

/** Of a row: its height, the line of its name, and the height of its cells below. */
const [ROW, NAMED, CELL] = [42, 9, 20];
/** About how wide a letter of a column’s name is, and its room when there are few columns. */
const [LETTER, WIDEST] = [6.6, 64];
/** From which value on a cell is darker; the last is ink, and its figure as light as the paper. */
const STEPS = [0.02, 0.1, 0.25, 0.5] as const;
const SHADES = [0, 0.1, 0.2, 0.3, 1] as const;

/** Numbers by measures, each a cell with its figure in hundredths, so that no shade says anything alone. */
export function heat({ columns, rows }: Extract<ChartSpec, { type: 'heat' }>, document: Paper): Picture {
  const side = 4;
  const top = Math.max(...columns.map((name) => name.length)) * LETTER + 10;
  const wide = Math.min(WIDEST, (WIDTH - 2 * side) / columns.length);
  const cells = rows.flatMap(({ values }, row) =>
    values.map((value, column) => {
      const step = STEPS.filter((from) => value >= from).length;
      const y = row * ROW + NAMED + 9;
      return { x: column * wide, to: (column + 1) * wide - 2, y, step, says: hundredths(value) };
    }),
  );
  const names = rows.map(({ name }, row) => ({ name, y: row * ROW + NAMED }));
  const height = rows.length * ROW;
  const across = WIDTH - 2 * side;
  return plot({
    document,
    width: WIDTH,
    height: top + height + 2,
    marginLeft: side,
    marginRight: side,
    marginTop: top,
    marginBottom: 2,
    x: { domain: [0, across], axis: null },
    y: { domain: [0, height], range: [top, top + height], axis: null },
    opacity: { type: 'identity' },
    marks: [
      text(columns, {
        x: (_: string, n: number) => (n + 0.5) * wide,
        y: () => 0,
        text: (name: string) => name,
        rotate: -90,
        textAnchor: 'start',
        dx: 0,
        dy: -6,
        fontSize: 11,
        fill: INK,
      }),
      text(names, { x: () => 0, y: 'y', text: 'name', textAnchor: 'start', fontSize: 12, fill: INK }),
      ...SHADES.flatMap((shade, step) => {
        const own = cells.filter((cell) => cell.step === step);
        return [
          rect(own, {
            x1: 'x',
            x2: 'to',
            y1: 'y',
            y2: ({ y }: (typeof own)[number]) => y + CELL,
            fill: INK,
            fillOpacity: shade,
            stroke: LINE,
          }),
          text(own, {
            x: ({ x, to }: (typeof own)[number]) => (x + to) / 2,
            y: ({ y }: (typeof own)[number]) => y + CELL / 2,
            text: 'says',
            fontSize: 11,
            fill: shade === 1 ? PAPER : INK,
          }),
        ];
      }),
    ],
  }) as unknown as Picture;
}

function hundredths(value: number): string {
  const shown = Math.round(100 * Math.max(0, value));
  return shown === 0 ? '·' : String(shown);
}
