import { describe, expect, it } from 'vitest';
import type { Effect } from '../../src/model/scenario.ts';
import { chooseActs, type Act } from '../../src/rules/caucus.ts';
import { afterCaucus, afterLeak } from '../../src/rules/corridor.ts';
import { audienceCost } from '../../src/rules/costs.ts';
import { resolvePress } from '../../src/rules/pressure.ts';
import { afterEvents, leakedBy } from '../../src/rules/recess.ts';
import type { Setting } from '../../src/rules/setting.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import {
  always,
  settingFor,
  untouched,
  worldFor,
  type PartySketch,
  type RelationSketch,
  type Scene,
  type Sketch,
} from './setting.ts';

const REFUSED = { rebels: ['below-target', 'land'] } as const;
const [PATRON, REBELS] = [0, 1];

/** A patron who likes the text, which is worth .5 to it, and rebels who refused it. */
function pair(
  sketch: {
    patron?: PartySketch;
    rebels?: PartySketch;
    line?: RelationSketch;
    back?: RelationSketch;
  } & Partial<Sketch> = {},
) {
  const { patron, rebels, line, back, ...more } = sketch;
  return settingFor({
    issues: { land: { options: 3, opening: 1 } },
    parties: {
      patron: { signatory: false, wants: { land: { ideal: 1 } }, ...patron },
      rebels: { wants: { land: { ideal: 0 } }, ...rebels },
    },
    relations: {
      'patron>rebels': { influence: 0, ...line },
      ...(back && { 'rebels>patron': { influence: 0, ...back } }),
    },
    ...more,
  });
}

const acts = (setting: Setting, scene: Scene = {}) =>
  chooseActs(setting, viewOf(setting, worldFor(setting, { votes: REFUSED, ...scene }), PATRON)).map(({ act }) => act);

const done = (setting: Setting, act: Exclude<Act['act'], 'promise'>, scene: Scene = {}, draw = 0.5) =>
  afterCaucus(setting, worldFor(setting, { votes: REFUSED, ...scene }), [{ act, relation: 0 }], always(draw));

describe('a reassurance', () => {
  // From a trust of .3 in the other one leans its way; it wins .05 of trust and .1 of expectation.
  it.each<[string, RelationSketch | undefined, PartySketch, string[]]>([
    ['is given by one that leans to the other', { trust: 0.3 }, {}, ['reassure']],
    ['and by one whose trust moved there in steps', { trust: 0.7 - 0.4 }, {}, ['reassure']],
    ['not by one that leans less', { trust: 0.29 }, {}, []],
    ['not by one that nothing binds to the other', undefined, {}, []],
    ['not over a text that is worth less to it than no agreement', { trust: 1 }, { walkAway: 0.6 }, []],
  ])('%s', (_, back, patron, expected) => {
    expect(acts(pair({ patron, ...(back && { back }) }))).toEqual(expected);
  });

  it.each<[string, RelationSketch | undefined, boolean, number, number]>([
    ['from one that leans its way is believed', { trust: 0.3 }, true, 0.05, 0.6],
    ['from one that does not is not, whoever gives it', { trust: 0.29 }, false, 0, 0.5],
    ['nor from one that has no reason to', undefined, false, 0, 0.5],
  ])('%s', (_, back, credible, trust, expectation) => {
    const { world, happenings } = done(pair(back && { back }), 'reassure');
    expect(happenings).toMatchObject([{ type: 'reassure', relation: 0, credible }]);
    expect(world.relations[0]!.trust).toBeCloseTo(trust, 12);
    expect(world.parties[REBELS]!.expectation).toBeCloseTo(expectation, 12);
    expect(world.parties[PATRON]!.expectation).toBe(0.5);
  });

  it('wins no more than all trust and all hope', () => {
    const setting = pair({ line: { trust: 0.98 }, back: { trust: 0.8 }, rebels: { expectation: 0.95 } });
    const { world } = done(setting, 'reassure');
    expect([world.relations[0]!.trust, world.parties[REBELS]!.expectation]).toEqual([1, 1]);
  });

  it('is believed where it moves nothing, too', () => {
    const setting = pair({ back: { trust: 0.8 }, model: { reassure: { expectation: 0 } } });
    const { world, happenings } = done(setting, 'reassure');
    expect(happenings).toMatchObject([{ credible: true, by: 0 }]);
    expect(world.relations[0]!.trust).toBeCloseTo(0.05, 12);
  });
});

