import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { playBulk } from '../../src/conference/bulk.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { quantitiesOf } from '../../src/scenario/evidence.ts';
import { fieldAt } from '../../src/scenario/fields.ts';
import { scenarioFrom } from '../../src/scenario/load.ts';
import { documentOf } from '../../src/scenario/canonical.ts';
import { withOverrides } from '../../src/scenario/overrides.ts';
import type { Tree } from '../../src/scenario/tree.ts';
import { planOf } from '../../src/study/plan.ts';
import type { Design, Study, Variation } from '../../src/study/study.ts';
import { documents } from '../scenario.arbitrary.ts';
import { sound } from '../scenario/written.ts';

function studyOf(scenario: Tree, varies: readonly Variation[], design: Design): Study {
  return {
    id: 'test',
    title: 'A test',
    about: '',
    seed: 'test',
    repeats: 2,
    metrics: ['ending'],
    experiments: [{ id: 'only', title: 'Only', scenario, varies, design }],
  };
}

const triangular = (scenario: ReturnType<typeof sound>['scenario']): readonly Variation[] =>
  quantitiesOf(scenario).flatMap(([path, { value, low, high }]) => {
    const field = fieldAt(path.split('.'));
    const whole = field?.kind === 'quantity' && field.bounds.whole === true;
    return low < high ? [{ path, type: 'triangular' as const, low, mode: value, high, whole }] : [];
  });

describe('the setting of a cell is the one that loading with its overrides gives', () => {
  test.each(['moscow-2018', 'moscow-presses', 'harbour', 'emissions-1994', 'common-pasture'])(
    '%s, with every number of it that has a range drawn',
    (name) => {
      const { scenario, document } = sound(name);
      const varies = triangular(scenario);
      expect(varies.length).toBeGreaterThan(10);
      const plan = planOf(studyOf(document, varies, { type: 'sobol-sequence', cells: 8 }));
      for (let index = 0; index < plan.cells; index++) {
        const cell = plan.cell(index);
        const loaded = withOverrides(document, plan.overrides(cell));
        if (!loaded.ok) throw new Error(loaded.error[0]!.message);
        expect(plan.scenario(cell)).toEqual(loaded.value.scenario);
        const setting = plan.setting(cell);
        expect(setting).toEqual(settingOf(loaded.value.scenario));
        expect(playBulk(setting, 'seed/1')).toEqual(playBulk(settingOf(loaded.value.scenario), 'seed/1'));
      }
    },
  );

  test('in scenarios of every kind, with numbers moved within what they may be', () => {
    fc.assert(
      fc.property(documents(), fc.integer({ min: 0, max: 7 }), (written, index) => {
        const checked = scenarioFrom(written);
        if (!checked.ok) throw new Error(checked.error[0]!.message);
        const document = documentOf(checked.value);
        // A number without a range of its own is moved by a tenth towards one half.
        const varies = quantitiesOf(checked.value)
          .filter(([path]) => !/redLine|rule|model/.test(path))
          .flatMap(([path, { value }]): readonly Variation[] =>
            value > 0 && value < 1 ? [{ path, type: 'list', values: [value, value + (0.5 - value) / 10] }] : [],
          );
        const plan = planOf(studyOf(document, varies, { type: 'random', cells: 8 }));
        const cell = plan.cell(index);
        const loaded = withOverrides(document, plan.overrides(cell));
        if (!loaded.ok) throw new Error(loaded.error[0]!.message);
        expect(plan.setting(cell)).toEqual(settingOf(loaded.value.scenario));
        expect(playBulk(plan.setting(cell), 'x')).toEqual(playBulk(settingOf(loaded.value.scenario), 'x'));
      }),
      { numRuns: 30 },
    );
  });

  test('with choices and numbers together, also where a choice makes a number idle', () => {
    const { document } = sound('moscow-2018');
    const varies: readonly Variation[] = [
      { path: 'parties.kabul.tactic.kind', type: 'list', values: ['time-dependent', 'hardliner'] },
      { path: 'parties.kabul.tactic.beta', type: 'list', values: [0.3, 2] },
      { path: 'conference.chair.style', type: 'list', values: ['facilitation', 'manipulation'] },
      { path: 'conference.consultations', type: 'list', values: [true, false] },
    ];
    const plan = planOf(studyOf(document, varies, { type: 'grid' }));
    expect(plan.cells).toBe(16);
    for (let index = 0; index < plan.cells; index++) {
      const cell = plan.cell(index);
      const loaded = withOverrides(document, plan.overrides(cell));
      if (!loaded.ok) throw new Error(loaded.error[0]!.message);
      expect(plan.scenario(cell)).toEqual(loaded.value.scenario);
    }
  });
});

describe('a plan', () => {
  test('numbers the combinations of a grid, the first path varying slowest', () => {
    const { document } = sound('moscow-2018');
    const varies: readonly Variation[] = [
      { path: 'parties.kabul.pain', type: 'list', values: [0.001, 0.002] },
      { path: 'conference.chair.style', type: 'list', values: ['facilitation', 'formulation', 'manipulation'] },
    ];
    const plan = planOf(studyOf(document, varies, { type: 'grid' }));
    expect(plan.columns).toEqual([
      { path: 'parties.kabul.pain', type: 'number' },
      { path: 'conference.chair.style', type: 'text' },
    ]);
    expect([plan.cells, plan.rows]).toEqual([6, 12]);
    expect(Array.from({ length: 6 }, (_, index) => plan.values(plan.cell(index)))).toEqual([
      [0.001, 'facilitation'],
      [0.001, 'formulation'],
      [0.001, 'manipulation'],
      [0.002, 'facilitation'],
      [0.002, 'formulation'],
      [0.002, 'manipulation'],
    ]);
  });

  test('lays experiments one after the other, and says of each what its scenario holds where it varies nothing', () => {
    const { document } = sound('moscow-2018');
    const experiment = (id: string, varies: readonly Variation[]) =>
      ({ id, title: id, scenario: document, varies, design: { type: 'grid' } }) as const;
    const plan = planOf({
      ...studyOf(document, [], { type: 'grid' }),
      experiments: [
        experiment('pain', [{ path: 'parties.kabul.pain', type: 'list', values: [0.001, 0.002] }]),
        experiment('hope', [{ path: 'parties.washington.expectation', type: 'list', values: [0.1, 0.2] }]),
      ],
    });
    expect(plan.cell(2).experiment.id).toBe('hope');
    expect(Array.from({ length: plan.cells }, (_, index) => plan.values(plan.cell(index)))).toEqual([
      [0.001, 0.325],
      [0.002, 0.325],
      [0.008, 0.1],
      [0.008, 0.2],
    ]);
    expect(plan.overrides(plan.cell(3))).toEqual(['parties.washington.expectation=0.2']);
  });
});
