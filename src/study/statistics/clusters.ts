import { normalCritical, studentCritical } from './quantiles.ts';
import { LEVEL, shareInterval, type Interval } from './shares.ts';

/**
 * Values of several cells, repeat by repeat. The cells of a repeat have one seed, so their values go together and only
 * repeats are independent: an interval over the rows as they come would promise too much. The repeat is the unit here:
 * the ratio estimator of a mean over clusters of unequal size (Cochran 1977, Sampling Techniques, ch. 6).
 */
export class Clusters {
  /** Repeats that had a value, and values in all. */
  repeats = 0;
  count = 0;
  /** All sums are of values less the first mean, so that large values lose no digits. */
  #origin = 0;
  #sum = 0;
  #sumSquared = 0;
  #sumTimesCount = 0;
  #countSquared = 0;

  /** One repeat: the sum of its values and how many there were. A repeat without any tells nothing. */
  add(sum: number, count: number): void {
    if (count === 0) return;
    if (this.repeats === 0) this.#origin = sum / count;
    const off = sum - this.#origin * count;
    this.repeats += 1;
    this.count += count;
    this.#sum += off;
    this.#sumSquared += off * off;
    this.#sumTimesCount += off * count;
    this.#countSquared += count * count;
  }

  get mean(): number {
    return this.#origin + this.#sum / this.count;
  }

  /** Of the mean; needs two repeats. */
  get variance(): number {
    const off = this.#sum / this.count;
    const squares = this.#sumSquared - 2 * off * this.#sumTimesCount + off * off * this.#countSquared;
    return ((this.repeats / (this.repeats - 1)) * Math.max(0, squares)) / (this.count * this.count);
  }
}

/** Interval of a mean over several cells, by Student's t over the repeats; nothing from fewer than two. */
export function clusteredMeanInterval(clusters: Clusters, level = LEVEL): Interval | undefined {
  const { repeats, mean, variance } = clusters;
  if (repeats < 2) return undefined;
  const reach = studentCritical(level, repeats - 1) * Math.sqrt(variance);
  return { estimate: mean, low: mean - reach, high: mean + reach };
}

/**
 * Interval of a share over several cells: Wilson's for as many independent values as would have this variance (Korn and
 * Graubard 1998, Survey Methodology 24), at most as many as there are. What came about always or never has no variance to
 * measure, and counts as if all cells of a repeat had to come out alike. Nothing from fewer than two repeats.
 */
export function clusteredShareInterval(clusters: Clusters, level = LEVEL): Interval | undefined {
  const { repeats, count, mean, variance } = clusters;
  if (repeats < 2) return undefined;
  const share = Math.min(1, Math.max(0, mean));
  const always = Math.min(share, 1 - share) * count < 0.5;
  const ratio = normalCritical(level) / studentCritical(level, repeats - 1);
  const size = always ? repeats : Math.min(count, ((share * (1 - share)) / variance) * ratio * ratio);
  return shareInterval((always ? Math.round(share) : share) * size, size, level);
}
