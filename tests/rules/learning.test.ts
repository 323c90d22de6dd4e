import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChairStyle } from '../../src/model/scenario.ts';
import { draftChanges } from '../../src/rules/drafting.ts';
import { afterPoll } from '../../src/rules/learning.ts';
import { chairViewOf } from '../../src/rules/visibility.ts';
import { always, settingFor, worldFor, type Scene, type Sketch } from './setting.ts';
import { sketches, textOf } from './sketches.arbitrary.ts';

const conference = (style: ChairStyle = 'facilitation', more: Partial<Sketch> = {}) =>
  settingFor({
    issues: { land: { options: 3, opening: 0 }, water: { options: 3, opening: 1 } },
    parties: { a: {}, b: {}, c: { signatory: false }, d: { signatory: false } },
    rule: { vetoes: ['d'] },
    chair: { style },
    ...more,
  });

function after(setting: ReturnType<typeof conference>, votes: Scene['votes'], more: Scene = {}) {
  return afterPoll(setting, worldFor(setting, { text: [2, 1], ...(votes && { votes }), ...more }), always(0.5));
}

describe('an option called a red line by one who must assent is struck', () => {
  const struck = (votes: Scene['votes'], more: Scene = {}) => {
    const setting = conference();
    return after(setting, votes, more).chair.struck.flatMap((row, k) =>
      row.flatMap((is, o) => (is ? [`${setting.issues[k]!.id} ${o}`] : [])),
    );
  };

  it.each<[string, Scene['votes'], string[]]>([
    ['a signatory', { a: ['red-line', 'land'] }, ['land 2']],
    ['one with a veto', { d: ['red-line', 'water'] }, ['water 1']],
    ['not one without whom it goes', { c: ['red-line', 'land'] }, []],
    ['not one that finds it too little', { a: ['below-target', 'land'] }, []],
    ['not one below its walk-away', { a: ['below-walk-away', 'land'] }, []],
    ['two at once', { a: ['red-line', 'land'], b: ['red-line', 'water'] }, ['land 2', 'water 1']],
    ['nobody', { a: 'accepts', b: 'accepts' }, []],
  ])('%s', (_, votes, expected) => {
    expect(struck(votes)).toEqual(expected);
  });

  it.each([
    ['all but none may refuse', { allBut: 0 }],
    ['a quorum of all', { quorum: 1 }],
  ])('where every official party must assent, any of them: %s', (_, rule) => {
    const setting = conference('facilitation', { rule });
    expect(after(setting, { c: ['red-line', 'land'] }).chair.struck[0]).toEqual([false, false, true]);
    expect(after(setting, { c: ['red-line', 'land'] }, { grades: { c: 'unofficial' } }).chair.struck[0]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('and stays struck', () => {
    expect(struck({ a: 'accepts' }, { struck: [['land', 0]] })).toEqual(['land 0']);
  });
});

describe('everybody hears over which issue a party objects', () => {
  it('which counts as half an amendment of it', () => {
    const { room } = after(
      conference(),
      { a: ['below-target', 'water'], b: 'accepts', c: ['red-line', 'land'] },
      { mentions: { a: [1, 2] } },
    );
    expect(room.mentions).toEqual([
      [1, 2.5],
      [0, 0],
      [0.5, 0],
      [0, 0],
    ]);
  });
});

describe('what the chair supposes of walk-aways', () => {
  // A pie of ten slices, of which a asked for all: n slices look worth n/10 to it. Supposed .45; a step is .05.
  const supposed = (slices: number, vote: NonNullable<Scene['votes']>[string], style: ChairStyle = 'formulation') => {
    const setting = settingFor({ issues: { pie: 11 }, parties: { a: {}, b: {} }, chair: { style } });
    const world = worldFor(setting, { text: [slices], asked: { a: [10] }, votes: { a: vote } });
    return afterPoll(setting, world, always(0.5)).chair.walkAways[0];
  };

  it.each<[string, number, NonNullable<Scene['votes']>[string], number]>([
    ['refused as below its walk-away, as one supposed: nothing new', 3, ['below-walk-away', 'pie'], 0.45],
    ['accepted as well above it, as one supposed: nothing new', 6, 'accepts', 0.45],
    ['held out for more than what is well above it: nothing new', 6, ['below-target', 'pie'], 0.45],
  ])('%s', (_, slices, vote, expected) => {
    expect(supposed(slices, vote)).toBeCloseTo(expected, 12);
  });

  it.each<[string, number, NonNullable<Scene['votes']>[string], number]>([
    ['refused as below its walk-away what seemed above: past that, by a step', 5, ['below-walk-away', 'pie'], 0.55],
    ['however good it seemed', 9, ['below-walk-away', 'pie'], 0.95],
    ['accepted what seemed below: past that, by a step', 4, 'accepts', 0.35],
    ['however bad it seemed', 1, 'accepts', 0.05],
    ['held out for more than what seemed below: it must be worth its walk-away', 4, ['below-target', 'pie'], 0.35],
    ['held out for more than what seemed above: no sign of a higher walk-away', 9, ['below-target', 'pie'], 0.45],
    ['a red line says nothing of it', 9, ['red-line', 'pie'], 0.45],
  ])('%s', (_, slices, vote, expected) => {
    expect(supposed(slices, vote)).toBeCloseTo(expected, 12);
  });

  it('a facilitator asks for nobody’s walk-away', () => {
    expect(supposed(9, ['below-walk-away', 'pie'], 'facilitation')).toBe(0.45);
    expect(supposed(1, 'accepts', 'facilitation')).toBe(0.45);
  });

  it('a chair that is a party need not guess its own', () => {
    const setting = conference('formulation', { chair: { style: 'formulation', party: 'b' } });
    const scene: Scene = { asked: { b: [0, 1] }, mentions: { b: [2, 0] } };
    expect(after(setting, { b: 'accepts' }, scene).chair.walkAways[1]).toBe(0.45);
  });

  it('stays between 0 and 1', () => {
    const setting = settingFor({ issues: { pie: 11 }, parties: { a: {}, b: {} }, chair: { style: 'formulation' } });
    const at = (slices: number, vote: NonNullable<Scene['votes']>[string], before: number) => {
      const world = worldFor(setting, {
        text: [slices],
        asked: { a: [10] },
        votes: { a: vote },
        supposed: { a: before },
      });
      return afterPoll(setting, world, always(0.5)).chair.walkAways[0];
    };
    expect(at(10, ['below-walk-away', 'pie'], 0.99)).toBe(1);
    expect(at(0, 'accepts', 0.01)).toBe(0);
  });
});

describe('the chair does not run into the same red line again', () => {
  const cases = sketches().chain((sketch) => {
    const setting = settingFor(sketch);
    const { length } = setting.parties;
    return fc.tuple(
      fc.constant(sketch),
      fc.constantFrom<ChairStyle>('facilitation', 'formulation'),
      textOf(setting),
      fc.array(textOf(setting), { minLength: length, maxLength: length }),
      fc.nat(setting.issues.length - 1),
    );
  });

  it('in whatever way the parties go on asking for what was struck', () => {
    fc.assert(
      fc.property(cases, ([sketch, style, text, asked, k]) => {
        const setting = settingFor({ ...sketch, chair: { style, pace: 9, skill: 0.3 } });
        const named = Object.fromEntries(asked.map((of, i) => [`p${i}`, of]));
        const scene: Scene = { text, proposals: named, asked: named, votes: { p0: ['red-line', `i${k}`] } };
        const learned = afterPoll(setting, worldFor(setting, scene), always(0.9));
        // The text has moved on in the meantime; now it is drafted anew.
        const { options } = setting.issues[k]!;
        const elsewhere = text.with(k, (text[k]! + 1) % options.length);
        const now = { ...learned, public: { ...learned.public, text: elsewhere } };
        const changes = draftChanges(setting, chairViewOf(setting, now), always(0.9));
        expect(changes).not.toContainEqual(expect.objectContaining({ issue: k, option: text[k] }));
      }),
      { numRuns: 200 },
    );
  });
});
