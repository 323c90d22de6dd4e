import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combinationsOf } from '../../src/study/design/combinations.ts';
import { latinHypercube } from '../../src/study/design/latin-hypercube.ts';
import { triangular, valueAt, wholeTriangular } from '../../src/study/design/quantile.ts';
import { randomPoints } from '../../src/study/design/random.ts';
import { directionNumbers, MOST_DIMENSIONS, sobolBits, sobolPoints } from '../../src/study/design/sobol.ts';
import type { Design, Variation } from '../../src/study/study.ts';

const SCALE = 0x1_0000_0000;
const paths = (count: number) => Array.from({ length: count }, (_, n) => `path-${n}`);

/** How many of the numbers lie in each of so many equal parts of the unit interval. */
function strata(numbers: readonly number[], count: number): readonly number[] {
  const found = Array.from({ length: count }, () => 0);
  for (const number of numbers) found[Math.floor(number * count)]! += 1;
  return found;
}

describe('the sequence of Sobol’ without its shift', () => {
  const point = (index: number, dimensions: readonly number[]) =>
    dimensions.map((dimension) => sobolBits(directionNumbers(dimension), index) / SCALE);

  test('begins as Joe and Kuo print it', () => {
    expect(Array.from({ length: 10 }, (_, index) => point(index, [0, 1, 2]))).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ]);
  });

  // scipy.stats.qmc.Sobol(1024, scramble=False, bits=32), SciPy 1.17.1.
  test('goes on as SciPy has it, far along and in high dimensions', () => {
    const dimensions = [1, 2, 10, 100, 511, 1023];
    expect(point(12_345, dimensions).map((x) => x * SCALE)).toEqual([
      3493593088, 688652288, 319029248, 2317090816, 3786670080, 2478571520,
    ]);
    expect(point(1_000_003, dimensions).map((x) => x * SCALE)).toEqual([
      2413424640, 334991360, 3815354368, 3390533632, 2347266048, 209776640,
    ]);
  });

  test('has as many dimensions as it says, and no more', () => {
    expect(directionNumbers(MOST_DIMENSIONS - 1)[31]).toBeGreaterThan(0);
    expect(() => directionNumbers(MOST_DIMENSIONS)).toThrow('no direction numbers');
  });
});

describe('the points of a design', () => {
  test('of Sobol’ put one of 2^k in each stratum of every dimension, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 5 }), (seed, k, block) => {
        const points = sobolPoints({ seed, paths: paths(40) });
        const count = 1 << k;
        const drawn = Array.from({ length: count }, (_, n) => points(block * count + n));
        for (let d = 0; d < 40; d++)
          expect(
            strata(
              drawn.map((point) => point[d]!),
              count,
            ),
          ).toEqual(Array.from({ length: count }, () => 1));
      }),
      { numRuns: 30 },
    );
  });

  test('of Sobol’ fill the first two dimensions evenly in every shape of box', () => {
    const points = sobolPoints({ seed: 'any', paths: paths(2) });
    const drawn = Array.from({ length: 64 }, (_, n) => points(n));
    for (const wide of [1, 2, 4, 8, 16, 32, 64]) {
      const boxes = new Set(drawn.map(([x, y]) => `${Math.floor(x! * wide)} ${Math.floor(y! * (64 / wide))}`));
      expect(boxes.size).toBe(64);
    }
  });

  test('of a Latin hypercube put one in each stratum of every dimension', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 300 }), (seed, cells) => {
        const points = latinHypercube({ seed, paths: paths(5) }, cells);
        const drawn = Array.from({ length: cells }, (_, n) => points(n));
        for (let d = 0; d < 5; d++)
          expect(
            strata(
              drawn.map((point) => point[d]!),
              cells,
            ),
          ).toEqual(Array.from({ length: cells }, () => 1));
      }),
      { numRuns: 30 },
    );
  });

  test('lie in the same strata along two dimensions no more often than chance has it', () => {
    const points = latinHypercube({ seed: 'strata', paths: ['a', 'b'] }, 1000);
    const together = Array.from({ length: 1000 }, (_, n) => points(n)).filter(
      ([a, b]) => Math.floor(a! * 1000) === Math.floor(b! * 1000),
    );
    expect(together.length).toBeLessThan(8);
  });

  test('drawn at random are even in the large', () => {
    const points = randomPoints({ seed: 'even', paths: ['a', 'b'] });
    const drawn = Array.from({ length: 10_000 }, (_, n) => points(n));
    for (const d of [0, 1])
      for (const count of strata(
        drawn.map((point) => point[d]!),
        10,
      ))
        expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test.each(['random', 'latin-hypercube', 'sobol-sequence'] as const)(
    'are the same in any order, and stay where they are when a path is added: %s',
    (type) => {
      const varies = (count: number): readonly Variation[] =>
        paths(count).map((path) => ({ path, type: 'uniform', low: 0, high: 1, whole: false }));
      const of = (count: number, design: Design) =>
        combinationsOf({ id: 'one', title: '', scenario: {}, varies: varies(count), design }, 'seed');
      const [few, more] = [of(3, { type, cells: 600 }), of(4, { type, cells: 600 })];
      const forwards = Array.from({ length: 600 }, (_, n) => few.at(n));
      expect(Array.from({ length: 600 }, (_, n) => few.at(599 - n)).reverse()).toEqual(forwards);
      expect(Array.from({ length: 600 }, (_, n) => more.at(n).slice(0, 3))).toEqual(forwards);
    },
  );
});

