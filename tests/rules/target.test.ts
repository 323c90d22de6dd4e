import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkAway } from '../../src/rules/utility.ts';
import { normalisedTime, readiness, targetAt } from '../../src/rules/target.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import { settingFor, untouched, worldFor, type PartySketch, type Scene, type Sketch } from './setting.ts';
import { sketches, tenths, textOf } from './sketches.arbitrary.ts';

describe('readiness is motivation times optimism (Pruitt 2005)', () => {
  const setting = settingFor({ issues: { land: 2 }, parties: { a: {} } });
  const of = (pain: number, optimism: number, expectation: number) =>
    readiness(setting, worldFor(setting, { states: { a: { pain, optimism, expectation } } }).parties[0]!);

  // motivation = pain / (pain + .02); optimism = ½ optimism + ½ expectation.
  it.each([
    ['a stalemate that does not hurt is not ripe', 0, 1, 1, 0],
    ['nor is one without a way out', 0.1, 0, 0, 0],
    ['half motivated, half hopeful', 0.02, 0.6, 0.4, 0.25],
    ['half motivated, all hopeful', 0.02, 1, 1, 0.5],
    ['three quarters motivated', 0.06, 1, 0.6, 0.6],
  ])('%s', (_, pain, optimism, expectation, expected) => {
    expect(of(pain, optimism, expectation)).toBeCloseTo(expected, 12);
  });

  it('rises with pain and with hope, and is no switch', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.2, noNaN: true }), tenths, tenths, (pain, optimism, expectation) => {
        const now = of(pain, optimism, expectation);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThan(1);
        expect(of(pain + 0.001, optimism, expectation)).toBeGreaterThanOrEqual(now);
        expect(of(pain, Math.min(1, optimism + 0.1), expectation)).toBeGreaterThanOrEqual(now);
        expect(of(pain + 0.001, optimism, expectation) - now).toBeLessThan(0.06);
      }),
    );
  });
});

it('time runs from 0 in the first round to 1 in the last, and stays there', () => {
  const setting = settingFor({ issues: { land: 2 }, parties: { a: {} }, rounds: 5 });
  expect([1, 2, 3, 4, 5, 6].map((round) => normalisedTime(setting, round))).toEqual([0, 0.25, 0.5, 0.75, 1, 1]);
});

/** A pie of ten slices: a wants all of it, the others none to speak of. A text of n slices is worth n/10 to a. */
function pie(a: PartySketch, more: Omit<Sketch, 'issues' | 'parties'> = {}, others: Sketch['parties'] = { b: {} }) {
  return settingFor({
    issues: { pie: 11 },
    parties: { a: { wants: { pie: { ideal: 1 } }, ...a }, ...others },
    rounds: 5,
    ...more,
  });
}

/** Readiness one half, so that β is what its tactic says: β = β₀ · (.5 + .5). */
const HALF_READY = { pain: 0.02, optimism: 1, expectation: 1 };

function target(setting: ReturnType<typeof pie>, round: number, scene: Scene = {}): number {
  return targetAt(setting, viewOf(setting, worldFor(setting, scene), 0), round, untouched);
}

describe('the target falls from the best text to the walk-away by α = κ + (1 − κ)·t^(1/β)', () => {
  // Walk-away .4, best 1: target = .4 + .6 (1 − α). Rounds 1 to 5 are t = 0, ¼, ½, ¾, 1. Faratin, Sierra, Jennings 1998.
  it.each([
    ['β = 1 is linear', 1, 0, [1, 0.85, 0.7, 0.55, 0.4]],
    // t⁵: 1/1024, 1/32, 243/1024
    ['β = 0.2 is Boulware', 0.2, 0, [1, 0.4 + 0.6 * (1023 / 1024), 0.98125, 0.4 + 0.6 * (781 / 1024), 0.4]],
    // √t: ½, .707107, .866025
    ['β = 2 is a Conceder', 2, 0, [1, 0.7, 0.4 + 0.6 * (1 - Math.SQRT1_2), 0.4 + 0.6 * (1 - Math.sqrt(3) / 2), 0.4]],
    ['κ = 0.1 gives a tenth away at the start', 1, 0.1, [0.94, 0.805, 0.67, 0.535, 0.4]],
  ])('%s', (_, beta, floor, expected) => {
    const setting = pie({ ...HALF_READY, beta }, { model: { concession: { floor } } });
    const targets = expected.map((_value, n) => target(setting, n + 1));
    targets.forEach((value, n) => expect(value).toBeCloseTo(expected[n]!, 12));
  });

  it('a party that is not ready at all is twice as Boulware: β = .5 makes α = t²', () => {
    expect(target(pie({ beta: 1, pain: 0 }), 3)).toBeCloseTo(0.4 + 0.6 * 0.75, 12);
  });

  it('asks for its walk-away where its best text is worth less', () => {
    expect(target(pie({ walkAway: 0.9, wants: { pie: { ideal: 1, atMost: 0.8 } } }), 1)).toBe(0.9);
  });
});

