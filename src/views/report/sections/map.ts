import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import type { Shape } from '../charts/spec.ts';
import { GLYPH, SHAPES, type CloudDot, type MarkedDot } from '../charts/spec.ts';
import { figure, type Block, type Cell } from '../content.ts';
import { listed, type Names } from '../../prose/names.ts';
import { endingName, fitting, groupsNamed } from '../words.ts';
import { pointRows } from './map-rows.ts';

/** Letters of a name beside an axis. */
const ROOM = 28;

/** From utilities of those who must sign to a place on paper. */
interface Projection {
  readonly x: { readonly label: string; readonly of: (utilities: readonly number[]) => number };
  readonly y: { readonly label: string; readonly of: (utilities: readonly number[]) => number };
  readonly lines: readonly { readonly axis: 'x' | 'y'; readonly at: number; readonly label: string }[];
  /** Whether the frontier is one line there. */
  readonly joined: boolean;
  readonly explained: string;
}

/** Outcomes among the frontier, the walk-aways and the cloud: each signatory an axis where there are two. */
export function mapOf(debrief: Debrief, names: Names): readonly Block[] {
  const { landmarks, groups, cloud, untried } = debrief;
  const projection = projectionOf(debrief, names);
  const at = (utilities: readonly number[]) => ({ x: projection.x.of(utilities), y: projection.y.of(utilities) });
  const dots: CloudDot[] = merged(
    (cloud?.points ?? []).map(({ ending, leftWith, count }) => ({
      ...at(landmarks.parties.map((id) => leftWith[id]!)),
      shape: ending,
      count,
    })),
  );
  const ended = groups.flatMap(({ label, ending, outcome }) =>
    ending === undefined || outcome === undefined ? [] : [{ label, shape: ending, ...at(outcome.utilities) }],
  );
  const marks = together(ended);
  const frontier = (landmarks.frontier ?? []).map(at).sort((a, b) => a.x - b.x);
  const nash = landmarks.nash === null ? undefined : at(landmarks.nash.utilities);
  const better = untried.deal && at(untried.deal.utilities);
  const everything = [...dots, ...marks, ...frontier, ...[nash, better].flatMap((one) => one ?? [])];
  if (everything.length === 0) return [];
  const domain = (axis: 'x' | 'y') =>
    reach([
      ...everything.map((one) => one[axis]),
      ...projection.lines.filter((line) => line.axis === axis).map((line) => line.at),
    ]);
  const shapes = SHAPES.filter((shape) => [...dots, ...marks].some((one) => one.shape === shape));
  const known = (utilities: readonly number[]): readonly Cell[] => [
    figure(projection.x.of(utilities)),
    figure(projection.y.of(utilities)),
  ];
  return [
    {
      type: 'chart',
      spec: {
        type: 'map',
        x: { label: projection.x.label, domain: domain('x') },
        y: { label: projection.y.label, domain: domain('y') },
        lines: projection.lines,
        frontier,
        joined: projection.joined,
        nash,
        untried: better,
        cloud: dots,
        groups: marks,
      },
      title: 'Outcomes against walk-aways and the frontier',
      description: `${projection.explained} ${ended.map(({ label, x, y }) => `${label} ${figure(x).shown} and ${figure(y).shown}`).join('; ')}.`,
      legend: [
        `${projection.explained} Letters are groups; their shape is how they ended: ${listed(shapes.map((shape) => `${GLYPH[shape]} ${endingName(shape)}`))}.`,
        ...(cloud === undefined
          ? []
          : [`Small open shapes are ${cloud.runs} runs of the rules, larger where more came out so.`]),
        ...(landmarks.frontier === null || frontier.length === 0
          ? ['No frontier is drawn: it is too much work, or no text suits everybody who must sign.']
          : [
              'The frontier: no text is better for one who must sign without being worse for another. N is the Nash point, the greatest product of gains.',
            ]),
        ...(better === undefined ? [] : ['? is the better deal that nobody tried.']),
      ],
      table: {
        id: 'outcome-points',
        caption: 'Where the groups ended, the frontier and the runs of the rules',
        columns: [
          { head: 'What' },
          { head: 'Ending' },
          { head: projection.x.label, number: true },
          { head: projection.y.label, number: true },
          { head: 'How many', number: true },
        ],
        ...pointRows(
          [
            ...groups.flatMap(({ label, ending, outcome }): (readonly Cell[])[] =>
              outcome === undefined ? [] : [[`group ${label}`, endingName(ending), ...known(outcome.utilities), 1]],
            ),
            ...(landmarks.nash === null ? [] : [['Nash point', null, ...known(landmarks.nash.utilities), null]]),
            ...(untried.deal === undefined
              ? []
              : [['better deal, untried', null, ...known(untried.deal.utilities), null]]),
          ],
          frontier,
          dots,
        ),
      },
    },
  ];
}

