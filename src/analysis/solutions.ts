import { TOLERANCE } from '../rules/arithmetic.ts';

/** The concepts that can be looked for among all texts. */
export const SOUGHT = ['nash', 'kalai', 'maxmin', 'utilitarian'] as const;
/** The solution concepts, by the names of `analyse --json`. */
export type Concept = (typeof SOUGHT)[number] | 'spread';

/** What a concept picks. */
export interface Solution {
  /** What the concept makes as great as it can (the spread: as small). */
  readonly value: number;
  /** By voter. */
  readonly utilities: readonly number[];
  /** Texts that do as well, within the tolerance, this one among them. */
  readonly ties: number;
  /** By issue: the index of the option. */
  readonly text: readonly number[];
}

/** Against what gains are measured: the disagreement point d, and the most each could have. */
export interface Yardstick {
  readonly disagreement: readonly number[];
  readonly ideal: readonly number[];
}

/**
 * Shows each text that counts, by its utilities; `count` texts where one stands for others at the same point. The
 * arrays are used again for the next one.
 */
export type Texts = (see: (utilities: Float64Array, text: Int32Array, count?: number) => void) => void;

/** A measure of a text to be made as great as possible. */
type Measure = (utilities: Float64Array) => number;

/**
 * What each concept picks of the texts, in two looks at them: the best value, then who ties with it.
 * - Nash (1950): the greatest product of the gains U − d.
 * - Kalai (1977), egalitarian: the greatest smallest gain, not normalised.
 * - Kalai and Smorodinsky (1975) on a finite set, where the line to the ideal meets no text as a rule: the greatest
 *   smallest share of the gain that each could have, (U − d) ÷ (ideal − d); or, in another reading, the smallest
 *   difference between the greatest and the smallest share. They often pick different texts. The second has a meaning
 *   on the frontier only, for there are always equal shares of little.
 * - Utilitarian: the greatest sum.
 *
 * Among ties, the egalitarian ones take the text whose second smallest gain is greatest, and so on; the others, and
 * what still ties, the greatest sum, then the text that comes first.
 */
export function solve<C extends Concept>(
  concepts: readonly C[],
  texts: Texts,
  yardstick: Yardstick,
): Readonly<Partial<Record<C, Solution>>> {
  const measures = measuresOf(yardstick);
  const best = concepts.map(() => -Infinity);
  texts((utilities) => {
    for (let c = 0; c < concepts.length; c++) {
      const value = measures[concepts[c]!](utilities);
      if (value > best[c]!) best[c] = value;
    }
  });
  const chosen = concepts.map((concept, c) => new Choice(best[c]!, measures[concept], tieBreaker(concept, yardstick)));
  texts((utilities, text, count = 1) => {
    for (let c = 0; c < chosen.length; c++) chosen[c]!.see(utilities, text, count);
  });
  const found: Partial<Record<C, Solution>> = {};
  for (const [c, concept] of concepts.entries())
    if (best[c] !== -Infinity) found[concept] = chosen[c]!.solution(concept);
  return found;
}

export function measuresOf(yardstick: Yardstick): Readonly<Record<Concept, Measure>> {
  const { disagreement } = yardstick;
  const reach = reachOf(yardstick);
  return {
    nash(u) {
      let product = 1;
      // A text may lie the tolerance below the walk-away: that is no gain, nor a negative one.
      for (let i = 0; i < u.length; i++) product *= u[i]! > disagreement[i]! ? u[i]! - disagreement[i]! : 0;
      return product;
    },
    kalai(u) {
      let least = Infinity;
      for (let i = 0; i < u.length; i++) least = Math.min(least, u[i]! - disagreement[i]!);
      return least;
    },
    maxmin(u) {
      let least = Infinity;
      for (let i = 0; i < u.length; i++)
        if (reach[i]! > TOLERANCE) least = Math.min(least, (u[i]! - disagreement[i]!) / reach[i]!);
      return least === Infinity ? 0 : least;
    },
    spread(u) {
      let [least, most] = [Infinity, -Infinity];
      for (let i = 0; i < u.length; i++) {
        if (reach[i]! <= TOLERANCE) continue;
        const share = (u[i]! - disagreement[i]!) / reach[i]!;
        if (share < least) least = share;
        if (share > most) most = share;
      }
      return least === Infinity ? 0 : least - most;
    },
    utilitarian: sumOf,
  };
}

/** ideal − d. A party for which it is nothing has no share to be measured, and is left out. */
function reachOf({ disagreement, ideal }: Yardstick): readonly number[] {
  return ideal.map((most, i) => most - disagreement[i]!);
}

/** Each voter's share of the gain it could have, in [0, 1]; 1 for one that can gain nothing. */
export function sharesOf(utilities: readonly number[], yardstick: Yardstick): readonly number[] {
  const reach = reachOf(yardstick);
  return utilities.map((u, i) => (reach[i]! > TOLERANCE ? (u - yardstick.disagreement[i]!) / reach[i]! : 1));
}

function sumOf(utilities: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < utilities.length; i++) sum += utilities[i]!;
  return sum;
}

/** What is compared among ties: term by term, the greater one wins. */
type TieBreaker = (utilities: Float64Array) => readonly number[];

function tieBreaker(concept: Concept, yardstick: Yardstick): TieBreaker {
  const { disagreement } = yardstick;
  const reach = reachOf(yardstick);
  switch (concept) {
    case 'kalai':
      return (u) => [...ascending(disagreement.map((d, i) => u[i]! - d)), sumOf(u)];
    case 'maxmin':
      return (u) => [
        ...ascending(reach.flatMap((most, i) => (most > TOLERANCE ? [(u[i]! - disagreement[i]!) / most] : []))),
        sumOf(u),
      ];
    case 'nash':
    case 'spread':
    case 'utilitarian':
      return (u) => [sumOf(u)];
  }
}

function ascending(list: number[]): number[] {
  return list.sort((a, b) => a - b);
}

class Choice {
  readonly #value: number;
  readonly #measure: Measure;
  readonly #breakTie: TieBreaker;
  #ties = 0;
  #rank: readonly number[] = [];
  #utilities: readonly number[] = [];
  #text: readonly number[] = [];

  constructor(value: number, measure: Measure, breakTie: TieBreaker) {
    this.#value = value;
    this.#measure = measure;
    this.#breakTie = breakTie;
  }

  see(utilities: Float64Array, text: Int32Array, count: number): void {
    if (this.#measure(utilities) < this.#value - TOLERANCE) return;
    const first = this.#ties === 0;
    this.#ties += count;
    const rank = this.#breakTie(utilities);
    if (!first && !isGreater(rank, this.#rank)) return;
    this.#rank = rank;
    this.#utilities = [...utilities];
    this.#text = [...text];
  }

  solution(concept: Concept): Solution {
    // The spread is measured below zero, so that the greatest is the smallest; −0 would print as a sign.
    const value = concept === 'spread' ? 0 - this.#value : this.#value;
    return { value, utilities: this.#utilities, ties: this.#ties, text: this.#text };
  }
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  for (let k = 0; k < a.length; k++) {
    if (a[k]! > b[k]! + TOLERANCE) return true;
    if (a[k]! < b[k]! - TOLERANCE) return false;
  }
  return false;
}