describe('a quantile', () => {
  test('of a triangle, by hand', () => {
    // On [0, 1] with mode 1/4 the area below the mode is 1/4; half of it lies below √(1/8 · 1/4).
    expect(triangular(0, 0, 0.25, 1)).toBe(0);
    expect(triangular(0.25, 0, 0.25, 1)).toBeCloseTo(0.25, 12);
    expect(triangular(0.125, 0, 0.25, 1)).toBeCloseTo(Math.sqrt(1 / 32), 12);
    expect(triangular(0.5, 0, 0, 1)).toBeCloseTo(1 - Math.sqrt(0.5), 12);
    expect(triangular(0.5, 0, 1, 1)).toBeCloseTo(Math.sqrt(0.5), 12);
  });

  test('of a triangle stays whole and within the ends where the number is whole', () => {
    expect([0, 0.1, 0.5, 0.9, 0.999].map((u) => wholeTriangular(u, 1, 2, 3))).toEqual([1, 1, 2, 3, 3]);
    expect(Object.is(wholeTriangular(0, 0, 1, 3), 0)).toBe(true);
  });

  test('gives every whole number and every entry of a list its equal part', () => {
    const even = (variation: Variation) => {
      const counts = new Map<unknown, number>();
      for (let n = 0; n < 1200; n++) {
        const value = valueAt(variation, (n + 0.5) / 1200);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return Object.fromEntries(counts);
    };
    expect(even({ path: 'x', type: 'uniform', low: 2, high: 5, whole: true })).toEqual({
      2: 300,
      3: 300,
      4: 300,
      5: 300,
    });
    expect(even({ path: 'x', type: 'list', values: ['a', 'b', 'c'] })).toEqual({ a: 400, b: 400, c: 400 });
  });

  test('never leaves the ends', () => {
    const ends = fc.tuple(
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        ends,
        fc.boolean(),
        (u, [low, a, b], whole) => {
          const [mode, high] = [low + a, low + a + b];
          for (const variation of [
            { path: 'x', type: 'uniform', low, high, whole },
            { path: 'x', type: 'triangular', low, mode, high, whole },
          ] as const) {
            const value = valueAt(variation, u) as number;
            expect(value >= low && value <= high && (!whole || Number.isInteger(value))).toBe(true);
          }
        },
      ),
    );
  });
});
