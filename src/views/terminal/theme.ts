/** What a stretch of text means; the look follows from it here and nowhere else. */
export type Tone = 'strong' | 'quiet' | 'for' | 'against' | 'strong-for' | 'strong-against' | 'new' | 'match';

export interface Look {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
}

/**
 * Blue and vermilion are told apart by every common kind of colour vision (after Okabe and Ito 2008); both have a
 * contrast of at least 4 to black and to white. A mark always says the same as the colour.
 */
const BLUE = '#0079b8';
const VERMILION = '#c75500';

export const LOOKS: Readonly<Record<Tone, Look>> = {
  strong: { bold: true },
  quiet: { dimColor: true },
  for: { color: BLUE },
  against: { color: VERMILION },
  'strong-for': { color: BLUE, bold: true },
  'strong-against': { color: VERMILION, bold: true },
  new: { color: VERMILION, bold: true },
  match: { inverse: true },
};
