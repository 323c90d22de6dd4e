import { describe, expect, test } from 'vitest';
import { normalCritical, studentCritical } from '../../../src/study/statistics/quantiles.ts';

describe('critical values', () => {
  test.each([
    [0.5, 0.674489750196],
    [0.8, 1.281551565545],
    [0.95, 1.95996398454],
    [0.99, 2.575829303549],
    [0.999, 3.290526731492],
  ])('of the normal distribution at %f are those of the tables', (level, z) => {
    expect(normalCritical(level)).toBeCloseTo(z, 11);
  });

  // Percentage points of the t distribution as printed: two-sided levels 90, 95, 99 and 99.9 %.
  test.each([
    [1, [6.314, 12.706, 63.657, 636.619]],
    [2, [2.92, 4.303, 9.925, 31.599]],
    [3, [2.353, 3.182, 5.841, 12.924]],
    [4, [2.132, 2.776, 4.604, 8.61]],
    [5, [2.015, 2.571, 4.032, 6.869]],
    [9, [1.833, 2.262, 3.25, 4.781]],
    [10, [1.812, 2.228, 3.169, 4.587]],
    [20, [1.725, 2.086, 2.845, 3.85]],
    [30, [1.697, 2.042, 2.75, 3.646]],
    [60, [1.671, 2, 2.66, 3.46]],
    [120, [1.658, 1.98, 2.617, 3.373]],
  ])('of Student’s t with %i degrees of freedom are those of the tables', (degrees, row) => {
    const found = [0.9, 0.95, 0.99, 0.999].map((level) => studentCritical(level, degrees));
    row.forEach((value, n) => expect(found[n]).toBeCloseTo(value, 3));
  });

  test('go over from the finite series to the expansion without a step', () => {
    for (const level of [0.5, 0.95, 0.9999]) {
      const [before, at, after] = [999, 1000, 1001].map((degrees) => studentCritical(level, degrees)) as [
        number,
        number,
        number,
      ];
      expect((before - at) / (at - after)).toBeCloseTo(1, 1);
    }
  });

  test('of t shrink with the degrees of freedom, towards the normal one', () => {
    const degrees = [1, 2, 3, 10, 100, 999, 1001, 10_000, 1_000_000];
    const found = degrees.map((each) => studentCritical(0.95, each));
    expect(found.toSorted((a, b) => b - a)).toEqual(found);
    expect(found.at(-1)).toBeCloseTo(normalCritical(0.95), 5);
  });

  test('are refused for a level that no interval has', () => {
    for (const level of [0, 1, -1, Number.NaN]) expect(() => normalCritical(level)).toThrow('no interval');
  });
});
