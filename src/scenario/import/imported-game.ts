/** A negotiation that somebody else wrote, in the terms that all the formats share. */
export interface ImportedGame {
  readonly title: string;
  readonly about: string;
  readonly issues: readonly ImportedIssue[];
  readonly parties: readonly ImportedParty[];
  /** How many of the others may refuse, besides those who must sign. */
  readonly allBut: number;
  readonly vetoes: readonly string[];
  /** What the reader should know: what was left out, what was assumed. */
  readonly notes: readonly string[];
}

export interface ImportedIssue {
  readonly id: string;
  readonly name: string;
  readonly ordered: boolean;
  readonly options: readonly ImportedOption[];
  /** Index of the option that the first text holds. */
  readonly opening: number;
}

export interface ImportedOption {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
}

export interface ImportedParty {
  readonly id: string;
  readonly name: string;
  /** The file that its numbers come from. */
  readonly file: string;
  readonly signatory: boolean;
  /** In [0, 1]. */
  readonly walkAway: number;
  /** By issue: its weight, the weights summing to 1, and a value in [0, 1] for each option. */
  readonly stances: readonly { readonly weight: number; readonly values: readonly number[] }[];
}
