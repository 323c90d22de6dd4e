import { axisX, axisY, dot, frame, line, link, plot, ruleX, ruleY, text } from '@observablehq/plot';
import type { Paper, Picture } from './draw.ts';
import { boxAround, labelled, type Anchor, type Box } from './labels.ts';
import { INK, LINE, LINED, MARK, PAPER, QUIET, SYMBOL, WIDTH } from './look.ts';
import type { ChartSpec } from './spec.ts';

const [LEFT, RIGHT, TOP, BOTTOM, HEIGHT] = [52, 20, 38, 44, 518];

export function map(spec: Extract<ChartSpec, { type: 'map' }>, document: Paper): Picture {
  const { x, y, lines, frontier, joined, nash, untried, cloud, groups } = spec;
  const across = (value: number) =>
    LEFT + ((value - x.domain[0]) / (x.domain[1] - x.domain[0])) * (WIDTH - LEFT - RIGHT);
  const up = (value: number) =>
    HEIGHT - BOTTOM - ((value - y.domain[0]) / (y.domain[1] - y.domain[0])) * (HEIGHT - TOP - BOTTOM);
  const anchors: Anchor[] = [
    ...groups.map((one) => ({ ...one, bold: true })),
    ...(nash === undefined ? [] : [{ ...nash, label: 'N', bold: false }]),
    ...(untried === undefined ? [] : [{ ...untried, label: '?', bold: true }]),
  ];
  const box = { left: LEFT, right: WIDTH - RIGHT, top: TOP, bottom: HEIGHT - BOTTOM };
  const labels = labelled(anchors, across, up, box, [
    ...frontier.map((one) => boxAround(across(one.x), up(one.y), 3, 3)),
    ...lines.map(({ axis, at, label }) => nameOf(axis, axis === 'x' ? across(at) : up(at), label)),
  ]);
  const most = Math.max(1, ...cloud.map(({ count }) => count));
  return plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { domain: x.domain },
    y: { domain: y.domain },
    marks: [
      axisX({ label: null, fontSize: 12, fill: INK }),
      axisY({ label: null, fontSize: 12, fill: INK }),
      text([x.label], { frameAnchor: 'bottom', dy: 32, fontSize: 12, fill: INK }),
      text([y.label], {
        frameAnchor: 'top-left',
        textAnchor: 'start',
        lineAnchor: 'bottom',
        dx: -36,
        dy: -15,
        fontSize: 12,
        fill: INK,
      }),
      frame({ stroke: LINE }),
      ...lines.map((one) => walkAway(one)),
      // Where no frontier comes: left of the one line at the top, below the other at the right.
      ...lines.map((one) =>
        one.axis === 'x'
          ? text([one], {
              x: 'at',
              text: 'label',
              frameAnchor: lines.length === 1 ? 'bottom' : 'top',
              textAnchor: lines.length === 1 ? 'start' : 'end',
              lineAnchor: 'bottom',
              dx: lines.length === 1 ? 6 : -5,
              dy: lines.length === 1 ? -6 : 6,
              fontSize: 11,
              fill: QUIET,
              rotate: lines.length === 1 ? 0 : -90,
            })
          : text([one], {
              y: 'at',
              text: 'label',
              frameAnchor: 'right',
              textAnchor: 'end',
              dx: -6,
              dy: 9,
              fontSize: 11,
              fill: QUIET,
            }),
      ),
      ...(joined && frontier.length > 1
        ? [line(frontier, { x: 'x', y: 'y', stroke: MARK, strokeWidth: 1.5, curve: 'step-before' })]
        : []),
      dot(frontier, { x: 'x', y: 'y', r: 2.2, fill: MARK }),
      dot(cloud, {
        x: 'x',
        y: 'y',
        symbol: ({ shape }: (typeof cloud)[number]) => SYMBOL[shape],
        r: ({ count }: (typeof cloud)[number]) => 2.5 + 5 * Math.sqrt(count / most),
        stroke: QUIET,
        strokeWidth: 0.8,
        strokeOpacity: 0.75,
        fill: 'none',
      }),
      ...(nash === undefined ? [] : [dot([nash], { x: 'x', y: 'y', symbol: 'star', r: 6, fill: PAPER, stroke: INK })]),
      ...(untried === undefined
        ? []
        : [dot([untried], { x: 'x', y: 'y', symbol: 'diamond2', r: 7, fill: PAPER, stroke: INK, strokeWidth: 2 })]),
      link(
        labels.filter(({ far }) => far),
        { x1: 'x', y1: 'y', x2: 'toX', y2: 'toY', stroke: QUIET, strokeWidth: 0.8 },
      ),
      ...[false, true].map((isLined) =>
        dot(
          groups.filter(({ shape }) => LINED.has(SYMBOL[shape]) === isLined),
          {
            x: 'x',
            y: 'y',
            symbol: ({ shape }: (typeof groups)[number]) => SYMBOL[shape],
            r: 6.5,
            fill: isLined ? 'none' : INK,
            stroke: isLined ? INK : PAPER,
            strokeWidth: isLined ? 3.5 : 1.5,
            title: 'says',
          },
        ),
      ),
      text(labels, {
        x: 'toX',
        y: 'toY',
        text: 'label',
        fontSize: 14,
        fontWeight: 700,
        fill: INK,
        stroke: PAPER,
        strokeWidth: 4,
      }),
    ],
    symbol: { type: 'identity' },
    r: { type: 'identity' },
  }) as unknown as Picture;

  /** Where the name of a line stands, so that no label covers it. */
  function nameOf(axis: 'x' | 'y', at: number, label: string): Box {
    const long = label.length * 6.5;
    if (axis === 'y') return { left: WIDTH - RIGHT - long, right: WIDTH - RIGHT, top: at, bottom: at + 18 };
    if (lines.length === 1) return { left: at, right: at + long, top: HEIGHT - BOTTOM - 18, bottom: HEIGHT - BOTTOM };
    return { left: at - 18, right: at, top: TOP, bottom: TOP + long };
  }

  function walkAway({ axis, at }: (typeof lines)[number]) {
    const look = { stroke: INK, strokeWidth: 1.25, strokeDasharray: '6 4' };
    return axis === 'x' ? ruleX([at], look) : ruleY([at], look);
  }
}
