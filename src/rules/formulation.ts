import type { Chance } from '../model/chance.ts';
import type { Text } from '../model/text.ts';
import type { DraftChange } from './draft-change.ts';
import { estimateOf, estimatedUtility, type Estimate } from './estimates.ts';
import { TOLERANCE } from './arithmetic.ts';
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
  let text = view.public.text;
  let best = product(setting, factors, text);
  while (changes.length < setting.chair.pace) {
    const step = bestStep(setting, view, factors, text, best, changes);
    if (step === undefined) break;
    changes.push({ issue: step.issue, option: step.option, reason: 'nash' });
    text = step.text;
    best = step.product;
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

function product(setting: Setting, factors: readonly Factor[], text: Text): number {
  const { floor } = setting.model.drafting;
  let result = 1;
  for (const { gainOf, exponent } of factors) {
    const gain = gainOf(text);
    const counted = gain > floor ? gain : floor;
    for (let n = 0; n < exponent; n++) result *= counted;
  }
  return result;
}

/** The single change with the greatest product, if it is greater than that of the text; ties go to the lower index. */
function bestStep(
  setting: Setting,
  view: ChairView,
  factors: readonly Factor[],
  text: Text,
  atLeast: number,
  done: readonly DraftChange[],
) {
  let best: { issue: number; option: number; text: Text; product: number } | undefined;
  let greatest = atLeast * (1 + TOLERANCE);
  for (let issue = 0; issue < text.length; issue++) {
    if (done.some((change) => change.issue === issue)) continue;
    for (let option = 0; option < setting.issues[issue]!.options.length; option++) {
      if (option === text[issue] || view.chair.struck[issue]![option]) continue;
      const candidate = text.slice();
      candidate[issue] = option;
      const value = product(setting, factors, candidate);
      if (value <= greatest * (best ? 1 + TOLERANCE : 1)) continue;
      best = { issue, option, text: candidate, product: value };
      greatest = value;
    }
  }
  return best;
}
