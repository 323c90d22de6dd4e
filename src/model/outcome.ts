/**
 * An outcome: a text as one number, its options read as digits, the first issue in id order being the most significant.
 */
export type Outcome = number;

/** Outcomes at most that alternating offers list and sort for each party. */
export const MOST_OUTCOMES = 200_000;
