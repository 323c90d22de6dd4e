import type { Fact } from '../model/fact.ts';
import type { Scenario } from '../model/scenario.ts';
import { settingOf, type Setting } from '../rules/setting.ts';
import { scenarioFrom } from '../scenario/load.ts';
import { fieldAt } from '../scenario/fields.ts';
import { isLikelihoodWord, middleOf } from '../scenario/likelihood.ts';
import { entry, valueAt, type Tree } from '../scenario/tree.ts';
import { combinationsOf, type Combinations } from './design/combinations.ts';
import { measured, metricNamed, type Measured, type Metric } from './metrics.ts';
import { scenarioMaker, type ScenarioMaker } from './scenario-maker.ts';
import type { Cell, Experiment, Study, Value } from './study.ts';

/** A study made ready to be played: its cells, their settings and its columns, in any order and as often as wanted. */
export interface Plan {
  readonly study: Study;
  /** Paths that vary in any experiment, in order of first appearance; in one for indices, those that have one. */
  readonly columns: readonly ParameterColumn[];
  readonly metrics: readonly Metric[];
  readonly cells: number;
  /** Cells × repeats: what is played without a stop. */
  readonly rows: number;
  readonly cell: (index: number) => Cell;
  /** By `columns`; where an experiment does not vary a path, what its scenario says, or nothing where it says nothing. */
  readonly values: (cell: Cell) => readonly (number | string | undefined)[];
  readonly setting: (cell: Cell) => Setting;
  readonly scenario: (cell: Cell) => Scenario;
  /** `path=value`, as `--set` takes it: loading the experiment's scenario with these gives the same conference. */
  readonly overrides: (cell: Cell) => readonly string[];
  /** What the metrics say of a conference of this cell, by `metrics`. */
  readonly measure: (facts: readonly Fact[], setting: Setting) => readonly Measured[];
}

export interface ParameterColumn {
  readonly path: string;
  readonly type: 'number' | 'text';
}

/** Settings that are kept: a grid is played cell by cell, over and over. */
const MOST_KEPT = 256;

/** The plan of a study that has been checked; throws where it could not have been. */
export function planOf(study: Study): Plan {
  const columns = columnsOf(study.experiments);
  const parts = partsOf(study);
  const cells = parts.reduce((sum, { combinations }) => sum + combinations.cells, 0);
  const metrics = metricsOf(study);
  const settings = new Map<number, Setting>();
  const partOf = ({ experiment }: Cell) => parts.find((part) => part.experiment === experiment)!;
  const scenario = (cell: Cell) => partOf(cell).maker.scenario(cell.values);
  return {
    study,
    columns,
    metrics,
    cells,
    rows: cells * study.repeats,
    cell(index) {
      if (!Number.isInteger(index) || index < 0 || index >= cells) throw new Error(`there is no cell ${index}`);
      const { experiment, combinations, first } = parts.findLast((part) => part.first <= index)!;
      return { index, experiment, values: combinations.at(index - first) };
    },
    values(cell) {
      const { varied, fixed } = partOf(cell);
      return columns.map(({ type }, n) => (varied[n]! < 0 ? fixed[n] : plain(cell.values[varied[n]!]!, type)));
    },
    scenario,
    setting(cell) {
      const kept = settings.get(cell.index);
      if (kept !== undefined) return kept;
      const made = settingOf(scenario(cell));
      if (settings.size < MOST_KEPT) settings.set(cell.index, made);
      return made;
    },
    overrides: (cell) => partOf(cell).maker.overrides(cell.values),
    measure: (facts, setting) => measured(metrics, facts, setting),
  };

  function partsOf({ experiments, seed }: Study): readonly Part[] {
    let first = 0;
    return experiments.map((experiment) => {
      const combinations = combinationsOf(experiment, seed);
      const varied = columns.map(({ path }) => experiment.varies.findIndex((variation) => variation.path === path));
      const fixed = columns.map((column) => standing(experiment.scenario, column));
      const part = { experiment, combinations, first, maker: scenarioMaker(experiment), varied, fixed };
      first += combinations.cells;
      return part;
    });
  }
}

interface Part {
  readonly experiment: Experiment;
  readonly combinations: Combinations;
  /** Index of its first cell. */
  readonly first: number;
  readonly maker: ScenarioMaker;
  /** By column: which of what varies it is, or −1, and what the scenario says there. */
  readonly varied: readonly number[];
  readonly fixed: readonly (number | string | undefined)[];
}

/** Of a study of indices, whose cells differ in all that varies, only what has an index: the rest follows from the cell. */
function noted({ varies, design }: Experiment): readonly string[] {
  const paths = varies.map(({ path }) => path);
  if (design.type !== 'sobol') return paths;
  return paths.filter((path) => design.factors.some(({ id }) => id === path));
}

function columnsOf(experiments: readonly Experiment[]): readonly ParameterColumn[] {
  const paths = new Set(experiments.flatMap(noted));
  return [...paths].map((path) => {
    const kind = fieldAt(path.split('.'))?.kind;
    return { path, type: kind === 'quantity' || kind === 'number' ? 'number' : 'text' };
  });
}

/** What a canonical document says at the path of a column. */
function standing(document: Tree, { path, type }: ParameterColumn): number | string | undefined {
  const found = valueAt(document, path.split('.'));
  const value = entry(found, 'value') ?? found;
  return value === undefined || value === null || typeof value === 'object' ? undefined : plain(value as Value, type);
}

/** A word in a column of numbers is one of likelihood, or says that there is no number. */
function plain(value: Value, type: ParameterColumn['type']): number | string | undefined {
  if (type === 'text' || typeof value !== 'string') return typeof value === 'boolean' ? String(value) : value;
  return isLikelihoodWord(value) ? middleOf(value) : undefined;
}

function metricsOf({ metrics, experiments }: Study): readonly Metric[] {
  const [{ scenario: document }] = experiments as [Experiment];
  const scenario = scenarioFrom(document);
  if (!scenario.ok) throw new Error(`the scenario of a study is not sound: ${scenario.error[0]?.message}`);
  return metrics.map((name) => {
    const metric = metricNamed(name, scenario.value);
    if (metric.ok) return metric.value;
    throw new Error(metric.error.message);
  });
}
