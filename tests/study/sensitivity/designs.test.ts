import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Problem } from '../../../src/scenario/problem.ts';
import { combinationsOf } from '../../../src/study/design/combinations.ts';
import { loadStudy } from '../../../src/study/file/load-study.ts';
import { planOf } from '../../../src/study/plan.ts';
import { cellsOfIndices, mixtures } from '../../../src/study/sensitivity/mixtures.ts';
import type { Factor } from '../../../src/study/study.ts';
import { written } from '../../scenario/written.ts';

const HEAD = 'title: Which number?\nabout: A test.\nscenario: two-valleys\nrepeats: 2\nmetrics: [agreement]\n';
const VARY = `vary:
  parties.lower.walkAway: own
  parties.lower.pain: { uniform: own }
  parties.upper.walkAway: own\n`;

/** Without the path that each begins with. */
const saying = ({ message }: Problem) => message.replace(/^[^ ]+: /, '');

function problems(text: string): readonly Problem[] {
  const loaded = loadStudy(written(text, 'study.yaml'));
  return loaded.ok ? loaded.value.warnings : loaded.error;
}

describe('the cells of a design for indices', () => {
  const paths = ['a', 'b', 'c', 'd'];
  const factor = fc.subarray(paths, { minLength: 1 }).map((some): Factor => ({ id: some.join('+'), paths: some }));

  it('are A, B, and A with the numbers of each factor from B', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 5 }), fc.nat(40), (factors, row) => {
        const at = mixtures({ seed: 's', paths }, factors);
        const first = cellsOfIndices(row, factors);
        const [a, b, ...mixed] = Array.from({ length: factors.length + 2 }, (_, n) => at(first + n));
        factors.forEach((one, u) =>
          expect(mixed[u]).toEqual(paths.map((path, n) => (one.paths.includes(path) ? b![n] : a![n]))),
        );
        paths.forEach((_, n) => expect(a![n]).not.toBe(b![n]));
      }),
    );
  });

  it('can be asked for in any order, and more numbers than the sequence has dimensions are drawn all the same', () => {
    const factors = [{ id: 'a', paths: ['a'] }];
    const at = mixtures({ seed: 's', paths }, factors);
    const forwards = Array.from({ length: 9 }, (_, n) => at(n));
    const again = mixtures({ seed: 's', paths }, factors);
    expect(forwards.toReversed()).toEqual(Array.from({ length: 9 }, (_, n) => again(8 - n)));
    const many = Array.from({ length: 600 }, (_, n) => `p${n}`);
    expect(mixtures({ seed: 's', paths: many }, factors)(0)).toHaveLength(600);
  });
});

describe('a study file asks for sensitivity', () => {
  test('morris: a cell for the start of each walk and one for each step', () => {
    const loaded = loadStudy(written(`${HEAD}${VARY}design: { type: morris, trajectories: 5 }\n`, 'study.yaml'));
    if (!loaded.ok) throw new Error(loaded.error[0]!.message);
    const [experiment] = loaded.value.study.experiments;
    expect(experiment!.design).toEqual({ type: 'morris', trajectories: 5, levels: 4 });
    const { cells, at } = combinationsOf(experiment!, loaded.value.study.seed);
    expect(cells).toBe(20);
    const changed = [1, 2, 3].map((n) => at(n).findIndex((value, k) => value !== at(n - 1)[k]));
    expect(new Set(changed)).toEqual(new Set([0, 1, 2]));
    // In any order, and from another start: a cell is what its number says.
    const again = combinationsOf(experiment!, loaded.value.study.seed);
    for (const n of [19, 0, 7, 6, 8, 8]) expect(again.at(n)).toEqual(at(n));
    const forwards = Array.from({ length: 20 }, (_, n) => at(n));
    expect(Array.from({ length: 20 }, (_, n) => again.at(19 - n))).toEqual(forwards.toReversed());
  });

  test('sobol: every number that varies has an index, and so have those from a source and the others', () => {
    const text = `${HEAD.replace('two-valleys', 'moscow-2018')}vary:
  parties.kabul.expectation: own
  parties.kabul.walkAway: own
  parties.taliban.walkAway: own
design: { type: sobol, rows: 8, of: [parties.kabul.walkAway] }\n`;
    const loaded = loadStudy(written(text, 'study.yaml'));
    if (!loaded.ok) throw new Error(loaded.error[0]!.message);
    expect(loaded.value.study.experiments[0]!.design).toEqual({
      type: 'sobol',
      rows: 8,
      factors: [
        { id: 'parties.kabul.walkAway', paths: ['parties.kabul.walkAway'] },
        { id: 'sources', paths: ['parties.kabul.expectation'] },
        { id: 'assumptions', paths: ['parties.kabul.walkAway', 'parties.taliban.walkAway'] },
      ],
    });
    const plan = planOf(loaded.value.study);
    expect(plan.cells).toBe(8 * 5);
    // The rest follows from the cell, so a dataset of hundreds of numbers stays small.
    expect(plan.columns.map(({ path }) => path)).toEqual(['parties.kabul.walkAway']);
  });

  test.each([
    ['design: { type: morris }', ['trajectories is missing']],
    ['design: morris', ['trajectories is missing']],
    ['design: { type: morris, trajectories: 1 }', ['not what trajectories can be']],
    ['design: { type: morris, trajectories: 9, levels: 5 }', ['not what levels can be']],
    ['design: { type: morris, trajectories: 9, level: 4 }', ['unknown key "level"']],
    ['design: { type: sobol, cells: 64 }', ['sobol estimates indices, which have rows and no cells']],
    ['design: { type: sobol, rows: 2 }', ['not what rows can be']],
    ['design: { type: sobol, rows: 8, of: [] }', ['not what of can be']],
    [
      'design: { type: sobol, rows: 8, of: [parties.lower.pain, parties.lower.pain] }',
      ['parties.lower.pain stands there twice'],
    ],
    [
      'design: { type: sobol, rows: 8, of: [parties.lower.optimism] }',
      ['parties.lower.optimism does not vary in this experiment, so that it has no index'],
    ],
    [
      'design: { type: sobol, rows: 100 }',
      ['100 rows are not a power of two, so that the points lie less evenly than they could'],
    ],
  ])('%s', (line, messages) => {
    const found = problems(`${HEAD}${VARY}${line}\n`);
    expect(found.map(saying)).toEqual(messages);
    for (const problem of found) {
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.hint ?? problem.expected).toBeDefined();
    }
  });

  test('a list has no range, and nothing to vary has no effect', () => {
    const listed = `${HEAD}vary:\n  parties.lower.pain: [0.01, 0.02]\ndesign: { type: morris, trajectories: 2 }\n`;
    expect(problems(listed).map(saying)).toEqual([
      'parties.lower.pain takes the values of a list, and sensitivity is asked of numbers with a range',
    ]);
    expect(problems(`${HEAD}design: { type: sobol, rows: 8 }\n`).map(saying)).toEqual([
      'nothing varies, so that nothing can be sensitive to it',
    ]);
  });

  test('more than twelve numbers need to be told which have an index', () => {
    const text = `${HEAD.replace('two-valleys', 'moscow-2018')}ranges: all\ndesign: { type: sobol, rows: 8 }\n`;
    expect(problems(text).map(saying)).toEqual(['325 numbers vary, and at most 12 can have an index of their own']);
  });
});
