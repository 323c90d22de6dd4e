import { fileURLToPath } from 'node:url';
import { playBulk } from '../../../src/conference/bulk.ts';
import { printed } from '../../../src/scenario/problem-text.ts';
import { loadStudy } from '../../../src/study/file/load-study.ts';
import { planOf } from '../../../src/study/plan.ts';
import {
  reportOf,
  type IndexReport,
  type ScreeningReport,
  type SensitivityDesign,
} from '../../../src/study/sensitivity/report.ts';
import type { Study } from '../../../src/study/study.ts';

/** One experiment of the study in which a single number decides by construction. */
export function experimentNamed(id: string): Study {
  const loaded = loadStudy(fileURLToPath(new URL('fixtures/which-number.yaml', import.meta.url)));
  if (!loaded.ok) throw new Error(printed(loaded.error));
  const { study } = loaded.value;
  return { ...study, experiments: study.experiments.filter((one) => one.id === id) };
}

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
