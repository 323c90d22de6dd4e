import { describe, expect, test } from 'vitest';
import type { Basis } from '../../src/model/quantity.ts';
import { basisText, readBasis } from '../../src/scenario/basis-text.ts';
import type { Names } from '../../src/scenario/names.ts';
import { edited, sound, written } from './written.ts';

const NAMES: Names = {
  parties: [],
  issues: [],
  sources: ['article', 'memoir-1'],
  optionsOf: () => [],
  paragraphsOf: () => [1, 2, 3, 4, 5],
};

const cited = (paragraphs: readonly number[], source = 'article'): Basis => ({
  kind: 'source',
  source,
  paragraphs,
  reason: 'why',
});

// prettier-ignore
const ROWS: readonly (readonly [text: string, basis: Basis])[] = [
  ['source article ¶3: why', cited([3])],
  ['article ¶3: why', cited([3])],
  ['article ¶3 ¶5: why', cited([3, 5])],
  ['article ¶3, ¶5: why', cited([3, 5])],
  ['article ¶2–4: why', cited([2, 3, 4])],
  ['article ¶2-4 ¶4 ¶1: why', cited([2, 3, 4, 1])],
  ['memoir-1 ¶1: why', cited([1], 'memoir-1')],
  ['article ¶1: a reason: with a colon', { ...cited([1]), reason: 'a reason: with a colon' } as Basis],
  ['assumption: why', { kind: 'assumption', reason: 'why' }],
  ['invented: why', { kind: 'invented', reason: 'why' }],
  ['imported profile1.xml', { kind: 'imported', file: 'profile1.xml' }],
  ['override', { kind: 'override' }],
];

describe('a basis says where a number comes from', () => {
  test.each(ROWS)('%s', (text, basis) => {
    expect(readBasis(text, NAMES)).toEqual({ basis });
  });

  test.each(ROWS)('and reads back as it was written: %s', (_, basis) => {
    expect(readBasis(basisText(basis), NAMES)).toEqual({ basis });
  });
});

describe('the nearest section that declares a basis holds', () => {
  const lower = (text: string) => sound(written(text)).scenario.parties.find((party) => party.id === 'lower')!;
  const reason = (basis: Basis) => ('reason' in basis ? basis.reason : '');

  test('the whole file, a party, its stances, and the number itself', () => {
    const party = lower(
      edited(
        ['    name: Lower valley', '    basis: "assumption: of the party"\n    name: Lower valley'],
        ['    stances:\n', '    stances:\n      basis: "assumption: of the stances"\n'],
        ['patience: 3', 'patience: { value: 3, basis: "assumption: its own" }'],
      ),
    );
    const { pain, patience, stances, tactic } = party;
    if (tactic.kind !== 'time-dependent') throw new Error('it concedes with time');
    expect([pain, patience, tactic.beta, stances[0]!.salience].map((number) => reason(number.basis))).toEqual([
      'of the party',
      'its own',
      'of the party',
      'of the stances',
    ]);
    expect(reason(sound(written(edited())).scenario.conference.rounds.basis)).toBe('a teaching case');
  });
});
