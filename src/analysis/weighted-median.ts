import { TOLERANCE } from '../rules/arithmetic.ts';

/**
 * Weighted median (Black 1958): the smallest position at which the weight of those at or below it reaches half. When
 * exactly half lies there, every position up to the next one is a median too, and the smallest is taken.
 */
export function weightedMedian(positions: readonly number[], weights: readonly number[]): number {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]! || a - b);
  let total = 0;
  for (const weight of weights) total += weight;
  let below = 0;
  for (const i of order) {
    below += weights[i]!;
    if (below >= total / 2 - TOLERANCE * total) return positions[i]!;
  }
  return positions[order.at(-1)!]!;
}
