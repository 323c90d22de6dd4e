import { componentsOf, type Crossed, type Weights } from './crossed.ts';
import { bootstrapped, type Estimate } from './resample.ts';
import { stepOf, type Trajectories, type Trajectory } from './trajectories.ts';

/** What one number does to a metric when it moves through its whole range, by Morris's elementary effects. */
export interface Effects {
  /** µ: the mean effect, which cancels where it goes both ways. */
  readonly mean: Estimate;
  /** µ*: the mean size of an effect (Campolongo, Cariboni and Saltelli 2007). Chance alone makes it more than 0. */
  readonly size: Estimate;
  /** What µ* would be on average if the number did nothing but reshuffle luck. */
  readonly noise: number;
  /** The size of an effect that is free of it, by which numbers are ranked. */
  readonly beyond: Estimate;
  /** Whether it is more than chance at 95 %: the interval of µ, or that of the size free of noise, leaves out 0. */
  readonly isClear: boolean;
  /** σ: how far the effect differs from place to place, by curves or interplay; the noise of few seeds is taken off. */
  readonly spread: Estimate;
  /** The mean of the metric where the number stood at the lower of its two levels, and at the higher. */
  readonly low: number;
  readonly high: number;
}

/** Of every number of the design. Cells are those of the trajectories, each from its start to its last step. */
export function effectsOf(
  design: Trajectories,
  trajectories: readonly Trajectory[],
  runs: Crossed,
  seed: string,
  resamples?: number,
): readonly Effects[] {
  const pairs = pairsOf(design, trajectories, runs);
  const estimates = bootstrapped(
    design.trajectories,
    runs.seeds,
    seed,
    (weights) => pairs.flatMap(({ effects }) => measuresOf(effects, weights)),
    resamples,
  );
  return pairs.map(({ effects, low, high }, n) => {
    const at = (k: number) => estimates[MEASURES * n + k]!;
    const [mean, crossed] = [at(0), at(2)];
    const isClear = mean.low > 0 || mean.high < 0 || crossed.low > 0;
    return { mean, size: at(1), noise: noiseOf(effects), beyond: at(3), isClear, spread: at(4), low, high };
  });
}

/** How many numbers `measuresOf` gives. */
const MEASURES = 5;

interface Pairs {
  /** Trajectories by seeds. */
  readonly effects: Crossed;
  readonly low: number;
  readonly high: number;
}

function pairsOf(design: Trajectories, trajectories: readonly Trajectory[], { seeds, at }: Crossed): readonly Pairs[] {
  const { numbers } = design;
  const places = trajectories.length * seeds;
  const effects = Array.from({ length: numbers }, () => new Float64Array(places));
  const [low, high] = [new Float64Array(numbers), new Float64Array(numbers)];
  const step = stepOf(design);
  trajectories.forEach(({ order, rises }, t) => {
    order.forEach((number, s) => {
      const before = (t * (numbers + 1) + s) * seeds;
      const [from, to] = rises[number] ? [before, before + seeds] : [before + seeds, before];
      for (let j = 0; j < seeds; j++) {
        effects[number]![t * seeds + j] = (at[to + j]! - at[from + j]!) / step;
        low[number]! += at[from + j]! / places;
        high[number]! += at[to + j]! / places;
      }
    });
  });
  return effects.map((own, n) => ({
    effects: { cells: trajectories.length, seeds, at: own },
    low: low[n]!,
    high: high[n]!,
  }));
}

/**
 * µ, µ*, what of µ* is free of noise, the greater of that and |µ|, and σ. The noise of one half of the seeds knows nothing
 * of that of the other: so the sign of an effect is taken from the one and its size from the other, both ways, and what
 * is left on average is no more than the true size, and nothing where there is no effect. As µ* is never less than |µ|,
 * numbers are ranked by the greater of the two.
 */
function measuresOf(effects: Crossed, weights: Weights): readonly number[] {
  const { cells: t, seeds, at } = effects;
  let [sum, size, beyond, weight] = [0, 0, 0, 0];
  for (let c = 0; c < t; c++) {
    const v = weights.cells[c]!;
    if (v === 0) continue;
    // The mean over all seeds as they were played; over those resampled; and over their even and odd ones.
    let [played, resampled, even, odd, evens, odds] = [0, 0, 0, 0, 0, 0];
    for (let s = 0; s < seeds; s++) {
      const x = at[c * seeds + s]!;
      const w = weights.seeds[s]!;
      played += x;
      resampled += w * x;
      if (s % 2 === 0) [even, evens] = [even + w * x, evens + w];
      else [odd, odds] = [odd + w * x, odds + w];
    }
    sum += (v * resampled) / (evens + odds);
    size += v * Math.abs(played / seeds);
    if (evens > 0 && odds > 0) beyond += (v * (Math.sign(even) * (odd / odds) + Math.sign(odd) * (even / evens))) / 2;
    weight += v;
  }
  const mean = sum / weight;
  const crossed = seeds > 1 ? beyond / weight : size / weight;
  const { cells } = componentsOf(effects, weights);
  return [mean, size / weight, crossed, Math.max(crossed, Math.abs(mean)), Math.sqrt(Math.max(0, cells))];
}

/** √(2/π): the mean size of a standard normal. */
const MEAN_SIZE = 0.797_884_560_802_865_4;

/** The mean size of a normal with the standard error that each effect has over its seeds. */
function noiseOf({ cells, seeds, at }: Crossed): number {
  if (seeds < 2) return 0;
  let sum = 0;
  for (let c = 0; c < cells; c++) {
    const effects = at.subarray(c * seeds, (c + 1) * seeds);
    const mean = effects.reduce((total, x) => total + x, 0) / seeds;
    const squares = effects.reduce((total, x) => total + (x - mean) * (x - mean), 0);
    sum += Math.sqrt(squares / (seeds - 1) / seeds);
  }
  return (MEAN_SIZE * sum) / cells;
}
