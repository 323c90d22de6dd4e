import type { Metric } from '../metrics.ts';
import type { Plan } from '../plan.ts';
import type { Experiment, Value, Variation } from '../study.ts';
import { columnsOf, type Column } from './columns.ts';

/** What a column of a dataset means. */
export interface Entry extends Column {
  readonly meaning: string;
  readonly unit: string;
  /** The least and greatest value it can have, where there are such. */
  readonly low?: number;
  readonly high?: number;
  /** What a text can be, where that is known. */
  readonly choices?: readonly Value[];
}

export function dictionaryOf(plan: Plan): readonly Entry[] {
  const metrics = new Map(plan.metrics.map((metric) => [metric.name, metric]));
  return columnsOf(plan).map((column) => {
    switch (column.role) {
      case 'key':
        return { ...column, ...keyEntry(column.name, plan) };
      case 'parameter':
        return { ...column, ...parameterEntry(column, plan.study.experiments) };
      case 'metric':
        return { ...column, ...metricEntry(metrics.get(column.name)!) };
    }
  });
}

export function dictionaryText(plan: Plan): string {
  return `${JSON.stringify(dictionaryOf(plan), null, 2)}\n`;
}

type About = Omit<Entry, keyof Column>;

function keyEntry(name: string, { study, cells }: Plan): About {
  switch (name) {
    case 'experiment':
      return {
        meaning: 'Which experiment of the study the row belongs to',
        unit: 'id of an experiment',
        choices: study.experiments.map(({ id }) => id),
      };
    case 'cell':
      return {
        meaning: 'Which combination of values was played; counted through all experiments',
        unit: 'number from 0',
        low: 0,
        high: cells - 1,
      };
    case 'rep':
      return {
        meaning: 'Which repeat of its cell the row is; rows of one repeat have the same luck in every cell',
        unit: 'number from 1',
        low: 1,
        high: study.repeats,
      };
    default:
      return { meaning: 'The seed of the run', unit: 'seed, as --seed takes it' };
  }
}

function parameterEntry({ name }: Column, experiments: readonly Experiment[]): About {
  const variations = experiments.flatMap(({ varies }) => varies.filter(({ path }) => path === name));
  const everywhere = variations.length === experiments.length;
  const otherwise = everywhere ? '' : '; where an experiment does not vary it, what its scenario says';
  return { meaning: `The scenario’s ${name}${otherwise}`, unit: 'as in the scenario', ...rangeOf(variations) };
}

function rangeOf(variations: readonly Variation[]): Pick<Entry, 'low' | 'high' | 'choices'> {
  const listed = variations.flatMap((variation) => (variation.type === 'list' ? variation.values : []));
  const ends = variations.flatMap((one) => (one.type === 'list' ? [] : [one.low, one.high]));
  const numbers = [...listed.filter((value) => typeof value === 'number'), ...ends];
  if (numbers.length < listed.length + ends.length) return { choices: [...new Set([...listed, ...ends])] };
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}

function metricEntry({ meaning, unit, low, high, choices }: Metric): About {
  const bounds = { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
  return { meaning, unit, ...bounds, ...(choices && { choices }) };
}
