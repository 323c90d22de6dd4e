import { chanceOf } from '../../chance/chance.ts';
import type { Chance } from '../../model/chance.ts';
import { normalCritical, normalWithin } from '../statistics/quantiles.ts';
import { evenWeights, type Weights } from './crossed.ts';

/** An estimate with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Of the resamples, each a full recomputation. */
export const RESAMPLES = 1000;

/**
 * Estimates with bootstrap intervals, corrected for bias and acceleration (BCa: Efron 1987, Journal of the American
 * Statistical Association 82), since what is estimated are ratios of squares, which are skewed where seeds are few. Rows and
 * seeds are resampled apart, for every row was played with every seed (Owen 2007, The pigeonhole bootstrap, Annals of
 * Applied Statistics 1), and the jackknife leaves out a block of rows or a seed at a time.
 */
export function bootstrapped(
  rows: number,
  seeds: number,
  seed: string,
  statistic: (weights: Weights) => readonly number[],
  resamples = RESAMPLES,
): readonly Estimate[] {
  const even = evenWeights(rows, seeds);
  const values = statistic(even);
  const drawn = values.map(() => new Float64Array(resamples));
  for (let n = 0; n < resamples; n++) {
    const chance = chanceOf(`${seed}/bootstrap/${n}`);
    const weights = { cells: counts(rows, chance, 'rows'), seeds: counts(seeds, chance, 'seeds') };
    statistic(weights).forEach((value, k) => (drawn[k]![n] = value));
  }
  const left = [
    ...without(even.cells).map((cells) => statistic({ ...even, cells })),
    ...(seeds > 2 ? without(even.seeds).map((own) => statistic({ ...even, seeds: own })) : []),
  ];
  return values.map((value, k) => ({
    value,
    ...interval(
      value,
      drawn[k]!,
      accelerationOf(
        value,
        left.map((one) => one[k]!),
      ),
    ),
  }));
}

/** Rows are left out in at most so many blocks: more would tell the skewness little better. */
const BLOCKS = 40;

/** All weights but those of one block, for each block. */
function without(weights: Float64Array): readonly Float64Array[] {
  const blocks = Math.min(BLOCKS, weights.length);
  return Array.from({ length: blocks }, (_, block) => weights.map((weight, n) => (n % blocks === block ? 0 : weight)));
}

/** The skewness of the jackknife's influence, over rows and seeds together, ÷ 6. */
function accelerationOf(value: number, left: readonly number[]): number {
  let [squares, cubes] = [0, 0];
  for (const one of left) {
    const influence = value - one;
    if (!Number.isFinite(influence)) continue;
    squares += influence * influence;
    cubes += influence * influence * influence;
  }
  return squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : 0;
}

/** How often each of so many things comes up when as many are drawn with replacement: at least two different ones. */
function counts(size: number, chance: Chance, label: string, from = 0): Float64Array {
  const drawn = new Float64Array(size);
  for (let n = 0; n < size; n++) drawn[Math.floor(chance.at(label, from + n) * size)]! += 1;
  return size > 1 && drawn.includes(size) ? counts(size, chance, label, from + size) : drawn;
}

/** Of the resamples that have a value: the middle 95 %, moved by the bias and the acceleration. */
function interval(
  value: number,
  drawn: Float64Array,
  acceleration: number,
): { readonly low: number; readonly high: number } {
  const sorted = drawn.filter((one) => !Number.isNaN(one)).sort();
  if (sorted.length === 0 || Number.isNaN(value)) return { low: Number.NaN, high: Number.NaN };
  const below = sorted.filter((one) => one < value).length + sorted.filter((one) => one === value).length / 2;
  const share = Math.min(1 - 0.5 / sorted.length, Math.max(0.5 / sorted.length, below / sorted.length));
  const bias = normalQuantile(share);
  const moved = (z: number) => normalShare(bias + (bias + z) / (1 - acceleration * (bias + z)));
  return { low: quantile(sorted, moved(-Z)), high: quantile(sorted, moved(Z)) };
}

const Z = 1.959_963_984_540_054;

function normalQuantile(share: number): number {
  if (share === 0.5) return 0;
  return share > 0.5 ? normalCritical(2 * share - 1) : -normalCritical(1 - 2 * share);
}

/** P(X ≤ z) of a standard normal. */
function normalShare(z: number): number {
  return z < 0 ? (1 - normalWithin(-z)) / 2 : (1 + normalWithin(z)) / 2;
}

/** Between neighbours on a line, as definition 7 of Hyndman and Fan (1996) has it; sorted ascending. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [a, b] = [sorted[below] ?? Number.NaN, sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN];
  return a + (place - below) * (b - a);
}
