import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianOption, pluralityOption } from '../../src/rules/median.ts';

describe('the weighted median (Black 1958)', () => {
  it.each([
    ['three equal voters: the one in the middle', [1, 1, 1], 0, 1],
    ['an outright majority at one end has its way', [3, 1, 1], 2, 0],
    ['weight counts, not heads: two light voters against one heavy', [1.5, 0, 0.4, 1.5], 0, 2],
    ['an empty option in the middle is not chosen against a majority beside it', [2, 0, 3], 1, 2],
    ['nobody wishes anything: the text stands', [0, 0, 0], 1, 1],
    ['all of one mind', [0, 0, 5, 0], 0, 2],
  ])('%s', (_, weights, inText, expected) => {
    expect(medianOption(weights, inText)).toBe(expected);
  });

  describe('where exactly half lies at or below an option, every option up to the next wish is a median', () => {
    it.each([
      ['the text at the lower end of them stands', [1, 0, 0, 1], 0, 0],
      ['the text between them stands, though nobody asks for it', [1, 0, 0, 1], 1, 1],
      ['the text at the upper end of them stands', [1, 0, 0, 1], 3, 3],
      ['the text below them: the lowest', [0, 1, 0, 1], 0, 1],
      ['the text above them: the lowest', [1, 0, 1, 0], 3, 0],
      ['not beyond the next wish', [2, 1, 1], 2, 0],
      ['half as summed in floating point: 0.1 + 0.2 against 0.3', [0.1, 0.2, 0.3], 2, 2],
      ['the same from below', [0.3, 0.2, 0.1], 1, 1],
    ])('%s', (_, weights, inText, expected) => {
      expect(medianOption(weights, inText)).toBe(expected);
    });
  });

  const voters = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 5 });

  it('beats or ties every other option when each voter prefers what is nearer to its own', () => {
    fc.assert(
      fc.property(voters, fc.nat(4), (weights, at) => {
        fc.pre(weights.some((weight) => weight > 0));
        const median = medianOption(weights, at % weights.length);
        weights.forEach((_, other) => {
          let forOther = 0;
          let forMedian = 0;
          weights.forEach((weight, ideal) => {
            if (Math.abs(ideal - other) < Math.abs(ideal - median)) forOther += weight;
            if (Math.abs(ideal - other) > Math.abs(ideal - median)) forMedian += weight;
          });
          expect(forMedian).toBeGreaterThanOrEqual(forOther);
        });
      }),
    );
  });

  it('is the same seen from the other end, unless it is a tie that the text does not settle', () => {
    fc.assert(
      fc.property(voters, (weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        let below = 0;
        fc.pre(total > 0 && weights.every((weight) => (below += weight) * 2 !== total));
        const mirrored = medianOption(weights.toReversed(), 0);
        expect(medianOption(weights, 0)).toBe(weights.length - 1 - mirrored);
      }),
    );
  });
});

describe('the plurality, where options have no order', () => {
  it.each([
    ['most weight', [1, 3, 2], 0, 1],
    ['a tie with the text: the text stands', [2, 0, 2], 2, 2],
    ['a tie among others: the lowest', [0, 2, 2], 0, 1],
    ['nobody wishes anything: the text stands', [0, 0, 0], 2, 2],
  ])('%s', (_, weights, inText, expected) => {
    expect(pluralityOption(weights, inText)).toBe(expected);
  });

  it('a tie is a tie also where 0.1 + 0.2 stands against 0.3', () => {
    expect(pluralityOption([0.3, 0.1 + 0.2], 0)).toBe(0);
  });
});
