import { chanceOf } from '../../chance/chance.ts';
import type { Named, Points } from './combinations.ts';
import { randomPoints } from './random.ts';

/**
 * A Latin hypercube (McKay, Beckman and Conover 1979): along every path, the unit interval is cut into as many strata
 * as there are cells, and each stratum holds one cell, at an even draw within it. Which cell is a permutation of its
 * own for each path, so one path more moves no other.
 */
export function latinHypercube(named: Named, cells: number): Points {
  const within = randomPoints(named);
  let strata: readonly Uint32Array[] | undefined;
  return (index) => {
    strata ??= named.paths.map((path) => permutation(`${named.seed}/${path}`, cells));
    return within(index).map((u, n) => (strata![n]![index]! + u) / cells);
  };
}

/** All orders alike likely (Fisher and Yates 1938). */
function permutation(seed: string, length: number): Uint32Array {
  const chance = chanceOf(seed);
  const order = Uint32Array.from({ length }, (_, n) => n);
  for (let n = length - 1; n > 0; n--) {
    const other = Math.floor(chance.at('order', length - 1 - n) * (n + 1));
    [order[n], order[other]] = [order[other]!, order[n]!];
  }
  return order;
}
