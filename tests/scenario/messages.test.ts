import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printed } from '../../src/scenario/problem-text.ts';
import { didYouMean, editDistance, nearest } from '../../src/scenario/spelling.ts';
import { edited, MILL, problemsOf, written } from './written.ts';

describe('a message is kind and exact', () => {
  test('it names the place, shows the lines, and says what was found, what was expected and what to do', () => {
    const path = written(edited(['salience: 8', 'salince: 8'], ['optimism: 0.6', 'optimism: 60%']));
    expect(printed(problemsOf(path)).replaceAll(path, 'mill.yaml')).toBe(
      `mill.yaml:47:15 parties.lower.optimism: not a number
  45 |     pain: { value: 0.02, range: [0, 0.05] }
  46 |     expectation: likely
> 47 |     optimism: 60%
     |               ^^^
  48 |     patience: 3
  found:    "60%"
  expected: a number from 0 to 1, or a word of likelihood such as "likely"; alone, or as { value, range: [low, high], basis }
  write 0.6, without quotes

mill.yaml:53:54 parties.lower.stances.water: unknown key "salince"
  51 |     tactic: { beta: { value: 0.8, range: [0.3, 2] }, reciprocity: 0.3 }
  52 |     stances:
> 53 |       water: { ideal: { value: 1, range: [0.8, 1] }, salince: 8, redLine: { never: [trickle] } }
     |                                                      ^^^^^^^
  54 |       upkeep: { ideal: 0, salience: 3 }
  expected: one of ideal, curvature, values, salience, redLine or voiced
  did you mean "salience"?`,
    );
  });

  test('a long list is cut short and counted, and advice that stays the same is given once', () => {
    const text = printed(problemsOf(written(MILL.replace(/^basis:.*$/m, ''))));
    expect(text.match(/a number without a basis/g)).toHaveLength(20);
    expect(text.match(/or give the section a default basis/g)).toHaveLength(1);
    expect(text.split('\n').at(-1)).toBe('… and 15 more of 35 problems: put these right first.');
  });

  test('a line too long for the screen is shown where the fault is', () => {
    const text = printed(problemsOf(written(edited(['salience: 8', `salience: 8, ${' '.repeat(300)}x: 1`]))));
    expect(
      Math.max(
        ...text
          .split('\n')
          .slice(1, 6)
          .map((line) => line.length),
      ),
    ).toBeLessThan(125);
    expect(text).toContain('x: 1');
  });

  test('tabs do not shift the carets', () => {
    const text = printed(problemsOf(written('title: x\nabout:\t@y\n')));
    expect(text).toContain('> 2 | about:\t@y\n    |       \t^');
  });
});

describe('a misspelt word is guessed from those that exist', () => {
  test.each([
    ['salince', 'salience'],
    ['walkaway', 'walkAway'],
    ['walk-away', 'walkAway'],
    ['red_line', 'redLine'],
    ['rouns', 'rounds'],
    ['recirpocity', 'reciprocity'],
    ['attend', 'attendance'],
  ])('%s is %s', (word, meant) => {
    expect(nearest(word, ['salience', 'walkAway', 'redLine', 'rounds', 'reciprocity', 'attendance', 'pain'])).toBe(
      meant,
    );
  });

  test('nothing is suggested when nothing is near', () => {
    expect(didYouMean('zebra', ['salience', 'pain'])).toEqual({});
    expect(didYouMean('x', ['a', 'b'])).not.toEqual({ hint: 'did you mean "pain"?' });
  });

  test('the edit distance is a distance, and an exchange of neighbours counts one', () => {
    expect([
      editDistance('kabul', 'kabul'),
      editDistance('kabul', 'kaubl'),
      editDistance('', 'iran'),
      editDistance('pain', 'gain'),
    ]).toEqual([0, 1, 4, 1]);
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
