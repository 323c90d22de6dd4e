import { COEFFICIENTS } from '../model/coefficients.ts';

/** What a number may be. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly whole?: true;
  /** `min` itself is too low. */
  readonly above?: true;
}

export const SHARE: Bounds = { min: 0, max: 1 };
export const TRUST: Bounds = { min: -1, max: 1 };
export const CHANGE: Bounds = { min: -1, max: 1 };
export const SALIENCE: Bounds = { min: 0, max: 10 };
export const EXPONENT: Bounds = { min: 0, max: 10, above: true };
export const PATIENCE: Bounds = { min: 0, max: 100 };
export const ROUNDS: Bounds = { min: 2, max: 200, whole: true };
export const PACE: Bounds = { min: 1, max: 1000, whole: true };
export const LOOK_BACK: Bounds = { min: 1, max: 100, whole: true };
export const FACTOR: Bounds = { min: 0, max: 10 };
export const ALL_BUT: Bounds = { min: 0, max: 1000, whole: true };

/** Coefficients that something is divided by. */
const DIVISORS: readonly string[] = [
  'readiness.painHalf',
  'concession.scale',
  'drafting.floor',
  'estimates.silence',
  'ratification.width',
];

/**
 * What a coefficient may be at all; its table says only what is plausible. Read from its meaning: a probability or a
 * share lies in [0, 1], a whole number is whole, and what is never negative in the table is never negative.
 */
export function coefficientBounds(group: string, name: string, row: CoefficientRow): Bounds {
  const [, low, high, meaning] = row;
  if (/\b(probability|share)\b/.test(meaning)) return SHARE;
  if (meaning.includes('whole number')) return { min: 0, max: 100, whole: true };
  if (low < 0) return { min: -100, max: 100 };
  const max = high <= 1 ? 10 : 100;
  return DIVISORS.includes(`${group}.${name}`) ? { min: 0, max, above: true } : { min: 0, max };
}

export type CoefficientRow = readonly [value: number, low: number, high: number, meaning: string, reason: string];
export const COEFFICIENT_TABLE: Readonly<Record<string, Readonly<Record<string, CoefficientRow>>>> = COEFFICIENTS;

export function within(bounds: Bounds, value: number): boolean {
  if (bounds.whole && !Number.isInteger(value)) return false;
  if (bounds.above && value <= bounds.min) return false;
  return value >= bounds.min && value <= bounds.max;
}

/** Words of likelihood name a probability, so they stand only for numbers that could be one. */
export function takesWords(bounds: Bounds): boolean {
  return bounds.min >= 0 && bounds.max <= 1 && !bounds.whole;
}

export function boundsText({ min, max, whole, above }: Bounds): string {
  const kind = whole ? 'a whole number' : 'a number';
  return above ? `${kind} above ${min}, at most ${max}` : `${kind} from ${min} to ${max}`;
}

export function outOfBounds(value: number, { whole }: Bounds): string {
  if (!Number.isFinite(value)) return `${value} is not a number to reckon with`;
  return whole && !Number.isInteger(value) ? `${value} is not a whole number` : `${value} is out of bounds`;
}
