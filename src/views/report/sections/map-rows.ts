import { SHAPES, type CloudDot } from '../charts/spec.ts';
import { figure, type Cell, type Table } from '../content.ts';
import { endingName } from '../words.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** More points of one kind than anybody reads; on paper they are put together. */
const MOST_POINTS = 12;

/** The rows behind a map: the groups and what is marked beside them, the frontier, and the runs of the rules. */
export function pointRows(
  marked: readonly (readonly Cell[])[],
  frontier: readonly Point[],
  dots: readonly CloudDot[],
): Pick<Table, 'rows' | 'inShort'> {
  const ofFrontier = frontier.map(({ x, y }): readonly Cell[] => ['frontier', null, figure(x), figure(y), null]);
  const ofRuns = dots.map(({ x, y, count, shape }): readonly Cell[] => [
    'run',
    endingName(shape),
    figure(x),
    figure(y),
    count,
  ]);
  const rows = [...marked, ...ofFrontier, ...ofRuns];
  if (rows.length - marked.length <= MOST_POINTS) return { rows };
  const inShort = [
    ...(frontier.length <= MOST_POINTS
      ? ofFrontier
      : [[`frontier, ${frontier.length} points`, null, reach(frontier, 'x'), reach(frontier, 'y'), null]]),
    ...(dots.length <= MOST_POINTS ? ofRuns : runsByEnding(dots)),
  ];
  return { rows, inShort: { from: marked.length, rows: inShort } };
}

function runsByEnding(dots: readonly CloudDot[]): readonly (readonly Cell[])[] {
  return SHAPES.flatMap((shape): (readonly Cell[])[] => {
    const own = dots.filter((dot) => dot.shape === shape);
    const count = own.reduce((sum, dot) => sum + dot.count, 0);
    return count === 0
      ? []
      : [['runs, the middle (least to greatest)', endingName(shape), middle(own, 'x'), middle(own, 'y'), count]];
  });
}

/** "0.46 to 0.55". */
function reach(points: readonly Point[], axis: 'x' | 'y'): string {
  const values = points.map((point) => point[axis]);
  const [least, greatest] = [figure(Math.min(...values)).shown, figure(Math.max(...values)).shown];
  return least === greatest ? least : `${least} to ${greatest}`;
}

/** "0.49 (0.46 to 0.55)": of all runs, those that fall on one place counted each. */
function middle(dots: readonly CloudDot[], axis: 'x' | 'y'): string {
  const values = dots.flatMap((dot) => Array.from({ length: dot.count }, () => dot[axis])).sort((a, b) => a - b);
  const shown = figure(values[Math.floor((values.length - 1) / 2)]!).shown;
  const all = reach(dots, axis);
  return shown === all ? shown : `${shown} (${all})`;
}
