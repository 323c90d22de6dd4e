import { PARTY_EFFECTS, RELATION_EFFECTS } from '../model/scenario.ts';
import { checkName, type Checked } from './check-name.ts';
import type { EffectDraft, EventDraft } from './document.ts';
import { entriesOf } from './schema-parts.ts';
import { listed, type Path } from './problem.ts';
import { entry } from './tree.ts';

/** Relations run between two different parties that exist. */
export function checkRelations(checked: Checked): void {
  const { names, report, present } = checked;
  for (const from of present(['relations'])) {
    checkName(report, ['relations'], from, names.parties, 'a party of this scenario', from);
    for (const to of present(['relations', from])) {
      checkServes(checked, from, to);
      const path = ['relations', from];
      if (to === from)
        report({ path, key: to, message: `${from} cannot have a relation to itself`, hint: 'take it away' });
      else checkName(report, path, to, names.parties, 'a party of this scenario', to);
    }
  }
}

/** A channel serves issues that exist. */
function checkServes({ draft, names, report }: Checked, from: string, to: string): void {
  const serves = entry(entry(entry(draft.relations, from), to), 'serves');
  if (!Array.isArray(serves)) return;
  for (const [index, issue] of serves.entries())
    checkName(
      report,
      ['relations', from, to, 'serves', index],
      String(issue),
      names.issues,
      'an issue of this scenario',
    );
}

/** Events change what is there. */
export function checkEvents(checked: Checked): void {
  for (const [id, event] of entriesOf<EventDraft>(checked.draft.events)) {
    if ((event.round === undefined) === (event.hazard === undefined)) {
      checked.report({
        path: ['events', id],
        message: 'an event has either a `round` or a `hazard`',
        hint: 'round: 4 sets it for a round; hazard: { value: 0.1, … } leaves it to chance',
      });
    }
    for (const [index, effect] of event.effects.entries())
      checkEffect(['events', id, 'effects', index], effect, checked);
  }
}

const FORMS = '{ party, what, change }, { from, to, what, change }, { from, to, channel } or { rival: closed }';

function checkEffect(path: Path, effect: EffectDraft, checked: Checked): void {
  const { names, report, present } = checked;
  const keys = Object.keys(effect)
    .filter((key) => key !== 'on')
    .sort()
    .join(' ');
  const form = {
    'change party what': 'party',
    'change from to what': 'relation',
    'channel from to': 'channel',
    rival: 'rival',
  }[keys];
  if (form === undefined) {
    return report({
      path,
      message: 'this is no effect',
      found: `{ ${Object.keys(effect).join(', ')} }`,
      expected: FORMS,
    });
  }
  if (effect.on !== undefined && effect.on !== form) {
    report({
      path: [...path, 'on'],
      message: `says ${effect.on}, but the other keys are those of a ${form}`,
      expected: FORMS,
    });
  }
  if (form === 'rival') {
    if (checked.draft.conference?.rival === undefined)
      report({
        path: [...path, 'rival'],
        message: 'there is no rival forum to close',
        hint: 'declare it under conference',
      });
    return;
  }
  if (form === 'party') {
    checkName(report, [...path, 'party'], effect.party!, names.parties, 'a party of this scenario');
    checkWhat(PARTY_EFFECTS, 'a party');
    return;
  }
  const [from, to] = [effect.from!, effect.to!];
  if (
    checkName(report, [...path, 'from'], from, names.parties, 'a party of this scenario') &&
    checkName(report, [...path, 'to'], to, names.parties, 'a party of this scenario')
  ) {
    const known = present(['relations', from]);
    if (!known.includes(to)) {
      const expected = known.length === 0 ? `none: ${from} has no relation to anybody` : `${from} to ${listed(known)}`;
      report({
        path: [...path, 'to'],
        message: `there is no relation from ${from} to ${to} to change`,
        expected,
        hint: 'declare it under relations',
      });
    }
  }
  if (form === 'relation') checkWhat(RELATION_EFFECTS, 'a relation');

  function checkWhat(allowed: readonly string[], whose: string): void {
    if (allowed.includes(effect.what!)) return;
    report({
      path: [...path, 'what'],
      message: `${effect.what} is nothing of ${whose}`,
      expected: `one of ${listed(allowed)}`,
    });
  }
}
