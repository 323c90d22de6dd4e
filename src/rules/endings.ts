import { TOLERANCE } from './arithmetic.ts';
import type { PartySetting } from './party-setting.ts';
import type { Setting } from './setting.ts';
import type { World } from './world.ts';

/** Signatories that did not come at all: without them there is no conference. */
export function absentSignatories(setting: Setting, world: World): readonly number[] {
  return setting.signatories.filter(
    (i) => world.public.grades[i] === 'absent' || world.public.grades[i] === 'observer',
  );
}

/**
 * Agreement: every signatory there officially and accepting, no veto, and the quorum among the other official parties.
 */
export function isAgreed(setting: Setting, world: World): boolean {
  const accepts = (i: number) => world.public.votes[i]?.accepts === true;
  const official = (i: number) => world.public.grades[i] === 'official';
  if (!setting.signatories.every((i) => official(i) && accepts(i))) return false;
  if (setting.vetoes.some((i) => official(i) && !accepts(i))) return false;
  const others = otherOfficials(setting, world);
  return quorumIsMet(setting, others.length, others.filter((i) => !accepts(i)).length);
}

/** Whether an agreement needs the assent of a party, as things stand: a signatory, a veto, one without whom no quorum. */
export function mustAssent(setting: Setting, world: World, party: number): boolean {
  if (setting.signatories.includes(party) || setting.vetoes.includes(party)) return true;
  const others = otherOfficials(setting, world);
  return others.includes(party) && !quorumIsMet(setting, others.length, 1);
}

function otherOfficials(setting: Setting, { public: { grades } }: World): readonly number[] {
  return setting.parties.flatMap(({ index, signatory }) => (!signatory && grades[index] === 'official' ? [index] : []));
}

/** Whether enough of the other official parties accept, when so many of them refuse. */
export function quorumIsMet({ quorum }: Pick<Setting, 'quorum'>, others: number, refusals: number): boolean {
  return 'allBut' in quorum ? refusals <= quorum.allBut : others - refusals >= quorum.share * others - TOLERANCE;
}

/**
 * What a communiqué would say: the issues on which the text has moved off the status quo, crosses no signatory's red
 * line, and is worth at least the status quo to every signatory.
 */
export function agreedIssues(setting: Setting, world: World): readonly number[] {
  const signatories = setting.signatories.map((i) => setting.parties[i]!);
  return setting.issues.flatMap((issue, k) => {
    const option = world.public.text[k]!;
    const agreed = option !== issue.statusQuo && signatories.every((party) => suits(party, k, option, issue.statusQuo));
    return agreed ? [k] : [];
  });
}

function suits(party: PartySetting, issue: number, option: number, statusQuo: number): boolean {
  const values = party.values[issue]!;
  return party.allowed[issue]![option]! && values[option]! >= values[statusQuo]! - TOLERANCE;
}

/** At the deadline: every signatory is there officially and the agreed issues carry enough of their mean weight. */
export function isCommunique(setting: Setting, world: World): boolean {
  if (!setting.signatories.every((i) => world.public.grades[i] === 'official')) return false;
  let weight = 0;
  for (const k of agreedIssues(setting, world)) {
    for (const i of setting.signatories) weight += setting.parties[i]!.weights[k]! / setting.signatories.length;
  }
  return weight >= setting.model.communique.share - TOLERANCE;
}
