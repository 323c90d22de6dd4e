import type { Clusters } from './clusters.ts';
import type { Stretch } from './grouping.ts';
import type { MeasureTally } from './study-tally.ts';

/** How a measure differs from cell to cell: where cells are drawn from ranges, how much rests on them. */
export interface Spread {
  /** Cells that have a value. */
  readonly cells: number;
  readonly mean: number;
  /** Quantiles of the cells' means, by the nearest rank. */
  readonly quantiles: Readonly<Record<Quantile, number>>;
  /** Standard deviation of the cells' means. */
  readonly deviation: number;
  /**
   * The part of their variance, in [0, 1], that is the luck of few repeats and would go with more of them: what is left
   * over when cells and repeats are taken out (two-way analysis of variance; Scheffé 1959, ch. 4). Missing from fewer than
   * two repeats or cells, or where values are missing.
   */
  readonly luck: number | null;
  /** How many cells lie in each of so many equal parts from the least to the most. */
  readonly bins: readonly number[];
}

const BINS = 16;

export const QUANTILES = { least: 0, p05: 0.05, p25: 0.25, median: 0.5, p75: 0.75, p95: 0.95, most: 1 } as const;
export type Quantile = keyof typeof QUANTILES;

/** Over the cells of a stretch; `clusters` are those of all of them together. */
export function spreadOf(
  { cells }: MeasureTally,
  { first, cells: size }: Stretch,
  clusters: Clusters,
  repeats: number,
): Spread | undefined {
  const means: number[] = [];
  let within = 0;
  let values = 0;
  for (let cell = first; cell < first + size; cell++) {
    const mean = cells.mean(cell);
    if (mean === undefined) continue;
    means.push(mean);
    const { n, squares } = cells.squares(cell);
    within += squares;
    values += n;
  }
  if (means.length === 0) return undefined;
  means.sort((a, b) => a - b);
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  const variance = means.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (means.length - 1);
  const at = (share: number) => means[Math.max(0, Math.ceil(share * means.length) - 1)]!;
  const quantiles = Object.fromEntries(Object.entries(QUANTILES).map(([name, share]) => [name, at(share)]));
  const between = clusters.variance * size * size * (repeats - 1) * repeats;
  const rest = (within - between / size) / ((size - 1) * (repeats - 1));
  const complete = values === size * repeats && size > 1 && repeats > 1;
  return {
    cells: means.length,
    mean,
    quantiles: quantiles as Record<Quantile, number>,
    deviation: means.length > 1 ? Math.sqrt(variance) : 0,
    luck: complete && variance > 0 ? Math.min(1, Math.max(0, rest / repeats / variance)) : null,
    bins: binsOf(means),
  };
}

function binsOf(sorted: readonly number[]): readonly number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  for (const value of sorted) {
    const bin = most > least ? Math.floor(((value - least) / (most - least)) * BINS) : 0;
    bins[Math.min(BINS - 1, bin)]! += 1;
  }
  return bins;
}

/** Share of the cells in which each value of a text was the most frequent; cells with a tie or without one count for none. */
export function mostFrequent(values: readonly MeasureTally[], { first, cells: size }: Stretch): readonly number[] {
  const wins = values.map(() => 0);
  for (let cell = first; cell < first + size; cell++) {
    const shares = values.map(({ cells }) => cells.mean(cell) ?? 0);
    const most = Math.max(...shares);
    if (most > 0 && shares.filter((share) => share === most).length === 1) wins[shares.indexOf(most)]! += 1;
  }
  return wins.map((count) => count / size);
}
