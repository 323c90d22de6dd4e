import { componentsOf, evenWeights } from './crossed.ts';
import type { Measure, MeasureRuns } from './measures.ts';
import type { Estimate } from './resample.ts';
import { effectsOf, type Effects } from './screening.ts';
import type { Trajectories, Trajectory } from './trajectories.ts';

/** One measure of a screening, as `stats --sensitivity --json` has it. */
export interface Screened extends Measure {
  readonly mean: number;
  /** Variances over the cells of the walks, which visit the ends of ranges more often than a draw from them would. */
  readonly variance: { readonly single: number; readonly expected: number; readonly chance: number };
  /** The largest first. */
  readonly effects: readonly ScreenedNumber[];
}

export interface ScreenedNumber {
  readonly path: string;
  readonly mu: Estimate;
  readonly muStar: Estimate;
  readonly sigma: Estimate;
  readonly noise: number;
  readonly beyond: Estimate;
  readonly clear: boolean;
  readonly low: number;
  readonly high: number;
}

/** How many numbers screening keeps for indices: more would be dear, and their intervals wide. */
export const KEPT = 12;

export function screeningOf(
  design: Trajectories,
  walks: readonly Trajectory[],
  paths: readonly string[],
  { runs, ...measure }: MeasureRuns,
  seed: string,
): Screened {
  const { mean, single, cells, chance } = componentsOf(runs, evenWeights(runs.cells, runs.seeds));
  const effects = effectsOf(design, walks, runs, `${seed}/${measure.name}`);
  const told = effects.map((one, n) => numberOf(paths[n]!, one)).toSorted((a, b) => b.beyond.value - a.beyond.value);
  return { ...measure, mean, variance: { single, expected: cells, chance }, effects: told };
}

function numberOf(path: string, { mean, size, spread, noise, beyond, isClear, low, high }: Effects): ScreenedNumber {
  return { path, mu: mean, muStar: size, sigma: spread, noise, beyond, clear: isClear, low, high };
}

/**
 * The numbers that screening keeps: those with the largest effect on any measure, each measured by the standard
 * deviation of a single run. Only numbers whose effect is clear of chance on some measure.
 */
export function keptOf(measures: readonly Screened[]): readonly string[] {
  const largest = new Map<string, number>();
  for (const { variance, effects } of measures) {
    if (!(variance.single > 0)) continue;
    for (const { path, beyond, clear } of effects) {
      const share = clear ? beyond.value / Math.sqrt(variance.single) : 0;
      largest.set(path, Math.max(share, largest.get(path) ?? 0));
    }
  }
  return [...largest]
    .filter(([, share]) => share > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, KEPT)
    .map(([path]) => path);
}
