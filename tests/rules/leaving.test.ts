import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grade } from '../../src/model/attendance.ts';
import { afterStrain, decideStay, hazardOfLeaving } from '../../src/rules/leaving.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import { always, settingFor, untouched, worldFor } from './setting.ts';

/** All the land at stake in five steps of a quarter; a walks away from less than half, and forbids all of it. */
const setting = settingFor({
  issues: { land: 5 },
  parties: { a: { walkAway: 0.5, patience: 2, wants: { land: { ideal: 1, atMost: 0.75 } } } },
});

describe('a text below the walk-away strains patience, and a better one relieves it', () => {
  const strained = (text: number, strain: number, grade: Grade = 'official') => {
    const world = worldFor(setting, { text: [text], states: { a: { strain } }, grades: { a: grade } });
    return afterStrain(setting, world).parties[0]!.strain;
  };

  it.each([
    ['below the walk-away: one more', 1, 0, 1],
    ['again', 1, 1, 2],
    ['at the walk-away: one back', 2, 2, 1],
    ['above it: one back', 3, 3, 2],
    ['never less than none', 3, 0, 0],
    ['a red line alone strains nobody: one back', 4, 2, 1],
  ])('%s', (_, text, before, expected) => {
    expect(strained(text, before)).toBe(expected);
  });

  it.each([
    ['official', 2],
    ['unofficial', 2],
    ['observer', 1],
    ['absent', 1],
  ] as const)('one who is %s', (grade, expected) => {
    expect(strained(0, 1, grade)).toBe(expected);
  });

  it('a walk-away that pain has lowered to the text is no longer strained', () => {
    const world = worldFor(setting, { text: [1], states: { a: { strain: 1, pained: 0.25 } } });
    expect(afterStrain(setting, world).parties[0]!.strain).toBe(0);
  });
});

describe('beyond its patience a party may leave', () => {
  const view = (strain: number) => viewOf(setting, worldFor(setting, { states: { a: { strain } } }), 0);

  // Patience 2; .06 for each round beyond it, at most .5.
  it.each([
    [0, 0],
    [2, 0],
    [3, 0.06],
    [4, 0.12],
    [10, 0.48],
    [11, 0.5],
    [40, 0.5],
  ])('after %d strained rounds the hazard is %d', (strain, expected) => {
    expect(hazardOfLeaving(setting, view(strain))).toBeCloseTo(expected, 12);
  });

  it.each([
    ['a draw below the hazard: leaves', 4, 0.1199, false],
    ['a draw above it: stays', 4, 0.1201, true],
    ['the highest hazard still lets some stay', 40, 0.5, true],
  ])('%s', (_, strain, draw, stays) => {
    expect(decideStay(setting, view(strain), always(draw))).toBe(stays);
  });

  it('within its patience it does not tempt chance', () => {
    expect(decideStay(setting, view(2), untouched)).toBe(true);
  });

  it('draws from its own stream, in its round', () => {
    const drawn: string[] = [];
    const world = worldFor(setting, { round: 4, states: { a: { strain: 3 } } });
    decideStay(setting, viewOf(setting, world, 0), { at: (label, round) => (drawn.push(`${label} ${round}`), 1) });
    expect(drawn).toEqual(['leaving/a 4']);
  });

  it('the longer it is strained the likelier it leaves, and never for certain', () => {
    fc.assert(
      fc.property(fc.nat(60), (strain) => {
        const now = hazardOfLeaving(setting, view(strain));
        expect(hazardOfLeaving(setting, view(strain + 1))).toBeGreaterThanOrEqual(now);
        expect(now).toBeLessThan(1);
      }),
    );
  });
});
