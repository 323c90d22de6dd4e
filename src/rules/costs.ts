import type { Text } from '../model/text.ts';
import type { PartySetting } from './party-setting.ts';
import type { Setting } from './setting.ts';
import type { PartyView } from './visibility.ts';

/**
 * What each option is worth to a party as it would count it in a vote, by issue and option: w·v, less what its public
 * and the risk of a broken promise take off. A text is worth the sum over its options; promises come on top.
 */
export function worthByOption(setting: Setting, view: PartyView): readonly (readonly number[])[] {
  const { me, own, room } = view;
  const first = room?.first[me.index];
  const audience = audienceRate(setting, view);
  const commitment = commitmentRate(setting, view);
  return me.worths.map((worths, k) => {
    const watched = first !== undefined && own.exposed[k]! && audience > 0;
    if (!watched && (commitment === 0 || !setting.commitments.includes(k))) return worths;
    const tabled = watched ? worths[first[k]!]! : 0;
    const atRisk = me.atRisk[k]!;
    const net = worths.slice();
    for (let o = 0; o < net.length; o++) {
      const given = tabled - net[o]!;
      net[o] = net[o]! - audience * (watched && given > 0 ? given : 0) - commitment * atRisk[o]!;
    }
    return net;
  });
}

/**
 * Audience cost (Fearon 1994): a·audience·Σ over the issues on which its public watches of
 * w·max(0, v(first tabled) − v(text)). Nothing before it has tabled anything.
 */
export function audienceCost(setting: Setting, view: PartyView, text: Text): number {
  const { me, own, room } = view;
  const first = room?.first[me.index];
  if (first === undefined) return 0;
  let retreat = 0;
  for (let k = 0; k < text.length; k++) if (own.exposed[k]) retreat += retreatOn(me, k, first[k]!, text[k]!);
  return audienceRate(setting, view) * retreat;
}

/**
 * Commitment discount (Walter 1997) of a signatory: d·(1 − g)·Σ over the issues on which promises must be kept later
 * of w·(how far the text moves from the status quo), g the best credibility of a guarantor who is there officially.
 */
export function commitmentDiscount(setting: Setting, view: PartyView, text: Text): number {
  let moved = 0;
  for (const k of setting.commitments) moved += view.me.atRisk[k]![text[k]!]!;
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

/** By how much an option falls behind the one first tabled. */
function retreatOn({ worths }: PartySetting, k: number, first: number, option: number): number {
  const given = worths[k]![first]! - worths[k]![option]!;
  return given > 0 ? given : 0;
}

function commitmentRate(setting: Setting, { me, public: { grades } }: PartyView): number {
  if (!me.signatory || setting.commitments.length === 0) return 0;
  return setting.model.commitment.discount * (1 - bestGuarantor(setting, grades, me));
}
