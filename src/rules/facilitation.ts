import type { Text } from '../model/text.ts';
import { TOLERANCE } from './arithmetic.ts';
import type { DraftChange } from './draft-change.ts';
import { medianOption, pluralityOption } from './median.ts';
import type { PartySetting } from './party-setting.ts';
import type { IssueSetting, Setting } from './setting.ts';
import type { ChairView } from './visibility.ts';

/**
 * Facilitation (Touval and Zartman's communicator): on each issue the weighted median (Black 1958) of what the
 * signatories and every other party that amended it ask for, a signatory that accepts the text counting where it amends; on unordered issues the plurality. Of the issues where
 * that differs from the text, those with most weight behind the change. Medians do not trade across issues, so
 * expect few deals.
 */
export function facilitate(setting: Setting, view: ChairView): readonly DraftChange[] {
  const voices = voicesOf(setting, view);
  const wishes = setting.issues
    .map((issue, k) => wishOn(view, voices, issue, k))
    .filter((wish) => wish.option !== view.public.text[wish.issue]);
  const changes: DraftChange[] = [];
  while (changes.length < setting.chair.pace && wishes.length > 0) {
    const [{ issue, option, ordered }] = wishes.splice(weightiest(wishes), 1) as [Wish];
    changes.push({ issue, option, reason: ordered ? 'median' : 'plurality' });
  }
  return changes;
}

/** Where the rule would take one issue, and how much weight asks for that. */
interface Wish {
  readonly issue: number;
  readonly option: number;
  readonly ordered: boolean;
  readonly weight: number;
}

/** The place of the weightiest wish; the first among equals, which stand in id order of their issues. */
function weightiest(wishes: readonly Wish[]): number {
  let best = 0;
  wishes.forEach((wish, n) => {
    if (wish.weight > wishes[best]!.weight + TOLERANCE) best = n;
  });
  return best;
}

/** What one party at the table asks for, and how much that counts. */
interface Voice {
  readonly asked: Text;
  readonly weight: number;
  /** Whether it stands by the text where it does not amend it. */
  readonly defends: boolean;
}

function voicesOf(setting: Setting, view: ChairView): readonly Voice[] {
  const voices: Voice[] = [];
  for (const party of setting.parties) {
    const asked = view.room.proposals[party.index];
    if (asked === undefined || view.public.grades[party.index] === 'absent') continue;
    const weight = party.leverage * (party.signatory ? setting.model.drafting.signatoryWeight : 1);
    voices.push({ asked, weight, defends: defends(view, party) });
  }
  return voices;
}

function wishOn(view: ChairView, voices: readonly Voice[], issue: IssueSetting, k: number): Wish {
  const struck = view.chair.struck[k]!;
  const inText = view.public.text[k]!;
  if (!struck.includes(false)) return { issue: k, option: inText, ordered: issue.ordered, weight: 0 };
  const stands = nearestOpen(issue, struck, inText, inText);
  const weights: number[] = issue.options.map(() => 0);
  for (const { asked, weight, defends: stays } of voices)
    if (stays || asked[k] !== inText) weights[nearestOpen(issue, struck, asked[k]!, inText)]! += weight;
  const option = issue.ordered ? medianOption(weights, stands) : pluralityOption(weights, stands);
  return {
    issue: k,
    option,
    ordered: issue.ordered,
    weight: weightBehind(issue, weights, inText, option, struck[inText]!),
  };
}

/**
 * Whether a party that does not amend an issue stands by the text there. A signatory does, unless it has just accepted
 * the text as a whole: then it can live with it, and the facilitator hears those who cannot.
 */
function defends({ public: { votes } }: ChairView, { signatory, index }: PartySetting): boolean {
  return signatory && votes[index]?.accepts !== true;
}

/** The weight of those who ask to leave the text in that direction; all of it where the text holds a struck option. */
function weightBehind(
  issue: IssueSetting,
  weights: readonly number[],
  inText: number,
  option: number,
  isStruck: boolean,
) {
  let sum = 0;
  for (let o = 0; o < weights.length; o++) {
    const sameWay = issue.ordered ? o !== inText && o > inText === option > inText : o === option;
    if (isStruck || sameWay) sum += weights[o]!;
  }
  return sum;
}

/** An option struck for a red line is not proposed again: the nearest that is not, towards the text between equals. */
function nearestOpen(issue: IssueSetting, struck: readonly boolean[], option: number, inText: number): number {
  if (!struck[option] || !issue.ordered) return struck[option] ? firstOpen(struck, inText) : option;
  const towards = inText > option ? 1 : -1;
  for (let steps = 1; steps < struck.length; steps++) {
    for (const o of [option + towards * steps, option - towards * steps]) if (struck[o] === false) return o;
  }
  return option;
}

function firstOpen(struck: readonly boolean[], inText: number): number {
  return struck[inText] ? struck.indexOf(false) : inText;
}
