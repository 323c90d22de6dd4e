import type {
  Acceptance,
  Party,
  Preference,
  ProtocolName,
  RedLine,
  Spoiler,
  Stance,
  Tactic,
} from '../model/scenario.ts';
import type { PartyDraft, StanceDraft } from './party-schema.ts';
import { entriesOf } from './schema-parts.ts';
import { assumed, tacticNumber, type Settle } from './settle.ts';
import { byCodeUnit } from './tree.ts';

/** The party that a section without faults describes; its stances stand in the order of their issues' ids. */
export function partyOf(id: string, draft: PartyDraft, settle: Settle, protocol: ProtocolName = 'single-text'): Party {
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
    tactic: protocol === 'single-text' ? tacticOverText(draft.tactic, settle) : tacticOf(draft.tactic, settle),
    stances: entriesOf<StanceDraft>(draft.stances)
      .map(([issue, stance]) => stanceOf(issue, stance, settle))
      .sort((a, b) => byCodeUnit(a.issue, b.issue)),
    brief: { public: draft.brief?.public ?? '', confidential: draft.brief?.confidential ?? '' },
  };
}

type TacticDraft = PartyDraft['tactic'];

/** The check has made sure that each kind has what it needs, and is one that serves over a text. */
function tacticOverText({ kind = 'time-dependent', beta, reciprocity }: TacticDraft, settle: Settle): Tactic {
  if (kind === 'time-dependent') return { kind, beta: settle(beta!), reciprocity: settle(reciprocity!) };
  return { kind: kind as 'hardliner' | 'random-walker' };
}

/** A tactic of alternating offers, all that is left out taken from the literature. */
function tacticOf(draft: TacticDraft, settle: Settle): Tactic {
  const { kind = 'time-dependent' } = draft;
  const number = (name: Exclude<keyof TacticDraft, 'kind' | 'beta' | 'acceptance'>) =>
    tacticNumber(name, draft[name], settle);
  const acceptance = acceptanceOf(draft.acceptance, settle);
  switch (kind) {
    case 'time-dependent':
      return {
        kind,
        beta: settle(draft.beta!),
        reciprocity: number('reciprocity'),
        floor: number('floor'),
        acceptance,
      };
    case 'hardliner':
    case 'random-walker':
      return { kind, acceptance };
    case 'tit-for-tat':
      return { kind, lookBack: number('lookBack'), acceptance };
    case 'nice-tit-for-tat':
      return {
        kind,
        reach: number('reach'),
        gap: number('gap'),
        least: number('least'),
        hurry: number('hurry'),
        rush: number('rush'),
        band: number('band'),
        acceptance,
      };
    case 'micro':
      return { kind };
  }
}

function acceptanceOf(draft: TacticDraft['acceptance'], settle: Settle): Acceptance {
  const kind = draft?.kind ?? 'next';
  const number = (name: 'factor' | 'margin' | 'after') => tacticNumber(name, draft?.[name], settle);
  switch (kind) {
    case 'next':
      return { kind, factor: number('factor'), margin: number('margin') };
    case 'time':
      return { kind, after: number('after') };
    case 'combi':
      return {
        kind,
        factor: number('factor'),
        margin: number('margin'),
        after: number('after'),
        against: draft?.against ?? 'best-of-window',
      };
  }
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
