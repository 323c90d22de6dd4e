import type { Party, Preference, RedLine, Spoiler, Stance, Tactic } from '../model/scenario.ts';
import type { PartyDraft, StanceDraft } from './party-schema.ts';
import { entriesOf } from './schema-parts.ts';
import { assumed, type Settle } from './settle.ts';
import { byCodeUnit } from './tree.ts';

/** The party that a section without faults describes; its stances stand in the order of their issues' ids. */
export function partyOf(id: string, draft: PartyDraft, settle: Settle): Party {
  return {
    id,
    name: draft.name,
    ...(draft.spokenOf !== undefined && { spokenOf: draft.spokenOf }),
    ...(draft.head !== undefined && { head: draft.head }),
    signatory: draft.signatory,
    attendance: draft.attendance,
    walkAway: settle(draft.walkAway),
    pain: settle(draft.pain),
    expectation: settle(draft.expectation),
    optimism: settle(draft.optimism),
    patience: settle(draft.patience),
    leverage: settle(draft.leverage),
    audience: settle(draft.audience),
    delegation: draft.delegation
      ? settle(draft.delegation)
      : assumed(0, 'nothing is said of a delegation without mandate'),
    home: draft.home ? settle(draft.home) : assumed(0, 'its own side ratifies whatever it signs'),
    budget: draft.budget ? settle(draft.budget) : assumed(0, 'it has nothing to promise'),
    guarantor: draft.guarantor ? settle(draft.guarantor) : assumed(0, 'its word guarantees nothing to others'),
    ...(draft.spoiler && { spoiler: spoilerOf(draft.spoiler, settle) }),
    tactic: tacticOf(draft.tactic, settle),
    stances: entriesOf<StanceDraft>(draft.stances)
      .map(([issue, stance]) => stanceOf(issue, stance, settle))
      .sort((a, b) => byCodeUnit(a.issue, b.issue)),
    brief: { public: draft.brief?.public ?? '', confidential: draft.brief?.confidential ?? '' },
  };
}

/** The check has made sure that each kind has what it needs. */
function tacticOf({ kind = 'time-dependent', beta, reciprocity }: PartyDraft['tactic'], settle: Settle): Tactic {
  return kind === 'time-dependent' ? { kind, beta: settle(beta!), reciprocity: settle(reciprocity!) } : { kind };
}

function spoilerOf({ type, issue, within, step }: NonNullable<PartyDraft['spoiler']>, settle: Settle): Spoiler {
  switch (type) {
    case 'limited':
      return { type, issue: issue!, within: [...new Set(within)].sort(byCodeUnit) };
    case 'greedy':
      return { type, step: settle(step!) };
    case 'total':
      return { type };
  }
}

function stanceOf(issue: string, draft: StanceDraft, settle: Settle): Stance {
  return {
    issue,
    preference: preferenceOf(draft, settle),
    salience: settle(draft.salience),
    ...(draft.redLine && { redLine: redLineOf(draft.redLine, settle) }),
    voiced: draft.voiced ?? 'public',
  };
}

function preferenceOf({ ideal, curvature, values }: StanceDraft, settle: Settle): Preference {
  if (ideal) return { kind: 'ideal', ideal: settle(ideal), ...(curvature && { curvature: settle(curvature) }) };
  const entries = Object.entries(values ?? {}).sort(([a], [b]) => byCodeUnit(a, b));
  return { kind: 'values', values: Object.fromEntries(entries.map(([option, value]) => [option, settle(value)])) };
}

function redLineOf({ atLeast, atMost, never }: NonNullable<StanceDraft['redLine']>, settle: Settle): RedLine {
  if (never) return { kind: 'never', options: [...new Set(never)].sort(byCodeUnit) };
  return { kind: 'bounds', ...(atLeast && { atLeast: settle(atLeast) }), ...(atMost && { atMost: settle(atMost) }) };
}
