import type { Outcome } from '../../model/outcome.ts';
import { TOLERANCE } from '../arithmetic.ts';
import { offersOfOthers, ownOffers, worthOf, type Turn } from './turn.ts';

/**
 * MiCRO (de Jonge 2022): its outcomes from best to worst, one new one whenever the others have made as many distinct
 * offers as itself, else one of its earlier ones again, by chance. With several others the least of them counts, so
 * that it never gives more than it gets. It asks for nothing that is worth no more than its walk-away.
 */
export function microOffer(turn: Turn): Outcome {
  const made = distinct(turn);
  const next = nextInLine(turn, made);
  if (next !== undefined) return next;
  const drawn = turn.chance.at(`repeat/${turn.me.id}`, turn.round);
  return made[Math.floor(drawn * made.length)]!;
}

/** It accepts what is worth no less than the lowest offer that it is now ready to make. */
export function microAccepts(turn: Turn, standing: Outcome): boolean {
  const made = distinct(turn);
  const lowest = nextInLine(turn, made) ?? made.at(-1)!;
  return worthOf(turn, standing) >= worthOf(turn, lowest) - TOLERANCE;
}

/** Its distinct offers in the order in which it made them first: never rising in worth to itself. */
function distinct(turn: Turn): readonly Outcome[] {
  return [...new Set(ownOffers(turn).map((offer) => offer.outcome))];
}

/** The new offer that it may make now; nothing while it has to wait, and when there is none left. */
function nextInLine(turn: Turn, made: readonly Outcome[]): Outcome | undefined {
  const { own, walkAway } = turn;
  if (made.length === 0) return own.ranked[0];
  const others = offersOfOthers(turn).map((offers) => new Set(offers.map((offer) => offer.outcome)));
  for (const heard of others) if (heard.size < made.length) return undefined;
  const worth = own.worth[made.length];
  if (worth === undefined || worth <= walkAway + TOLERANCE) return undefined;
  return firstOfEquals(turn, made, others);
}

/** Among those worth the same one that another has already proposed, else the first that it has not. */
function firstOfEquals(turn: Turn, made: readonly Outcome[], others: readonly ReadonlySet<Outcome>[]): Outcome {
  const { ranked, worth } = turn.own;
  const level = worth[made.length]!;
  let place = made.length;
  while (place > 0 && worth[place - 1]! <= level + TOLERANCE) place -= 1;
  let first: Outcome | undefined;
  for (; place < ranked.length && worth[place]! >= level - TOLERANCE; place++) {
    const outcome = ranked[place]!;
    if (made.includes(outcome)) continue;
    if (others.some((heard) => heard.has(outcome))) return outcome;
    first ??= outcome;
  }
  return first!;
}
