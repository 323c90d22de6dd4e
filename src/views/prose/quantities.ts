import type { Basis } from '../../model/quantity.ts';
import type { DraftReason } from '../../model/fact.ts';
import type { WhatIf } from '../../model/what-if.ts';
import { listed, type Names } from './names.ts';

/** What the numbers of a party and of a relation are called, by the last words of their path. */
const PARTY: Readonly<Record<string, string>> = {
  walkAway: 'walk-away',
  pain: 'pain a round',
  expectation: 'expectation of this conference',
  optimism: 'optimism about settlement',
  patience: 'patience, in rounds',
  leverage: 'leverage',
  audience: 'how far its public watches',
  delegation: 'odds of a delegation without mandate',
  home: 'least that its own side ratifies',
  budget: 'what it can spend on promises',
  guarantor: 'weight of its guarantee',
  'spoiler.step': 'step by which it asks for more',
  'tactic.beta': 'β, how it concedes over time',
  'tactic.reciprocity': 'ρ, how far it answers concessions',
};

const STANCE: Readonly<Record<string, string>> = {
  ideal: 'ideal',
  curvature: 'curvature',
  salience: 'salience',
  'redLine.atLeast': 'red line, at least',
  'redLine.atMost': 'red line, at most',
};

/** How a number of a relation joins the other party. */
const RELATION: Readonly<Record<string, string>> = { trust: 'in', influence: 'over' };

/** What a number is about and what it is, from its path as `--set` takes it; the path where it has no other name. */
export function quantityName(path: string, names: Names): { readonly of: string; readonly what: string } {
  const [top, first = '', ...rest] = path.split('.');
  const tail = rest.join('.');
  if (top === 'parties') return { of: names.party(first), what: partyQuantity(tail, names) };
  if (top === 'relations')
    return {
      of: names.party(first),
      what: `${rest[1] ?? ''} ${RELATION[rest[1] ?? ''] ?? 'to'} ${names.party(rest[0] ?? '')}`,
    };
  return { of: top ?? '', what: [first, ...rest].join('.') };
}

function partyQuantity(tail: string, names: Names): string {
  const [, issue, stance] = /^stances\.([^.]+)\.(.+)$/.exec(tail) ?? [];
  if (issue === undefined || stance === undefined) return PARTY[tail] ?? tail;
  const option = stance.startsWith('values.') ? stance.slice('values.'.length) : undefined;
  return `${names.issue(issue)}: ${option === undefined ? (STANCE[stance] ?? stance) : `value of “${names.option(issue, option)}”`}`;
}

/** What was set, each in words: "Kabul’s walk-away is set to 0.4". */
export function settingWords(sets: readonly string[], names: Names): string {
  return listed(sets.map((set) => settingWord(set, names)));
}

function settingWord(set: string, names: Names): string {
  const at = set.indexOf('=');
  const [path, value] = [set.slice(0, at), set.slice(at + 1)];
  if (!/^(parties|relations)\./.test(path)) return `${path} is set to ${value}`;
  const { of, what } = quantityName(path, names);
  const whose = what.includes(': ') ? `for ${of}, ${what}` : `${of}’s ${what}`;
  return `${whose}${what.includes(', ') ? ',' : ''} is set to ${value}`;
}

/** Where a number comes from, in a word or two. */
export function basisName(basis: Basis): string {
  switch (basis.kind) {
    case 'source':
      return basis.paragraphs.map((n) => `¶${n}`).join(' ');
    case 'assumption':
      return 'assumed';
    case 'invented':
      return 'invented';
    case 'imported':
      return 'imported';
    case 'override':
      return 'set by you';
  }
}

/** Why the chair changed an issue. */
export const DRAFTED: Readonly<Record<DraftReason, string>> = {
  median: 'the middle of what was asked',
  plurality: 'what most voices asked for',
  nash: 'the best product of the gains it reckons with',
  chair: 'the chair’s own choice',
};

/** "Kabul: pain a round were 0.05 from round 3 on". */
export function whatIfLabel({ round, sets, votes }: WhatIf, names: Names): string {
  const changes = [
    ...sets.map((set) => {
      const [path = '', value = ''] = set.split('=');
      const { of, what } = quantityName(path, names);
      return `${of}: ${what} were ${value}`;
    }),
    ...Object.entries(votes).map(([id, vote]) => `${names.party(id)} ${vote.accepts ? 'accepted' : 'objected'}`),
  ];
  return `${changes.join(', ')} ${round === 0 ? 'from the start' : sets.length === 0 ? `in round ${round}` : `from round ${round} on`}`;
}
