import { describe, expect, it } from 'vitest';
import { audienceCost, bestGuarantor, commitmentDiscount } from '../../src/rules/costs.ts';
import { decideVote } from '../../src/rules/polling.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import { settingFor, untouched, worldFor, type IssueSketch, type PartySketch, type Scene } from './setting.ts';

describe('what it costs to go back in public on what one tabled first (Fearon 1994)', () => {
  // Land weighs ¼ and is spoken of in public, water ¾ in private. Half of a retreat is paid again, times an audience
  // of .6: .3 of it. Texts are [land, water] of 3 and 4 options, and a wants the last of each.
  const cost = (text: number[], scene: Scene = {}) => {
    const setting = settingFor({
      issues: { land: 3, water: 4 },
      parties: {
        a: { audience: 0.6, wants: { land: { ideal: 1 }, water: { ideal: 1, salience: 3, voiced: 'private' } } },
      },
    });
    return audienceCost(setting, viewOf(setting, worldFor(setting, { first: { a: [2, 3] }, ...scene }), 0), text);
  };

  it.each<[string, number[], Scene, number]>([
    ['half of the land: .3 × ¼ × ½', [1, 3], {}, 0.0375],
    ['all the land', [0, 3], {}, 0.075],
    ['what it never said in public costs nothing', [2, 0], {}, 0],
    ['but once that is known it does: .3 × (⅛ + ¾ × ⅔)', [1, 1], { states: { a: { exposed: [true, true] } } }, 0.1875],
    ['nothing where it gave up nothing', [2, 3], {}, 0],
    ['nothing for a text better than it asked for', [2, 0], { first: { a: [1, 0] } }, 0],
    ['a gain on one issue does not pay for the retreat on another', [0, 3], { first: { a: [2, 0] } }, 0.075],
    ['nothing before it has tabled anything', [0, 0], { first: {} }, 0],
    ['nothing for one that stayed away', [0, 0], { grades: { a: 'absent' } }, 0],
    ['twice as much before a public that watches twice as closely', [1, 3], { states: { a: { audience: 1 } } }, 0.0625],
    ['nothing where nobody watches', [0, 3], { states: { a: { audience: 0 } } }, 0],
  ])('%s', (_, text, scene, expected) => {
    expect(cost(text, scene)).toBeCloseTo(expected, 12);
  });
});

/** Laying down arms, half or all, must be kept later and weighs ¾. Without any guarantor .4 of the way is discounted. */
function truce(a: PartySketch = {}, arms: Partial<IssueSketch> = {}) {
  return settingFor({
    issues: { arms: { options: 3, commitment: true, ...arms }, land: 2 },
    parties: {
      a: { audience: 0.6, wants: { arms: { values: [0, 0.5, 1], salience: 3 }, land: { ideal: 1 } }, ...a },
      b: { guarantor: 0.1 },
      observer: { signatory: false, attendance: 'observer', guarantor: 1 },
      power: { signatory: false, guarantor: 0.6 },
    },
    rounds: 5,
  });
}
const away = (...ids: string[]): Scene => ({ grades: Object.fromEntries(ids.map((id) => [id, 'absent' as const])) });

describe('what a promise that must be kept later is discounted by (Walter 1997)', () => {
  const discount = (text: number[], scene: Scene = {}, setting = truce(), party = 0) =>
    commitmentDiscount(setting, viewOf(setting, worldFor(setting, scene), party), text);

  it.each<[string, number[], Scene, number]>([
    ['half of the arms without a guarantor: .4 × ¾ × ½', [1, 0], away('b', 'power'), 0.15],
    ['with one that is believed at .6: .4 of that', [1, 0], {}, 0.06],
    ['with one that is believed at .1: .9 of it', [1, 0], away('power'), 0.135],
    ['one that only looks on guarantees nothing', [1, 0], away('b', 'power'), 0.15],
    ['nor one without a mandate', [1, 0], { grades: { b: 'absent', power: 'unofficial' } }, 0.15],
    ['all arms', [2, 0], away('b', 'power'), 0.3],
    ['nothing for the status quo', [0, 1], away('b', 'power'), 0],
    ['the other issue is no matter of trust', [1, 1], away('b', 'power'), 0.15],
  ])('%s', (_, text, scene, expected) => {
    expect(discount(text, scene)).toBeCloseTo(expected, 12);
  });

  it('its own word is no surety to itself', () => {
    expect(discount([1, 0], away('b', 'power'), truce({ guarantor: 1 }))).toBeCloseTo(0.15, 12);
  });

  it('is nothing to one that signs nothing', () => {
    expect(discount([2, 1], away('b'), truce(), 3)).toBe(0);
  });

  it('where the options have no order any change is all the way', () => {
    expect(discount([1, 0], away('b', 'power'), truce({}, { ordered: false }))).toBeCloseTo(0.3, 12);
  });

  it('counts from the status quo, whichever way the text moves', () => {
    expect(discount([0, 0], away('b', 'power'), truce({}, { statusQuo: 2 }))).toBeCloseTo(0.3, 12);
  });

  it('the best of those who are there officially counts', () => {
    const setting = truce();
    expect(bestGuarantor(setting, worldFor(setting).public.grades)).toBe(0.6);
    expect(bestGuarantor(setting, worldFor(setting, away('power')).public.grades)).toBe(0.1);
    expect(bestGuarantor(setting, worldFor(setting, away('b', 'power')).public.grades)).toBe(0);
  });
});

describe('an objection for the one or the other has a code of its own', () => {
  // The last round with no later date: the threshold is the walk-away. Half of the arms and the land are worth .625.
  const vote = (walkAway: number, scene: Scene) => {
    const setting = truce({ walkAway });
    const world = worldFor(setting, { round: 5, text: [1, 1], ...scene });
    const cast = decideVote(setting, viewOf(setting, world, 0), untouched);
    return cast.accepts ? 'accepts' : `${cast.objection.code}: ${cast.objection.issue}`;
  };
  const first = { first: { a: [2, 1] } };
  const alone = away('b', 'power');

  // Retreat of half of the arms: .3 × ¾ × ½ = .1125. Discount .15, or .06 with a guarantor.
  it.each<[string, number, Scene, string]>([
    ['.625 − .06 with a guarantor', 0.56, {}, 'accepts'],
    ['.625 − .15 without', 0.56, alone, 'no-guarantor: arms'],
    ['.625 − .1125 − .06 would do for .45', 0.45, first, 'accepts'],
    ['but not for .55, which it reaches but for its public', 0.55, first, 'audience: arms'],
    ['.625 − .1125 − .15 reaches .5 without the discount', 0.5, { ...first, ...alone }, 'no-guarantor: arms'],
    [
      'where neither alone stands in the way, it is simply too little',
      0.6,
      { ...first, ...alone },
      'below-walk-away: arms',
    ],
    ['where the text itself is too little, that is said', 0.63, {}, 'below-walk-away: arms'],
  ])('%s', (_, walkAway, scene, expected) => {
    expect(vote(walkAway, scene)).toBe(expected);
  });

  it('before the last round the code is said against what it holds out for', () => {
    // It would do with .3 but holds out for .55: .625 − .1125 − .06 falls short, but for the audience it would not.
    const scene = { ...first, round: 3, states: { a: { target: 0.55 } } };
    expect(vote(0.3, scene)).toBe('audience: arms');
    expect(vote(0.3, { ...scene, states: { a: { target: 0.6 } } })).toBe('below-target: arms');
  });
});
