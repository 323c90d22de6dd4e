import type { Chance } from '../../src/model/chance.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { fieldAt } from '../../src/scenario/fields.ts';

/**
 * Draw d of every number that has a range, as overrides in the order of `evidence`. Each number has a stream of its own,
 * so one number more moves no other.
 */
export function drawnFrom(scenario: Scenario, chance: Chance, d: number): readonly string[] {
  return evidenceOf(scenario).flatMap(({ path, value, low, high }) => {
    if (low === high) return [];
    const u = chance.at(`range/${path}`, d);
    return [`${path}=${isWhole(path) ? wholeTriangular(u, low, value, high) : triangular(u, low, value, high)}`];
  });
}

/** The quantile u of the triangular distribution on [low, high] with this mode (Kotz and van Dorp 2004, ch. 1). */
export function triangular(u: number, low: number, mode: number, high: number): number {
  const [width, left] = [high - low, mode - low];
  if (u * width < left) return low + Math.sqrt(u * width * left);
  return high - Math.sqrt((1 - u) * width * (high - mode));
}

/** The same among whole numbers: each end is given the half that rounding would take from it. */
export function wholeTriangular(u: number, low: number, mode: number, high: number): number {
  const drawn = Math.round(triangular(u, low - 0.5, mode, high + 0.5));
  return drawn < low ? low : drawn > high ? high : drawn;
}

function isWhole(path: string): boolean {
  const field = fieldAt(path.split('.'));
  return field?.kind === 'quantity' && field.bounds.whole === true;
}
