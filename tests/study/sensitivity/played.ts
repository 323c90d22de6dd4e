import { playBulk } from '../../../src/conference/bulk.ts';
import { planOf } from '../../../src/study/plan.ts';
import {
  reportOf,
  type IndexReport,
  type ScreeningReport,
  type SensitivityDesign,
} from '../../../src/study/sensitivity/report.ts';
import type { Study } from '../../../src/study/study.ts';

/** Plays a study of one experiment for sensitivity in memory, and reports on it. */
export function played(study: Study): ScreeningReport | IndexReport {
  const plan = planOf(study);
  const experiment = study.experiments[0]!;
  const cells = Array.from({ length: plan.cells }, (_, index) => plan.cell(index));
  const seeds = Array.from({ length: study.repeats }, (_, n) => `${study.seed}/${n + 1}`);
  const rows = cells.flatMap((cell) => {
    const setting = plan.setting(cell);
    return seeds.map((seed) => plan.measure(playBulk(setting, seed), setting));
  });
  const metrics = plan.metrics.map((metric, m) => ({ metric, values: rows.map((row) => row[m] ?? null) }));
  const drawn = (path: string) => {
    const n = experiment.varies.findIndex((variation) => variation.path === path);
    return cells.map(({ values }) => values[n] as number);
  };
  const runs = { experiment, seed: study.seed, cells: plan.cells, repeats: study.repeats, metrics, drawn };
  return reportOf(runs, experiment.design as SensitivityDesign);
}
