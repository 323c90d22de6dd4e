import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { readersQuestion } from '../../../src/study/statistics/question.ts';
import { reportOn } from '../../../src/study/statistics/report.ts';
import type { Plan } from '../../../src/study/plan.ts';
import { statsText } from '../../../src/views/transcript/stats-text.ts';
import { played, smallStudy } from './small-study.ts';

const METRICS = ['ending', 'agreement', 'rounds', 'durability', 'gain.lower'];
const LOWER = { path: 'parties.lower.pain', type: 'list', values: [0, 0.00375, 0.01125, 0.02] } as const;
const UPPER = { path: 'parties.upper.pain', type: 'list', values: [0, 0.01] } as const;
const MANY = { path: 'parties.upper.walkAway', type: 'list', values: [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55] } as const;
const DRAWN = [
  { path: 'parties.lower.pain', type: 'uniform', low: 0, high: 0.02, whole: false },
  { path: 'parties.upper.pain', type: 'uniform', low: 0, high: 0.02, whole: false },
] as const;

async function textOf(plan: Plan, width: number, detailed = METRICS): Promise<string> {
  const question = readersQuestion(plan, { compared: detailed.filter((name) => name !== 'ending') });
  const report = await reportOn(plan, question, played(plan));
  const how = { rules: 1, wanted: plan.rows, complete: true, stopped: false, next: [] };
  return statsText(report, { ...how, width, detailed });
}

const grid = smallStudy('two-valleys', [LOWER, UPPER], { metrics: METRICS });
const large = smallStudy('two-valleys', [LOWER, MANY], { metrics: METRICS, repeats: 4 });
const drawn = smallStudy('two-valleys', DRAWN, {
  metrics: METRICS,
  design: { type: 'latin-hypercube', cells: 30 },
  repeats: 6,
});

describe('what stats prints', () => {
  test.each([
    ['of cells told one by one', grid],
    ['of a table of two paths', large],
    ['of cells drawn from ranges', drawn],
  ])('%s fits the screen, also a narrow one', async (_, plan) => {
    for (const width of [60, 80, 120])
      for (const line of (await textOf(plan, width)).split('\n')) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
        expect(line).toBe(line.trimEnd());
      }
  });

  test('says on a narrow screen too which cell a line is of, and does without the plot', async () => {
    const text = await textOf(grid, 60);
    expect(text).toContain('cell  lower.pain  upper.pain     %  less cell 0, same seeds');
    expect(text).toMatch(/^ {3}5 {5}0\.01125 {8}0\.01 /m);
    expect(await textOf(grid, 80)).toMatch(/^ {3}5 .*●/m);
  });

  test('leaves no column of a table out: what has no room stands below', async () => {
    const text = await textOf(large, 60, ['agreement']);
    for (const value of MANY.values) expect(text).toMatch(new RegExp(`^pain .*\\b${value}\\b`, 'm'));
  });

  test('says in how many drawn cells no ending was the most frequent', async () => {
    const text = (await textOf(drawn, 80)).replaceAll(/\s+/g, ' ');
    const shares = [.../Most frequent ending: (.*?) of the cells/.exec(text)![1]!.matchAll(/in ([\d.]+) %/g)];
    expect(shares.reduce((sum, [, share]) => sum + Number(share), 0)).toBeCloseTo(100, 0);
  });

  test('explains why a study of one repeat has no intervals over several cells', async () => {
    const once = smallStudy('two-valleys', [UPPER], { metrics: METRICS, repeats: 1 });
    const text = (await textOf(once, 80)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('2 cells × 1 repeat = 2 runs');
    expect(text).toContain('here on a single one: of luck it says nothing');
    expect(await textOf(grid, 80)).not.toContain('on a single one');
  });

  test('does not let runs that all gave one number pass for certain', async () => {
    const absent = { path: 'parties.upper.attendance', type: 'list', values: ['declined'] } as const;
    const never = smallStudy('two-valleys', [absent], { metrics: ['rounds'], repeats: 4 });
    const text = await textOf(never, 80, ['rounds']);
    expect(text).toContain('[0.000, 0.000]');
    expect(text).toContain('An interval of no width says that all these runs gave one number');
  });
});
