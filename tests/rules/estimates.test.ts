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
    ['amended and objected in the same round is no more than every round: 1 and .2', 2, [3, 0], [1 / 1.2, 0.2 / 1.2]],
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

describe('a chair of less than full skill misreads positions by up to (1 − skill) × blur', () => {
  // Blur .3, read at the lower end of three options: 0 + error, so the value of the middle is 1 − (½ − error)/(1 − error).
  it.each([
    ['no skill, worst luck upwards: read at .3', 0, 1, 0.3],
    ['no skill, lucky: read as it is', 0, 0.5, 0],
    ['half the skill, half the error: read at .15', 0.5, 1, 0.15],
    ['full skill: read as it is, whatever the draw', 1, 1, 0],
    ['never beyond the scale', 0, 0, 0],
  ])('%s', (_, skill, draw, position) => {
    const sketch = conference({ chair: { style: 'formulation', skill } });
    const [land] = estimate(sketch, { asked: { a: [0, 1] } }, draw).values as [number[], number[]];
    const reach = Math.max(position, 1 - position);
    [0, 0.5, 1].forEach((at, o) => expect(land[o]).toBeCloseTo(1 - Math.abs(at - position) / reach, 12));
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
