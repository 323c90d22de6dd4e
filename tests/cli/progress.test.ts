import { describe, expect, test } from 'vitest';
import { barred } from '../../src/cli/progress.ts';

const half = { rows: 30_000, of: 75_000, played: 30_000, underway: 7_500, mayStop: false };

describe('the line that tells of progress', () => {
  test.each([
    [100, '[############............] 37,500 of 75,000 runs, 50 %, 1,500 a second, 25 s left'],
    [79, '[######.......] 37,500 of 75,000 runs, 50 %, 1,500 a second, 25 s left'],
    [60, '37,500 of 75,000 runs, 50 %, 1,500 a second, 25 s left'],
    [45, '37,500 of 75,000 runs, 50 %, 25 s left'],
    [20, '50 %, 25 s left'],
    [5, '50 %'],
    [3, ''],
  ])('says in %i columns what has room there', (width, text) => {
    expect(barred(half, 1500, width)).toBe(text);
  });

  test('says nothing of rate and time left before anything is played', () => {
    const start = { rows: 1000, of: 75_000, played: 0, underway: 0, mayStop: false };
    expect(barred(start, undefined, 60)).toBe('1,000 of 75,000 runs, 1 %');
  });

  test('of a study that may stop, says that it is this many at most', () => {
    expect(barred({ ...half, mayStop: true }, 1500, 60)).toBe('37,500 of at most 75,000 runs, 50 %, at most 25 s left');
  });

  test('keeps its bar as long as it was, whatever stands behind it', () => {
    const widths = [0, 7, 1500, 74_999, 75_000].map((rows) => {
      const line = barred({ ...half, rows, underway: 0 }, rows / 10 + 1, 79);
      expect(line.length).toBeLessThanOrEqual(79);
      return line.indexOf(']');
    });
    expect(new Set(widths).size).toBe(1);
  });
});
