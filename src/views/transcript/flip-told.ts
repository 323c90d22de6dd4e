/** What `flip` found, as its JSON has it. */
export interface Told {
  readonly scenario: string;
  readonly seed: string;
  readonly runs: number;
  readonly metric: string;
  /** Of a number; nothing where the most frequent value is asked for. */
  readonly threshold: number | null;
  readonly base: Place;
  readonly over: readonly Alone[];
  readonly pairs: readonly Together[];
  /** Conferences in all. */
  readonly played: number;
}

export interface Place {
  readonly outcome: string;
  /** Whether a 95 % test leaves no other. */
  readonly sure: boolean;
  /** The most frequent first. */
  readonly shares: Readonly<Record<string, number>> | null;
  readonly mean: number | null;
}

export interface Alone {
  readonly path: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Values tried that make no sound scenario. */
  readonly leftOut: number;
  readonly scan: readonly (Place & { readonly value: number })[];
  readonly up: readonly Crossing[];
  readonly down: readonly Crossing[];
}

export interface Crossing {
  readonly from: string;
  readonly to: string;
  readonly at: number;
  /** In units of the range, below 0 downwards. */
  readonly move: number;
  readonly sure: number | null;
  readonly gone: number | null;
}

export interface Together {
  readonly paths: readonly [string, string];
  readonly map: {
    readonly runs: number;
    readonly across: readonly number[];
    readonly down: readonly number[];
    readonly places: readonly (readonly (Pick<Place, 'outcome' | 'sure'> | null)[])[];
  };
  readonly move: {
    readonly from: string;
    readonly to: string;
    readonly values: readonly number[];
    readonly distance: number;
    readonly sure: number | null;
    readonly gone: number | null;
  } | null;
}
