import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Clusters, clusteredMeanInterval, clusteredShareInterval } from '../../../src/study/statistics/clusters.ts';
import { meanInterval, Moments } from '../../../src/study/statistics/means.ts';
import {
  pairedShareInterval,
  shareInterval,
  unpairedShareInterval,
  type Interval,
  type Pairs,
} from '../../../src/study/statistics/shares.ts';

function moments(values: readonly number[]): Moments {
  const all = new Moments();
  for (const value of values) all.add(value);
  return all;
}

const rounded = ({ low, high }: Interval) => [low, high].map((bound) => Number(bound.toFixed(4)));

describe('the interval of a share', () => {
  // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3.
  test.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('of %i in %i is the one worked in the literature', (count, n, limits) => {
    expect(rounded(shareInterval(count, n))).toEqual(limits);
  });

  test('lies in [0, 1], holds the share, and touches the end when it happened never or always', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const count = Math.round(part * n);
        const { estimate, low, high } = shareInterval(count, n);
        expect(0 <= low && low <= estimate && estimate <= high && high <= 1).toBe(true);
        expect(low === 0).toBe(count === 0);
        expect(high === 1).toBe(count === n);
      }),
    );
  });
});

describe('the interval of a difference of shares over common seeds', () => {
  // Fagerland, Lydersen and Laake (2017), Statistical Analysis of Contingency Tables, ch. 8; the sign is turned.
  test.each([
    ['hyper-responsive airways', { both: 1, firstOnly: 1, secondOnly: 7, neither: 12 }, [0.0256, 0.5069]],
    ['complete response', { both: 59, firstOnly: 6, secondOnly: 16, neither: 80 }, [0.0046, 0.1186]],
  ])('is the one worked in the literature: %s', (_, pairs, limits) => {
    expect(rounded(pairedShareInterval(pairs))).toEqual(limits);
  });

  const table: fc.Arbitrary<Pairs> = fc
    .record({ both: fc.nat(500), firstOnly: fc.nat(500), secondOnly: fc.nat(500), neither: fc.nat(500) })
    .filter(({ both, firstOnly, secondOnly, neither }) => both + firstOnly + secondOnly + neither > 0);

  test('lies in [−1, 1], holds the difference, and changes sign when the two change places', () => {
    fc.assert(
      fc.property(table, (pairs) => {
        const { estimate, low, high } = pairedShareInterval(pairs);
        expect(-1 <= low && low <= estimate && estimate <= high && high <= 1).toBe(true);
        const turned = pairedShareInterval({
          ...pairs,
          firstOnly: pairs.secondOnly,
          secondOnly: pairs.firstOnly,
        });
        expect(turned.low).toBeCloseTo(-high, 12);
        expect(turned.high).toBeCloseTo(-low, 12);
      }),
    );
  });

  test('is no wider than without the pairing where luck moves both alike', () => {
    fc.assert(
      fc.property(table, (pairs) => {
        fc.pre(pairs.both * pairs.neither >= pairs.firstOnly * pairs.secondOnly);
        const [paired, unpaired] = [pairedShareInterval(pairs), unpairedShareInterval(pairs)];
        expect(paired.high - paired.low).toBeLessThanOrEqual(unpaired.high - unpaired.low + 1e-12);
      }),
    );
  });

  test('without pairing is the one of independent samples that the literature works', () => {
    // 9 of 10 against 3 of 10: Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10.
    const found = unpairedShareInterval({ both: 3, firstOnly: 0, secondOnly: 6, neither: 1 });
    expect(rounded(found)).toEqual([0.1705, 0.809]);
  });
});

describe('the interval of a mean', () => {
  test('is Student’s, worked by hand', () => {
    // Mean 3, s² = 2.5, t(4) = 2.776: 3 ± 2.776 × √0.5.
    const { estimate, low, high } = meanInterval(moments([1, 2, 3, 4, 5]))!;
    expect([estimate, low.toFixed(3), high.toFixed(3)]).toEqual([3, '1.037', '4.963']);
  });

  test('is Wilson’s when nothing but 0 and 1 came', () => {
    expect(meanInterval(moments([0, 1, 0, 0]))).toEqual(shareInterval(1, 4));
  });

  test('is missing without a value, or from one alone that is no share', () => {
    expect(meanInterval(moments([]))).toBeUndefined();
    expect(meanInterval(moments([0.3]))).toBeUndefined();
    expect(meanInterval(moments([1]))).toEqual(shareInterval(1, 1));
  });

  test('is the same wherever zero lies', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 }), (values) => {
        fc.pre(values.some((value) => value !== 0 && value !== 1));
        const [near, far] = [values, values.map((value) => value + 1_000_000)].map((all) =>
          meanInterval(moments(all))!,
        );
        expect(far!.low - 1_000_000).toBeCloseTo(near!.low, 6);
      }),
    );
  });
});

describe('intervals over several cells', () => {
  function clusters(repeats: readonly (readonly number[])[]): Clusters {
    const all = new Clusters();
    for (const values of repeats)
      all.add(
        values.reduce((sum, value) => sum + value, 0),
        values.length,
      );
    return all;
  }

  test('of one cell are those of its values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 3, maxLength: 40 }), (values) => {
        fc.pre(values.some((value) => value !== 0 && value !== 1));
        const [found, plain] = [
          clusteredMeanInterval(clusters(values.map((value) => [value])))!,
          meanInterval(moments(values))!,
        ];
        expect(found.low).toBeCloseTo(plain.low, 6);
        expect(found.high).toBeCloseTo(plain.high, 6);
      }),
    );
  });

  test('do not shrink when a cell is copied: the same luck twice tells nothing more', () => {
    const once = [1, 4, 2, 8, 5, 7];
    const found = clusteredMeanInterval(clusters(once.map((value) => [value, value, value])))!;
    expect(found.high).toBeCloseTo(meanInterval(moments(once))!.high, 12);
    const shares = [1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1];
    const copied = clusteredShareInterval(clusters(shares.map((value) => [value, value, value])))!;
    const single = shareInterval(11, 20);
    expect(copied.high - copied.low).toBeGreaterThanOrEqual(single.high - single.low);
  });

  test('of a share that never or always came count repeats, not rows', () => {
    const never = clusters(Array.from({ length: 50 }, () => [0, 0, 0, 0]));
    expect(clusteredShareInterval(never)).toEqual(shareInterval(0, 50));
    const always = clusters(Array.from({ length: 50 }, () => [1, 1, 1, 1]));
    expect(clusteredShareInterval(always)).toEqual(shareInterval(50, 50));
  });

  test('leave out a repeat without values, and are missing from fewer than two', () => {
    expect(clusteredMeanInterval(clusters([[1, 2], [], []]))).toBeUndefined();
    expect(clusteredMeanInterval(clusters([[1, 2], [], [3]]))).toEqual(clusteredMeanInterval(clusters([[1, 2], [3]])));
  });
});