describe('a warning', () => {
  // Patience 2. The rebels hold out for .8 and would do with .4: at full trust a fifth of the way is .08.
  const held = (strain: number): Scene => ({ states: { patron: { strain }, rebels: { target: 0.8 } } });

  it('is given by one whose patience is used up, and only then', () => {
    expect(acts(pair(), held(2))).toEqual([]);
    expect(acts(pair(), held(3))).toEqual(['warn']);
    expect(acts(pair(), { ...held(3), votes: { rebels: 'accepts' } })).toEqual([]);
  });

  it('is not given by one that has left, and would not be believed', () => {
    const gone: Scene = { ...held(3), grades: { patron: 'absent' } };
    expect(acts(pair(), gone)).toEqual([]);
    expect(done(pair(), 'warn', gone).happenings).toMatchObject([{ credible: false, by: 0 }]);
  });

  it.each([
    ['one that trusts fully comes a fifth of the way', 1, 3, true, 0.72],
    ['one that trusts half-way comes a tenth', 0, 3, true, 0.76],
    ['one that does not trust at all stays where it is', -1, 3, true, 0.8],
    ['nobody believes one that has patience left', 1, 2, false, 0.8],
  ])('%s', (_, trust, strain, credible, expected) => {
    const { world, happenings } = done(pair({ line: { trust } }), 'warn', held(strain));
    expect(world.parties[REBELS]!.target).toBeCloseTo(expected, 12);
    expect(happenings).toMatchObject([{ type: 'warn', relation: 0, credible }]);
    expect((happenings[0] as { by: number }).by).toBeCloseTo(expected - 0.8, 12);
  });

  it('is credible also to one that has nothing left to give', () => {
    const scene: Scene = { states: { patron: { strain: 3 }, rebels: { target: 0.4 } } };
    expect(done(pair({ line: { trust: 1 } }), 'warn', scene).happenings).toEqual([
      { type: 'warn', relation: 0, credible: true, by: 0 },
    ]);
  });
});

/**
 * A and B have a back channel that serves land on A's side and water on B's. C and D were left out by A, E by B.
 * Relations in order: a>b, a>c, a>d, b>a, b>e, c>a.
 */
const circle = (sketch: Partial<Sketch> = {}) =>
  settingFor({
    issues: { fish: 2, land: 2, water: 2 },
    parties: Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((id) => [
        id,
        {
          audience: id === 'b' ? 0.9 : 0.3,
          wants: Object.fromEntries(
            ['fish', 'land', 'water'].map((k) => [k, { ideal: 1, voiced: 'private' as const }]),
          ),
        },
      ]),
    ),
    relations: {
      'a>b': { channel: 'back', serves: ['land'] },
      'a>c': {},
      'a>d': { channel: 'none' },
      'b>a': { channel: 'back', serves: ['water'] },
      'b>e': {},
      'c>a': {},
    },
    ...sketch,
  });

