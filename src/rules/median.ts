import { TOLERANCE } from './arithmetic.ts';

/**
 * Weighted median (Black 1958) over options in order: the least option at which the cumulative weight reaches half.
 * When exactly half lies at or below it, every option up to the next one with weight is a median too; then the
 * option already in the text wins if it is among them, else the lowest.
 */
export function medianOption(weights: readonly number[], inText: number): number {
  let total = 0;
  for (const weight of weights) total += weight;
  const half = total / 2;
  let below = 0;
  for (let o = 0; o < weights.length; o++) {
    below += weights[o]!;
    if (below < half - TOLERANCE) continue;
    if (below > half + TOLERANCE || inText <= o) return o;
    let next = o + 1;
    while (next < weights.length - 1 && weights[next] === 0) next++;
    return inText <= next ? inText : o;
  }
  return inText;
}

/** The option with most weight; among equals the one in the text, else the lowest. */
export function pluralityOption(weights: readonly number[], inText: number): number {
  let best = inText;
  for (let o = 0; o < weights.length; o++) if (weights[o]! > weights[best]! + TOLERANCE) best = o;
  return best;
}
