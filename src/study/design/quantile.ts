import type { Value, Variation } from '../study.ts';

/** What a variation becomes at the quantile u in [0, 1): a list is cut into equal parts. */
export function valueAt(variation: Variation, u: number): Value {
  switch (variation.type) {
    case 'list':
      return variation.values[Math.floor(u * variation.values.length)]!;
    case 'uniform': {
      const { low, high, whole } = variation;
      return whole ? wholeUniform(u, low, high) : low + u * (high - low);
    }
    case 'triangular': {
      const { low, mode, high, whole } = variation;
      return whole ? wholeTriangular(u, low, mode, high) : triangular(u, low, mode, high);
    }
  }
}

/** The quantile u of the triangular distribution on [low, high] with this mode (Kotz and van Dorp 2004, ch. 1). */
export function triangular(u: number, low: number, mode: number, high: number): number {
  const [width, left] = [high - low, mode - low];
  if (u * width < left) return low + Math.sqrt(u * width * left);
  return high - Math.sqrt((1 - u) * width * (high - mode));
}

/** The same among whole numbers: each end is given the half that rounding would take from it. */
export function wholeTriangular(u: number, low: number, mode: number, high: number): number {
  return within(Math.round(triangular(u, low - 0.5, mode, high + 0.5)), low, high);
}

/** Every whole number from low to high is as likely as every other. */
function wholeUniform(u: number, low: number, high: number): number {
  return within(low + Math.floor(u * (high - low + 1)), low, high);
}

/** Without the −0 that rounding can leave. */
function within(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value === 0 ? 0 : value;
}
