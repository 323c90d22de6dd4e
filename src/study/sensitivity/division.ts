import type { Weights } from './crossed.ts';
import { sums } from './crossed.ts';
import type { FactorParts, IndexRuns } from './indices.ts';

/** Two factors that hold every number once between them. What one of them leaves as it is, the other changes. */
export type Division = readonly [number, number];

/**
 * The parts of two halves. With both mixtures at hand, AB_u is B with the other half from A, so that rows of four cells
 * are there as Azzini, Mara and Rosati (2021, Environmental Modelling & Software 144) have them:
 *
 *     first u = ½ mean of (f(AB_u) − f(A)) (f(B) − f(AB_w)),   total u = ¼ mean of (f(AB_u) − f(A))² + (f(B) − f(AB_w))²
 *
 * Their error is small for a half that decides nothing and for one that decides all, and the first order of either and
 * the total of the other come to the whole exactly, as they must.
 */
export function dividedParts(runs: IndexRuns, [u, w]: Division, weights: Weights): readonly [FactorParts, FactorParts] {
  return [halfOf(runs, u, w, weights), halfOf(runs, w, u, weights)];
}

/** Products are over two different seeds where the expected run is meant, as in `indices.ts`. */
function halfOf({ factors, seeds, at }: IndexRuns, own: number, other: number, weights: Weights): FactorParts {
  const [v, w] = [sums(weights.cells), sums(weights.seeds)];
  const isExact = w.pairs === 0;
  let [first, expected, single] = [0, 0, 0];
  for (let row = 0; row < weights.cells.length; row++) {
    const vr = weights.cells[row]!;
    if (vr === 0) continue;
    const a = row * (factors + 2) * seeds;
    const [b, ab, ba] = [a + seeds, a + (2 + own) * seeds, a + (2 + other) * seeds];
    // The sums of both differences, and what in their products is of one and the same seed.
    let [sumA, sumB, sameAB, sameAABB, squares] = [0, 0, 0, 0, 0];
    for (let s = 0; s < seeds; s++) {
      const ws = weights.seeds[s]!;
      if (ws === 0) continue;
      const fromA = at[ab + s]! - at[a + s]!;
      const fromB = at[b + s]! - at[ba + s]!;
      const square = fromA * fromA + fromB * fromB;
      sumA += ws * fromA;
      sumB += ws * fromB;
      squares += ws * square;
      if (isExact) continue;
      sameAB += ws * ws * fromA * fromB;
      sameAABB += ws * ws * square;
    }
    first += vr * (sumA * sumB - sameAB);
    expected += vr * (sumA * sumA + sumB * sumB - sameAABB);
    single += vr * squares;
  }
  const pairs = v.sum * (isExact ? w.sum * w.sum : w.pairs);
  return {
    first: first / (2 * pairs),
    totalOfExpected: expected / (4 * pairs),
    totalOfSingle: single / (4 * v.sum * w.sum),
  };
}
