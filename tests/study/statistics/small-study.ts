import { playBulk } from '../../../src/conference/bulk.ts';
import { load } from '../../../src/scenario/load.ts';
import { planOf, type Plan } from '../../../src/study/plan.ts';
import type { Span } from '../../../src/study/statistics/study-tally.ts';
import type { Experiment, Study } from '../../../src/study/study.ts';

/** A study made without a file. */
export function smallStudy(
  scenario: string,
  varies: Experiment['varies'],
  about: Partial<Pick<Study, 'repeats' | 'metrics'>> & { readonly design?: Experiment['design'] } = {},
): Plan {
  const loaded = load(scenario);
  if (!loaded.ok) throw new Error(loaded.error[0]?.message);
  const { design = { type: 'grid' }, repeats = 20, metrics = ['ending', 'agreement', 'rounds'] } = about;
  const experiment = { id: 'only', title: 'Only', scenario: loaded.value.document, varies, design };
  return planOf({
    id: 'small',
    title: 'A small study',
    about: '',
    seed: 'small',
    repeats,
    metrics,
    experiments: [experiment],
  });
}

/** Plays rows of a study in memory, so many to a span. */
export function* played(plan: Plan, size = 64, rows = plan.rows): Generator<Span> {
  for (let first = 0; first < rows; first += size) {
    const count = Math.min(size, rows - first);
    const table = Array.from({ length: count }, (_, n) => {
      const row = first + n;
      const setting = plan.setting(plan.cell(row % plan.cells));
      const facts = playBulk(setting, `${plan.study.seed}/${Math.floor(row / plan.cells) + 1}`);
      return plan.measure(facts, setting);
    });
    const names = plan.metrics.map(({ name }) => name);
    yield { first, rows: count, column: (metric) => table.map((values) => values[names.indexOf(metric)]) };
  }
}
