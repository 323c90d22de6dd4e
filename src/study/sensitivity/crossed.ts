/**
 * Runs of every cell with the same seeds: numbers in a table of cells by seeds, cell after cell. The seed is an input
 * like any other, crossed with the rest, so that what it does can be told from what the cell does.
 */
export interface Crossed {
  readonly cells: number;
  readonly seeds: number;
  /** Of cell c and seed s at c × seeds + s. */
  readonly at: Float64Array;
}

/** How the spread of single runs divides, in squared units of the metric. Estimates: a small one may come out below 0. */
export interface Components {
  readonly mean: number;
  /** Of a single run with everything drawn anew. */
  readonly single: number;
  /** Of the expected run of a cell, from cell to cell: what goes when every number is known. */
  readonly cells: number;
  /** Of a run about what its cell expects: what stays when every number is known. */
  readonly chance: number;
  /** That part of `chance` which is the same whatever the cell: a lucky seed is lucky everywhere. */
  readonly seeds: number;
}

/** Each cell counts once, or as often as a resample drew it. */
export interface Weights {
  readonly cells: Float64Array;
  readonly seeds: Float64Array;
}

export function evenWeights(cells: number, seeds: number): Weights {
  return { cells: new Float64Array(cells).fill(1), seeds: new Float64Array(seeds).fill(1) };
}

/**
 * The variance components of a two-way crossed table with random rows and columns and one run in each place (Searle,
 * Casella and McCulloch 1992, Variance Components, ch. 4), as means over pairs of runs: of one cell or two, with one
 * seed or two. Only pairs of different cells and different seeds count as such, so that a resample which draws a seed
 * twice does not take chance for an effect. With one seed nothing is chance: the runs are exact.
 */
export function componentsOf({ cells, seeds, at }: Crossed, weights: Weights): Components {
  const mean = weightedMean(at, weights);
  const [v, w] = [sums(weights.cells), sums(weights.seeds)];
  const ofSeed = new Float64Array(seeds);
  const squaresOfSeed = new Float64Array(seeds);
  let [sameBoth, sameCell, total, cellsSquared, placesSquared] = [0, 0, 0, 0, 0];
  for (let c = 0; c < cells; c++) {
    const vc = weights.cells[c]!;
    if (vc === 0) continue;
    let [sum, squares, ownSquares] = [0, 0, 0];
    for (let s = 0; s < seeds; s++) {
      const ws = weights.seeds[s]!;
      if (ws === 0) continue;
      const x = at[c * seeds + s]! - mean;
      sum += ws * x;
      squares += ws * x * x;
      ownSquares += ws * ws * x * x;
      ofSeed[s]! += vc * x;
      squaresOfSeed[s]! += vc * vc * x * x;
    }
    sameBoth += vc * squares;
    sameCell += vc * (sum * sum - ownSquares);
    total += vc * sum;
    cellsSquared += vc * vc * sum * sum;
    placesSquared += vc * vc * ownSquares;
  }
  let [sameSeed, seedsSquared] = [0, 0];
  for (let s = 0; s < seeds; s++) {
    const ws = weights.seeds[s]!;
    sameSeed += ws * (ofSeed[s]! * ofSeed[s]! - squaresOfSeed[s]!);
    seedsSquared += ws * ws * ofSeed[s]! * ofSeed[s]!;
  }
  const both = sameBoth / (v.sum * w.sum);
  const seed = sameSeed / (v.pairs * w.sum);
  if (w.pairs === 0) return { mean, single: both - seed, cells: both - seed, chance: 0, seeds: 0 };
  const cell = sameCell / (v.sum * w.pairs);
  const neither = (total * total - cellsSquared - seedsSquared + placesSquared) / (v.pairs * w.pairs);
  return { mean, single: both - neither, cells: cell - neither, chance: both - cell, seeds: seed - neither };
}

function weightedMean(at: Float64Array, { cells, seeds }: Weights): number {
  let [sum, weight] = [0, 0];
  for (let c = 0; c < cells.length; c++) {
    if (cells[c] === 0) continue;
    for (let s = 0; s < seeds.length; s++) {
      const both = cells[c]! * seeds[s]!;
      sum += both * at[c * seeds.length + s]!;
      weight += both;
    }
  }
  return sum / weight;
}

/** The sum of weights, and the weight of all ordered pairs of different things; none where only one was drawn. */
export function sums(weights: Float64Array): { readonly sum: number; readonly pairs: number } {
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return { sum, pairs: sum * sum - squares };
}
