import type { Offer } from '../world.ts';
import type { Setting } from '../setting.ts';
import { textOf } from '../outcomes.ts';

/**
 * What another party seems to want, from its offers alone, by how often it asks for what (van Galen Last 2012, Agent
 * Smith): an option is worth its count over that of the issue's most frequent one, and an issue weighs as much as its
 * most frequent option was steadfast. Weight times value by issue and option; the weights sum to 1.
 */
export function frequencyModel(setting: Setting, offers: readonly Offer[]): readonly (readonly number[])[] {
  const counts = setting.issues.map((issue) => issue.options.map(() => 0));
  for (const { outcome } of offers) textOf(setting, outcome).forEach((option, k) => (counts[k]![option]! += 1));
  const most = counts.map((of) => of.reduce((greatest, count) => (count > greatest ? count : greatest), 0));
  const total = most.reduce((sum, count) => sum + count, 0);
  return counts.map((of, k) => of.map((count) => (count / most[k]!) * (most[k]! / total)));
}

/** The same for every outcome. */
export function modelledUtilities(worths: readonly (readonly number[])[]): Float64Array {
  let utilities = new Float64Array(1);
  for (const of of worths) {
    const sums = new Float64Array(utilities.length * of.length);
    for (let n = 0; n < sums.length; n++) sums[n] = utilities[(n - (n % of.length)) / of.length]! + of[n % of.length]!;
    utilities = sums;
  }
  return utilities;
}
