import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect, PartyEffect, RelationEffect, ScheduledEvent } from '../../src/model/scenario.ts';
import { afterEvents, afterRecess, eventsOf } from '../../src/rules/recess.ts';
import { walkAway } from '../../src/rules/utility.ts';
import { q, settingFor, untouched, worldFor, type Scene } from './setting.ts';

const setting = settingFor({
  issues: { land: 2 },
  parties: { a: { walkAway: 0.15, pain: 0.03 }, b: {}, c: {}, d: { signatory: false } },
  relations: { 'a>b': { trust: 0.1 }, 'b>a': { trust: 0.1 }, 'c>b': { trust: -0.99 }, 'd>b': { trust: 0.99 } },
});
const [A, B] = [0, 1];
const TRUST = { 'a>b': 0, 'b>a': 1, 'c>b': 2, 'd>b': 3 };

describe('pain takes from the walk-away', () => {
  // .03 a round, at most .1 in all.
  it.each([
    ['the first round', 0, 0.03],
    ['and the next', 0.03, 0.06],
    ['up to its cap', 0.09, 0.1],
    ['and no further', 0.1, 0.1],
  ])('%s', (_, pained, expected) => {
    const world = afterRecess(setting, worldFor(setting, { states: { a: { pained } } }), []);
    expect(world.parties[A]!.pained).toBeCloseTo(expected, 12);
  });

  it('never below 0, nor more than its cap in all, however long the conference', () => {
    let world = worldFor(setting, { states: { a: { pressed: 0.05, pain: 0.04 } } });
    for (let round = 1; round <= 20; round++) {
      world = afterRecess(setting, world, []);
      expect(walkAway(setting.parties[A]!, world.parties[A]!)).toBeGreaterThanOrEqual(0);
      expect(world.parties[A]!.pained).toBeLessThanOrEqual(0.1);
    }
    expect(walkAway(setting.parties[A]!, world.parties[A]!)).toBe(0);
  });
});

describe('expectation moves a fifth of the way to the share of acceptances among the others', () => {
  it.each<[string, number, Scene['votes'], number]>([
    [
      'two of three others accept: .5 + .2 (⅔ − ½)',
      0.5,
      { a: ['below-target', 'land'], b: 'accepts', c: 'accepts', d: ['red-line', 'land'] },
      0.5 + 0.2 / 6,
    ],
    ['its own vote is not news to it', 0.5, { a: 'accepts', b: ['below-target', 'land'] }, 0.4],
    ['all accept', 0.5, { b: 'accepts', c: 'accepts' }, 0.6],
    ['nobody else was polled', 0.5, { a: 'accepts' }, 0.5],
  ])('%s', (_, expectation, votes, expected) => {
    const world = worldFor(setting, { states: { a: { expectation } }, ...(votes && { votes }) });
    expect(afterRecess(setting, world, []).parties[A]!.expectation).toBeCloseTo(expected, 12);
  });

  it('votes are public: one who stayed away hears of them too', () => {
    const world = worldFor(setting, { grades: { a: 'absent' }, votes: { b: 'accepts' } });
    expect(afterRecess(setting, world, []).parties[A]!.expectation).toBeCloseTo(0.6, 12);
  });
});

describe('trust moves by what was seen of the other', () => {
  const trust = (relation: keyof typeof TRUST, scene: Scene, left: number[] = []) =>
    afterRecess(setting, worldFor(setting, scene), left).relations[TRUST[relation]]!.trust;

  // Of the second in the first: +.02 for accepting, −.03 for pressing, −.2 for leaving.
  it.each<[string, keyof typeof TRUST, Scene, number[], number]>([
    ['it accepted', 'a>b', { votes: { a: 'accepts' } }, [], 0.12],
    ['it refused', 'a>b', { votes: { a: ['red-line', 'land'] } }, [], 0.1],
    ['what the other did itself is nothing to go by', 'a>b', { votes: { b: 'accepts' } }, [1], 0.1],
    ['it pressed', 'a>b', { relations: { 'a>b': { pressed: true } } }, [], 0.07],
    ['it pressed and accepted', 'a>b', { votes: { a: 'accepts' }, relations: { 'a>b': { pressed: true } } }, [], 0.09],
    ['it left', 'a>b', {}, [A], -0.1],
    ['all three', 'a>b', { votes: { a: 'accepts' }, relations: { 'a>b': { pressed: true } } }, [A], -0.11],
    ['never below −1', 'c>b', {}, [2], -1],
    ['never above 1', 'd>b', { votes: { d: 'accepts' } }, [], 1],
    ['clipped once, at the end', 'd>b', { votes: { d: 'accepts' }, relations: { 'd>b': { pressed: true } } }, [], 0.98],
  ])('%s', (_, relation, scene, left, expected) => {
    expect(trust(relation, scene, left)).toBeCloseTo(expected, 12);
  });

  it('a press is held against its author once', () => {
    const world = afterRecess(setting, worldFor(setting, { relations: { 'a>b': { pressed: true } } }), []);
    expect(world.relations[TRUST['a>b']]!.pressed).toBe(false);
    expect(afterRecess(setting, world, []).relations[TRUST['a>b']]!.trust).toBeCloseTo(0.07, 12);
  });
});

