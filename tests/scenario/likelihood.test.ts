import { describe, expect, test } from 'vitest';
import { LIKELIHOOD } from '../../src/model/quantity.ts';
import { edited, sound, written } from './written.ts';

/** US Intelligence Community Directive 203 (2015), section D.6.e.(2)(a), in per cent. */
// prettier-ignore
const BANDS: readonly (readonly [word: string, low: number, middle: number, high: number])[] = [
  ['remote', 1, 3, 5],
  ['very unlikely', 5, 12.5, 20],
  ['unlikely', 20, 32.5, 45],
  ['roughly even', 45, 50, 55],
  ['likely', 55, 67.5, 80],
  ['very likely', 80, 87.5, 95],
  ['almost certain', 95, 97, 99],
];

const expectation = (text: string) =>
  sound(written(edited(['expectation: likely', `expectation: ${text}`]))).scenario.parties[0]!.expectation;

describe('a word of likelihood stands for its band', () => {
  test.each(BANDS)('%s is from %d to %d per cent', (word, low, middle, high) => {
    const [value, from, to] = [middle / 100, low / 100, high / 100];
    expect(expectation(word)).toMatchObject({ word, value, low: from, high: to });
  });

  test('every word has a row here', () => {
    expect(BANDS.map(([word]) => word)).toEqual(Object.keys(LIKELIHOOD));
  });

  test('a range of its own may be wider than the band', () => {
    expect(expectation('{ value: likely, range: [0.4, 0.9] }')).toMatchObject({
      word: 'likely',
      value: 0.675,
      low: 0.4,
      high: 0.9,
    });
  });

  test('a bare number has itself as its range', () => {
    expect(expectation('0.6')).toMatchObject({ value: 0.6, low: 0.6, high: 0.6 });
  });
});
