import { axisX, axisY, dot, frame, line, plot, ruleY, text } from '@observablehq/plot';
import type { Paper, Picture } from './draw.ts';
import { dash, INK, LINE, LINED, PAPER, SYMBOLS, WIDTH } from './look.ts';
import type { ChartSpec } from './spec.ts';

interface Point {
  readonly round: number;
  readonly value: number;
  readonly series: number;
  readonly z: string;
  readonly fx: number;
  readonly fy: number;
}

/** A panel a group, three in a row at most. */
export function curves(spec: Extract<ChartSpec, { type: 'curves' }>, document: Paper): Picture {
  const { rounds, y, rule, panels } = spec;
  const columns = Math.min(3, panels.length);
  const rows = Math.ceil(panels.length / columns);
  const places = panels.map((panel, n) => ({ ...panel, fx: n % columns, fy: Math.floor(n / columns) }));
  const points: Point[] = places.flatMap(({ lines, fx, fy }) =>
    lines.flatMap(({ series, points: own }) =>
      own.map((point) => ({ ...point, series, z: `${fx} ${fy} ${series}`, fx, fy })),
    ),
  );
  const named = panels.length > 1;
  const ticks = Array.from({ length: rounds }, (_, n) => n + 1).filter(
    (round) => rounds <= 10 || round % Math.ceil(rounds / 8) === 1,
  );
  const panel = { fx: 'fx', fy: 'fy' } as const;
  const series = [...new Set(points.map((point) => point.series))];
  return plot({
    document,
    width: WIDTH,
    height: 60 + rows * (columns === 1 ? 240 : 160),
    marginLeft: 42,
    marginRight: 14,
    marginTop: 26,
    marginBottom: 36,
    x: { domain: [0.6, rounds + 0.4] },
    y: { domain: y.domain, nice: false },
    fx: { axis: null, padding: 0.08 },
    fy: { axis: null, padding: 0.3 },
    marks: [
      axisX({
        ticks,
        label: 'round',
        labelArrow: 'none',
        labelAnchor: 'right',
        tickFormat: String,
        fontSize: 11,
        fill: INK,
      }),
      axisY({ ticks: 4, label: null, fontSize: 11, fill: INK }),
      frame({ stroke: LINE }),
      ...(rule === undefined ? [] : [ruleY([rule], { stroke: INK, strokeWidth: 1.5, strokeDasharray: '5 3' })]),
      ...series.map((n) => {
        const own = points.filter((point) => point.series === n);
        return line(own, {
          ...panel,
          x: 'round',
          y: 'value',
          z: 'z',
          stroke: INK,
          strokeWidth: 1.25,
          strokeDasharray: dash(n),
        });
      }),
      ...series.map((n) => {
        const own = points.filter((point) => point.series === n);
        const symbol = SYMBOLS[n % SYMBOLS.length]!;
        return dot(own, {
          ...panel,
          x: 'round',
          y: 'value',
          symbol,
          r: 4,
          fill: LINED.has(symbol) ? 'none' : n % 2 === 0 ? INK : PAPER,
          stroke: INK,
          strokeWidth: LINED.has(symbol) ? 2 : 1.5,
        });
      }),
      ...(named
        ? [
            text(places, {
              ...panel,
              frameAnchor: 'top-left',
              lineAnchor: 'bottom',
              dy: -5,
              text: 'label',
              fontSize: 14,
              fontWeight: 700,
              fill: INK,
              stroke: PAPER,
              strokeWidth: 4,
            }),
          ]
        : []),
    ],
  }) as unknown as Picture;
}
