import { meanInterval, Moments } from '../statistics/means.ts';
import type { StopRule } from '../study.ts';

/**
 * Watches a study for its stop: takes the values of the metric in row order and judges after every so many complete
 * repeats. Where it stops depends on the values alone.
 */
export class Precision {
  readonly #rule: StopRule;
  readonly #cells: readonly Moments[];
  #rows = 0;

  constructor(rule: StopRule, cells: number) {
    this.#rule = rule;
    this.#cells = Array.from({ length: cells }, () => new Moments());
  }

  /** Takes the next rows; the number of complete repeats after which all cells are known well enough, once they are. */
  add(values: ArrayLike<number>): number | undefined {
    const cells = this.#cells.length;
    for (let n = 0; n < values.length; n++) {
      const value = values[n]!;
      if (!Number.isNaN(value)) this.#cells[this.#rows % cells]!.add(value);
      this.#rows += 1;
      const repeats = this.#rows / cells;
      if (Number.isInteger(repeats) && repeats % this.#rule.every === 0 && this.#isPrecise()) return repeats;
    }
    return undefined;
  }

  #isPrecise(): boolean {
    return this.#cells.every((moments) => {
      const interval = meanInterval(moments);
      if (interval === undefined) return false;
      const { low, estimate, high } = interval;
      return Math.max(high - estimate, estimate - low) <= this.#rule.halfWidth;
    });
  }
}
