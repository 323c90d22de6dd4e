import { axisX, dot, link, plot, ruleX, text } from '@observablehq/plot';
import type { Paper, Picture } from './draw.ts';
import { INK, LINE, PAPER, WIDTH } from './look.ts';
import type { ChartSpec } from './spec.ts';

const SIDE = 16;
/** Of a row: its height, and where in it the bar lies below the name. */
const [ROW, BAR] = [38, 27];

/** A bar a row, from the mean where the number is low to where it is high; its name and figures stand above it. */
export function tornado(spec: Extract<ChartSpec, { type: 'tornado' }>, document: Paper): Picture {
  const { label, mean, rows } = spec;
  const height = ROW * rows.length + 8;
  const laid = rows.map((row, n) => ({ ...row, named: n * ROW + 10, line: n * ROW + BAR }));
  const ends = [mean, ...rows.flatMap(({ low, high }) => [low, high])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = most > least ? (most - least) * 0.03 : 0.5;
  const domain = [least - room, most + room] as const;
  const words = { y: 'named', fontSize: 12, fill: INK, stroke: PAPER, strokeWidth: 4 } as const;
  return plot({
    document,
    width: WIDTH,
    height: height + 42,
    marginLeft: SIDE,
    marginRight: SIDE,
    marginTop: 0,
    marginBottom: 42,
    x: { domain },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      axisX({ label, labelAnchor: 'center', labelArrow: 'none', fontSize: 12, fill: INK, ticks: 7 }),
      ruleX([mean], { stroke: INK, strokeWidth: 1.25, strokeDasharray: '5 3' }),
      link(laid, { x1: 'low', x2: 'high', y1: 'line', y2: 'line', stroke: LINE, strokeWidth: 9 }),
      dot(laid, { x: 'low', y: 'line', symbol: 'circle', r: 6, fill: PAPER, stroke: INK, strokeWidth: 1.5 }),
      dot(laid, { x: 'high', y: 'line', symbol: 'square', r: 4, fill: INK }),
      text(laid, { ...words, x: () => domain[0], text: 'name', textAnchor: 'start' }),
      text(laid, { ...words, x: () => domain[1], text: 'says', textAnchor: 'end' }),
    ],
  }) as unknown as Picture;
}
