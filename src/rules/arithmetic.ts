/** Differences smaller than this are rounding: a party accepts at its walk-away, not a bit above it. */
export const TOLERANCE = 1e-9;

export function clamp(x: number, low = 0, high = 1): number {
  return x < low ? low : x > high ? high : x;
}

/** The list with one place replaced. */
export function replaced<T>(list: readonly T[], index: number, item: T): readonly T[] {
  const copy = list.slice();
  copy[index] = item;
  return copy;
}
