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
  // a asked for land 2 in each of two rounds and never for water: weights 1/1.2 and .2/1.2. Text: land 2, water 1 as in
  // the opening text, so that it looks worth 1. b asked for land 0 in the same way: worth .2/1.2 = 1/6.
  const scene: Scene = { round: 2, asked: { a: [2, 1], b: [0, 1] }, mentions: { a: [2, 0], b: [2, 0] } };

  it.each<[string, ChairStyle, Scene['votes'], number, number]>([
    [
      'nothing, when both accept or refuse as supposed',
      'formulation',
      { a: 'accepts', b: ['below-target', 'land'] },
      0.45,
      0.45,
    ],
    ['more, when one refuses what seemed good', 'formulation', { a: ['below-target', 'land'] }, 1, 0.45],
    ['less, when one accepts what seemed bad: 1/6 − .05', 'formulation', { b: 'accepts' }, 0.45, 1 / 6 - 0.05],
    [
      'a facilitator asks for nobody’s walk-away',
      'facilitation',
      { a: ['below-target', 'land'], b: 'accepts' },
      0.45,
      0.45,
    ],
  ])('%s', (_, style, votes, ofA, ofB) => {
    const { walkAways } = after(conference(style), votes, scene).chair;
    expect(walkAways[0]).toBeCloseTo(ofA, 12);
    expect(walkAways[1]).toBeCloseTo(ofB, 12);
  });

  it('a chair that is a party need not guess its own', () => {
    const setting = conference('formulation', { chair: { style: 'formulation', party: 'b' } });
    expect(after(setting, { b: 'accepts' }, scene).chair.walkAways[1]).toBe(0.45);
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
