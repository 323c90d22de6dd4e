import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateOf } from '../../src/rules/estimates.ts';
import { formulate } from '../../src/rules/formulation.ts';
import type { Setting } from '../../src/rules/setting.ts';
import { chairViewOf } from '../../src/rules/visibility.ts';
import type { World } from '../../src/rules/world.ts';
import { always, settingFor, worldFor, type Scene, type Sketch } from './setting.ts';
import { sketches, tenths, textOf } from './sketches.arbitrary.ts';

/** What the chair changes, as `issue option`. */
function changes(sketch: Sketch, scene: Scene): string[] {
  const setting = settingFor(sketch);
  const view = chairViewOf(setting, worldFor(setting, scene));
  return formulate(setting, view, always(0.5)).map(({ issue, option }) => `${setting.issues[issue]!.id} ${option}`);
}

describe('the text with the greatest product of estimated gains', () => {
  // One issue, so û is the value of the option; asked 0 and 1 of a scale of three, walk-aways supposed .2.
  const middle: Sketch = { issues: { land: { options: 3, opening: 0 } }, parties: { a: {}, b: {} } };
  const scene: Scene = { text: [0], asked: { a: [0], b: [2] }, supposed: { a: 0.2, b: 0.2 } };

  it('meets two signatories half-way: (.3 × .3)³ against (.8 × .0017)³', () => {
    expect(changes(middle, scene)).toEqual(['land 1']);
  });

  it('leaves the text where nothing is better', () => {
    expect(changes(middle, { ...scene, text: [1] })).toEqual([]);
  });

  it('says that it took the product', () => {
    const setting = settingFor(middle);
    const drafted = formulate(setting, chairViewOf(setting, worldFor(setting, scene)), always(0.5));
    expect(drafted).toEqual([{ issue: 0, option: 1, reason: 'nash' }]);
  });

  it('a tie leaves the text, and among others takes the lower index', () => {
    const sketch: Sketch = { issues: { venue: { options: 3, ordered: false, opening: 0 } }, parties: { a: {}, b: {} } };
    const at = (inText: number) => changes(sketch, { text: [inText], asked: { a: [1], b: [2] } });
    // a is for 1 and b for 2: either is worth (1 − .45)³ × .0008³, and 0 is worth .0008⁶.
    expect([at(0), at(1), at(2)]).toEqual([['venue 1'], [], []]);
  });
});

describe('the exponents: signatories 3, others 1, one more where the chair leans to a party', () => {
  const venue = (parties: Sketch['parties'], more: Partial<Sketch> = {}): Sketch => ({
    issues: { venue: { options: 2, ordered: false, opening: 0 } },
    parties,
    ...more,
  });
  const outsider = { signatory: false };

  it('one signatory outweighs two others: .55³ × .0008² against .0008³ × .55²', () => {
    const asked = { a: [0], b: [1], c: [1] };
    expect(changes(venue({ a: {}, b: outsider, c: outsider }), { text: [1], asked })).toEqual(['venue 0']);
    // With one vote each, the two would have it.
    const even = { a: outsider, b: outsider, c: outsider };
    expect(changes(venue(even), { text: [1], asked })).toEqual([]);
    expect(changes(venue(even), { text: [0], asked })).toEqual(['venue 1']);
  });

  // The chair's trust in b is that of the relation that runs from b to the chair.
  it.each([
    ['trust of .5', 'b>chair', 0.5, ['venue 1']],
    ['trust of .49', 'b>chair', 0.49, []],
    ['the trust of b in the chair, which is another matter', 'chair>b', 0.9, []],
  ])('leaning: %s', (_, ends, trust, expected) => {
    const sketch = venue(
      {
        a: outsider,
        b: outsider,
        chair: { ...outsider, attendance: 'accepted', wants: { venue: { values: [0, 0] } } },
      },
      { chair: { party: 'chair', style: 'formulation' }, relations: { [ends]: { trust } } },
    );
    expect(changes(sketch, { text: [0], asked: { a: [0], b: [1] } })).toEqual(expected);
  });

  // To a the venues are worth 0 and −1 above its walk-away, to b −.2 and .8: counted with ε = .02 as .01 and .0004, and
  // as .0017 and .8.
  it.each([
    ['one loser does not blot out the rest: .0004 × .8 against .01 × .0017', outsider, ['venue 1']],
    ['nor is it forgotten where it must sign: .0004³ × .8 against .01³ × .0017', {}, []],
  ])('a gain below ε still counts: %s', (_, a, expected) => {
    const scene: Scene = { text: [0], asked: { a: [0], b: [1] }, supposed: { a: 1, b: 0.2 } };
    expect(changes(venue({ a, b: outsider }), scene)).toEqual(expected);
  });

  it('one who is not polled does not count', () => {
    const scene: Scene = { text: [0], asked: { a: [1], b: [0] }, grades: { b: 'observer' } };
    expect(changes(venue({ a: outsider, b: outsider }), scene)).toEqual(['venue 1']);
  });
});

it('a chair that is a party enters with what it wants itself, once, though it asked for nothing', () => {
  const sketch = (walkAway: number): Sketch => ({
    issues: { venue: { options: 2, ordered: false, opening: 0 } },
    parties: {
      // A signatory in the chair still counts once.
      chair: { walkAway, wants: { venue: { values: [0, 1] } } },
      other: { signatory: false },
    },
    chair: { party: 'chair', style: 'formulation' },
  });
  const scene: Scene = { text: [0], asked: { chair: [0], other: [0] }, supposed: { chair: 0.9, other: 0.6 } };
  // At 0: .0004/.44 × .4 against .6 × .0004/.64 at 1; with a walk-away of .3 .0004/.34 × .4 against .7 × .0004/.64. Its
  // own walk-away decides, not the one supposed of it.
  expect(changes(sketch(0.4), scene)).toEqual(['venue 1']);
  expect(changes(sketch(0.3), scene)).toEqual([]);
});

