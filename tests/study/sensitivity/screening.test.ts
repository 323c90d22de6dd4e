import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../../src/chance/chance.ts';
import { effectsOf, type Effects } from '../../../src/study/sensitivity/screening.ts';
import {
  cellsOf,
  pointOf,
  stepOf,
  trajectoryOf,
  type Trajectories,
} from '../../../src/study/sensitivity/trajectories.ts';
import { sobolG } from './known.ts';

type Function = (x: readonly number[], luck: number, seed: number) => number;

function screened(f: Function, design: Trajectories, seeds = 1, seed = 'x', resamples = 1): readonly Effects[] {
  const chance = chanceOf(seed);
  const luck = Array.from({ length: seeds }, (_, s) => chance.at('luck', s));
  const walks = Array.from({ length: design.trajectories }, (_, t) => trajectoryOf(design, chance, t));
  const at = walks.flatMap((walk) =>
    Array.from({ length: design.numbers + 1 }, (_, steps) => pointOf(design, walk, steps)).flatMap((point) =>
      luck.map((one, s) => f(point, one, s)),
    ),
  );
  return effectsOf(design, walks, { cells: cellsOf(design), seeds, at: Float64Array.from(at) }, seed, resamples);
}

describe('Morris’s trajectories', () => {
  const designs = fc.record({
    numbers: fc.integer({ min: 1, max: 30 }),
    trajectories: fc.constant(1),
    levels: fc.integer({ min: 1, max: 6 }).map((half) => 2 * half),
  });

  it('move every number once, by a little over half its range, and stay inside it', () => {
    fc.assert(
      fc.property(designs, fc.string(), (design, seed) => {
        const walk = trajectoryOf(design, chanceOf(seed), 0);
        const points = Array.from({ length: design.numbers + 1 }, (_, steps) => pointOf(design, walk, steps));
        const moved = points.slice(1).map((point, s) => {
          const changes = point.flatMap((x, n) => (x === points[s]![n] ? [] : [n]));
          expect(changes).toHaveLength(1);
          expect(Math.abs(point[changes[0]!]! - points[s]![changes[0]!]!)).toBeCloseTo(stepOf(design), 12);
          return changes[0]!;
        });
        expect(new Set(moved).size).toBe(design.numbers);
        for (const x of points.flat()) expect(x >= 0 && x <= 1).toBe(true);
      }),
    );
  });

  it('take every level equally often', () => {
    const design = { numbers: 400, trajectories: 1, levels: 4 };
    const starts = pointOf(design, trajectoryOf(design, chanceOf('even'), 0), 0);
    for (const level of [0, 1 / 3, 2 / 3, 1]) {
      const times = starts.filter((x) => x === level).length;
      expect(Math.abs(times - 100)).toBeLessThan(4 * Math.sqrt(400 * 0.25 * 0.75));
    }
  });
});

describe('elementary effects', () => {
  const design = { numbers: 3, trajectories: 40, levels: 4 };

  it('of a straight line are its slopes, everywhere the same', () => {
    const effects = screened(([x, y]) => 3 * x! - 2 * y!, design, 1, 'line', 20);
    expect(effects.map(({ mean }) => mean.value)).toEqual([3, -2, 0].map((slope) => expect.closeTo(slope, 12)));
    expect(effects.map(({ size }) => size.value)).toEqual([3, 2, 0].map((slope) => expect.closeTo(slope, 12)));
    for (const { spread, noise } of effects) {
      expect(spread.value).toBeCloseTo(0, 6);
      expect(noise).toBe(0);
    }
  });

  it('of a product are the other factor, so their spread is that of its levels', () => {
    const found = Array.from({ length: 60 }, (_, n) => screened(([x, y]) => x! * y!, design, 1, `product ${n}`)[0]!);
    const ofLevels = (1 / 4) * [0, 1 / 3, 2 / 3, 1].reduce((sum, level) => sum + (level - 0.5) ** 2, 0);
    expectMean(
      found.map(({ mean }) => mean.value),
      0.5,
    );
    expectMean(
      found.map(({ spread }) => spread.value ** 2),
      ofLevels,
    );
  });

  it('that go both ways cancel in µ and not in µ*', () => {
    const found = Array.from({ length: 40 }, (_, n) => screened(([x]) => Math.abs(x! - 0.5), design, 1, `V ${n}`)[0]!);
    for (const { size } of found) expect(size.value).toBeCloseTo(0.5, 12);
    expectMean(
      found.map(({ mean }) => mean.value),
      0,
    );
  });

  it('rank the inputs of Sobol’ g by its coefficients', () => {
    const g = sobolG([0, 1, 4.5, 9, 99]);
    // On an even grid of four levels the tent function of g would look flat; on six it does not.
    const effects = screened(g.of, { numbers: 5, trajectories: 100, levels: 6 }, 1, 'g');
    const sizes = effects.map(({ size }) => size.value);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    for (const { size, beyond } of effects) expect(beyond.value).toBe(size.value);
  });
});

describe('effects under chance', () => {
  const design = { numbers: 9, trajectories: 30, levels: 4 };
  // The first number does something, the second nothing, the others only decide which draw is used.
  const f: Function = (x, luck, seed) =>
    x[0]! + Math.floor(2 * chanceOf(`${luck} ${x.slice(2).join(' ')} ${seed}`).at('draw', 0));

  it('a number that only reshuffles luck has a µ* of noise, and nothing beyond it', () => {
    const found = Array.from({ length: 40 }, (_, n) => screened(f, design, 12, `shuffle ${n}`));
    expectMean(
      found.map(([one]) => one!.beyond.value),
      1,
    );
    for (const effects of found) {
      expect(effects[1]!.size.value).toBe(0);
      // The mean of 30 folded normals lies within four of its standard errors, 0.14, of what it should be.
      expect(Math.abs(effects[2]!.size.value / effects[2]!.noise - 1)).toBeLessThan(4 * 0.14);
      expect(effects[2]!.beyond.value).toBeLessThan(effects[0]!.beyond.value / 3);
    }
    expectMean(
      found.map((effects) => effects[2]!.mean.value),
      0,
    );
  });

  it('intervals of µ hold the known value as often as they say, or more', () => {
    const times = 100;
    const few = { ...design, numbers: 4 };
    const found = Array.from({ length: times }, (_, n) => screened(f, few, 12, `cover ${n}`, 150));
    const held = (n: number, known: number) =>
      found.filter((effects) => effects[n]!.mean.low <= known && known <= effects[n]!.mean.high).length;
    const least = Math.floor(times * 0.95 - 3.1 * Math.sqrt(times * 0.95 * 0.05));
    expect(held(2, 0)).toBeGreaterThanOrEqual(least);
  });
});

/** The mean of independent repetitions lies within four of its standard errors of what is known, or is exactly that. */
function expectMean(values: readonly number[], known: number): void {
  const n = values.length;
  const mean = values.reduce((sum, one) => sum + one, 0) / n;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  expect(Math.abs(mean - known)).toBeLessThanOrEqual(4 * Math.sqrt(variance / n) + 1e-12);
}
