import exp from '@stdlib/math-base-special-exp';

/**
 * How many standard errors an interval takes on either side. A study may stop by them, and then they decide its bytes:
 * so only arithmetic that every machine computes alike.
 */

/** z such that a standard normal variable lies in [−z, z] with this probability, above 0 and below 1. */
export function normalCritical(level: number): number {
  return remembered(`normal ${level}`, () => inverse(normalWithin, level));
}

/** t such that a variable of Student's distribution with so many degrees of freedom (from 1) lies in [−t, t]. */
export function studentCritical(level: number, degrees: number): number {
  return remembered(`${degrees} ${level}`, () =>
    degrees > FEW ? expanded(normalCritical(level), degrees) : inverse((t) => studentWithin(t, degrees), level),
  );
}

/** Above so many degrees of freedom the expansion is exact to the last digits that are kept. */
const FEW = 1000;

const SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

/** P(−z < Z < z) for z ≥ 0, by its series in z (Abramowitz and Stegun 1964, 26.2.11). */
export function normalWithin(z: number): number {
  // Nothing that is kept lies beyond.
  if (z > 12) return 1;
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-18; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return SQRT_2_OVER_PI * exp((-z * z) / 2) * sum;
}

/** P(−t < T < t) for whole degrees of freedom, by the finite series of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4. */
function studentWithin(t: number, degrees: number): number {
  const square = 1 / (1 + (t * t) / degrees);
  const [cosine, sine] = [Math.sqrt(square), (t / Math.sqrt(degrees)) * Math.sqrt(square)];
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let n = odd ? 3 : 2; n <= degrees - 2 && term > 0; n += 2) {
    term *= (square * (n - 1)) / n;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (arcTangent(t / Math.sqrt(degrees)) + sine * sum) : sine * sum;
}

/** Of x ≥ 0: the angle is halved until its series is short. */
function arcTangent(x: number): number {
  let [tangent, times] = [x, 1];
  while (tangent > 0.1) {
    tangent /= 1 + Math.sqrt(1 + tangent * tangent);
    times *= 2;
  }
  let [power, sum] = [tangent, 0];
  for (let odd = 1; odd < 33; odd += 4) {
    sum += power / odd - (power * tangent * tangent) / (odd + 2);
    power *= tangent * tangent * tangent * tangent;
  }
  return times * sum;
}

/** From the normal quantile, for many degrees of freedom (Abramowitz and Stegun 1964, 26.7.5). */
function expanded(z: number, degrees: number): number {
  const s = z * z;
  const g1 = (z * (s + 1)) / 4;
  const g2 = (z * ((5 * s + 16) * s + 3)) / 96;
  const g3 = (z * (((3 * s + 19) * s + 17) * s - 15)) / 384;
  const g4 = (z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945)) / 92_160;
  return z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
}

/** Where a growing function from 0 towards 1 takes a value: halved until no number lies between. */
function inverse(within: (x: number) => number, level: number): number {
  if (!(level > 0 && level < 1)) throw new Error(`no interval has the level ${level}`);
  let [low, high] = [0, 1];
  while (within(high) < level) [low, high] = [high, high * 2];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (within(middle) < level) low = middle;
    else high = middle;
  }
}

const known = new Map<string, number>();

/** All cells of a study ask for the same few. */
function remembered(key: string, make: () => number): number {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
