import type { Standing } from './standing.ts';

/** Somewhere along a line from a base at 0 outwards, in whatever the line is measured in. */
export interface Stop {
  readonly at: number;
  readonly standing: Standing;
}

/** Where the outcome changes on a line. */
export interface Crossing {
  readonly from: string;
  readonly to: string;
  /** The nearest place seen with the other; bisection ends a little before it. */
  readonly at: number;
  /** Up to here `from` is sure at 95 %, and from there on it is surely gone; nothing where the line ends before that. */
  readonly sure: number | undefined;
  readonly gone: number | undefined;
}

export interface Line {
  /** What stands at a place, played when first asked for. */
  readonly look: (at: number) => Promise<Standing>;
  /** Half-way between two places, or nothing when they are near enough. */
  readonly between: (a: number, b: number) => number | undefined;
}

/**
 * Every change of the outcome between neighbouring stops, brought close by bisection. With common seeds the answer at a
 * place is a fixed one, so that halving is sound between two stops; that there is no further pair of crossings between
 * them is what the scan takes for granted.
 */
export async function crossingsOf(line: Line, stops: readonly Stop[]): Promise<readonly Crossing[]> {
  const changes = stops
    .slice(1)
    .flatMap(({ standing }, n) => (stops[n]!.standing.outcome === standing.outcome ? [] : [n]));
  return Promise.all(changes.map((n) => crossingAt(line, stops, n)));
}

/** The change between stop n and the next. */
export async function crossingAt(line: Line, stops: readonly Stop[], n: number): Promise<Crossing> {
  const from = stops[n]!.standing.outcome;
  const stays = (standing: Standing) => standing.outcome === from;
  const [last, first] = await closed(line, stops[n]!.at, stops[n + 1]!.at, stays);
  const to = (await line.look(first)).outcome;
  const isSure = (standing: Standing) => standing.holds(from) === 'holds';
  const isGone = (standing: Standing) => standing.holds(from) === 'gone';
  return {
    from,
    to,
    at: first,
    sure: await lastSure(line, stops, n, isSure, last),
    gone: await firstGone(line, stops, n, isGone, first),
  };
}

type Test = (standing: Standing) => boolean;

/** Backwards from the crossing, as far as the same outcome leads, the nearest place at which it is sure. */
async function lastSure(
  line: Line,
  stops: readonly Stop[],
  n: number,
  isSure: Test,
  last: number,
): Promise<number | undefined> {
  let next = last;
  if (isSure(await line.look(last))) return last;
  for (let k = n; k >= 0 && stops[k]!.standing.outcome === stops[n]!.standing.outcome; k--) {
    if (isSure(stops[k]!.standing)) return (await closed(line, stops[k]!.at, next, isSure))[0];
    next = stops[k]!.at;
  }
  return undefined;
}

/** Onwards from it, as long as another leads, the first place at which it is surely gone. */
async function firstGone(
  line: Line,
  stops: readonly Stop[],
  n: number,
  isGone: Test,
  first: number,
): Promise<number | undefined> {
  const from = stops[n]!.standing.outcome;
  let before = first;
  if (isGone(await line.look(first))) return first;
  for (let k = n + 1; k < stops.length && stops[k]!.standing.outcome !== from; k++) {
    if (isGone(stops[k]!.standing)) return (await closed(line, before, stops[k]!.at, (one) => !isGone(one)))[1];
    before = stops[k]!.at;
  }
  return undefined;
}

/** Two places near each other, of which the first passes the test and the second does not, as it is with `a` and `b`. */
async function closed({ look, between }: Line, a: number, b: number, passes: Test): Promise<readonly [number, number]> {
  let [yes, no] = [a, b];
  for (;;) {
    const middle = between(yes, no);
    if (middle === undefined) return [yes, no];
    if (passes(await look(middle))) yes = middle;
    else no = middle;
  }
}
