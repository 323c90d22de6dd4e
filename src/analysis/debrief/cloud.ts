import { ENDINGS, type Ending } from '../../model/ending.ts';
import type { Fact } from '../../model/fact.ts';
import type { PartyId } from '../../model/scenario.ts';

/** One run of the rules alone, as a debrief needs it. */
export interface CloudRun {
  readonly ending: Ending;
  readonly rounds: number;
  /** By party: what the signed text is worth to it, or without an agreement its walk-away at the end. */
  readonly leftWith: Readonly<Record<PartyId, number>>;
}

/** Runs that came out alike. */
export interface CloudPoint extends Pick<CloudRun, 'ending' | 'leftWith'> {
  readonly count: number;
}

/** Many runs of one scenario with every seat held by the rules: how it goes when nobody sits down. */
export interface Cloud {
  /** Run n has the seed `seed/n`. */
  readonly seed: string;
  readonly runs: number;
  readonly endings: Readonly<Record<Ending, number>>;
  /** Most frequent first, then in the order in which they came. */
  readonly points: readonly CloudPoint[];
  /** By party: the middle and the middle half of what it was left with. */
  readonly spread: Readonly<Record<PartyId, Spread>>;
}

export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Nothing where the facts do not reach an ending. */
export function cloudRunOf(facts: readonly Fact[]): CloudRun | undefined {
  const ended = facts.findLast((fact) => fact.type === 'conference.ended');
  if (ended === undefined) return undefined;
  const leftWith = Object.fromEntries(
    Object.entries(ended.private).map(([party, { utility, walkAway }]) => [
      party,
      ended.ending === 'agreement' ? utility : walkAway,
    ]),
  );
  return { ending: ended.ending, rounds: ended.round, leftWith };
}

export function cloudOf(seed: string, runs: readonly CloudRun[], parties: readonly PartyId[]): Cloud | undefined {
  if (runs.length === 0) return undefined;
  const points = new Map<string, CloudPoint>();
  for (const { ending, leftWith } of runs) {
    const key = `${ending} ${parties.map((id) => leftWith[id]!.toFixed(6)).join(' ')}`;
    points.set(key, { ending, leftWith, count: (points.get(key)?.count ?? 0) + 1 });
  }
  return {
    seed,
    runs: runs.length,
    endings: Object.fromEntries(
      ENDINGS.map((ending) => [ending, runs.filter((run) => run.ending === ending).length]),
    ) as Record<Ending, number>,
    points: [...points.values()].sort((a, b) => b.count - a.count),
    spread: Object.fromEntries(parties.map((id) => [id, spreadOf(runs.map(({ leftWith }) => leftWith[id]!))])),
  };
}

/** The value at each quarter, of the sorted list the one at or below it. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
}
