import pow from '@stdlib/math-base-special-pow';
import { TOLERANCE } from '../rules/arithmetic.ts';
import { weightedMedian } from './weighted-median.ts';

/** One who pulls at one issue. Capability and salience lie in [0, 1]; positions are on any scale. */
export interface Actor {
  readonly capability: number;
  readonly salience: number;
  readonly position: number;
}

/**
 * How the probability that i prevails over j is read. `allPairs` divides the votes for i by the votes cast over all
 * ordered pairs of actors: it alone reproduces the printed table. `thisPair` divides by the votes over this pair,
 * which is what equation 31 says.
 */
export const PROBABILITIES = ['allPairs', 'thisPair'] as const;
export type Probability = (typeof PROBABILITIES)[number];

/** Where the actors stand after a round, and how they came there. */
export interface Round {
  readonly positions: readonly number[];
  /** Weighted by capability × salience. */
  readonly median: number;
  readonly mean: number;
  /** r by actor, in [0.5, 2]: above 1 averse to risk, below 1 fond of it. None for the start. */
  readonly risk: readonly number[];
  /** By actor: what moved it. None where it stayed. */
  readonly offers: readonly (Offer | undefined)[];
}

export interface Offer {
  readonly with: number;
  readonly type: 'confrontation' | 'compromise' | 'capitulation';
  readonly position: number;
  /** E of challenging the other, and of being challenged, both as the mover sees them. */
  readonly own: number;
  readonly other: number;
}

/**
 * The expected-utility model of group decisions as Scholz, Calbert and Smith (2011) unravel it from Bueno de Mesquita
 * (1994): each actor weighs challenging every other, with votes of capability × salience; who would lose moves. Only
 * Q = 1 is played, so that the status quo is worth the same to all challengers. The first of the rounds is the start.
 */
export function expectedUtility(actors: readonly Actor[], probability: Probability, rounds: number): readonly Round[] {
  const starts = actors.map((actor) => actor.position);
  const range = Math.max(...starts) - Math.min(...starts);
  const course: Round[] = [standing(actors, starts, [], [])];
  if (!(range > TOLERANCE)) return course;
  for (let round = 1; round <= rounds; round++) {
    const view = new View(actors, course.at(-1)!.positions, range, probability);
    course.push(view.round());
  }
  return course;
}

function standing(
  actors: readonly Actor[],
  positions: readonly number[],
  risk: readonly number[],
  offers: Round['offers'],
): Round {
  const weights = actors.map((actor) => actor.capability * actor.salience);
  let sum = 0;
  let total = 0;
  for (const [i, weight] of weights.entries()) {
    sum += weight * positions[i]!;
    total += weight;
  }
  return { positions, median: weightedMedian(positions, weights), mean: sum / total, risk, offers };
}

/** One round: the exponents of risk from how safe each position is, then the offers that follow. */
class View {
  readonly #actors: readonly Actor[];
  readonly #positions: readonly number[];
  readonly #range: number;
  readonly #probability: Probability;

  constructor(actors: readonly Actor[], positions: readonly number[], range: number, probability: Probability) {
    this.#actors = actors;
    this.#positions = positions;
    this.#range = range;
    this.#probability = probability;
  }

  round(): Round {
    const even = this.#actors.map(() => 1);
    const risk = this.#riskOf(this.#probabilities(even));
    const p = this.#probabilities(risk);
    const offers = this.#actors.map((_, i) => this.#bestOffer(i, risk[i]!, p));
    const positions = this.#positions.map((at, i) => offers[i]?.position ?? at);
    return standing(this.#actors, positions, risk, offers);
  }

  /** P[i][j]: the votes of those nearer to i than to j, as a share of all that are cast. */
  #probabilities(risk: readonly number[]): readonly (readonly number[])[] {
    const n = this.#actors.length;
    const won = this.#actors.map(() => this.#actors.map(() => 0));
    let all = 0;
    const distance = this.#actors.map(({ capability, salience }, k) =>
      this.#positions.map((x) => capability * salience * pow(this.#distance(this.#positions[k]!, x), risk[k]!)),
    );
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        for (let k = 0; k < n; k++) {
          const vote = distance[k]![j]! - distance[k]![i]!;
          if (vote > 0) won[i]![j]! += vote;
          all += vote < 0 ? -vote : vote;
        }
      }
    }
    return won.map((row, i) =>
      row.map((votes, j) => {
        const cast = this.#probability === 'allPairs' ? all : votes + won[j]![i]!;
        return cast === 0 ? 0 : votes / cast;
      }),
    );
  }

  #distance(a: number, b: number): number {
    return Math.abs(a - b) / this.#range;
  }

  /** E of a's challenge to b with the exponent r of whoever looks at it; the salience is that of the challenged. */
  #challenge(a: number, b: number, r: number, p: number): number {
    const d = this.#distance(this.#positions[a]!, this.#positions[b]!);
    const success = 2 - 4 * pow(0.5 - 0.5 * d, r);
    const failure = 2 - 4 * pow(0.5 + 0.5 * d, r);
    const statusQuo = 2 - 4 * pow(0.5, r);
    const { salience } = this.#actors[b]!;
    return salience * (p * success + (1 - p) * failure) + (1 - salience) * success - statusQuo;
  }

  /** The exponent of risk, from what challenging the actor is worth to all others: the safer it sits, the less it dares. */
  #riskOf(p: readonly (readonly number[])[]): readonly number[] {
    const exposure = this.#actors.map((_, i) => {
      let sum = 0;
      for (let j = 0; j < this.#actors.length; j++) if (j !== i) sum += this.#challenge(j, i, 1, p[j]![i]!);
      return sum;
    });
    const most = Math.max(...exposure);
    const least = Math.min(...exposure);
    return exposure.map((of) => {
      if (most - least <= TOLERANCE) return 1;
      const safety = (2 * of - most - least) / (most - least);
      return (1 - safety / 3) / (1 + safety / 3);
    });
  }

  /** The offer it takes: a lost confrontation first, then a compromise, then a capitulation. */
  #bestOffer(i: number, r: number, p: readonly (readonly number[])[]): Offer | undefined {
    const offers = this.#actors.flatMap((_, j) => (j === i ? [] : (this.#offer(i, j, r, p) ?? [])));
    const at = this.#positions[i]!;
    for (const type of ['confrontation', 'compromise', 'capitulation'] as const) {
      const rank = (offer: Offer) =>
        type === 'compromise' ? midpoint(offer, at, this.#positions[offer.with]!) : Math.abs(offer.position - at);
      const [first, ...rest] = offers.filter((offer) => offer.type === type);
      if (first) return rest.reduce((best, offer) => (rank(offer) < rank(best) ? offer : best), first);
    }
    return undefined;
  }

  #offer(i: number, j: number, r: number, p: readonly (readonly number[])[]): Offer | undefined {
    const at = this.#positions[i]!;
    const gap = this.#positions[j]! - at;
    if (gap === 0) return undefined;
    const own = this.#challenge(i, j, r, p[i]![j]!);
    const other = this.#challenge(j, i, r, p[j]![i]!);
    const offer = { with: j, own, other };
    if (own > 0 && other > own) return { ...offer, type: 'confrontation', position: at + gap };
    if (!(own < 0 && other > 0)) return undefined;
    if (other > -own) return { ...offer, type: 'compromise', position: at + (-own / other) * gap };
    return { ...offer, type: 'capitulation', position: at + gap };
  }
}

/** The authors' own choice among compromises: the smallest midpoint weighted by the two expected utilities. */
function midpoint({ own, other }: Offer, at: number, theirs: number): number {
  return (-own * at + other * theirs) / (other - own);
}
