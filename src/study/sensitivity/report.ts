import { evidenceOf, type Row } from '../../scenario/evidence.ts';
import { scenarioFrom } from '../../scenario/load.ts';
import type { Design, Experiment } from '../study.ts';
import { indicesOf, isNumber, type Drawn, type Indexed } from './index-report.ts';
import { measuresOf, type LeftOut, type MeasureRuns, type MetricRuns } from './measures.ts';
import { keptOf, screeningOf, type Screened } from './screening-report.ts';
import { walksOf } from './trajectories.ts';

interface Report {
  readonly experiment: string;
  readonly scenario: string;
  /** Of the scenario. */
  readonly title: string;
  readonly cells: number;
  readonly repeats: number;
  /** What varies: value, range and basis. */
  readonly numbers: readonly Row[];
  readonly leftOut: readonly LeftOut[];
  /** By measure, the numbers that move it most. */
  readonly tornado: readonly { readonly measure: string; readonly mean: number; readonly bars: readonly Bar[] }[];
  readonly heat: Heat;
}

export interface ScreeningReport extends Report {
  readonly type: 'morris';
  readonly trajectories: number;
  readonly levels: number;
  readonly measures: readonly Screened[];
  /** The numbers to estimate indices of. */
  readonly keep: readonly string[];
}

export interface IndexReport extends Report {
  readonly type: 'sobol';
  readonly rows: number;
  readonly measures: readonly Indexed[];
}

/** The mean of a measure where a number is low, and where it is high. */
export interface Bar {
  readonly path: string;
  readonly low: number;
  readonly high: number;
}

/**
 * By number and measure: of a screening the effect beyond chance ÷ the standard deviation of a single run, of indices the
 * total share of what the numbers decide. The numbers with the largest anywhere, the largest first.
 */
export interface Heat {
  readonly measures: readonly string[];
  readonly rows: readonly { readonly path: string; readonly values: readonly number[] }[];
}

/** The runs of an experiment whose design asks for sensitivity. */
export interface SensitivityRuns {
  readonly experiment: Experiment;
  /** Of the study. */
  readonly seed: string;
  /** Of this experiment. */
  readonly cells: number;
  readonly repeats: number;
  readonly metrics: readonly MetricRuns[];
  readonly drawn: Drawn;
}

export type SensitivityDesign = Extract<Design, { type: 'morris' | 'sobol' }>;

/** How many numbers the pictures show. */
const SHOWN = 12;

export function reportOf(runs: SensitivityRuns, design: SensitivityDesign): ScreeningReport | IndexReport {
  const { experiment, cells, repeats, metrics } = runs;
  const scenario = scenarioFrom(experiment.scenario);
  if (!scenario.ok) throw new Error(`the scenario of a study is not sound: ${scenario.error[0]?.message}`);
  const paths = experiment.varies.map(({ path }) => path);
  const rows = evidenceOf(scenario.value).filter(({ path }) => paths.includes(path));
  const { measures, leftOut } = measuresOf(metrics, cells, repeats);
  const about = { experiment: experiment.id, scenario: scenario.value.id, title: scenario.value.title };
  const common = { ...about, cells, repeats, numbers: rows, leftOut };
  return design.type === 'morris'
    ? { ...common, ...screened(runs, design, paths, measures) }
    : { ...common, ...indexed(runs, design, measures) };
}

type OfScreening = Omit<ScreeningReport, Exclude<keyof Report, 'tornado' | 'heat'>>;
type OfIndices = Omit<IndexReport, Exclude<keyof Report, 'tornado' | 'heat'>>;

function screened(
  { experiment, seed }: SensitivityRuns,
  { trajectories, levels }: Extract<Design, { type: 'morris' }>,
  paths: readonly string[],
  measures: readonly MeasureRuns[],
): OfScreening {
  const walks = { numbers: paths.length, trajectories, levels };
  const walk = walksOf(walks, { seed: `${seed}/design/${experiment.id}` });
  const all = Array.from({ length: trajectories }, (_, t) => walk(t));
  const told = measures.map((measure) => screeningOf(walks, all, paths, measure, seed));
  return {
    type: 'morris',
    trajectories,
    levels,
    measures: told,
    keep: keptOf(told),
    tornado: told.map(({ name, mean, effects }) => ({ measure: name, mean, bars: barsOf(effects) })),
    heat: heatOf(
      told.map(({ name, variance, effects }) => {
        const unit = Math.sqrt(variance.single);
        return [name, effects.map(({ path, beyond }) => [path, unit > 0 ? beyond.value / unit : 0])];
      }),
    ),
  };
}

function indexed(
  { seed, drawn }: SensitivityRuns,
  design: Extract<Design, { type: 'sobol' }>,
  measures: readonly MeasureRuns[],
): OfIndices {
  const told = measures.flatMap((measure) => indicesOf(design.factors, drawn, measure, seed) ?? []);
  const numbers = new Set(design.factors.filter(isNumber).map(({ id }) => id));
  const ones = ({ factors }: Indexed) => factors.filter(({ id }) => numbers.has(id));
  return {
    type: 'sobol',
    rows: design.rows,
    measures: told,
    tornado: told.map((one) => ({
      measure: one.name,
      mean: one.mean.value,
      bars: barsOf(ones(one).map(({ id, low, high }) => ({ path: id, low: low!, high: high! }))),
    })),
    heat: heatOf(told.map((one) => [one.name, ones(one).map(({ id, ofExpected }) => [id, ofExpected.total.value])])),
  };
}

/** The widest first. */
function barsOf(numbers: readonly Bar[]): readonly Bar[] {
  const width = ({ low, high }: Bar) => Math.abs(high - low);
  const bars = numbers.map(({ path, low, high }) => ({ path, low, high }));
  return bars.toSorted((a, b) => width(b) - width(a)).slice(0, SHOWN);
}

type Column = readonly [measure: string, values: readonly (readonly [path: string, value: number])[]];

function heatOf(columns: readonly Column[]): Heat {
  const tables = columns.map(([, values]) => new Map(values));
  const paths = new Set(columns.flatMap(([, values]) => values.map(([path]) => path)));
  const rows = [...paths].map((path) => ({ path, values: tables.map((table) => table.get(path) ?? 0) }));
  const largest = ({ values }: { readonly values: readonly number[] }) => Math.max(...values);
  return {
    measures: columns.map(([measure]) => measure),
    rows: rows.toSorted((a, b) => largest(b) - largest(a)).slice(0, SHOWN),
  };
}
