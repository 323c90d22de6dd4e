/** The statistics of a study as `stats --json` has them: what the tables and plots are drawn from. */
export interface StatsReport {
  readonly study: string;
  readonly title: string;
  readonly seed: string;
  readonly scenarios: readonly string[];
  readonly experiments: readonly ExperimentAt[];
  readonly parameters: readonly string[];
  readonly cells: number;
  readonly planned: number;
  readonly repeats: number;
  readonly rows: number;
  readonly differences: {
    readonly count: number;
    readonly level: number;
    readonly simultaneous: boolean;
  };
  readonly told: readonly CellAt[];
  readonly by: readonly TableAt[];
  readonly metrics: readonly MeasureTold[];
}

export interface ExperimentAt {
  readonly experiment: string;
  readonly title: string;
  readonly cells: number;
}

export interface CellAt {
  readonly cell: number;
  readonly experiment: string;
  readonly values: readonly PartTold[];
  readonly against: number | null;
}

/** Cells of an experiment, or of all, put together by what they have at one path or at two. */
export interface TableAt {
  readonly experiment: string | null;
  readonly paths: readonly string[];
  readonly groups: readonly GroupAt[];
}

export interface GroupAt {
  readonly values: readonly PartTold[];
  readonly cells: number;
}

export type PartTold = number | string | undefined | { readonly low: number; readonly high: number };

export interface MeasureTold {
  readonly metric: string;
  readonly value?: string;
  readonly type: 'share' | 'mean';
  readonly meaning: string;
  readonly unit: string;
  readonly range: readonly [number, number] | null;
  readonly whole: EstimateTold;
  readonly cells: readonly ComparedTold[];
  readonly groups: readonly (readonly ComparedTold[])[];
  readonly spread: readonly SpreadTold[];
}

export interface SpreadTold {
  readonly experiment: string;
  readonly cells: number;
  readonly quantiles: Readonly<Record<'least' | 'p05' | 'p25' | 'median' | 'p75' | 'p95' | 'most', number>>;
  readonly luck: number | null;
  readonly bins: readonly number[];
  readonly foremost: number | null;
}

export interface EstimateTold {
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ComparedTold extends EstimateTold {
  readonly difference: {
    readonly pairs: number;
    readonly mean: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly clear: 'above' | 'below' | null;
  } | null;
}
