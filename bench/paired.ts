import { playBulk } from '../src/conference/bulk.ts';
import { seedOf } from '../src/study/dataset/rows.ts';
import { loadStudy } from '../src/study/file/load-study.ts';
import { planOf } from '../src/study/plan.ts';
import { wholeStudy } from '../src/study/statistics/grouping.ts';
import { experimentsOf, measuresNamed } from '../src/study/statistics/report.ts';
import { StudyTally } from '../src/study/statistics/study-tally.ts';
import { figure, heading } from './figures.ts';

const REPEATS = 40;

/** How much narrower common seeds make the intervals of differences in a bundled study. */
export function bench(): void {
  const study = loadStudy('ripeness');
  if (!study.ok) throw new Error(study.error[0]?.message);
  const plan = planOf(study.value.study);
  const { cells } = plan;
  const baselines = new Int32Array(cells);
  for (const { first, cells: count } of experimentsOf(plan)) baselines.fill(first, first, first + count);
  const measures = ['agreement', 'rounds'].flatMap((name) => measuresNamed(plan, name));
  const tally = new StudyTally(cells, measures, [wholeStudy(cells)], () => baselines);
  const names = plan.metrics.map(({ name }) => name);
  for (let rep = 1; rep <= REPEATS; rep++) {
    const rows = Array.from({ length: cells }, (_, cell) => {
      const setting = plan.setting(plan.cell(cell));
      return plan.measure(playBulk(setting, seedOf(plan.study, rep)), setting);
    });
    const column = (metric: string) => rows.map((row) => row[names.indexOf(metric)]);
    tally.add({ first: (rep - 1) * cells, rows: cells, column });
  }
  heading(`Common seeds: intervals of differences in ripeness, ${REPEATS} repeats, each cell less the first`);
  for (const part of tally.measures) {
    const ratios = Array.from({ length: cells }, (_, cell) => part.cells.widths(cell))
      .map(({ paired, unpaired }) => paired / unpaired)
      .filter((ratio, cell) => baselines[cell] !== cell && Number.isFinite(ratio))
      .sort((a, b) => a - b);
    const median = ratios[Math.floor(ratios.length / 2)]!;
    figure(`${part.measure.metric}: width ÷ with seeds of their own`, median.toFixed(2), 'median; below 1');
  }
}
