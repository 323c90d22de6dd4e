import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durabilityOf, isRatified, ratificationOdds } from '../../src/rules/ratification.ts';
import { always, settingFor, worldFor, type PartySketch, type Scene, type Sketch } from './setting.ts';
import { sketches, tenths, textOf } from './sketches.arbitrary.ts';

describe('whether home ratifies what was signed (Putnam 1988)', () => {
  // n slices of ten are worth n/10; home asks for .5, and .1 above or below that leaves no doubt.
  const setting = settingFor({
    issues: { pie: 21 },
    parties: { a: { home: 0.5, wants: { pie: { ideal: 1 } } }, b: {} },
    relations: { 'a>b': {}, 'b>a': {} },
  });
  const odds = (slices: number, scene: Scene = {}) =>
    ratificationOdds(setting, worldFor(setting, { text: [slices], ...scene }), 0);

  it.each<[string, number, Scene, number]>([
    ['what home asks for, no more: an even chance', 10, {}, 0.5],
    ['.05 more', 11, {}, 0.75],
    ['.1 more: certain', 12, {}, 1],
    ['far more: still certain', 20, {}, 1],
    ['.05 less', 9, {}, 0.25],
    ['.1 less: impossible', 8, {}, 0],
    ['what was promised to it counts', 9, { relations: { 'b>a': { promise: { gain: 0.06, cost: 0.1 } } } }, 0.55],
    ['and what it promised', 11, { relations: { 'a>b': { promise: { gain: 0.02, cost: 0.02 } } } }, 0.65],
  ])('%s', (_, slices, scene, expected) => {
    expect(odds(slices, scene)).toBeCloseTo(expected, 12);
  });

  it('one draw of its own decides, in the round of the signature', () => {
    const world = worldFor(setting, { round: 4, text: [11] });
    expect(isRatified(setting, world, 0, always(0.7499))).toBe(true);
    expect(isRatified(setting, world, 0, always(0.7501))).toBe(false);
    const drawn: string[] = [];
    isRatified(setting, world, 0, { at: (label, round) => (drawn.push(`${label} ${round}`), 0.5) });
    expect(drawn).toEqual(['ratification/a 4']);
  });
});

describe('how well an agreement may last', () => {
  /** Half of the land is worth .5 to both; the treaty is there for its guarantee and weighs nothing. */
  const deal = (parties: Record<string, PartySketch> = {}, more: Partial<Sketch> = {}) =>
    settingFor({
      issues: { land: { options: 3, opening: 1 }, treaty: { options: 3, opening: 1, guarantee: true } },
      parties: {
        a: { walkAway: 0.45, wants: { land: { ideal: 1 }, treaty: { salience: 0 } }, ...parties['a'] },
        b: { walkAway: 0.2, wants: { land: { ideal: 0 }, treaty: { salience: 0 } }, ...parties['b'] },
        power: { signatory: false, walkAway: 0.9, guarantor: 0.8, ...parties['power'] },
      },
      ...more,
    });
  // Pressure has taken .05 off the walk-away of a.
  const pressed: Scene = { states: { a: { pressed: 0.05 } } };
  const durability = (setting = deal(), scene: Scene = pressed) => durabilityOf(setting, worldFor(setting, scene));

  it('by hand', () => {
    // Margins: a .5 − .4 = .1, b .5 − .2 = .3. The least, .1, is half of the .2 at which nobody regrets.
    // Guarantee: believed at .8, half-way: .4. Pressure won half of a's margin and none of b's: freedom 1 − ¼.
    const { index, margin, guarantee, freedom } = durability();
    expect(margin).toBeCloseTo(0.5, 12);
    expect(guarantee).toBeCloseTo(0.4, 12);
    expect(freedom).toBeCloseTo(0.75, 12);
    // .4 × .5 + .3 × .4 + .3 × .75
    expect(index).toBeCloseTo(0.545, 12);
  });

  it.each<[string, ReturnType<typeof deal>, Scene, 'margin' | 'guarantee' | 'freedom', number]>([
    ['margins beyond .2 count as that', deal({ a: { walkAway: 0.1 } }), {}, 'margin', 1],
    ['what one that need not sign gains does not matter', deal({ power: { walkAway: 0 } }), pressed, 'margin', 0.5],
    ['pain widens a margin', deal(), { states: { a: { pained: 0.05, pressed: 0.05 } } }, 'margin', 0.75],
    ['no margin is none', deal({ a: { walkAway: 0.5 } }), {}, 'margin', 0],
    ['the guarantee as far as the text goes', deal(), { text: [1, 2] }, 'guarantee', 0.8],
    ['a text that guarantees nothing', deal(), { text: [1, 0] }, 'guarantee', 0],
    ['a guarantor that only observes', deal(), { grades: { power: 'observer' } }, 'guarantee', 0],
    [
      'without an issue for it',
      deal({}, { issues: { land: { options: 3, opening: 1 }, treaty: 3 } }),
      {},
      'guarantee',
      0,
    ],
    ['nobody was pressed', deal(), {}, 'freedom', 1],
    ['pressure that backfired won nothing', deal(), { states: { a: { pressed: -0.03 } } }, 'freedom', 1],
    ['pressure won more than there is', deal(), { states: { a: { pressed: 0.05, shift: 0.07 } } }, 'freedom', 0.5],
    ['pressure on one with nothing left', deal({ a: { walkAway: 0.55 } }), pressed, 'freedom', 0.5],
  ])('%s', (_, setting, scene, part, expected) => {
    expect(durability(setting, scene)[part]).toBeCloseTo(expected, 12);
  });

  it('lies between 0 and 1 with all its parts, and is their weighted sum', () => {
    const cases = sketches().chain((sketch) => {
      const setting = settingFor(sketch);
      return fc.tuple(fc.constant(setting), textOf(setting), fc.integer({ min: -5, max: 5 }), tenths);
    });
    fc.assert(
      fc.property(cases, ([setting, text, by, shift]) => {
        const found = durabilityOf(setting, worldFor(setting, { text, states: { p0: { pressed: by / 100, shift } } }));
        for (const part of Object.values(found)) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(found.index).toBeCloseTo(0.4 * found.margin + 0.3 * found.guarantee + 0.3 * found.freedom, 12);
      }),
    );
  });
});
