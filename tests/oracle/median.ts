import { SAME } from './numbers.ts';

/**
 * The weighted median of options `from` up to `to` (3.6). Where exactly half the weight lies at or below an option, that
 * option, the next with weight and those between are all medians: `held` if it is among them, else the lowest.
 */
export function median(weight: Float64Array, from: number, to: number, held: number): number {
  let total = 0;
  for (let o = from; o < to; o++) total += weight[o]!;
  if (total <= SAME) return held;
  let low = from;
  let sum = weight[from]!;
  while (sum < total / 2 - SAME) sum += weight[++low]!;
  if (sum > total / 2 + SAME) return low;
  let high = low + 1;
  while (weight[high]! <= 0) high++;
  return held >= low && held <= high ? held : low;
}

/** The option with most weight; among equals `held`, else the lowest. */
export function plurality(weight: Float64Array, from: number, to: number, held: number): number {
  let most = held;
  for (let o = from; o < to; o++) if (weight[o]! > weight[most]! + SAME) most = o;
  return most;
}
