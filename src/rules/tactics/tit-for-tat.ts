import { clamp, TOLERANCE } from '../arithmetic.ts';
import type { TacticSetting } from '../party-setting.ts';
import { offersOfOthers, ownOffers, worthOf, type Turn } from './turn.ts';

type TitForTat = Extract<TacticSetting, { kind: 'tit-for-tat' }>;

/**
 * Relative tit-for-tat (Faratin, Sierra and Jennings 1998), x′ = (y[n − 2δ] / y[n − 2δ + 2])·x, in its own utility since
 * options need not be numbers: what its own last offer is worth to it, times what the other's δ-th last offer before
 * the next one was worth to it over what that next one was. With several others the mean of the ratios. It opens with
 * its best, and repeats its last offer while nobody has made δ + 1 offers.
 */
export function titForTatTarget(turn: Turn, { lookBack }: TitForTat): number {
  const last = ownOffers(turn).at(-1);
  if (last === undefined) return turn.top;
  let sum = 0;
  let count = 0;
  for (const offers of offersOfOthers(turn)) {
    if (offers.length <= lookBack) continue;
    const before = worthOf(turn, offers[offers.length - 1 - lookBack]!.outcome);
    const after = worthOf(turn, offers[offers.length - lookBack]!.outcome);
    sum += ratio(before, after);
    count += 1;
  }
  const factor = count === 0 ? 1 : sum / count;
  return clamp(factor * worthOf(turn, last.outcome), turn.walkAway, turn.top);
}

/** From something to nothing is as hard as can be; from nothing to nothing is no move. */
function ratio(before: number, after: number): number {
  if (after > TOLERANCE) return before / after;
  return before > TOLERANCE ? 1 / TOLERANCE : 1;
}
