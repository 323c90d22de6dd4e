/** How a conference can end, from the most to the least that was achieved. */
export const ENDINGS = ['agreement', 'communique', 'consultations', 'collapse', 'no-conference'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Why it ended so, where the ending alone leaves that open. */
export const CLOSINGS = ['signed', 'partial', 'time-up', 'signatory-left', 'declined', 'postponed'] as const;
export type Closing = (typeof CLOSINGS)[number];
