/** What a study says of sensitivity, as `stats --sensitivity --json` has it; see the types of `study/sensitivity/`. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A number of the scenario that varies. */
export interface Evidence {
  readonly path: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly basis: { readonly kind: string; readonly reason?: string; readonly paragraphs?: readonly number[] };
}

export interface Told {
  readonly type: 'morris' | 'sobol';
  readonly experiment: string;
  readonly scenario: string;
  readonly title: string;
  readonly cells: number;
  readonly repeats: number;
  readonly numbers: readonly Evidence[];
  readonly leftOut: readonly { readonly metric: string; readonly missing: number }[];
  readonly measures: readonly Measured[];
  readonly tornado: readonly { readonly measure: string; readonly mean: number; readonly bars: readonly Bar[] }[];
  readonly heat: Heat;
  /** Of a screening: the numbers to estimate indices of. */
  readonly keep?: readonly string[];
}

interface Named {
  readonly name: string;
}

export type Measured = ScreenedMeasure | IndexedMeasure;

export interface ScreenedMeasure extends Named {
  readonly mean: number;
  readonly variance: { readonly single: number; readonly chance: number };
  readonly effects: readonly {
    readonly path: string;
    readonly mu: Estimate;
    readonly muStar: Estimate;
    readonly sigma: Estimate;
    readonly noise: number;
    readonly beyond: Estimate;
    readonly clear: boolean;
  }[];
}

interface Indices {
  readonly first: Estimate;
  readonly total: Estimate;
}

export interface IndexedMeasure extends Named {
  readonly mean: Estimate;
  readonly numbers: Indices;
  readonly chance: Indices;
  readonly factors: readonly {
    readonly id: string;
    readonly numbers: number;
    readonly ofExpected: Indices;
    readonly ofSingle: Indices;
  }[];
}

/** The mean of a measure where a number is low, and where it is high. */
export interface Bar {
  readonly path: string;
  readonly low: number;
  readonly high: number;
}

/** By number and measure, as a share of what makes the column: see docs/sensitivity.md. */
export interface Heat {
  readonly measures: readonly string[];
  readonly rows: readonly { readonly path: string; readonly values: readonly number[] }[];
}
