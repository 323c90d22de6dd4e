import type { Outcome } from '../model/outcome.ts';
import type { Text } from '../model/text.ts';
import { TOLERANCE } from './arithmetic.ts';
import type { PartySetting } from './party-setting.ts';
import type { Setting } from './setting.ts';

/** All outcomes as one party sees them. */
export interface OwnOutcomes {
  /** What each outcome is worth to it, by outcome. */
  readonly utilities: Float64Array;
  /** 1 where it could sign the outcome at all: within its red lines, and at or above its walk-away. */
  readonly signable: Uint8Array;
  /** Those that it could sign, best first, the lower number first among equals. */
  readonly ranked: Int32Array;
  /** What these are worth to it: never rising. */
  readonly worth: Float64Array;
}

/**
 * Lists follow from what a party wants and its walk-away, so they are made once for all runs, whatever its tactic, and
 * only for the parties that are asked.
 */
const known = new WeakMap<PartySetting['worths'], OwnOutcomes & { readonly walkAway: number }>();

export function outcomesOf(setting: Setting, party: PartySetting, walkAway: number): OwnOutcomes {
  let own = known.get(party.worths);
  if (own?.walkAway !== walkAway) {
    own = { ...listed(setting, party, walkAway), walkAway };
    known.set(party.worths, own);
  }
  return own;
}

function listed(setting: Setting, party: PartySetting, walkAway: number): OwnOutcomes {
  // Issue by issue, as `utility` sums, so that both give the same last bit.
  let utilities = new Float64Array(1);
  let allowed = new Uint8Array(1).fill(1);
  for (let k = 0; k < setting.issues.length; k++) {
    const count = setting.issues[k]!.options.length;
    const sums = new Float64Array(utilities.length * count);
    const within = new Uint8Array(sums.length);
    for (let n = 0; n < sums.length; n++) {
      const before = (n - (n % count)) / count;
      sums[n] = utilities[before]! + party.worths[k]![n % count]!;
      within[n] = allowed[before]! && party.allowed[k]![n % count] ? 1 : 0;
    }
    utilities = sums;
    allowed = within;
  }
  const signable = allowed.map((within, n) => (within && utilities[n]! >= walkAway - TOLERANCE ? 1 : 0));
  const ranked: number[] = [];
  signable.forEach((can, n) => {
    if (can) ranked.push(n);
  });
  ranked.sort((a, b) => utilities[b]! - utilities[a]! || a - b);
  const worth = Float64Array.from(ranked, (n) => utilities[n]!);
  return { utilities, signable, ranked: Int32Array.from(ranked), worth };
}

export function textOf({ issues }: Setting, outcome: Outcome): Text {
  const text: number[] = [];
  let rest = outcome;
  for (let k = issues.length - 1; k >= 0; k--) {
    const option = rest % issues[k]!.options.length;
    text[k] = option;
    rest = (rest - option) / issues[k]!.options.length;
  }
  return text;
}

export function outcomeOf({ issues }: Setting, text: Text): Outcome {
  let outcome = 0;
  for (let k = 0; k < issues.length; k++) outcome = outcome * issues[k]!.options.length + text[k]!;
  return outcome;
}

/** How many of the ranked outcomes are worth more than this; the place of the first that is not. */
export function placeOf({ worth }: OwnOutcomes, utility: number): number {
  let low = 0;
  let high = worth.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (worth[middle]! > utility) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The place among the ranked outcomes of the one worth nearest to a target, on either side of it; the better of two
 * equally near, and of several worth the same the first.
 */
export function nearestPlace(own: OwnOutcomes, target: number): number {
  const { worth } = own;
  const below = placeOf(own, target);
  if (below === 0) return 0;
  const isBelowNearer = below < worth.length && target - worth[below]! < worth[below - 1]! - target - TOLERANCE;
  return isBelowNearer ? below : placeOf(own, worth[below - 1]!);
}
