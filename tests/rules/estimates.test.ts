import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateOf } from '../../src/rules/estimates.ts';
import type { Setting } from '../../src/rules/setting.ts';
import { disguised } from './secrets.ts';
import { always, settingFor, worldFor, type Scene, type Sketch } from './setting.ts';
import { sketches, tenths, textOf } from './sketches.arbitrary.ts';

const conference = (sketch: Partial<Sketch> = {}): Sketch => ({
  issues: { land: { options: 3, opening: 0 }, water: { options: 3, opening: 1 } },
  parties: { a: { wants: { land: { ideal: 1, salience: 1 }, water: { ideal: 0, salience: 9 } } }, b: {} },
  chair: { style: 'formulation', skill: 1 },
  ...sketch,
});

function estimate(sketch: Sketch, scene: Scene, draw = 0.5) {
  const setting = settingFor(sketch);
  const world = worldFor(setting, scene);
  return estimateOf(setting, world.room, 0, world.public.round, always(draw));
}

describe('the chair takes silence on an issue for low salience', () => {
  // Raw salience = .2 + .8 × share of rounds in which it amended the issue, then divided by the sum.
  it.each([
    ['nothing was ever asked: all issues alike', 4, [0, 0], [0.5, 0.5]],
    ['two rounds of four against silence: .6 and .2', 4, [2, 0], [0.75, 0.25]],
    ['every round against one in four: 1 and .4', 4, [4, 1], [1 / 1.4, 0.4 / 1.4]],
    ['an objection counts as half an amendment: .6 and .4', 1, [0.5, 0.25], [0.6, 0.4]],
    ['amended and objected in every round is more than every round: 1.4 and .2', 2, [3, 0], [1.4 / 1.6, 0.2 / 1.6]],
  ])('%s', (_, round, mentions, expected) => {
    const { weights } = estimate(conference(), { round, mentions: { a: mentions } });
    weights.forEach((weight, k) => expect(weight).toBeCloseTo(expected[k]!, 12));
  });
});

describe('it takes the option last asked for as the ideal', () => {
  it.each([
    [
      'asked for the far end of land, never of water: that stays with the opening text',
      [2, 1],
      [
        [0, 0.5, 1],
        [0, 1, 0],
      ],
    ],
    [
      'asked for the middle',
      [1, 0],
      [
        [0, 1, 0],
        [1, 0.5, 0],
      ],
    ],
  ])('%s', (_, asked, expected) => {
    const { values } = estimate(conference(), { asked: { a: asked } });
    values.forEach((row, k) => row.forEach((value, o) => expect(value).toBeCloseTo(expected[k]![o]!, 12)));
  });

  it('where options have no order, the one asked for is all that counts', () => {
    const sketch = conference({ issues: { land: { options: 3, ordered: false }, water: 3 } });
    expect(estimate(sketch, { asked: { a: [1, 0] } }).values[0]).toEqual([0, 1, 0]);
  });
});

describe('a chair of less than full skill misreads saliences by up to (1 − skill) × blur of each', () => {
  // Blur .3. Raw saliences .6 and .2; the draw goes to both alike, or to the first alone.
  const skilled = (skill: number, of: (label: string) => number) => {
    const setting = settingFor(conference({ chair: { style: 'formulation', skill } }));
    const { room } = worldFor(setting, { round: 4, mentions: { a: [2, 0] } });
    return estimateOf(setting, room, 0, 4, { at: of });
  };

  it.each([
    ['no skill, worst luck upwards on land: .78 and .2', 0, 1, 0.78 / 0.98],
    ['no skill, downwards: .42 and .2', 0, 0, 0.42 / 0.62],
    ['no skill, lucky: as it is', 0, 0.5, 0.75],
    ['half the skill, half the error: .69 and .2', 0.5, 1, 0.69 / 0.89],
    ['full skill: as it is, whatever the draw', 1, 1, 0.75],
  ])('%s', (_, skill, draw, expected) => {
    const { weights } = skilled(skill, (label) => (label === 'reading.land/a' ? draw : 0.5));
    expect(weights[0]).toBeCloseTo(expected, 12);
  });

  it('and in the same way throughout a conference: it draws once for each issue and party', () => {
    const drawn: string[] = [];
    const setting = settingFor(conference({ chair: { style: 'formulation', skill: 0 } }));
    const { room } = worldFor(setting, { mentions: { a: [2, 0] } });
    for (const round of [1, 5])
      estimateOf(setting, room, 0, round, { at: (label, at) => (drawn.push(`${label} ${at}`), 0.2) });
    expect([...new Set(drawn)]).toEqual(['reading.land/a 0', 'reading.water/a 0']);
  });

  it('what was asked for is read as it is', () => {
    expect(skilled(0, () => 1).values).toEqual(skilled(1, () => 0).values);
  });
});

describe('nobody knows another’s stance', () => {
  const cases = sketches().chain((sketch) => {
    const setting = settingFor(sketch);
    return fc.tuple(fc.constant(setting), textOf(setting), tenths);
  });

  it('an estimate is made from what was asked and nothing else', () => {
    fc.assert(
      fc.property(cases, ([setting, asked, draw]) => {
        const { room } = worldFor(setting, { asked: { p0: asked }, mentions: { p0: asked.map((_, k) => k) } });
        const read = (of: Setting) => estimateOf(of, room, 0, 3, always(draw));
        expect(read(disguised(setting, 0))).toEqual(read(setting));
      }),
    );
  });

  it('weights add up to 1 and values lie between 0 and 1', () => {
    fc.assert(
      fc.property(cases, ([setting, asked, draw]) => {
        const world = worldFor(setting, { asked: { p0: asked }, mentions: { p0: asked } });
        const { weights, values } = estimateOf(setting, world.room, 0, 2, always(draw));
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        for (const value of values.flat()) {
          expect(value).toBeGreaterThanOrEqual(-1e-12);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
