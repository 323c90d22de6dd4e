import { chanceOf } from '../../chance/chance.ts';
import type { Named, Points } from './combinations.ts';
import { DIRECTIONS } from './joe-kuo.ts';

/** Dimensions that there are direction numbers for. */
export const MOST_DIMENSIONS = 1024;

/** Points are as fine as 32 bits, and the sequence repeats after as many. */
const BITS = 32;
const SCALE = 0x1_0000_0000;

/**
 * The sequence of Sobol' (1967), each dimension shifted by bits drawn from the seed (a digital shift: L'Ecuyer and
 * Lemieux 2002), so that no point is special and every share of 2^k points that begins at a multiple of it stays as
 * even as before. Dimensions follow the paths: a path more at the end moves no other.
 */
export function sobolPoints({ seed, paths }: Named): Points {
  const chance = chanceOf(seed);
  const shifts = paths.map((path) => Math.floor(chance.at(`shift/${path}`, 0) * SCALE));
  const directions = paths.map((_, dimension) => directionNumbers(dimension));
  return (index) => directions.map((numbers, n) => (((sobolBits(numbers, index) ^ shifts[n]!) >>> 0) + 0.5) / SCALE);
}

/** Point `index` of one dimension as 32 bits, in the order of Gray code (Antonov and Saleev 1979). */
export function sobolBits(numbers: Uint32Array, index: number): number {
  let bits = 0;
  let gray = (index ^ (index >>> 1)) >>> 0;
  for (let bit = 0; gray !== 0; bit++, gray >>>= 1) if (gray & 1) bits ^= numbers[bit]!;
  return bits >>> 0;
}

/** The direction numbers of a dimension, from 0, each shifted to its place (Bratley and Fox 1988). */
export function directionNumbers(dimension: number): Uint32Array {
  const numbers = new Uint32Array(BITS);
  if (dimension === 0) return numbers.map((_, bit) => 0x8000_0000 >>> bit);
  const [polynomial, ...initial] = rowOf(dimension);
  const degree = initial.length;
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      numbers[bit] = initial[bit]! << (BITS - 1 - bit);
      continue;
    }
    let next = numbers[bit - degree]! ^ (numbers[bit - degree]! >>> degree);
    for (let k = 1; k < degree; k++) if ((polynomial! >>> (degree - 1 - k)) & 1) next ^= numbers[bit - k]!;
    numbers[bit] = next;
  }
  return numbers;
}

let rows: readonly string[] | undefined;

/** The coefficients of the polynomial, its ends left out, and the first direction numbers. */
function rowOf(dimension: number): readonly number[] {
  rows ??= DIRECTIONS.trim().split('\n');
  const row = rows[dimension - 1];
  if (row === undefined) throw new Error(`there are no direction numbers for dimension ${dimension}`);
  return row.split(' ').map(Number);
}
