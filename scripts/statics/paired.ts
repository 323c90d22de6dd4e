/** The quantile of the normal distribution that leaves 2.5 % above it. */
export const Z = 1.959963984540054;

/** Below this many pairs a normal interval is not to be trusted, and nothing counts as shown. */
export const FEWEST_PAIRS = 30;

/** A mean with its standard error and 95 % interval. */
export interface Estimate {
  readonly n: number;
  readonly mean: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

/** Two worlds on the same seeds: the mean in each, and that of the differences seed by seed. */
export interface Comparison {
  readonly before: number;
  readonly after: number;
  readonly difference: Estimate;
}

/** Mean, and its standard error s/√n with s² = Σ(x − mean)²/(n − 1); normal interval. */
export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  const error = n > 1 ? Math.sqrt(squares / (n - 1) / n) : Number.NaN;
  return { n, mean, error, low: mean - Z * error, high: mean + Z * error };
}

/**
 * Compares paired observations (common random numbers; Law 2015, ch. 11): the error is that of the differences. A pair
 * counts only where both sides have a value.
 */
export function compare<T>(
  before: readonly T[],
  after: readonly T[],
  measure: (observation: T) => number | undefined,
): Comparison {
  if (before.length !== after.length) throw new Error('pairs need as many on one side as on the other');
  const from: number[] = [];
  const to: number[] = [];
  before.forEach((observation, n) => {
    const [x, y] = [measure(observation), measure(after[n]!)];
    if (x === undefined || y === undefined) return;
    from.push(x);
    to.push(y);
  });
  return { before: meanOf(from), after: meanOf(to), difference: estimate(to.map((y, n) => y - from[n]!)) };
}

/** What the table expects of a difference. */
export type Sign = 'more' | 'less' | 'not more';

/** `not shown`: the interval contains zero, or there are too few pairs. Only `holds` passes. */
export type Verdict = 'holds' | 'contrary' | 'not shown';

export function verdict(sign: Sign, { n, low, high }: Estimate): Verdict {
  if (n < FEWEST_PAIRS) return 'not shown';
  if (sign === 'not more') return low > 0 ? 'contrary' : 'holds';
  if (low > 0) return sign === 'more' ? 'holds' : 'contrary';
  if (high < 0) return sign === 'less' ? 'holds' : 'contrary';
  return 'not shown';
}

function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? Number.NaN : sum / values.length;
}
