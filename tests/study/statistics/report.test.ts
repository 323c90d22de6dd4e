import { describe, expect, test } from 'vitest';
import { groupedBy } from '../../../src/study/statistics/grouping.ts';
import type { Measure } from '../../../src/study/statistics/measures.ts';
import { programsQuestion, readersQuestion } from '../../../src/study/statistics/question.ts';
import { reportOn, type Question } from '../../../src/study/statistics/report.ts';
import { pairedShareInterval, shareInterval } from '../../../src/study/statistics/shares.ts';
import { StudyTally, type Span } from '../../../src/study/statistics/study-tally.ts';
import { wholeStudy } from '../../../src/study/statistics/grouping.ts';
import { played, smallStudy } from './small-study.ts';

const PAIN = { path: 'parties.lower.pain', type: 'list', values: [0, 0.01, 0.02] } as const;
const HOPE = { path: 'parties.upper.pain', type: 'list', values: [0, 0.02] } as const;

const grid = smallStudy('two-valleys', [PAIN, HOPE], { metrics: ['ending', 'agreement', 'rounds', 'durability'] });
const all = programsQuestion(grid, {});

describe('the report on a study', () => {
  test('counts what an honest reader of the rows would count', async () => {
    const report = await reportOn(grid, all, played(grid));
    const rows = [...played(grid, 1)];
    const agreed = rows.map((row) => Number(row.column('agreement')[0]));
    const of = (cell: number) => agreed.filter((_, row) => row % grid.cells === cell);
    const agreement = report.metrics.find(({ metric }) => metric === 'agreement')!;
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    for (const { cell, n, mean, low, high, difference } of agreement.cells) {
      const own = of(cell);
      expect([n, mean]).toEqual([20, sum(own) / 20]);
      const { low: lowest, high: highest } = shareInterval(sum(own), 20);
      expect([low, high]).toEqual([lowest, highest]);
      if (cell === 0) continue;
      const pairs = own.map((value, rep) => [of(0)[rep]!, value] as const);
      const count = (first: number, second: number) => pairs.filter(([a, b]) => a === first && b === second).length;
      const table = { both: count(1, 1), firstOnly: count(1, 0), secondOnly: count(0, 1), neither: count(0, 0) };
      const { estimate, ...ends } = pairedShareInterval(table);
      expect(difference).toMatchObject({ pairs: 20, mean: estimate, ...ends });
    }
    expect(agreement.whole.mean).toBeCloseTo(sum(agreed) / agreed.length, 12);
    const ending = report.metrics.filter(({ metric }) => metric === 'ending');
    expect(sum(ending.map(({ whole }) => whole.mean!))).toBeCloseTo(1, 12);
  });

  test('does not depend on how the rows are cut into blocks', async () => {
    const once = await reportOn(grid, all, played(grid, grid.rows));
    for (const size of [1, 5, 6, 7, 50]) expect(await reportOn(grid, all, played(grid, size))).toEqual(once);
  });

  test('rests on complete repeats alone, and says how many there are', async () => {
    const cut = await reportOn(grid, all, played(grid, 7, 4 * grid.cells + 3));
    expect(cut).toMatchObject({ repeats: 4, planned: 20, rows: 4 * grid.cells + 3 });
    expect(cut.metrics).toEqual((await reportOn(grid, all, played(grid, 7, 4 * grid.cells))).metrics);
  });

  test('leaves out the repeats that a missing block tears', async () => {
    const blocks = [...played(grid, 10)].filter((_, n) => n !== 2);
    // Rows 20 to 29 are gone, which were of two repeats of six rows.
    expect((await reportOn(grid, all, blocks)).repeats).toBe(18);
  });

  test('compares a metric that some runs do not have where both have it, and says on how many seeds', async () => {
    const { metrics } = await reportOn(grid, all, played(grid));
    const agreement = metrics.find(({ metric }) => metric === 'agreement')!;
    const durability = metrics.find(({ metric }) => metric === 'durability')!;
    expect(durability.whole.missing).toBeGreaterThan(0);
    durability.cells.forEach(({ n, missing, difference }, cell) => {
      expect(n + missing).toBe(20);
      expect(n / 20).toBeCloseTo(agreement.cells[cell]!.mean!, 12);
      if (difference !== null) expect(difference.pairs).toBeLessThanOrEqual(Math.min(n, durability.cells[0]!.n));
    });
  });

  test('of one cell and one repeat has no interval that would need more', async () => {
    const one = smallStudy('two-valleys', [], { repeats: 1, metrics: ['agreement', 'rounds'] });
    const { metrics } = await reportOn(one, readersQuestion(one, {}), played(one));
    expect(metrics.map(({ whole }) => [whole.n, whole.low === null])).toEqual([
      [1, false],
      [1, true],
    ]);
  });

  test('with --simultaneous widens the differences and nothing else', async () => {
    const plain = await reportOn(grid, all, played(grid));
    const wide = await reportOn(grid, { ...all, simultaneous: true }, played(grid));
    const { count, level } = wide.differences;
    expect(level).toBeCloseTo(1 - 0.05 / count, 12);
    wide.metrics.forEach((measure, n) => {
      expect(measure.whole).toEqual(plain.metrics[n]!.whole);
      measure.cells.forEach(({ difference }, cell) => {
        const narrow = plain.metrics[n]!.cells[cell]!.difference;
        if (difference === null || narrow === null || difference.low === null) return;
        expect(difference.low).toBeLessThanOrEqual(narrow.low!);
        expect(difference.high).toBeGreaterThanOrEqual(narrow.high!);
      });
    });
  });

  test('puts cells together by what they have at a path', async () => {
    const question: Question = { ...all, by: [{ experiment: 'only', paths: [PAIN.path] }] };
    const { by, metrics } = await reportOn(grid, question, played(grid));
    expect(by[0]!.groups).toEqual([0, 0.01, 0.02].map((value) => ({ values: [value], cells: 2 })));
    const agreement = metrics.find(({ metric }) => metric === 'agreement')!;
    agreement.groups[0]!.forEach(({ mean }, n) => {
      const cells = [agreement.cells[2 * n]!, agreement.cells[2 * n + 1]!];
      expect(mean).toBeCloseTo((cells[0]!.mean! + cells[1]!.mean!) / 2, 12);
    });
  });

  test('of cells drawn from ranges says how the cells spread, and how much of that is luck', async () => {
    const pain = { path: 'parties.lower.pain', type: 'uniform', low: 0, high: 0.03, whole: false } as const;
    const design = { type: 'latin-hypercube', cells: 40 } as const;
    const plan = smallStudy('two-valleys', [pain], { design, repeats: 10, metrics: ['ending', 'rounds'] });
    const { metrics } = await reportOn(plan, readersQuestion(plan, {}), played(plan));
    const [spread] = metrics.find(({ metric }) => metric === 'rounds')!.spread;
    const { least, p05, median, p95, most } = spread!.quantiles;
    expect([p05, median, p95, most]).toEqual([p05, median, p95, most].toSorted((a, b) => a - b));
    expect(least).toBeLessThanOrEqual(p05);
    expect(spread!.bins.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(spread!.luck).toBeGreaterThanOrEqual(0);
    expect(spread!.luck).toBeLessThanOrEqual(1);
    const foremost = metrics.flatMap((measure) => (measure.metric === 'ending' ? [measure.spread[0]!.foremost!] : []));
    expect(foremost.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1);
  });
});

describe('groups of cells', () => {
  const stretch = (cells: number) => ({ first: 0, cells });

  test('of many numbers are fifths, in ascending order, together all cells', () => {
    const values = Array.from({ length: 100 }, (_, n) => (37 * n) % 100);
    const { groups, of } = groupedBy(['x'], () => values, stretch(100), 100);
    expect(groups.map(({ cells }) => cells)).toEqual([20, 20, 20, 20, 20]);
    expect(groups[0]!.values).toEqual([{ low: 0, high: 19 }]);
    values.forEach((value, cell) => expect(of[cell]).toBe(Math.floor(value / 20)));
  });

  test('leave out the cells of other experiments', () => {
    const { groups, of } = groupedBy(['x'], () => ['b', 'a'], { first: 1, cells: 2 }, 4);
    expect([...of]).toEqual([-1, 0, 1, -1]);
    expect(groups.map(({ values }) => values)).toEqual([['b'], ['a']]);
  });
});

describe('common seeds', () => {
  const agreement: Measure = { metric: 'agreement', type: 'share', meaning: '', unit: '', range: [0, 1] };
  const rounds: Measure = { metric: 'rounds', type: 'mean', meaning: '', unit: '', range: null };

  test('give narrower intervals of differences than seeds of their own would: by a third and more', () => {
    const pain = { path: 'parties.taliban.pain', type: 'list', values: [0.006, 0.008, 0.01] } as const;
    const plan = smallStudy('moscow-2018', [pain], { repeats: 150 });
    const tally = new StudyTally(
      plan.cells,
      [agreement, rounds],
      [wholeStudy(plan.cells)],
      () => new Int32Array(plan.cells),
    );
    for (const span of played(plan)) tally.add(span);
    for (const { cells, measure } of tally.measures) {
      for (const cell of [1, 2]) {
        const { paired, unpaired } = cells.widths(cell);
        expect(paired / unpaired, `${measure.metric} of cell ${cell}`).toBeLessThan(0.67);
      }
    }
  });

  test('of a measure that luck does not touch give no false promise', () => {
    const rows: Span = {
      first: 0,
      rows: 200,
      column: () => Array.from({ length: 200 }, (_, n) => (((n >> 1) * (n % 2 === 0 ? 7 : 11)) % 13 < 6 ? 1 : 0)),
    };
    const tally = new StudyTally(2, [agreement], [wholeStudy(2)], () => new Int32Array(2));
    tally.add(rows);
    const { paired, unpaired } = tally.measures[0]!.cells.widths(1);
    expect(paired / unpaired).toBeGreaterThan(0.9);
  });
});
