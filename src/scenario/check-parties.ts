import { checkName, type Checked } from './check-name.ts';
import { checkTactic } from './check-tactics.ts';
import type { PartyFragment } from './party-schema.ts';
import { entriesOf } from './schema-parts.ts';

/** A tactic and a spoiler have what their kind needs and nothing that it would ignore. */
export function checkParties(checked: Checked): void {
  for (const [id, party] of entriesOf<PartyFragment>(checked.draft.parties)) {
    checkTactic(id, party, checked);
    checkSpoiler(id, party, checked);
  }
}

const NEEDS = { limited: ['issue', 'within'], greedy: ['step'], total: [] } as const;

function checkSpoiler(id: string, { spoiler }: PartyFragment, { names, report }: Checked): void {
  if (spoiler === undefined) return;
  const path = ['parties', id, 'spoiler'];
  const needs: readonly string[] = NEEDS[spoiler.type];
  for (const key of ['issue', 'within', 'step'] as const) {
    const given = spoiler[key] !== undefined;
    if (needs.includes(key) && !given) report({ path, message: `a ${spoiler.type} spoiler needs ${key}` });
    if (!needs.includes(key) && given)
      report({ path: [...path, key], message: `a ${spoiler.type} spoiler has no ${key}`, hint: 'take it away' });
  }
  if (spoiler.issue === undefined) return;
  if (!checkName(report, [...path, 'issue'], spoiler.issue, names.issues, 'an issue of this scenario')) return;
  for (const [index, option] of (spoiler.within ?? []).entries()) {
    const options = names.optionsOf(spoiler.issue);
    checkName(report, [...path, 'within', index], option, options, `an option of ${spoiler.issue}`);
  }
}