/** The product over estimates, worked out anew. */
function nash(setting: Setting, world: World, text: readonly number[]): number {
  return setting.parties.reduce((product, party) => {
    const { weights, values } = estimateOf(setting, world.room, party.index, world.public.round, always(0.5));
    const worth = text.reduce((sum, option, k) => sum + weights[k]! * values[k]![option]!, 0);
    const gain = worth - world.chair.walkAways[party.index]!;
    return product * (gain < 0.02 ? 0.0004 / (0.04 - gain) : gain) ** (party.signatory ? 3 : 1);
  }, 1);
}

describe('in any conference with a chair from outside', () => {
  const cases = fc
    .tuple(sketches(), fc.integer({ min: 1, max: 5 }))
    .chain(([sketch, pace]) => {
      const setting = settingFor({ ...sketch, chair: { style: 'formulation', pace } });
      const { length } = setting.parties;
      return fc.tuple(
        fc.constant(setting),
        textOf(setting),
        fc.array(textOf(setting), { minLength: length, maxLength: length }),
        fc.array(tenths, { minLength: length, maxLength: length }),
        fc.array(textOf(setting), { maxLength: 2 }),
      );
    })
    .map(([setting, text, asked, supposed, struck]) => {
      const named = <T>(list: T[]) => Object.fromEntries(list.map((item, i) => [`p${i}`, item]));
      const off = struck.flatMap((of) => of.map((o, k) => [`i${k}`, o] as const));
      const isOpen = off.filter(([issue, o]) => text[setting.issueIndex.get(issue)!] !== o);
      const mentions = named(asked.map((of) => of.map((o) => o)));
      const scene: Scene = { round: 3, text, asked: named(asked), supposed: named(supposed), mentions, struck: isOpen };
      return [setting, worldFor(setting, scene)] as const;
    });
  const drafted = (setting: Setting, world: World) => formulate(setting, chairViewOf(setting, world), always(0.5));

  it('each change raises the product, and no other single change would raise it more', () => {
    fc.assert(
      fc.property(cases, ([setting, world]) => {
        let text = world.public.text;
        const touched = new Set<number>();
        for (const change of drafted(setting, world)) {
          const now = nash(setting, world, text);
          const next = text.with(change.issue, change.option);
          expect(nash(setting, world, next)).toBeGreaterThan(now);
          setting.issues.forEach(({ options }, k) =>
            options.forEach((_, o) => {
              if (touched.has(k) || world.chair.struck[k]![o]) return;
              const other = nash(setting, world, text.with(k, o));
              expect(other).toBeLessThanOrEqual(nash(setting, world, next) * (1 + 1e-6));
            }),
          );
          touched.add(change.issue);
          text = next;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('it changes no issue twice, no more issues than its pace, and to no option that was struck', () => {
    fc.assert(
      fc.property(cases, ([setting, world]) => {
        const list = drafted(setting, world);
        expect(list.length).toBeLessThanOrEqual(setting.chair.pace);
        expect(new Set(list.map(({ issue }) => issue)).size).toBe(list.length);
        for (const { issue, option } of list) {
          expect(world.chair.struck[issue]![option]).toBe(false);
          expect(option).not.toBe(world.public.text[issue]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('it stops before its pace only where no single change would raise the product', () => {
    fc.assert(
      fc.property(cases, ([setting, world]) => {
        const list = drafted(setting, world);
        if (list.length === setting.chair.pace) return;
        const text = list.reduce((next, { issue, option }) => next.with(issue, option), world.public.text);
        const best = nash(setting, world, text);
        setting.issues.forEach(({ options }, k) =>
          options.forEach((_, o) => {
            if (list.some(({ issue }) => issue === k) || world.chair.struck[k]![o]) return;
            expect(nash(setting, world, text.with(k, o))).toBeLessThanOrEqual(best * (1 + 1e-6));
          }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('an option struck for a red line', () => {
  const land: Sketch = { issues: { land: { options: 3, opening: 0 } }, parties: { a: {}, b: {} } };

  it('is not proposed again, however good it seems', () => {
    const scene: Scene = { text: [0], asked: { a: [2], b: [2] }, struck: [['land', 2]] };
    expect(changes(land, scene)).toEqual(['land 1']);
  });

  it('is given up where it stands in the text, though the estimates like it', () => {
    const scene: Scene = { text: [2], asked: { a: [2], b: [2] }, struck: [['land', 2]] };
    expect(changes(land, scene)).toEqual(['land 1']);
  });

  const two: Sketch = {
    issues: { land: { options: 3, opening: 0 }, water: { options: 3, opening: 0 } },
    parties: { a: {}, b: {} },
  };
  const asked = { a: [2, 2], b: [2, 2] };

  it('is given up before anything else is improved', () => {
    // Both want the water at 2 and so does the product; but the land at 2 was struck.
    const scene: Scene = { text: [2, 0], asked, supposed: { a: 0.1, b: 0.1 }, struck: [['land', 2]] };
    expect(changes(two, scene)).toEqual(['land 1']);
    expect(changes({ ...two, chair: { style: 'formulation', pace: 2 } }, scene)).toEqual(['land 1', 'water 2']);
  });

  it('stands where all others were struck too, and the chair turns to other issues', () => {
    const struck = [0, 1, 2].map((o) => ['land', o] as const);
    expect(changes(two, { text: [2, 0], asked, struck })).toEqual(['water 2']);
  });
});
