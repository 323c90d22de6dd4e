import { crossingsOf, type Crossing, type Line, type Stop } from './line.ts';
import type { Probe } from './probe.ts';
import type { Standing } from './standing.ts';

/** A number of the scenario that may move within its range. */
export interface Movable {
  readonly path: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

/** What moving one number within its range does to the outcome. */
export interface Alone {
  readonly number: Movable;
  /** By value, ascending; the scenario's own value among them. Values that make no sound scenario are left out. */
  readonly scan: readonly Stop[];
  readonly leftOut: number;
  /** From the scenario's value upwards and downwards, the nearest first. */
  readonly up: readonly Crossing[];
  readonly down: readonly Crossing[];
}

/** Into how many parts the scan cuts a range, and how near bisection comes, as a part of the range. */
const PARTS = 16;
const NEARNESS = 512;

/** A scan over the range first, for the outcome may change and change back; then each change is brought close. */
export async function alone(probe: Probe, number: Movable, base: Standing): Promise<Alone> {
  const { path, value, low, high } = number;
  const at = async (x: number) => (x === value ? base : probe.at([{ path, value: x }]));
  const asked = scanned(number);
  const standings = await Promise.all(asked.map(at));
  const scan = asked.flatMap((x, n): Stop[] => {
    const standing = standings[n];
    return standing === undefined ? [] : [{ at: x, standing }];
  });
  const line: Line = {
    look: async (x) => {
      const standing = await at(x);
      if (standing === undefined) throw new Error(`${path}=${x} lies between two sound values, and is none`);
      return standing;
    },
    between: (a, b) => halfway(a, b, number.whole, (high - low) / NEARNESS),
  };
  const up = scan.filter((stop) => stop.at >= value);
  const down = scan.filter((stop) => stop.at <= value).toReversed();
  return {
    number,
    scan,
    leftOut: asked.length - scan.length,
    up: await crossingsOf(line, up),
    down: await crossingsOf(line, down),
  };
}

/** Values over the whole range, evenly, and the scenario's own. */
function scanned({ value, low, high, whole }: Movable): readonly number[] {
  const values = evenly(low, high, PARTS, whole);
  return [...new Set([...values, value])].toSorted((a, b) => a - b);
}

/** From one end to the other in so many parts; whole numbers once each. */
export function evenly(low: number, high: number, parts: number, whole: boolean): readonly number[] {
  const values = Array.from({ length: parts + 1 }, (_, n) => {
    // Read back as it is written, so a person can set the same value.
    const x = Number((low + ((high - low) * n) / parts).toPrecision(12));
    return whole ? Math.round(x) : x;
  });
  return [...new Set(values)];
}

function halfway(a: number, b: number, whole: boolean, near: number): number | undefined {
  if (whole) return Math.abs(a - b) <= 1 ? undefined : Math.round((a + b) / 2);
  return Math.abs(a - b) <= near ? undefined : Number(((a + b) / 2).toPrecision(12));
}
