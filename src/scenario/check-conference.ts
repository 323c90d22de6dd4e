import { checkName, EXCLUSIVE, type Checked } from './check-name.ts';
import type { ConferenceDraft } from './conference-schema.ts';
import type { PartyFragment } from './party-schema.ts';
import { entriesOf } from './schema-parts.ts';
import type { Names } from './names.ts';
import type { Report } from './problem.ts';

/** Who sits there, who must sign, who chairs and who may block. */
export function checkConference({ draft, names, report }: Checked): void {
  const parties = new Map(entriesOf<PartyFragment>(draft.parties));
  if (draft.parties && names.parties.length < 2) {
    const found = names.parties.length === 0 ? 'none' : `only ${names.parties[0]}`;
    report({
      path: ['parties'],
      message: 'a conference needs at least two parties',
      found,
      hint: 'add a party under parties',
    });
  }
  const signing = [...parties.values()].map((party) => party.signatory);
  if (signing.length > 0 && signing.every((signs) => signs === false)) {
    const hint = 'write signatory: true for every party without which there is no agreement';
    report({ path: ['parties'], message: 'nobody has to sign: at least one party must be a signatory', hint });
  }
  if (!draft.conference) return;
  const { chair, hostParty, ownership, rival, rule } = draft.conference;
  if (hostParty !== undefined)
    checkName(report, ['conference', 'hostParty'], hostParty, names.parties, 'a party of this scenario');
  if (chair?.party !== undefined) {
    const path = ['conference', 'chair', 'party'];
    const known = checkName(report, path, chair.party, names.parties, 'a party of this scenario');
    const coming = known ? parties.get(chair.party)?.attendance : undefined;
    if (coming !== undefined && coming !== 'accepted') {
      const hint = `write attendance: accepted for ${chair.party}, or give the chair to somebody else`;
      report({
        path,
        message: `${chair.party} cannot chair: its attendance is ${coming}`,
        expected: 'a party that has accepted',
        hint,
      });
    }
  }
  if (ownership) {
    const path = ['conference', 'ownership'];
    if (checkName(report, [...path, 'issue'], ownership.issue, names.issues, 'an issue of this scenario')) {
      checkName(
        report,
        [...path, 'format'],
        ownership.format,
        names.optionsOf(ownership.issue),
        `an option of ${ownership.issue}`,
      );
    }
  }
  for (const party of Object.keys(rival?.draws ?? {}))
    checkName(report, ['conference', 'rival', 'draws'], party, names.parties, 'a party of this scenario', party);
  if (rule) checkRule(rule, names, report);
}

function checkRule(rule: ConferenceDraft['rule'], names: Names, report: Report): void {
  const path = ['conference', 'rule'];
  const both = rule.quorum && rule.allBut;
  if (both || (!rule.quorum && !rule.allBut)) {
    const message = both
      ? 'quorum and allBut exclude each other'
      : 'says not how many of the other parties must accept';
    const hint = both ? EXCLUSIVE : 'allBut: 0 asks for all of them, quorum: 0 for none';
    report({ path, message, expected: 'either quorum or allBut', hint });
  }
  for (const [index, id] of (rule.vetoes ?? []).entries())
    checkName(report, [...path, 'vetoes', index], id, names.parties, 'a party of this scenario');
}
