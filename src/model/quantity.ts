/** Bands for words of likelihood: US Intelligence Community Directive 203 (2015), section D.6.e.(2)(a). */
export const LIKELIHOOD = {
  remote: [0.01, 0.05],
  'very unlikely': [0.05, 0.2],
  unlikely: [0.2, 0.45],
  'roughly even': [0.45, 0.55],
  likely: [0.55, 0.8],
  'very likely': [0.8, 0.95],
  'almost certain': [0.95, 0.99],
} as const satisfies Record<string, readonly [number, number]>;

export type LikelihoodWord = keyof typeof LIKELIHOOD;

/** Where a number comes from. */
export type Basis =
  | {
      readonly kind: 'source';
      readonly source: string;
      readonly paragraphs: readonly number[];
      readonly reason: string;
    }
  | { readonly kind: 'assumption'; readonly reason: string }
  | { readonly kind: 'invented'; readonly reason: string }
  | { readonly kind: 'imported'; readonly file: string }
  | { readonly kind: 'override' };

/** A number with the range in which a fair-minded analyst could place it, and where it comes from. */
export interface Quantity {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly basis: Basis;
  /** The word of likelihood that the number was given as, when it was. */
  readonly word?: LikelihoodWord;
}
