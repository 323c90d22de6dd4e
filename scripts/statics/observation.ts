import type { Grade } from '../../src/model/attendance.ts';
import type { Ending } from '../../src/model/ending.ts';
import type { Fact } from '../../src/model/fact.ts';

/** The two who fight and must sign, in id order. */
export const FIGHTERS = ['kabul', 'taliban'] as const;
export type Fighter = (typeof FIGHTERS)[number];
export type OfFighters<T> = Readonly<Record<Fighter, T>>;

/** The round at whose end moods are compared: the leak strikes in the recess of round 2, and one more round has passed. */
export const MOOD_ROUND = 3;

/** What is kept of one conference for the comparisons; all of it is read from its facts. */
export interface Observation {
  readonly ending: Ending;
  /** The round in which it ended; 0 when it never began. */
  readonly round: number;
  /** How Kabul came, whatever it did later. */
  readonly kabul: Grade;
  /** What the last text is worth to each, promises not counted. */
  readonly utility: OfFighters<number>;
  /** That, less the walk-away at the end. */
  readonly margin: OfFighters<number>;
  /** Kabul at the end of `MOOD_ROUND`; nothing when the conference was over by then. */
  readonly mood: { readonly trustInWashington: number; readonly expectation: number } | undefined;
  /** Of agreements. */
  readonly durability: Durability | undefined;
}

export interface Durability {
  readonly index: number;
  readonly margin: number;
  readonly guarantee: number;
  readonly freedom: number;
}

export function observationOf(facts: readonly Fact[]): Observation {
  let kabul: Grade = 'absent';
  let mood: Observation['mood'];
  let durability: Durability | undefined;
  for (const fact of facts) {
    switch (fact.type) {
      case 'attendance.settled':
        if (fact.party === 'kabul') kabul = fact.grade;
        break;
      case 'round.closed': {
        if (fact.round !== MOOD_ROUND) break;
        const { trust, expectation } = fact.private['kabul']!;
        mood = { trustInWashington: trust['washington'] ?? 0, expectation };
        break;
      }
      case 'durability.weighed': {
        const { index, margin, guarantee, freedom } = fact;
        durability = { index, margin, guarantee, freedom };
        break;
      }
      case 'conference.ended': {
        const { ending, round, private: numbers } = fact;
        const utility = ofFighters((id) => numbers[id]!.utility);
        const margin = ofFighters((id) => numbers[id]!.utility - numbers[id]!.walkAway);
        return { ending, round, kabul, utility, margin, mood, durability };
      }
      default:
    }
  }
  throw new Error('a conference without an ending');
}

export function ofFighters<T>(of: (fighter: Fighter) => T): OfFighters<T> {
  return { kabul: of('kabul'), taliban: of('taliban') };
}

export function otherFighter(fighter: Fighter): Fighter {
  return fighter === 'kabul' ? 'taliban' : 'kabul';
}