describe('a leak', () => {
  const setting = circle();
  const after = (acted: readonly Act[], draw: number) => afterCaucus(setting, worldFor(setting), acted, always(draw));
  const leaks = (acted: readonly Act[], draw: number) =>
    after(acted, draw).happenings.filter(({ type }) => type === 'leak');
  const AB = { act: 'reassure', relation: 0 } as const;
  const BA = { act: 'reassure', relation: 3 } as const;

  it.each<[string, readonly Act[], number, unknown[]]>([
    ['by an act of one end', [{ act: 'leak', relation: 0 }], 0.99, [{ type: 'leak', relation: 0, by: 'act' }]],
    ['by chance, one time in ten that it is used', [AB], 0.0999, [{ type: 'leak', relation: 0, by: 'chance' }]],
    ['not above that', [AB], 0.1, []],
    ['not where it was not used', [], 0, []],
    ['not of an open channel', [{ act: 'reassure', relation: 1 }], 0, []],
    ['once, though both ends used it', [AB, BA], 0, [{ type: 'leak', relation: 0, by: 'chance' }]],
  ])('%s', (_, acted, draw, expected) => {
    expect(leaks(acted, draw)).toEqual(expected);
  });

  it('is drawn from a stream of its own, once along each relation that was used', () => {
    const drawn: string[] = [];
    const at = (label: string, round: number) => {
      drawn.push(`${label} ${round}`);
      return 0.5;
    };
    afterCaucus(setting, worldFor(setting, { round: 3 }), [AB, { act: 'warn', relation: 0 }, BA], { at });
    expect(drawn).toEqual(['leak/a/b 3', 'leak/b/a 3']);
  });

  describe('opens the channel and has its price', () => {
    const { world } = after([{ act: 'leak', relation: 0 }], 0.99);

    it('both directions are open', () => {
      expect(world.relations.map(({ channel }) => channel)).toEqual(['open', 'open', 'none', 'open', 'open', 'open']);
    });

    it('both ends stand exposed on all that it served, and nobody else does', () => {
      expect(world.parties.map(({ exposed }) => exposed)).toEqual([
        [false, true, true],
        [false, true, true],
        [false, false, false],
        [false, false, false],
        [false, false, false],
      ]);
    });

    it('both are watched more by .2, at most by all', () => {
      expect(world.parties.map(({ audience }) => audience)).toEqual([0.5, 1, 0.3, 0.3, 0.3]);
    });

    it('those whom A left out trust it less by .3 and expect less by .15', () => {
      expect(world.relations.map(({ trust }) => trust)).toEqual([0, -0.3, -0.3, 0, 0, 0]);
      expect(world.parties.map(({ expectation }) => expectation)).toEqual([0.5, 0.5, 0.35, 0.35, 0.5]);
    });
  });

  it('trust does not fall below −1, nor expectation below 0', () => {
    const scene: Scene = { relations: { 'a>c': { trust: -0.9 } }, states: { c: { expectation: 0.1 } } };
    const world = afterLeak(setting, worldFor(setting, scene), 0);
    expect([world.relations[1]!.trust, world.parties[2]!.expectation]).toEqual([-1, 0]);
  });

  it('nobody pays for what was said on a back channel until it leaks (Pruitt 2008)', () => {
    const scene: Scene = { round: 2, text: [0, 0, 0], first: { a: [1, 1, 1] } };
    const quiet = worldFor(setting, scene);
    expect(audienceCost(setting, viewOf(setting, quiet, 0), [0, 0, 0])).toBe(0);
    // Land and water weigh a third each and were given up whole: .5 × .5 × ⅔.
    const known = afterLeak(setting, quiet, 0);
    expect(audienceCost(setting, viewOf(setting, known, 0), [0, 0, 0])).toBeCloseTo(1 / 6, 12);
  });

  it('one that is watched more since also resents open pressure more', () => {
    // Trust −1: backfires with .15 × (1 + audience) in the open, .3 before a public that watches all, no longer .285.
    const hostile = worldFor(setting, { relations: { 'a>b': { trust: -1 } } });
    expect(resolvePress(setting, hostile, 0, always(0.71)).outcome).toBe('failed');
    expect(resolvePress(setting, afterLeak(setting, hostile, 0), 0, always(0.71)).outcome).toBe('backfired');
  });

  describe('by an event', () => {
    const open = (from: string, to: string): Effect => ({ on: 'channel', from, to, channel: 'open' });
    const struckBy = (...effects: Effect[]) => ({
      ...setting,
      events: [{ id: 'news', headline: '', effects, round: 1, hazard: 0, stream: 'event.news/world', shock: false }],
    });

    it.each<[string, Effect[], number[]]>([
      ['that opens a back channel', [open('a', 'b')], [0]],
      ['that opens both directions is one leak', [open('b', 'a'), open('a', 'b')], [0]],
      ['that opens the other direction is that one’s', [open('b', 'a')], [3]],
      ['that opens what is open is none', [open('a', 'c')], []],
      ['that opens a channel where there was none is none', [open('a', 'd')], []],
      ['that closes a back channel is none', [{ on: 'channel', from: 'a', to: 'b', channel: 'none' }], []],
    ])('%s', (_, effects, expected) => {
      const of = struckBy(...effects);
      expect(leakedBy(of, worldFor(of), [0])).toEqual(expected);
    });

    it('does what any leak does', () => {
      const of = struckBy(open('a', 'b'));
      const before = worldFor(of);
      const world = afterLeak(of, afterEvents(of, before, [0]), 0);
      const byAct = after([{ act: 'leak', relation: 0 }], 0.99).world;
      expect(world.parties).toEqual(byAct.parties);
      expect(world.relations).toEqual(byAct.relations);
    });
  });
});

describe('all acts of a caucus are decided on the state at its start', () => {
  it('a reassurance does not make a warning weigh more', () => {
    const setting = pair({ back: { trust: 0.8 } });
    const world = worldFor(setting, { states: { patron: { strain: 3 }, rebels: { target: 0.8 } } });
    const both: Act[] = [
      { act: 'reassure', relation: 0 },
      { act: 'warn', relation: 0 },
    ];
    const results = [both, both.toReversed()].map((list) => afterCaucus(setting, world, list, untouched).world);
    for (const { parties, relations } of results) {
      expect(parties[REBELS]!.target).toBeCloseTo(0.76, 12);
      expect(relations[0]!.trust).toBeCloseTo(0.05, 12);
    }
  });
});
