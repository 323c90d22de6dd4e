import type { Chance } from '../model/chance.ts';
import type { Text } from '../model/text.ts';
import { TOLERANCE } from './arithmetic.ts';
import { withChanges, type DraftChange } from './draft-change.ts';
import { estimateOf, type Estimate } from './estimates.ts';
import { isPolled } from './polling.ts';
import type { Setting } from './setting.ts';
import { walkAway } from './utility.ts';
import type { ChairView } from './visibility.ts';

/**
 * Formulation: coordinate ascent on the Nash product Π (û_i − b̂_i)^λ_i over the chair's estimates, one issue at a
 * time, at most `pace` issues. λ is a whole number, so no logarithm is needed: more for signatories, one more where
 * the chair leans to the party. A chair that is itself a party enters with its own utility and λ = 1. A gain g below ε
 * counts as ε²/(2ε − g), which meets g there in value and slope: a party that would lose still weighs, and the more
 * the more it would lose. (A bare floor at ε would make the product blind to it.)
 */
export function formulate(setting: Setting, view: ChairView, chance: Chance): readonly DraftChange[] {
  const factors = factorsOf(setting, view, chance);
  const changes: DraftChange[] = [];
  let { text } = view.public;
  while (changes.length < setting.chair.pace) {
    const step = bestStep(setting, view, factors, text, changes);
    if (step === undefined) break;
    changes.push({ ...step, reason: 'nash' });
    text = withChanges(text, [{ ...step, reason: 'nash' }]);
  }
  return changes;
}

interface Factor {
  /** Weight times value, by issue and option: a text's utility is their sum over its options. */
  readonly worth: readonly (readonly number[])[];
  readonly walkAway: number;
  readonly exponent: number;
}

function factorsOf(setting: Setting, view: ChairView, chance: Chance): readonly Factor[] {
  const { signatoryExponent, lean } = setting.model.drafting;
  const factors: Factor[] = [];
  for (const party of setting.parties) {
    const i = party.index;
    if (!isPolled(view.public.grades[i]!)) continue;
    if (i === setting.chair.party && view.own !== undefined) {
      factors.push({ worth: worthOf(party), walkAway: walkAway(party, view.own), exponent: 1 });
      continue;
    }
    const estimate = estimateOf(setting, view.room, i, view.public.round, chance);
    const leans = trustOfChairIn(view, i) >= lean - TOLERANCE ? 1 : 0;
    const exponent = (party.signatory ? signatoryExponent : 1) + leans;
    factors.push({ worth: worthOf(estimate), walkAway: view.chair.walkAways[i]!, exponent });
  }
  return factors;
}

function worthOf({ weights, values }: Estimate): readonly (readonly number[])[] {
  return values.map((row, k) => row.map((value) => weights[k]! * value));
}

/** The chair's trust in a party; 0 for a chair from outside or without a relation. */
function trustOfChairIn(view: ChairView, party: number): number {
  return view.incoming.find((relation) => relation.setting.from === party)?.trust ?? 0;
}

/**
 * The Nash product of every text that differs from this one on one issue, by issue and option, as a multiple of this
 * one's: a product of two hundred small gains would vanish, their ratios do not. Utility is a sum over issues, so a
 * change of one needs no sum over the others; products that differ by rounding alone are equal to the caller.
 */
function timesTheProduct(setting: Setting, factors: readonly Factor[], text: Text): readonly (readonly number[])[] {
  const { floor } = setting.model.drafting;
  const times = setting.issues.map(({ options }) => options.map(() => 1));
  const counted = (gain: number) => (gain > floor ? gain : (floor * floor) / (2 * floor - gain));
  for (const { worth, walkAway: b, exponent } of factors) {
    let utility = 0;
    for (let k = 0; k < text.length; k++) utility += worth[k]![text[k]!]!;
    const now = counted(utility - b);
    for (let k = 0; k < text.length; k++) {
      const row = times[k]!;
      const values = worth[k]!;
      const rest = utility - values[text[k]!]! - b;
      for (let o = 0; o < row.length; o++) {
        const ratio = counted(rest + values[o]!) / now;
        for (let n = 0; n < exponent; n++) row[o]! *= ratio;
      }
    }
  }
  return times;
}

/**
 * The single change with the greatest product, if that is greater than the text's; ties go to the lower index. While
 * the text holds a struck option, only changes that give one up count, the best of them even at a loss.
 */
function bestStep(
  setting: Setting,
  view: ChairView,
  factors: readonly Factor[],
  text: Text,
  done: readonly DraftChange[],
): { issue: number; option: number } | undefined {
  const open = setting.issues.flatMap((_, issue) => (done.some((change) => change.issue === issue) ? [] : [issue]));
  const mustGive = open.filter((issue) => holdsStruck(view, text, issue));
  const times = timesTheProduct(setting, factors, text);
  let best: { issue: number; option: number } | undefined;
  let greatest = mustGive.length > 0 ? 0 : 1 + TOLERANCE;
  for (const issue of mustGive.length > 0 ? mustGive : open) {
    for (let option = 0; option < setting.issues[issue]!.options.length; option++) {
      if (option === text[issue] || view.chair.struck[issue]![option]) continue;
      if (times[issue]![option]! <= greatest) continue;
      best = { issue, option };
      greatest = times[issue]![option]! * (1 + TOLERANCE);
    }
  }
  return best;
}

/** An option struck for a red line is not proposed again, where there is another to propose. */
function holdsStruck({ chair }: ChairView, text: Text, issue: number): boolean {
  const struck = chair.struck[issue]!;
  return struck[text[issue]!]! && struck.includes(false);
}