function projectionOf({ landmarks: { parties, walkAways } }: Debrief, names: Names): Projection {
  if (parties.length === 2) {
    const [a, b] = parties.map(names.party) as [string, string];
    return {
      x: { label: `Utility to ${fitting(a, ROOM)}`, of: ([u]) => u! },
      y: { label: `Utility to ${fitting(b, ROOM)}`, of: ([, u]) => u! },
      lines: [
        { axis: 'x', at: walkAways[0]!, label: `walk-away of ${fitting(a, ROOM)}` },
        { axis: 'y', at: walkAways[1]!, label: `walk-away of ${fitting(b, ROOM)}` },
      ],
      joined: true,
      explained: `To the right is better for ${a}, up is better for ${b}; below its broken line a party is better off without a deal.`,
    };
  }
  return {
    x: {
      label: 'Margin of the worst off over its walk-away',
      of: (utilities) => Math.min(...utilities.map((u, i) => u - walkAways[i]!)),
    },
    y: {
      label: 'Mean utility',
      of: (utilities) => utilities.reduce((sum, u) => sum + u, 0) / utilities.length,
    },
    lines: [{ axis: 'x', at: 0, label: 'left of this somebody who must sign is worse off than without a deal' }],
    joined: false,
    explained:
      'To the right is better for the worst off of those who must sign, up is better for all of them together, measured from their walk-aways at the start.',
  };
}

/** Round tenths around the points, so that they fill the chart. */
function reach(values: readonly number[]): readonly [number, number] {
  return [Math.floor(Math.min(...values) * 10 - 0.3) / 10, Math.ceil(Math.max(...values) * 10 + 0.3) / 10];
}

/** Runs that fall on one place. */
function merged(dots: readonly CloudDot[]): CloudDot[] {
  const places = new Map<string, CloudDot>();
  for (const dot of dots) {
    const key = `${dot.shape} ${dot.x.toFixed(3)} ${dot.y.toFixed(3)}`;
    places.set(key, { ...dot, count: (places.get(key)?.count ?? 0) + dot.count });
  }
  return [...places.values()];
}

/** Groups that ended at one place share a label: their letters would cover one another. */
function together(
  ended: readonly { readonly label: string; readonly shape: Shape; readonly x: number; readonly y: number }[],
): readonly MarkedDot[] {
  const places = new Map<string, { labels: string[]; one: (typeof ended)[number] }>();
  for (const one of ended) {
    const key = `${one.shape} ${one.x.toFixed(3)} ${one.y.toFixed(3)}`;
    const place = places.get(key) ?? { labels: [], one };
    place.labels.push(one.label);
    places.set(key, place);
  }
  return [...places.values()].map(({ labels, one: { shape, x, y } }) => ({
    x,
    y,
    shape,
    label: labels.join(' '),
    says: `${groupsNamed(labels)}: ${endingName(shape)}, ${figure(x).shown} and ${figure(y).shown}`,
  }));
}
