import { studentCritical } from './quantiles.ts';
import { LEVEL, shareInterval, type Interval } from './shares.ts';

/** Number, mean and squares of what was added, in one pass (Welford 1962, Technometrics 4). Add in one order always. */
export class Moments {
  n = 0;
  mean = 0;
  /** Σ (x − mean)². */
  squares = 0;
  /** Whether nothing but 0 and 1 was added: then the mean is a share. */
  isShare = true;

  add(x: number): void {
    this.n += 1;
    const off = x - this.mean;
    this.mean += off / this.n;
    this.squares += off * (x - this.mean);
    if (x !== 0 && x !== 1) this.isShare = false;
  }
}

/**
 * Interval of a mean of independent values: Wilson's where they are all 0 or 1, otherwise Student's t. Nothing from no
 * value, or from a single one that is no share. Values that never differ give an interval of no width.
 */
export function meanInterval({ n, mean, squares, isShare }: Omit<Moments, 'add'>, level = LEVEL): Interval | undefined {
  if (n === 0) return undefined;
  if (isShare) return shareInterval(Math.round(mean * n), n, level);
  return studentInterval(mean, squares, n, level);
}

/** Mean ± t·s/√n, s² = Σ(x − mean)²/(n − 1). Also of differences over common seeds: the paired t interval. */
export function studentInterval(mean: number, squares: number, n: number, level = LEVEL): Interval | undefined {
  if (n < 2) return undefined;
  const reach = studentCritical(level, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { estimate: mean, low: mean - reach, high: mean + reach };
}
