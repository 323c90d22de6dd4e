import { MOST_DIMENSIONS, sobolPoints } from '../design/sobol.ts';
import { randomPoints } from '../design/random.ts';
import type { Named, Points } from '../design/combinations.ts';
import type { Factor } from '../study.ts';

/** Cells of a design for Sobol' indices: each row has its points of matrices A and B, and one mixture a factor. */
export function cellsOfIndices(rows: number, factors: readonly Factor[]): number {
  return rows * (factors.length + 2);
}

/**
 * The points of those cells, row after row: A's, B's, and for each factor A's with the numbers of that factor from B's.
 * The two matrices are the two halves of one sequence of Sobol' with twice as many dimensions as there are numbers, as
 * Saltelli et al. (2010) have it; where it has no dimensions left, of independent draws.
 */
export function mixtures({ seed, paths }: Named, factors: readonly Factor[]): Points {
  const both = ['a', 'b'].flatMap((matrix) => paths.map((path) => `${matrix}/${path}`));
  const named = { seed, paths: both };
  const base = both.length <= MOST_DIMENSIONS ? sobolPoints(named) : randomPoints(named);
  const fromB = factors.map((factor) => {
    const own = new Set(factor.paths);
    return paths.map((path) => own.has(path));
  });
  const width = factors.length + 2;
  let known: { readonly row: number; readonly a: readonly number[]; readonly b: readonly number[] } | undefined;
  return (index) => {
    const [row, which] = [Math.floor(index / width), index % width];
    if (known?.row !== row) {
      const point = base(row);
      known = { row, a: point.slice(0, paths.length), b: point.slice(paths.length) };
    }
    const { a, b } = known;
    if (which < 2) return which === 0 ? a : b;
    const taken = fromB[which - 2]!;
    return a.map((x, n) => (taken[n] ? b[n]! : x));
  };
}
