import type { Metric } from '../metrics.ts';

/** What is summarised: a metric that is a number, or how often a metric came out in one way. */
export interface Measure {
  /** The column. */
  readonly metric: string;
  /** Of a text, the value that is counted. */
  readonly value?: string;
  readonly type: 'share' | 'mean';
  readonly meaning: string;
  readonly unit: string;
  /** The least and the greatest value it can have. */
  readonly range: readonly [number, number] | null;
}

/** A text gives one measure for each value it can take; a whole number from 0 to 1 is a share. */
export function measuresOf(metric: Omit<Metric, 'of'>): readonly Measure[] {
  const { name, type, meaning, unit, low, high, choices = [] } = metric;
  const about = { metric: name, meaning, unit };
  if (type === 'text') return choices.map((value) => ({ ...about, value, type: 'share', range: [0, 1] }));
  const isShare = type === 'integer' && low === 0 && high === 1;
  const range = low !== undefined && high !== undefined ? ([low, high] as const) : null;
  return [{ ...about, type: isShare ? 'share' : 'mean', range }];
}

/** Such as `ending=agreement`; how a measure is named in one word. */
export function measureName({ metric, value }: Pick<Measure, 'metric' | 'value'>): string {
  return value === undefined ? metric : `${metric}=${value}`;
}

/** Values of one column over rows that follow one another; nothing where a metric has none. */
export type Column = ArrayLike<number | string | null | undefined>;

/** Puts the values of a measure into `into`, from `to` on; NaN where there is none. */
export function readMeasure(
  { value }: Measure,
  column: Column,
  from: number,
  count: number,
  into: Float64Array,
  to: number,
): void {
  for (let n = 0; n < count; n++) {
    const found = column[from + n];
    into[to + n] =
      found === null || found === undefined
        ? Number.NaN
        : value === undefined
          ? (found as number)
          : found === value
            ? 1
            : 0;
  }
}
