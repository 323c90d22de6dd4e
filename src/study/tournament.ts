import { chanceOf } from '../chance/chance.ts';
import { playBulk } from '../conference/bulk.ts';
import type { PartyId } from '../model/scenario.ts';
import type { TacticSetting } from '../rules/party-setting.ts';
import type { Setting } from '../rules/setting.ts';

/** Assignments of tactics to parties that are played at most; of more, so many are drawn. */
export const MOST_ASSIGNMENTS = 10_000;

export interface Entrant {
  readonly name: string;
  readonly tactic: TacticSetting;
}

export interface Tournament {
  /** How many assignments there are, and how many were played: all, or so many drawn with replacement. */
  readonly possible: number;
  readonly assignments: number;
  readonly sampled: boolean;
  readonly negotiations: number;
  /** Share of all negotiations that ended in agreement. */
  readonly agreements: number;
  /** The highest mean utility first. */
  readonly ranking: readonly Standing[];
}

export interface Standing {
  readonly tactic: string;
  /** Mean utility of those who played it, its walk-away where there was no agreement, with its 95 % interval. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** How often somebody played it, and the share of these that ended in agreement. */
  readonly appearances: number;
  readonly agreements: number;
  /** Mean utility by who played it. */
  readonly parties: Readonly<Record<PartyId, number>>;
}

/**
 * Plays every assignment of the tactics to the parties, or a sample drawn from the seed. Repeat n of every assignment
 * has the seed `seed/n`: common random numbers, so that tactics differ by what they do and not by luck.
 */
export function tournament(setting: Setting, entrants: readonly Entrant[], repeats: number, seed: string): Tournament {
  const { parties } = setting;
  const possible = parties.reduce((product) => product * entrants.length, 1);
  const sampled = possible > MOST_ASSIGNMENTS;
  const assignments = sampled ? MOST_ASSIGNMENTS : possible;
  const draw = chanceOf(seed);
  const tallies = entrants.map(() => new Tally(parties.length));
  let agreed = 0;
  for (let n = 0; n < assignments; n++) {
    const assigned = parties.map(({ id }, i) =>
      sampled
        ? Math.floor(draw.at(`assignment/${id}`, n) * entrants.length)
        : digit(n, parties.length - 1 - i, entrants.length),
    );
    const playing = withTactics(setting, (i) => entrants[assigned[i]!]!.tactic);
    for (const tally of tallies) tally.open();
    for (let repeat = 1; repeat <= repeats; repeat++) {
      const ended = playBulk(playing, `${seed}/${repeat}`).at(-1)!;
      if (ended.type !== 'conference.ended') throw new Error('a negotiation did not end');
      const isAgreed = ended.ending === 'agreement';
      if (isAgreed) agreed += 1;
      parties.forEach(({ id }, i) => {
        const { utility, walkAway } = ended.private[id]!;
        tallies[assigned[i]!]!.add(i, isAgreed ? utility : walkAway, isAgreed);
      });
    }
    for (const tally of tallies) tally.close();
  }
  const negotiations = assignments * repeats;
  const ranking = entrants.map(({ name }, e) =>
    tallies[e]!.standing(
      name,
      parties.map((party) => party.id),
    ),
  );
  return {
    possible,
    assignments,
    sampled,
    negotiations,
    agreements: agreed / negotiations,
    ranking: ranking.sort((a, b) => b.mean - a.mean || (a.tactic < b.tactic ? -1 : 1)),
  };
}

function digit(number: number, place: number, base: number): number {
  let rest = number;
  for (let n = 0; n < place; n++) rest = Math.floor(rest / base);
  return rest % base;
}

/** What parties want stays the very same object, so that their lists of outcomes are made once. */
function withTactics(setting: Setting, tacticOf: (party: number) => TacticSetting): Setting {
  return { ...setting, parties: setting.parties.map((party, i) => ({ ...party, tactic: tacticOf(i) })) };
}

/** The normal quantile of a two-sided 95 % interval. */
const QUANTILE = 1.96;

/**
 * Sums over appearances. Those within one assignment are not independent, so the interval takes the assignment for its
 * unit: the ratio estimator of a mean over clusters of unequal size (Cochran 1977, Sampling Techniques, ch. 6).
 */
class Tally {
  readonly #clusters: { sum: number; count: number }[] = [];
  readonly #byParty: { sum: number; count: number }[];
  #agreements = 0;
  #sum = 0;
  #count = 0;

  constructor(parties: number) {
    this.#byParty = Array.from({ length: parties }, () => ({ sum: 0, count: 0 }));
  }

  open(): void {
    this.#sum = 0;
    this.#count = 0;
  }

  add(party: number, utility: number, isAgreed: boolean): void {
    this.#sum += utility;
    this.#count += 1;
    this.#byParty[party]!.sum += utility;
    this.#byParty[party]!.count += 1;
    if (isAgreed) this.#agreements += 1;
  }

  close(): void {
    if (this.#count > 0) this.#clusters.push({ sum: this.#sum, count: this.#count });
  }

  standing(tactic: string, ids: readonly PartyId[]): Standing {
    const clusters = this.#clusters.length;
    const appearances = this.#clusters.reduce((total, { count }) => total + count, 0);
    const mean = this.#clusters.reduce((total, { sum }) => total + sum, 0) / appearances;
    const squares = this.#clusters.reduce((total, { sum, count }) => {
      const off = sum - mean * count;
      return total + off * off;
    }, 0);
    const error = clusters < 2 ? 0 : Math.sqrt((clusters / (clusters - 1)) * squares) / appearances;
    const means = this.#byParty.flatMap(({ sum, count }, i) => (count > 0 ? [[ids[i]!, sum / count] as const] : []));
    return {
      tactic,
      mean,
      low: mean - QUANTILE * error,
      high: mean + QUANTILE * error,
      appearances,
      agreements: this.#agreements / appearances,
      parties: Object.fromEntries(means),
    };
  }
}
