import type { Chance } from '../model/chance.ts';
import type { Text } from '../model/text.ts';
import { TOLERANCE, replaced } from './arithmetic.ts';
import { withChanges, type DraftChange } from './draft-change.ts';
import { estimateOf, estimatedUtility, type Estimate } from './estimates.ts';
import { isPolled } from './polling.ts';
import type { Setting } from './setting.ts';
import { utility, walkAway } from './utility.ts';
import type { ChairView } from './visibility.ts';

/**
 * Formulation: coordinate ascent on the Nash product Π max(û_i − b̂_i, ε)^λ_i over the chair's estimates, one issue
 * at a time, at most `pace` issues. λ is a whole number, so no logarithm is needed: more for signatories, one more
 * where the chair leans to the party. A chair that is itself a party enters with its own utility and λ = 1.
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
  readonly gainOf: (text: Text) => number;
  readonly exponent: number;
}

function factorsOf(setting: Setting, view: ChairView, chance: Chance): readonly Factor[] {
  const { signatoryExponent, lean } = setting.model.drafting;
  const factors: Factor[] = [];
  for (const party of setting.parties) {
    const i = party.index;
    if (!isPolled(view.public.grades[i]!)) continue;
    if (i === setting.chair.party && view.own !== undefined) {
      const b = walkAway(party, view.own);
      factors.push({ gainOf: (text) => utility(party, text) - b, exponent: 1 });
      continue;
    }
    const estimate: Estimate = estimateOf(setting, view.room, i, view.public.round, chance);
    const b = view.chair.walkAways[i]!;
    const leans = trustOfChairIn(view, i) >= lean ? 1 : 0;
    const exponent = (party.signatory ? signatoryExponent : 1) + leans;
    factors.push({ gainOf: (text) => estimatedUtility(estimate, text) - b, exponent });
  }
  return factors;
}

/** The chair's trust in a party; 0 for a chair from outside or without a relation. */
function trustOfChairIn(view: ChairView, party: number): number {
  return view.incoming.find((relation) => relation.setting.from === party)?.trust ?? 0;
}

/**
 * The Nash product of a text as a multiple of another's: a product of two hundred small gains would vanish, their
 * ratios do not.
 */
function timesTheProduct(setting: Setting, factors: readonly Factor[], text: Text, than: Text): number {
  const { floor } = setting.model.drafting;
  let result = 1;
  for (const { gainOf, exponent } of factors) {
    const gain = gainOf(text);
    const before = gainOf(than);
    const ratio = (gain > floor ? gain : floor) / (before > floor ? before : floor);
    for (let n = 0; n < exponent; n++) result *= ratio;
  }
  return result;
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
  let best: { issue: number; option: number } | undefined;
  let greatest = mustGive.length > 0 ? 0 : 1 + TOLERANCE;
  for (const issue of mustGive.length > 0 ? mustGive : open) {
    for (let option = 0; option < setting.issues[issue]!.options.length; option++) {
      if (option === text[issue] || view.chair.struck[issue]![option]) continue;
      const times = timesTheProduct(setting, factors, replaced(text, issue, option), text);
      if (times <= greatest) continue;
      best = { issue, option };
      greatest = times * (1 + TOLERANCE);
    }
  }
  return best;
}

/** An option struck for a red line is not proposed again, where there is another to propose. */
function holdsStruck({ chair }: ChairView, text: Text, issue: number): boolean {
  const struck = chair.struck[issue]!;
  return struck[text[issue]!]! && struck.includes(false);
}