describe('reciprocity answers what the other signatories have given, as this party values it', () => {
  const parties: Sketch['parties'] = { b: {}, c: {}, d: { signatory: false } };
  const at = (scene: Scene, reciprocity = 0.5) =>
    target(pie({ ...HALF_READY, beta: 1, reciprocity }, {}, parties), 3, { round: 3, ...scene });
  const slices = (of: Record<string, number>) => Object.fromEntries(Object.entries(of).map(([id, n]) => [id, [n]]));

  // Round 3 of 5: α = ½, so target = .4 + .6 (1 − (½ · ½ + ½ r)), or 1 − .3 (½ + r).
  it.each([
    ['nobody has spoken', {}, {}, 0],
    ['one came from 2 slices to 5 of the 8 that were missing', { b: 2 }, { b: 5 }, 3 / 8],
    ['the mean of one who came and one who did not', { b: 2, c: 2 }, { b: 5, c: 2 }, 3 / 16],
    ['one who went back counts as one who stayed', { b: 5, c: 2 }, { b: 2, c: 5 }, 3 / 16],
    ['one who has left is not counted', { b: 2, c: 2 }, { b: 5 }, 3 / 8],
    ['what need not sign is not counted', { b: 2, d: 0 }, { b: 5, d: 9 }, 3 / 8],
    ['its own moves are not counted', { a: 10, b: 2 }, { a: 5, b: 5 }, 3 / 8],
    ['all the way', { b: 2 }, { b: 10 }, 1],
  ])('%s', (_, first, proposals, r) => {
    expect(at({ first: slices(first), proposals: slices(proposals) })).toBeCloseTo(1 - 0.3 * (0.5 + r), 12);
  });

  it('measures a first offer that was nearly ideal against .05, not against next to nothing', () => {
    const setting = settingFor({
      issues: { pie: 51 },
      parties: { a: { ...HALF_READY, reciprocity: 0.5, wants: { pie: { ideal: 1 } } }, b: {} },
    });
    // From 49 of 50 slices to all: .02 of .05.
    const view = viewOf(setting, worldFor(setting, { first: { b: [49] }, proposals: { b: [50] } }), 0);
    expect(targetAt(setting, view, 3, untouched)).toBeCloseTo(1 - 0.3 * (0.5 + 0.4), 12);
  });

  it('a party that does not reciprocate looks at the clock alone', () => {
    expect(at({ first: { b: [2] }, proposals: { b: [9] } }, 0)).toBeCloseTo(0.7, 12);
  });

  it('a party that stayed away has not seen what was tabled', () => {
    const scene = { first: { b: [2] }, proposals: { b: [9] }, grades: { a: 'absent' as const } };
    expect(at(scene)).toBeCloseTo(1 - 0.3 * 0.5, 12);
  });
});

describe('targets never rise', () => {
  it.each([
    ['when its walk-away rises', { shift: 0.3 }],
    ['when its pain is relieved', { pain: 0 }],
    ['when it loses hope', { optimism: 0, expectation: 0 }],
  ])('%s', (_, state) => {
    const setting = pie({ ...HALF_READY, beta: 1 });
    const before = target(setting, 3);
    expect(target(setting, 3, { states: { a: state } })).toBeGreaterThan(before);
    expect(target(setting, 3, { states: { a: { ...state, target: before } } })).toBe(before);
  });

  it('in any conference, whatever the others have tabled', () => {
    const cases = sketches().chain((sketch) => {
      const setting = settingFor(sketch);
      const texts = fc.array(textOf(setting), { minLength: 2, maxLength: 2 });
      return fc.tuple(fc.constant(setting), texts, tenths, fc.integer({ min: 1, max: 9 }));
    });
    fc.assert(
      fc.property(cases, ([setting, [first, now], held, round]) => {
        const world = worldFor(setting, {
          first: { p1: first! },
          proposals: { p1: now! },
          states: { p0: { target: held } },
        });
        const next = targetAt(setting, viewOf(setting, world, 0), round, untouched);
        expect(next).toBeLessThanOrEqual(held);
        const party = setting.parties[0]!;
        const b = walkAway(party, world.parties[0]!);
        if (held >= b) expect(next).toBeGreaterThanOrEqual(Math.min(held, b) - 1e-12);
      }),
    );
  });
});

it('at the deadline a party that does not reciprocate asks for its walk-away and no more', () => {
  for (const beta of [0.2, 1, 2]) expect(target(pie({ beta }), 5)).toBeCloseTo(0.4, 12);
});
