import type { Metric } from '../metrics.ts';
import type { Crossed } from './crossed.ts';

/** A number of every run whose spread is asked for: a metric, or whether a text has one of its values. */
export interface Measure {
  /** The metric, or `metric=value`. */
  readonly name: string;
  readonly metric: string;
  readonly value: string | null;
}

export interface MeasureRuns extends Measure {
  readonly runs: Crossed;
}

/** A metric that is left out, for some runs have no value: `durability` where nothing was signed. */
export interface LeftOut {
  readonly metric: string;
  readonly missing: number;
}

/** What every run of an experiment came to, cell after cell, each with the seeds in order; `null` where it has no value. */
export interface MetricRuns {
  readonly metric: Pick<Metric, 'name' | 'type' | 'choices'>;
  readonly values: readonly (number | string | null)[];
}

export function measuresOf(
  metrics: readonly MetricRuns[],
  cells: number,
  seeds: number,
): { readonly measures: readonly MeasureRuns[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut = metrics.flatMap(({ metric, values }) => {
    const missing = values.filter((value) => value === null).length;
    return missing === 0 ? [] : [{ metric: metric.name, missing }];
  });
  const whole = metrics.filter(({ metric }) => !leftOut.some((one) => one.metric === metric.name));
  const measures = whole.flatMap(({ metric: { name, type, choices }, values }): readonly MeasureRuns[] => {
    const runs = (at: Float64Array) => ({ cells, seeds, at });
    if (type !== 'text') return [{ name, metric: name, value: null, runs: runs(Float64Array.from(values, Number)) }];
    const seen = new Set(values as readonly string[]);
    return (choices ?? [...seen].toSorted()).flatMap((choice) =>
      seen.has(choice)
        ? [
            {
              name: `${name}=${choice}`,
              metric: name,
              value: choice,
              runs: runs(Float64Array.from(values, (value) => (value === choice ? 1 : 0))),
            },
          ]
        : [],
    );
  });
  return { measures, leftOut };
}
