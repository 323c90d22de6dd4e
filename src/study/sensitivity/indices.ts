import { componentsOf, sums, type Components, type Crossed, type Weights } from './crossed.ts';
import { dividedParts, type Division } from './division.ts';
import { bootstrapped, type Estimate } from './resample.ts';

/**
 * The runs that Sobol' indices are estimated from. Row n of the base has `2 + factors` cells, one after the other: point
 * n of matrix A, point n of matrix B, and for each factor A's point with the numbers of that factor taken from B's. A
 * factor is one number or a group of them; factors may overlap.
 */
export interface IndexRuns extends Crossed {
  readonly factors: number;
  /** Where two of the factors divide all numbers between them, they are estimated together. */
  readonly division?: Division;
}

/** Shares of a variance. First order: alone. Total: with all its interplay. Those near 0 may come out below it. */
export interface Indices {
  readonly first: Estimate;
  readonly total: Estimate;
}

export interface Sensitivity {
  readonly mean: Estimate;
  /** Variances, in squared units of the metric. */
  readonly single: Estimate;
  readonly expected: Estimate;
  /** Of what a cell expects, that is of the mean over ever more seeds: by factor. */
  readonly ofExpected: readonly Indices[];
  /** Of a single conference, the seed being one more input: by factor. */
  readonly ofSingle: readonly Indices[];
  /** Of a single conference: all numbers together alone, that is without the seed, and with it. */
  readonly numbers: Indices;
  /** Of a single conference: the seed whatever the numbers, and with all that it does to them. */
  readonly chance: Indices;
}

/** With bootstrap intervals over the rows of the base and over the seeds; nothing where the metric never varies. */
export function sensitivityOf(runs: IndexRuns, seed: string, resamples?: number): Sensitivity | undefined {
  const { factors, seeds } = runs;
  const base = baseOf(runs);
  const rows = base.cells / 2;
  const estimates = bootstrapped(rows, seeds, seed, (weights) => ratiosOf(runs, base, weights), resamples);
  const [mean, single, expected, ...shares] = estimates;
  if (!(single!.value > 0)) return undefined;
  const indices = (n: number): Indices => ({ first: shares[2 * n]!, total: shares[2 * n + 1]! });
  return {
    mean: mean!,
    single: single!,
    expected: expected!,
    numbers: indices(0),
    chance: indices(1),
    ofExpected: Array.from({ length: factors }, (_, u) => indices(2 + u)),
    ofSingle: Array.from({ length: factors }, (_, u) => indices(2 + factors + u)),
  };
}

/** In the order in which `sensitivityOf` reads them. */
function ratiosOf(runs: IndexRuns, base: Crossed, weights: Weights): readonly number[] {
  const parts = componentsOf(base, doubled(weights));
  const { mean, seeds } = parts;
  const factors = partsOf(runs, parts, weights);
  const expected = runs.division === undefined ? parts.cells : decided(factors, runs.division);
  // With one seed nothing is chance.
  const single = sums(weights.seeds).pairs === 0 ? expected : parts.single;
  return [
    mean,
    single,
    expected,
    expected / single,
    (single - seeds) / single,
    seeds / single,
    1 - expected / single,
    ...factors.flatMap(({ first, totalOfExpected }) => [first / expected, totalOfExpected / expected]),
    ...factors.flatMap(({ first, totalOfSingle }) => [first / single, totalOfSingle / single]),
  ];
}

/** What all numbers decide: what one half decides alone, and what is left when it is known. */
function decided(factors: readonly FactorParts[], [u, w]: Division): number {
  return factors[u]!.first + factors[w]!.totalOfExpected;
}

export interface FactorParts {
  /** Of the expected run, which is that of the single run as well: chance has no part in it. */
  readonly first: number;
  readonly totalOfExpected: number;
  readonly totalOfSingle: number;
}

/**
 * First order after Saltelli et al. (2010, Computer Physics Communications 181, table 2, b), B's runs being measured
 * from the mean lest a mean far from 0 swell the error; total after Jansen (1999, the same journal 117). The products
 * of these formulae are taken over two different seeds where the expected run is meant, so that the noise of a mean
 * over few seeds does not count as an effect, and over one and the same where the single run is.
 */
function partsOf(runs: IndexRuns, { mean }: Components, weights: Weights): readonly FactorParts[] {
  const { factors, seeds, at, division } = runs;
  const [v, w] = [sums(weights.cells), sums(weights.seeds)];
  const isExact = w.pairs === 0;
  const width = (factors + 2) * seeds;
  const first = new Float64Array(factors);
  const expected = new Float64Array(factors);
  const single = new Float64Array(factors);
  for (let row = 0; row < weights.cells.length; row++) {
    const vr = weights.cells[row]!;
    if (vr === 0) continue;
    const a = row * width;
    for (let u = 0; u < factors; u++) {
      const ab = a + (2 + u) * seeds;
      let [sumB, sumD, ownBD, squares, ownSquares] = [0, 0, 0, 0, 0];
      for (let s = 0; s < seeds; s++) {
        const ws = weights.seeds[s]!;
        if (ws === 0) continue;
        const b = at[a + seeds + s]! - mean;
        const d = at[ab + s]! - at[a + s]!;
        sumB += ws * b;
        sumD += ws * d;
        ownBD += ws * ws * b * d;
        squares += ws * d * d;
        ownSquares += ws * ws * d * d;
      }
      first[u]! += vr * (isExact ? sumB * sumD : sumB * sumD - ownBD);
      expected[u]! += vr * (isExact ? sumD * sumD : sumD * sumD - ownSquares);
      single[u]! += vr * squares;
    }
  }
  const pairs = v.sum * (isExact ? w.sum * w.sum : w.pairs);
  const each = Array.from({ length: factors }, (_, u) => ({
    first: first[u]! / pairs,
    totalOfExpected: expected[u]! / (2 * pairs),
    totalOfSingle: single[u]! / (2 * v.sum * w.sum),
  }));
  if (division === undefined) return each;
  const halves = dividedParts(runs, division, weights);
  return each.map((one, n) => halves[division.indexOf(n)] ?? one);
}

/** The cells of A and B alone, row after row: a fair sample of what may be. */
function baseOf({ cells, seeds, at, factors }: IndexRuns): Crossed {
  const rows = cells / (factors + 2);
  const base = new Float64Array(rows * 2 * seeds);
  for (let row = 0; row < rows; row++) {
    const from = row * (factors + 2) * seeds;
    base.set(at.subarray(from, from + 2 * seeds), row * 2 * seeds);
  }
  return { cells: rows * 2, seeds, at: base };
}

function doubled({ cells, seeds }: Weights): Weights {
  return { cells: Float64Array.from({ length: cells.length * 2 }, (_, n) => cells[n >> 1]!), seeds };
}
