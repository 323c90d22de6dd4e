/**
 * What a tactic of alternating offers has when its scenario does not say otherwise:
 * `[value, low, high, meaning with unit, why this value]`.
 */
type Row = readonly [value: number, low: number, high: number, meaning: string, reason: string];

export const TACTIC_DEFAULTS = {
  reciprocity: [0, 0, 0.5, 'ρ: share of its concession that answers the others’ concessions', 'none, by the book'],
  floor: [0, 0, 0.1, 'κ: share conceded at the start', 'the first offer asks for everything'],
  lookBack: [1, 1, 3, 'δ: offers that it looks back, a whole number', 'it answers the last move'],
  reach: [
    1.4,
    1.2,
    1.6,
    'factor on its utility at the estimated Nash point when the first offer it got was as good as can be',
    'as in Genius (Baarslag, Hindriks and Jonker 2013)',
  ],
  gap: [
    0.6,
    0.4,
    0.8,
    'what that factor loses when the first offer it got was worth nothing',
    'as in Genius (Baarslag, Hindriks and Jonker 2013)',
  ],
  least: [0.5, 0.3, 0.6, 'least utility that it aims at', 'as in Genius: do not ask for too little'],
  hurry: [0.91, 0.8, 0.95, 'normalised time from which it hurries', 'as in Genius for domains of middling size'],
  rush: [0.05, 0.02, 0.1, 'normalised time in which the hurry is complete', 'as in Genius'],
  band: [0.02, 0.01, 0.05, 'utilities that differ by no more count as equal to its target', 'a fiftieth is not felt'],
  factor: [1, 0.95, 1.05, 'factor on what the offer on the table is worth', 'ACnext with a = 1'],
  margin: [0, 0, 0.05, 'utility added to what the offer on the table is worth', 'ACnext with b = 0'],
  after: [
    0.98,
    0.9,
    0.99,
    'normalised time, (round − 1)/(rounds + 1), from which it grows less choosy',
    'as in Genius; with few rounds the last may come before it',
  ],
} as const satisfies Record<string, Row>;

export type TacticField = keyof typeof TACTIC_DEFAULTS;

/** β of the three time-dependent tactics that have names, as Genius sets them. */
export const NAMED_BETAS = { boulware: 0.2, linear: 1, conceder: 2 } as const;
