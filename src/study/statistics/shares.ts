import { normalCritical } from './quantiles.ts';

/** An estimate and the interval around it; both are missing where there is nothing to estimate from. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** The level of all intervals unless another is asked for. */
export const LEVEL = 0.95;

/**
 * Score interval of a share (Wilson 1927, Journal of the American Statistical Association 22). It stays in [0, 1] and
 * keeps its level near 0 and 1, where estimate ± error does not. `n` above 0; it need not be whole (an effective size).
 */
export function shareInterval(count: number, n: number, level = LEVEL): Interval {
  const z = normalCritical(level);
  const p = count / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  // At the ends the formula gives 0 and 1 but for rounding.
  return {
    estimate: p,
    low: count === 0 ? 0 : Math.max(0, middle - reach),
    high: p === 1 ? 1 : Math.min(1, middle + reach),
  };
}

/** How often a thing came about on the same seeds in two cells: in both, in one of them only, in neither. */
export interface Pairs {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/**
 * Interval of the share in the second less that in the first, over common seeds: method 10 of Newcombe (1998, Statistics
 * in Medicine 17, 2635–2650). It joins the Wilson intervals of the two shares and takes off what their correlation saves.
 */
export function pairedShareInterval(pairs: Pairs, level = LEVEL): Interval {
  return squaredAndAdded(pairs, correlation(pairs), level);
}

/**
 * The same two shares as if the seeds had not been common: method 10 of Newcombe's paper on independent samples (1998,
 * Statistics in Medicine 17, 873–890), which is the same with a correlation of 0.
 */
export function unpairedShareInterval(pairs: Pairs, level = LEVEL): Interval {
  return squaredAndAdded(pairs, 0, level);
}

function squaredAndAdded({ both, firstOnly, secondOnly, neither }: Pairs, phi: number, level: number): Interval {
  const n = both + firstOnly + secondOnly + neither;
  const first = shareInterval(both + firstOnly, n, level);
  const second = shareInterval(both + secondOnly, n, level);
  const estimate = (secondOnly - firstOnly) / n;
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  return {
    estimate,
    low: Math.max(-1, estimate - reach(second.estimate - second.low, first.high - first.estimate)),
    high: Math.min(1, estimate + reach(second.high - second.estimate, first.estimate - first.low)),
  };
}

/** Of the two, with Newcombe's correction for continuity where it is above 0; 0 where one of them never varies. */
function correlation({ both, firstOnly, secondOnly, neither }: Pairs): number {
  const n = both + firstOnly + secondOnly + neither;
  const margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
  if (margins === 0) return 0;
  const cross = both * neither - firstOnly * secondOnly;
  return (cross > 0 ? Math.max(0, cross - n / 2) : cross) / Math.sqrt(margins);
}
