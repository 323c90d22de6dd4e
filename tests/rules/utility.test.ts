import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costliestIssue, crossedRedLine, utility, walkAway } from '../../src/rules/utility.ts';
import { settingFor, worldFor, type StanceSketch } from './setting.ts';
import { everyText, sketches } from './sketches.arbitrary.ts';

/**
 * Two villages over a river: how much water the dam lets through (a trickle, a third, a half, most), and who mends it
 * (upper, both, lower). Texts hold upkeep first, as ids go: [upkeep, water].
 */
const valleys = settingFor({
  issues: { water: 4, upkeep: 3 },
  parties: {
    lower: { wants: { water: { ideal: 1, salience: 3 }, upkeep: { ideal: 0, salience: 1 } } },
    upper: { wants: { water: { ideal: 0, salience: 4 }, upkeep: { ideal: 1, salience: 6 } } },
  },
});
const [lower, upper] = [valleys.parties[0]!, valleys.parties[1]!];

describe('utility of a text is the weighted sum of what its options are worth (Keeney and Raiffa 1976)', () => {
  // Lower: weights ¼ and ¾; upkeep is worth 1, ½, 0; water 0, ⅓, ⅔, 1. Upper: 0.6 and 0.4, all the other way round.
  it.each([
    ['the dam as it is', [0, 0], 0.25, 0.4],
    ['shared upkeep for half the water', [1, 2], 0.125 + 0.5, 0.3 + 0.4 / 3],
    ['all that the lower valley wants', [0, 3], 1, 0],
    ['all that the upper valley wants', [2, 0], 0, 1],
    ['the lower valley mends and drinks', [2, 3], 0.75, 0.6],
  ])('%s', (_, text, toLower, toUpper) => {
    expect(utility(lower, text)).toBeCloseTo(toLower, 12);
    expect(utility(upper, text)).toBeCloseTo(toUpper, 12);
  });

  it('lies between 0 and 1, and no text within its red lines is worth more to a party than its best', () => {
    fc.assert(
      fc.property(sketches(), (sketch) => {
        const setting = settingFor(sketch);
        for (const party of setting.parties) {
          for (const text of everyText(setting)) {
            expect(utility(party, text)).toBeGreaterThanOrEqual(0);
            expect(utility(party, text)).toBeLessThanOrEqual(1 + 1e-12);
            if (crossedRedLine(party, text) < 0) expect(utility(party, text)).toBeLessThanOrEqual(party.top + 1e-12);
          }
          expect(crossedRedLine(party, party.best)).toBe(-1);
          expect(utility(party, party.best)).toBe(party.top);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('value of an option falls with its distance from the ideal', () => {
  const values = (stance: StanceSketch) =>
    settingFor({ issues: { water: 4 }, parties: { a: { wants: { water: stance } } } }).parties[0]!.values[0]!;

  // v = 1 − (|x − ideal| / max(ideal, 1 − ideal))^γ at x = 0, ⅓, ⅔, 1.
  it.each<[string, StanceSketch, number[]]>([
    ['ideal at one end', { ideal: 1 }, [0, 1 / 3, 2 / 3, 1]],
    ['ideal in the middle: the ends are worth nothing', { ideal: 0.5 }, [0, 2 / 3, 2 / 3, 0]],
    ['ideal at ¼: the far end is ¾ away', { ideal: 0.25 }, [2 / 3, 8 / 9, 4 / 9, 0]],
    ['curvature 2: near misses cost little', { ideal: 1, curvature: 2 }, [0, 5 / 9, 8 / 9, 1]],
    [
      'curvature ½: near misses cost much',
      { ideal: 0, curvature: 0.5 },
      [1, 1 - Math.sqrt(1 / 3), 1 - Math.sqrt(2 / 3), 0],
    ],
    ['a table of values is taken as it is', { values: [0.2, 0.9, 0, 0.4] }, [0.2, 0.9, 0, 0.4]],
  ])('%s', (_, stance, expected) => {
    values(stance).forEach((value, o) => expect(value).toBeCloseTo(expected[o]!, 12));
  });

  it('of two options that are equally good, the lower one is its best', () => {
    const party = settingFor({ issues: { water: 3 }, parties: { a: { wants: { water: { values: [0, 1, 1] } } } } });
    expect(party.parties[0]!.best).toEqual([1]);
  });

  // On four options ½ lies as far from ⅓ as from ⅔, but 2⁄3 − ½ is a bit less than ½ − 1⁄3 in floating point.
  it('an ideal half-way between two options does not turn on rounding', () => {
    const party = settingFor({ issues: { water: 4 }, parties: { a: { wants: { water: { ideal: 0.5 } } } } });
    expect(party.parties[0]!.best).toEqual([1]);
  });
});

describe('walk-away as it stands', () => {
  const setting = (start: number) => settingFor({ issues: { water: 2 }, parties: { a: { walkAway: start } } });

  it.each([
    ['at the start', 0.4, {}, 0.4],
    ['pain and pressure take from it', 0.4, { pained: 0.05, pressed: 0.03 }, 0.32],
    ['news from outside adds to it', 0.4, { shift: 0.1, pained: 0.05 }, 0.45],
    ['pressure that backfired adds to it', 0.4, { pressed: -0.02 }, 0.42],
    ['it never falls below 0', 0.1, { pained: 0.1, pressed: 0.05 }, 0],
    ['it never rises above 1', 0.9, { shift: 0.3 }, 1],
  ])('%s', (_, start, state, expected) => {
    const of = setting(start);
    const world = worldFor(of, { states: { a: state } });
    expect(walkAway(of.parties[0]!, world.parties[0]!)).toBeCloseTo(expected, 12);
  });
});

describe('red lines', () => {
  const crossed = (wants: Record<string, StanceSketch>, text: number[]) => {
    const setting = settingFor({ issues: { border: 4, water: 4 }, parties: { a: { wants } } });
    const k = crossedRedLine(setting.parties[0]!, text);
    return k < 0 ? 'none' : setting.issues[k]!.id;
  };

  it.each<[string, Record<string, StanceSketch>, number[], string]>([
    ['a party without any', {}, [0, 3], 'none'],
    ['at least a third: a trickle crosses it', { water: { ideal: 1, atLeast: 1 / 3 } }, [0, 0], 'water'],
    ['at least a third: a third does not', { water: { ideal: 1, atLeast: 1 / 3 } }, [0, 1], 'none'],
    ['at most a half: more crosses it', { water: { ideal: 0, atMost: 2 / 3 } }, [0, 3], 'water'],
    ['at most a half: a half does not', { water: { ideal: 0, atMost: 2 / 3 } }, [0, 2], 'none'],
    [
      'a third written to ten places is a third from above',
      { water: { ideal: 1, atLeast: 0.3333333334 } },
      [0, 1],
      'none',
    ],
    ['and from below', { water: { ideal: 0, atMost: 0.3333333333 } }, [0, 1], 'none'],
    ['never a third', { water: { ideal: 1, never: [1] } }, [0, 1], 'water'],
    ['what lies on both sides of a forbidden option is allowed', { water: { ideal: 1, never: [1] } }, [0, 0], 'none'],
    [
      'of two crossed, the one that costs it more',
      { border: { ideal: 0, salience: 1, never: [3] }, water: { ideal: 0, salience: 2, never: [3] } },
      [3, 3],
      'water',
    ],
    [
      'of two that cost the same, the first in id order',
      { border: { ideal: 0, never: [3] }, water: { ideal: 0, never: [3] } },
      [3, 3],
      'border',
    ],
  ])('%s', (_, wants, text, expected) => {
    expect(crossed(wants, text)).toBe(expected);
  });

  // Of six options 0.2 and 0.6 lie as far from 0.4, but 0.6 − 0.4 is a bit less than 0.4 − 0.2 in floating point.
  it('two that cost the same cost the same also in floating point', () => {
    const setting = settingFor({
      issues: { border: 6, water: 6 },
      parties: { a: { wants: { border: { ideal: 0.4, never: [3] }, water: { ideal: 0.4, never: [1] } } } },
    });
    expect(crossedRedLine(setting.parties[0]!, [3, 1])).toBe(0);
  });
});

describe('the issue on which a text costs a party most', () => {
  it.each([
    // Lower: upkeep costs ¼ × (1 − value), water ¾ × (1 − value).
    ['water, where it weighs more', [2, 0], 'water'],
    ['upkeep, where the water is as it should be', [2, 3], 'upkeep'],
    ['the first in id order where all is as it should be', [0, 3], 'upkeep'],
    ['the first in id order where both cost ¼', [2, 2], 'upkeep'],
  ])('%s', (_, text, expected) => {
    expect(valleys.issues[costliestIssue(lower, text)]!.id).toBe(expected);
  });
});
