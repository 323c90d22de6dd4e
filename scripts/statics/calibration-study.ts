import { chanceOf } from '../../src/chance/chance.ts';
import { ENDINGS, type Ending } from '../../src/model/ending.ts';
import { withOverrides } from '../../src/scenario/overrides.ts';
import { drawnFrom } from './draws.ts';
import { CONDITIONS, endingsOf, ofEndings, shareOf, type Condition, type Endings, type Share } from './endings.ts';
import { playAll } from './play-all.ts';
import { BASE, loaded, worldOf, type World } from './worlds.ts';

/** Replicate n has the seed calibration/n, at the defaults and in every draw. */
export const STUDY = 'calibration';

/** Seeds at the defaults, as the target has it; draws from the ranges, and seeds for each. */
export const SEEDS = 10_000;
const DRAWS = 300;
const SEEDS_PER_DRAW = 200;

export interface Calibration {
  readonly defaults: Endings;
  readonly draws: Draws;
}

export interface Draws {
  readonly n: number;
  readonly seeds: number;
  /** Draws that make no valid scenario, left out. */
  readonly invalid: number;
  readonly holds: Readonly<Record<Condition | 'all', Share>>;
  /** Over the draws: the mean share of each ending, and its 5 %, 50 % and 95 % quantiles. */
  readonly shares: Readonly<Record<Ending, Spread>>;
  /** Of all conferences that ended in consultations, and draw by draw. */
  readonly unofficial: { readonly n: number; readonly share: number; readonly byDraw: Spread };
}

export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** `seeds` at the defaults; as many draws in proportion. */
export async function calibration(seeds: number, threads: number): Promise<Calibration> {
  const base = worldOf('defaults', []);
  const count = Math.ceil((DRAWS * seeds) / SEEDS);
  const drawn = Array.from({ length: count }, (_, d) => drawnWorld(d));
  const worlds = drawn.filter((world) => world !== undefined);
  const jobs = [{ world: base, count: seeds }, ...worlds.map((world) => ({ world, count: SEEDS_PER_DRAW }))];
  const played = await playAll(jobs, STUDY, threads);
  const draws = worlds.map(({ name }) => endingsOf(played.get(name)!));
  return { defaults: endingsOf(played.get(base.name)!), draws: drawsOf(draws, count - worlds.length) };
}

function drawnWorld(d: number): World | undefined {
  const { scenario, document } = loaded(BASE);
  const set = withOverrides(document, drawnFrom(scenario, chanceOf(STUDY), d));
  return set.ok ? { name: `draw ${d}`, document: set.value.document } : undefined;
}

function drawsOf(draws: readonly Endings[], invalid: number): Draws {
  const howOften = (test: (one: Endings) => boolean) => shareOf(draws.filter(test).length, draws.length);
  const names = Object.keys(CONDITIONS) as Condition[];
  const each = names.map((name) => [name, howOften((one) => one.conditions[name].holds)] as const);
  const consultations = draws.reduce((sum, one) => sum + one.unofficial.n, 0);
  const unofficial = draws.reduce((sum, one) => sum + (one.unofficial.n && one.unofficial.share * one.unofficial.n), 0);
  return {
    n: draws.length,
    seeds: SEEDS_PER_DRAW,
    invalid,
    holds: {
      ...(Object.fromEntries(each) as Record<Condition, Share>),
      all: howOften((one) => names.every((name) => one.conditions[name].holds)),
    },
    shares: ofEndings((ending) => spread(draws.map((one) => one.shares[ending].share))),
    unofficial: {
      n: consultations,
      share: unofficial / consultations,
      byDraw: spread(draws.flatMap((one) => (one.unofficial.n > 0 ? [one.unofficial.share] : []))),
    },
  };
}

/** Quantiles by the nearest rank. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (q: number) => sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { mean, low: quantile(0.05), median: quantile(0.5), high: quantile(0.95) };
}

/** Endings from the most to the least frequent at the defaults. */
export function byFrequency({ shares }: Endings): readonly Ending[] {
  return ENDINGS.toSorted((a, b) => shares[b].share - shares[a].share);
}
