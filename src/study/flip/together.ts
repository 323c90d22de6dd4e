import { evenly, type Alone, type Movable } from './alone.ts';
import { crossingAt, type Crossing, type Line, type Stop } from './line.ts';
import type { Probe } from './probe.ts';
import type { Setter } from './runs.ts';
import type { Hold, Standing } from './standing.ts';

/** What moving two numbers at once does to the outcome. */
export interface Together {
  readonly a: Movable;
  readonly b: Movable;
  readonly map: OutcomeMap;
  /** The smallest move found; nothing where the map shows no change and neither number brings one alone. */
  readonly move: Move | undefined;
}

/** Over both ranges, from few runs a place: where to look, and for people to see. */
export interface OutcomeMap {
  readonly runs: number;
  /** Values of `a`, and of `b`. */
  readonly across: readonly number[];
  readonly down: readonly number[];
  /** By value of `b`, then of `a`; nothing where the two make no sound scenario. */
  readonly places: readonly (readonly (Place | undefined)[])[];
}

interface Place {
  readonly outcome: string;
  /** Whether the outcome of the scenario itself is still there. */
  readonly hold: Hold;
}

export interface Move {
  readonly from: string;
  readonly to: string;
  /** Where the two stand when the outcome has just changed. */
  readonly a: number;
  readonly b: number;
  /** How far that is from the scenario's values, each in units of its range: √(a² + b²). */
  readonly distance: number;
  /** As `distance`: up to where, on this line, the old outcome is sure at 95 %, and from where it is surely gone. */
  readonly sure: number | undefined;
  readonly gone: number | undefined;
}

/** Steps of the map along each number; how many of its places are tried; parts of the line to each; how near at the end. */
const PARTS = 8;
const TRIED = 6;
const QUARTERS = 4;
const NEARNESS = 256;

/**
 * The map says where the outcome differs. Lines from the scenario's values to the nearest such places, and along either
 * number where it changes the outcome alone, are then walked with all runs. The smallest move found is an upper bound:
 * an island smaller than a step of the map can hide a smaller one.
 */
export async function together(
  probe: Probe,
  map: Probe,
  runs: number,
  ones: readonly [Alone, Alone],
  base: Standing,
): Promise<Together> {
  const [a, b] = [ones[0].number, ones[1].number];
  const found = await mapOf(map, runs, a, b, base.outcome);
  const ends = [...placesOf(found, a, b, base.outcome), ...ones.flatMap((one, n) => axes(one, n))];
  let best:
    | { readonly line: Line; readonly stops: readonly Stop[]; readonly crossing: Crossing; readonly end: End }
    | undefined;
  for (const end of ends) {
    const line = lineTo(probe, a, b, end, base);
    const stops = await walked(line, end.distance);
    const n = stops.findIndex(({ standing }) => standing.outcome !== base.outcome);
    if (n < 1) continue;
    const crossing = await crossingAt(line, stops, n - 1);
    if (best === undefined || crossing.at < best.crossing.at) best = { line, stops, crossing, end };
  }
  if (best === undefined) return { a, b, map: found, move: undefined };
  const { crossing, end } = best;
  const [x, y] = settersAt(a, b, end, crossing.at);
  const { from, to, at, sure, gone } = crossing;
  return { a, b, map: found, move: { from, to, a: x.value, b: y.value, distance: at, sure, gone } };
}

/** Where a line from the scenario's values ends: in units of the ranges. */
interface End {
  readonly a: number;
  readonly b: number;
  readonly distance: number;
}

function endAt(a: number, b: number): End {
  return { a, b, distance: Math.sqrt(a * a + b * b) };
}

async function mapOf(probe: Probe, runs: number, a: Movable, b: Movable, outcome: string): Promise<OutcomeMap> {
  const across = evenly(a.low, a.high, PARTS, a.whole);
  const down = evenly(b.low, b.high, PARTS, b.whole);
  const placeAt = async (x: number, y: number): Promise<Place | undefined> => {
    const standing = await probe.at([
      { path: a.path, value: x },
      { path: b.path, value: y },
    ]);
    return standing && { outcome: standing.outcome, hold: standing.holds(outcome) };
  };
  const places = await Promise.all(down.map((y) => Promise.all(across.map((x) => placeAt(x, y)))));
  return { runs, across, down, places };
}

/** The nearest places of the map with another outcome. */
function placesOf({ across, down, places }: OutcomeMap, a: Movable, b: Movable, outcome: string): readonly End[] {
  const ends = places.flatMap((row, j) =>
    row.flatMap((place, i) => {
      if (place === undefined || place.outcome === outcome) return [];
      return [endAt(inRanges(a, across[i]!), inRanges(b, down[j]!))];
    }),
  );
  return ends.toSorted((one, other) => one.distance - other.distance).slice(0, TRIED);
}

/** Along one number alone, as far as it changes the outcome. */
function axes({ number, up, down }: Alone, n: number): readonly End[] {
  return [up[0], down[0]].flatMap((crossing) => {
    if (crossing === undefined) return [];
    const move = inRanges(number, crossing.at);
    return [n === 0 ? endAt(move, 0) : endAt(0, move)];
  });
}

function inRanges({ value, low, high }: Movable, at: number): number {
  return (at - value) / (high - low);
}

/** A line measured by its distance from the scenario's values. */
function lineTo(probe: Probe, a: Movable, b: Movable, end: End, base: Standing): Line {
  return {
    look: async (at) => {
      if (at === 0) return base;
      const standing = await probe.at(settersAt(a, b, end, at));
      if (standing === undefined) throw new Error(`${a.path} and ${b.path} make no sound scenario between two that do`);
      return standing;
    },
    between: (from, to) => (Math.abs(from - to) <= 1 / NEARNESS ? undefined : (from + to) / 2),
  };
}

function settersAt(a: Movable, b: Movable, end: End, at: number): readonly [Setter, Setter] {
  return [setterAt(a, (end.a * at) / end.distance), setterAt(b, (end.b * at) / end.distance)];
}

function setterAt({ path, value, low, high, whole }: Movable, move: number): Setter {
  const moved = Number((value + move * (high - low)).toPrecision(12));
  const inside = moved < low ? low : moved > high ? high : moved;
  return { path, value: whole ? Math.round(inside) : inside };
}

/** A few stops on the line, the last at its end. */
function walked(line: Line, distance: number): Promise<readonly Stop[]> {
  const places = Array.from({ length: QUARTERS + 1 }, (_, n) => (distance * n) / QUARTERS);
  return Promise.all(places.map(async (at) => ({ at, standing: await line.look(at) })));
}
