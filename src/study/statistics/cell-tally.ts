import { meanInterval, studentInterval } from './means.ts';
import { LEVEL, pairedShareInterval, unpairedShareInterval, type Interval, type Pairs } from './shares.ts';

/** What one measure comes to in a cell or a group of cells. */
export interface Estimate {
  /** Values it is made from, and runs in which the measure has none. */
  readonly n: number;
  readonly missing: number;
  readonly mean: number | undefined;
  readonly interval: Interval | undefined;
}

/** A cell less the baseline, over the seeds on which both have a value. */
export interface Difference {
  readonly pairs: number;
  readonly interval: Interval | undefined;
}

/**
 * One measure, cell by cell, and each cell against its baseline: what is added is a whole repeat at a time, so that pairs are
 * at hand, and nothing is kept of a repeat but sums. Arrays, since a study may have a hundred thousand cells.
 */
export class CellTally {
  readonly #isShare: boolean;
  readonly #baselines: Int32Array | undefined;
  readonly #own: Sums;
  readonly #off: Sums | undefined;
  /** Of a share against the baseline: runs with both, and with either alone. */
  readonly #both: Uint32Array | undefined;
  readonly #here: Uint32Array | undefined;
  readonly #there: Uint32Array | undefined;
  #repeats = 0;

  /** `baselines` says for each cell which one it is compared to. */
  constructor(isShare: boolean, cells: number, baselines?: Int32Array) {
    this.#isShare = isShare;
    this.#baselines = baselines;
    this.#own = sums(cells);
    if (baselines === undefined) return;
    this.#off = sums(cells);
    if (!isShare) return;
    this.#both = new Uint32Array(cells);
    this.#here = new Uint32Array(cells);
    this.#there = new Uint32Array(cells);
  }

  /** One complete repeat, by cell; NaN where there is no value. */
  add(values: Float64Array): void {
    this.#repeats += 1;
    for (let cell = 0; cell < values.length; cell++) {
      const value = values[cell]!;
      if (Number.isNaN(value)) continue;
      count(this.#own, cell, value);
      if (this.#off === undefined) continue;
      const base = values[this.#baselines![cell]!]!;
      if (Number.isNaN(base)) continue;
      count(this.#off, cell, value - base);
      if (!this.#isShare) continue;
      if (value === 1) (base === 1 ? this.#both! : this.#here!)[cell]! += 1;
      else if (base === 1) this.#there![cell]! += 1;
    }
  }

  mean(cell: number): number | undefined {
    return this.#own.n[cell] === 0 ? undefined : this.#own.mean[cell]!;
  }

  /** Values of a cell, and Σ (value − mean)². */
  squares(cell: number): { readonly n: number; readonly squares: number } {
    return { n: this.#own.n[cell]!, squares: this.#own.squares[cell]! };
  }

  estimate(cell: number, level = LEVEL): Estimate {
    const n = this.#own.n[cell]!;
    const moments = { n, mean: this.#own.mean[cell]!, squares: this.#own.squares[cell]!, isShare: this.#isShare };
    return { n, missing: this.#repeats - n, mean: this.mean(cell), interval: meanInterval(moments, level) };
  }

  /** The cell less the baseline; of a share as `pairedShareInterval` has it, of a number by the paired t. */
  difference(cell: number, level = LEVEL): Difference {
    const off = this.#off!;
    const pairs = off.n[cell]!;
    if (pairs === 0) return { pairs, interval: undefined };
    const interval = this.#isShare
      ? pairedShareInterval(this.#table(cell), level)
      : studentInterval(off.mean[cell]!, off.squares[cell]!, pairs, level);
    return { pairs, interval };
  }

  /** How wide the interval of the difference is with common seeds, and would be had each cell had seeds of its own. */
  widths(cell: number): { readonly paired: number; readonly unpaired: number } {
    const paired = this.difference(cell).interval;
    const unpaired = this.#isShare ? unpairedShareInterval(this.#table(cell)) : this.#unpaired(cell);
    return { paired: widthOf(paired), unpaired: widthOf(unpaired) };
  }

  #unpaired(cell: number): Interval | undefined {
    const [here, there] = [this.squares(cell), this.squares(this.#baselines![cell]!)];
    if (here.n < 2 || there.n < 2) return undefined;
    // Welch's error, at the degrees of freedom of the smaller sample: near enough for a comparison of widths.
    const n = Math.min(here.n, there.n);
    const variance = here.squares / (here.n - 1) / here.n + there.squares / (there.n - 1) / there.n;
    return studentInterval(0, variance * n * (n - 1), n);
  }

  #table(cell: number): Pairs {
    const [both, secondOnly, firstOnly] = [this.#both![cell]!, this.#here![cell]!, this.#there![cell]!];
    return { both, firstOnly, secondOnly, neither: this.#off!.n[cell]! - both - firstOnly - secondOnly };
  }
}

/** Number, mean and Σ (x − mean)² by cell; see `Moments`. */
interface Sums {
  readonly n: Uint32Array;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
}

function sums(cells: number): Sums {
  return { n: new Uint32Array(cells), mean: new Float64Array(cells), squares: new Float64Array(cells) };
}

function count({ n, mean, squares }: Sums, cell: number, value: number): void {
  const before = mean[cell]!;
  const times = n[cell]! + 1;
  const after = before + (value - before) / times;
  n[cell] = times;
  mean[cell] = after;
  squares[cell]! += (value - before) * (value - after);
}

function widthOf(interval: Interval | undefined): number {
  return interval === undefined ? Number.NaN : interval.high - interval.low;
}