it('trust stays between −1 and 1, and expectation between 0 and 1, whatever happens', () => {
  const votes = fc.record({
    a: fc.boolean(),
    b: fc.boolean(),
    c: fc.boolean(),
    d: fc.boolean(),
    pressed: fc.boolean(),
    left: fc.subarray([0, 1, 2, 3]),
  });
  fc.assert(
    fc.property(fc.array(votes, { maxLength: 12 }), (rounds) => {
      let world = worldFor(setting);
      for (const { pressed, left, ...accepts } of rounds) {
        const cast = Object.entries(accepts).map(([id, yes]) => [id, yes ? 'accepts' : ['below-target', 'land']]);
        const { votes: polled } = worldFor(setting, { votes: Object.fromEntries(cast) }).public;
        const relations = world.relations.map((relation) => ({ ...relation, pressed }));
        world = afterRecess(setting, { ...world, relations, public: { ...world.public, votes: polled } }, left);
        for (const { trust } of world.relations) expect(Math.abs(trust)).toBeLessThanOrEqual(1);
        for (const { expectation } of world.parties) {
          expect(expectation).toBeGreaterThanOrEqual(0);
          expect(expectation).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

describe('events', () => {
  const onParty = (what: PartyEffect, by: number): Effect => ({ on: 'party', party: 'b', what, change: q(by) });
  const onRelation = (what: RelationEffect, by: number): Effect => ({
    on: 'relation',
    from: 'a',
    to: 'b',
    what,
    change: q(by),
  });
  const struck = (effects: Effect[], scene: Scene = {}) => {
    const of = {
      ...setting,
      events: [{ id: 'news', headline: '', effects, round: 1, hazard: 0, stream: '', shock: false }],
    };
    return afterEvents(of, worldFor(of, scene), [0]);
  };

  it('strike in the recess of their round', () => {
    const at = (id: string, round: number): ScheduledEvent => ({ id, when: { round }, headline: id, effects: [] });
    const later = settingFor({
      issues: { land: 2 },
      parties: { a: {} },
      events: [at('ceasefire', 1), at('raid', 2), at('talks', 2)],
    });
    const strikeIn = (round: number) => eventsOf(later, worldFor(later, { round }), untouched);
    expect([0, 1, 2, 3].map((round) => strikeIn(round).map((n) => later.events[n]!.id))).toEqual([
      [],
      ['ceasefire'],
      ['raid', 'talks'],
      [],
    ]);
  });

  // b starts with expectation .5, optimism .5, pain 0 and walk-away .4; a has influence .5 and trust .1 with it.
  it.each<[string, Effect[], (world: ReturnType<typeof struck>) => number | string, number | string]>([
    ['raise a walk-away', [onParty('walkAway', 0.2)], ({ parties }) => walkAway(setting.parties[B]!, parties[B]!), 0.6],
    [
      'lower a walk-away, not below 0',
      [onParty('walkAway', -0.7)],
      ({ parties }) => walkAway(setting.parties[B]!, parties[B]!),
      0,
    ],
    ['raise hopes', [onParty('expectation', 0.2)], ({ parties }) => parties[B]!.expectation, 0.7],
    ['raise hopes, not above 1', [onParty('expectation', 0.7)], ({ parties }) => parties[B]!.expectation, 1],
    ['relieve a pain that was none', [onParty('pain', -0.05)], ({ parties }) => parties[B]!.pain, 0],
    ['win influence, not above 1', [onRelation('influence', 0.6)], ({ relations }) => relations[0]!.influence, 1],
    ['lose all trust and more', [onRelation('trust', -1.3)], ({ relations }) => relations[0]!.trust, -1],
    ['dash hopes', [onParty('optimism', -0.9)], ({ parties }) => parties[B]!.optimism, 0],
    ['hurt', [onParty('pain', 0.05)], ({ parties }) => parties[B]!.pain, 0.05],
    ['win trust, not above 1', [onRelation('trust', 1)], ({ relations }) => relations[0]!.trust, 1],
    ['destroy trust', [onRelation('trust', -0.8)], ({ relations }) => relations[0]!.trust, -0.7],
    ['end an influence', [onRelation('influence', -0.9)], ({ relations }) => relations[0]!.influence, 0],
    [
      'close a channel',
      [{ on: 'channel', from: 'a', to: 'b', channel: 'none' }],
      ({ relations }) => relations[0]!.channel,
      'none',
    ],
    [
      'add up',
      [onParty('expectation', 0.2), onParty('expectation', -0.4)],
      ({ parties }) => parties[B]!.expectation,
      0.3,
    ],
  ])('%s', (_, effects, read, expected) => {
    const found = read(struck(effects));
    if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 12);
    else expect(found).toBe(expected);
  });

  it('change nothing else', () => {
    const before = worldFor(setting);
    const after = struck([onParty('optimism', 0.1)]);
    expect(after.parties.toSpliced(B, 1)).toEqual(before.parties.toSpliced(B, 1));
    expect(after.relations).toEqual(before.relations);
    expect(after.public).toEqual({ ...before.public, struckEvents: [true] });
  });

  // .5 + .7 − .6: one after the other, each clipped, it would be .4 or .7 as they happen to be listed.
  it.each([
    ['good news first', [0.7, -0.6]],
    ['bad news first', [-0.6, 0.7]],
  ])('are added up and clipped once: %s', (_, changes) => {
    const world = struck(
      changes.map((by) => onParty('expectation', by)),
      { states: { b: { expectation: 0.5 } } },
    );
    expect(world.parties[B]!.expectation).toBeCloseTo(0.6, 12);
  });
});
