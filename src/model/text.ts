/**
 * The text under discussion: for each issue, in id order, the index of the option it holds.
 * Raiffa's single negotiating text (The Art and Science of Negotiation, 1982).
 */
export type Text = readonly number[];

/** A change asked for: this issue should hold that option. */
export interface Amendment {
  readonly issue: string;
  readonly option: string;
}
