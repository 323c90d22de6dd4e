import { axisY, barX, plot, ruleX, text } from '@observablehq/plot';
import type { Paper, Picture } from './draw.ts';
import { INK, LINE, WIDTH } from './look.ts';
import type { ChartSpec } from './spec.ts';

export function endings({ rows }: Extract<ChartSpec, { type: 'endings' }>, document: Paper): Picture {
  return plot({
    document,
    width: WIDTH,
    height: 24 + 34 * rows.length,
    marginLeft: 120,
    marginRight: 20,
    marginTop: 6,
    marginBottom: 18,
    // Room for the words behind the longest bar.
    x: { domain: [0, 1.9], axis: null },
    y: { domain: rows.map(({ name }) => name), padding: 0.3 },
    marks: [
      axisY({ tickSize: 0, fontSize: 13, label: null, fill: INK }),
      barX(rows, { x: 'share', y: 'name', fill: LINE, stroke: INK, strokeWidth: 1 }),
      ruleX([0], { stroke: INK }),
      text(rows, { x: 'share', y: 'name', text: 'says', dx: 8, textAnchor: 'start', fontSize: 13, fill: INK }),
    ],
  }) as unknown as Picture;
}
