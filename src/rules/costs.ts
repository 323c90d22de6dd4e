import type { Text } from '../model/text.ts';
import type { PartySetting, Setting } from './setting.ts';
import type { PartyView } from './visibility.ts';

/**
 * What each option is worth to a party as it would count it in a vote, by issue and option: w·v, less what its public
 * and the risk of a broken promise take off. A text is worth the sum over its options; promises come on top.
 */
export function worthByOption(setting: Setting, view: PartyView): readonly (readonly number[])[] {
  const audience = audienceRate(setting, view);
  const commitment = commitmentRate(setting, view);
  const { me } = view;
  return me.values.map((values, k) =>
    values.map((value, o) => {
      const costs = audience * retreatOn(view, k, o) + commitment * commitmentOn(setting, me, k, o);
      return me.weights[k]! * value - costs;
    }),
  );
}

/**
 * Audience cost (Fearon 1994): a·audience·Σ over the issues on which its public watches of
 * w·max(0, v(first tabled) − v(text)). Nothing before it has tabled anything.
 */
export function audienceCost(setting: Setting, view: PartyView, text: Text): number {
  let retreat = 0;
  for (let k = 0; k < text.length; k++) retreat += retreatOn(view, k, text[k]!);
  return audienceRate(setting, view) * retreat;
}

/**
 * Commitment discount (Walter 1997) of a signatory: d·(1 − g)·Σ over the issues on which promises must be kept later
 * of w·(how far the text moves from the status quo), g the best credibility of a guarantor who is there officially.
 */
export function commitmentDiscount(setting: Setting, view: PartyView, text: Text): number {
  let moved = 0;
  for (const k of setting.commitments) moved += commitmentOn(setting, view.me, k, text[k]!);
  return commitmentRate(setting, view) * moved;
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

function audienceRate(setting: Setting, { own }: PartyView): number {
  return setting.model.audience.cost * own.audience;
}

/** How far an option falls behind what the party first tabled, where its public watches. */
function retreatOn({ me, own, room }: PartyView, k: number, option: number): number {
  const first = room?.first[me.index];
  if (first === undefined || !own.exposed[k]) return 0;
  const given = me.values[k]![first[k]!]! - me.values[k]![option]!;
  return given > 0 ? me.weights[k]! * given : 0;
}

function commitmentRate(setting: Setting, { me, public: { grades } }: PartyView): number {
  if (!me.signatory || setting.commitments.length === 0) return 0;
  return setting.model.commitment.discount * (1 - bestGuarantor(setting, grades, me));
}

function commitmentOn(setting: Setting, me: PartySetting, k: number, option: number): number {
  return setting.commitments.includes(k) ? me.weights[k]! * fromStatusQuo(setting, k, option) : 0;
}

function fromStatusQuo(setting: Setting, issue: number, option: number): number {
  const { ordered, positions, statusQuo } = setting.issues[issue]!;
  if (option === statusQuo) return 0;
  if (!ordered) return 1;
  const by = positions[option]! - positions[statusQuo]!;
  return by < 0 ? -by : by;
}
