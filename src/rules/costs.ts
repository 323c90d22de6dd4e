import type { Text } from '../model/text.ts';
import type { PartySetting, Setting } from './setting.ts';
import type { PartyView } from './visibility.ts';

/**
 * Audience cost (Fearon 1994): a·audience·Σ over the issues on which its public watches of
 * w·max(0, v(first tabled) − v(text)). Nothing before it has tabled anything.
 */
export function audienceCost(setting: Setting, { me, own, room }: PartyView, text: Text): number {
  const first = room?.first[me.index];
  if (first === undefined) return 0;
  let retreat = 0;
  for (let k = 0; k < text.length; k++) {
    if (!own.exposed[k]) continue;
    const given = me.values[k]![first[k]!]! - me.values[k]![text[k]!]!;
    if (given > 0) retreat += me.weights[k]! * given;
  }
  return setting.model.audience.cost * own.audience * retreat;
}

/**
 * Commitment discount (Walter 1997) of a signatory: d·(1 − g)·Σ over the issues on which promises must be kept later
 * of w·(how far the text moves from the status quo), g the best credibility of a guarantor who is there officially.
 */
export function commitmentDiscount(setting: Setting, view: PartyView, text: Text): number {
  if (!view.me.signatory || setting.commitments.length === 0) return 0;
  let moved = 0;
  for (const k of setting.commitments) moved += view.me.weights[k]! * distance(setting, k, text[k]!);
  const g = bestGuarantor(setting, view.public.grades, view.me);
  return setting.model.commitment.discount * (1 - g) * moved;
}

/** The greatest credibility as a guarantor among those who are there officially, other than the party itself. */
export function bestGuarantor(setting: Setting, grades: readonly string[], me?: PartySetting): number {
  let best = 0;
  for (const party of setting.parties) {
    if (party === me || grades[party.index] !== 'official') continue;
    if (party.guarantor > best) best = party.guarantor;
  }
  return best;
}

function distance(setting: Setting, issue: number, option: number): number {
  const { ordered, positions, statusQuo } = setting.issues[issue]!;
  if (option === statusQuo) return 0;
  if (!ordered) return 1;
  const by = positions[option]! - positions[statusQuo]!;
  return by < 0 ? -by : by;
}
