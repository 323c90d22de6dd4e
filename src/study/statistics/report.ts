import type { Plan } from '../plan.ts';
import type { Experiment } from '../study.ts';
import { groupedBy, wholeStudy, type Grouping, type Part, type Stretch } from './grouping.ts';
import { measureName, measuresOf, type Measure } from './measures.ts';
import { LEVEL } from './shares.ts';
import { StudyTally, type Span } from './study-tally.ts';
import { summaryOf, type Asked, type Differences, type MeasureSummary } from './summary.ts';

/** What is to be told of a study. */
export interface Question {
  /** Names of metrics of the study, or `METRIC=VALUE` for one value of a text. */
  readonly metrics: readonly string[];
  /** Of which of these differences are told. */
  readonly compared: readonly string[];
  readonly by: readonly By[];
  /** Cells told one by one. */
  readonly told: readonly number[];
  /** The cell that all others are compared to; without one, the first of their experiment. */
  readonly baseline?: number;
  readonly simultaneous: boolean;
}

/** One table: the cells of an experiment by what they have at one path or at two, or all cells by experiment. */
export interface By {
  readonly experiment: string | null;
  readonly paths: readonly string[];
}

/** The statistics of a study as plain data: what `stats --json` prints, and what tables and plots are drawn from. */
export interface Report {
  readonly study: string;
  readonly title: string;
  readonly seed: string;
  readonly scenarios: readonly string[];
  readonly experiments: readonly ExperimentTold[];
  /** Paths that vary, in the order of `values`. */
  readonly parameters: readonly string[];
  readonly cells: number;
  /** Repeats of every cell: at most, and complete; only these count. */
  readonly planned: number;
  readonly repeats: number;
  /** Rows that are there, also of repeats that are not complete. */
  readonly rows: number;
  readonly level: number;
  readonly differences: Differences & { readonly simultaneous: boolean };
  /** The cells told one by one: what they have at each parameter, and which cell they are compared to. */
  readonly told: readonly CellAt[];
  readonly by: readonly (By & Pick<Grouping, 'groups'>)[];
  readonly metrics: readonly MeasureSummary[];
}

export interface ExperimentTold extends Stretch {
  readonly experiment: string;
  readonly title: string;
  readonly design: Experiment['design']['type'];
}

export interface CellAt {
  readonly cell: number;
  readonly experiment: string;
  readonly values: readonly Part[];
  readonly against: number | null;
}

/** By this path cells are put together by experiment. */
export const EXPERIMENT = 'experiment';

/** Reads all rows once, a span at a time. */
export async function reportOn(
  plan: Plan,
  question: Question,
  spans: AsyncIterable<Span> | Iterable<Span>,
): Promise<Report> {
  const { study, cells } = plan;
  const experiments = experimentsOf(plan);
  // Where there are several experiments, each is a group of the second grouping.
  const many = experiments.length > 1;
  const by = [...(many ? [{ experiment: null, paths: [EXPERIMENT] }] : []), ...question.by];
  const groupings = [wholeStudy(cells), ...by.map((one) => groupingOf(plan, experiments, one))];
  const compared = (measure: Measure) =>
    question.compared.some((name) => name === measure.metric || name === measureName(measure));
  const asked: Asked = {
    ...question,
    groupings,
    compared,
    baselines: baselinesOf(experiments, cells, question.baseline),
    sampled: experiments.flatMap((one, group) =>
      isSampled(one) ? [{ ...one, grouping: many ? 1 : 0, group: many ? group : 0 }] : [],
    ),
  };
  const measures = question.metrics.flatMap((name) => measuresNamed(plan, name));
  const tally = new StudyTally(cells, measures, groupings, (measure) =>
    compared(measure) ? asked.baselines : undefined,
  );
  let rows = 0;
  for await (const span of spans) {
    tally.add(span);
    rows += span.rows;
  }
  const { measures: metrics, ...differences } = summaryOf(tally, asked);
  return {
    study: study.id,
    title: study.title,
    seed: study.seed,
    scenarios: [...new Set(study.experiments.map(({ scenario }) => String(scenario['id'])))],
    experiments,
    parameters: plan.columns.map(({ path }) => path),
    cells,
    planned: study.repeats,
    repeats: tally.repeats,
    rows,
    level: LEVEL,
    differences: { ...differences, simultaneous: question.simultaneous },
    told: question.told.map((index) => {
      const cell = plan.cell(index);
      const baseline = asked.baselines[index]!;
      const against = baseline === index ? null : baseline;
      return { cell: index, experiment: cell.experiment.id, values: plan.values(cell), against };
    }),
    by: by.map((one, n) => ({ ...one, groups: groupings[n + 1]!.groups })),
    metrics,
  };
}

/** The measures of a metric, or the one that `METRIC=VALUE` names; none where the study has no such. */
export function measuresNamed({ metrics }: Pick<Plan, 'metrics'>, name: string): readonly Measure[] {
  return metrics
    .flatMap(measuresOf)
    .filter((measure) => measure.metric === name || (measure.value !== undefined && measureName(measure) === name));
}

/** The experiments with the cells of each, which follow one another. */
export function experimentsOf(plan: Pick<Plan, 'study' | 'cells' | 'cell'>): readonly ExperimentTold[] {
  const { experiments } = plan.study;
  const firsts = experiments.map((one) => firstCell(plan, one));
  return experiments.map(({ id, title, design }, n) => ({
    experiment: id,
    title,
    design: design.type,
    first: firsts[n]!,
    cells: (firsts[n + 1] ?? plan.cells) - firsts[n]!,
  }));
}

/** By halving, for a plan makes each cell anew. */
function firstCell(plan: Pick<Plan, 'study' | 'cells' | 'cell'>, experiment: Experiment): number {
  const { experiments } = plan.study;
  const place = (cell: number) => experiments.findIndex(({ id }) => id === plan.cell(cell).experiment.id);
  const wanted = experiments.indexOf(experiment);
  let [low, high] = [0, plan.cells];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (place(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether cells are drawn from ranges rather than chosen. */
export function isSampled({ design }: Pick<ExperimentTold, 'design'>): boolean {
  return design !== 'grid' && design !== 'list';
}

function baselinesOf(experiments: readonly ExperimentTold[], cells: number, baseline?: number): Int32Array {
  const all = new Int32Array(cells);
  for (const { first, cells: count } of experiments) all.fill(baseline ?? first, first, first + count);
  return all;
}

function groupingOf(plan: Plan, experiments: readonly ExperimentTold[], { experiment, paths }: By): Grouping {
  const stretch = experiments.find((one) => one.experiment === experiment) ?? { first: 0, cells: plan.cells };
  const cells = Array.from({ length: stretch.cells }, (_, n) => plan.cell(stretch.first + n));
  const valuesOf = (n: number) => {
    const path = paths[n]!;
    if (path === EXPERIMENT) return cells.map((cell) => cell.experiment.id);
    const column = plan.columns.findIndex((one) => one.path === path);
    return cells.map((cell) => plan.values(cell)[column]);
  };
  return { ...groupedBy(paths, valuesOf, stretch, plan.cells), paths };
}
