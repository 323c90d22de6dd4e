import type { Outcome } from '../../model/outcome.ts';
import { TOLERANCE } from '../arithmetic.ts';
import type { AcceptanceSetting } from '../party-setting.ts';
import { offersOfOthers, worthOf, type Turn } from './turn.ts';

/**
 * Acceptance conditions (Baarslag, Hindriks and Jonker 2013). `next` is what the party would offer instead. An offer as
 * good as that one is accepted, where Genius' plain time-dependent parties want a better one.
 */
export function accepts(turn: Turn, condition: AcceptanceSetting, standing: Outcome, next: Outcome): boolean {
  const offered = worthOf(turn, standing);
  switch (condition.kind) {
    case 'next':
      return reachesNext(turn, condition, offered, next);
    case 'time':
      return turn.time > condition.after;
    case 'combi':
      return (
        reachesNext(turn, condition, offered, next) ||
        (turn.time >= condition.after && offered >= yardstick(turn, condition.against) - TOLERANCE)
      );
  }
}

/** ACnext: a·u(y) + b ≥ u(x). */
function reachesNext(
  turn: Turn,
  { factor, margin }: { readonly factor: number; readonly margin: number },
  offered: number,
  next: Outcome,
): boolean {
  return factor * offered + margin >= worthOf(turn, next) - TOLERANCE;
}

/** The best (MAX^W) or the mean (AVG^W) of what was offered in the last 1 − t, or the best so far. */
function yardstick(turn: Turn, against: Extract<AcceptanceSetting, { kind: 'combi' }>['against']): number {
  const { rounds } = turn.setting;
  const start = against === 'best-so-far' ? 0 : turn.time - (1 - turn.time);
  let best = 0;
  let sum = 0;
  let count = 0;
  for (const offers of offersOfOthers(turn)) {
    for (const { outcome, round } of offers) {
      if ((round - 1) / (rounds + 1) < start - TOLERANCE) continue;
      const worth = worthOf(turn, outcome);
      if (worth > best) best = worth;
      sum += worth;
      count += 1;
    }
  }
  return against === 'mean-of-window' && count > 0 ? sum / count : best;
}
