import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/model/scenario.ts';
import { chooseActs } from '../../src/rules/caucus.ts';
import { afterPresses, pressOdds, resolvePress, type Press } from '../../src/rules/pressure.ts';
import { walkAway } from '../../src/rules/utility.ts';
import type { Setting } from '../../src/rules/setting.ts';
import { viewOf, type PartyView } from '../../src/rules/visibility.ts';
import {
  always,
  settingFor,
  worldFor,
  type PartySketch,
  type RelationSketch,
  type Scene,
  type Sketch,
} from './setting.ts';

/** A neighbour with a line to the rebels. All the land is at stake, and the text gives away half of it. */
function neighbourhood(
  sketch: {
    neighbour?: PartySketch;
    rebels?: PartySketch;
    line?: RelationSketch;
    more?: Partial<Sketch>;
  } = {},
) {
  return settingFor({
    issues: { land: { options: 3, opening: 1 } },
    parties: {
      neighbour: { signatory: false, walkAway: 0.5, wants: { land: { ideal: 1 } }, ...sketch.neighbour },
      rebels: { wants: { land: { ideal: 0 } }, ...sketch.rebels },
    },
    relations: { 'neighbour>rebels': sketch.line ?? {} },
    ...sketch.more,
  });
}

const REFUSED = { rebels: ['below-target', 'land'] } as const;

/** Ids of those whom a party would press. */
function pressedBy(setting: Setting, view: PartyView): string[] {
  return chooseActs(setting, view).flatMap(({ act, relation }) =>
    act === 'press' ? [setting.parties[setting.relations[relation]!.to]!.id] : [],
  );
}

describe('who presses whom', () => {
  const presses = (setting: ReturnType<typeof neighbourhood>, scene: Scene = {}) =>
    pressedBy(setting, viewOf(setting, worldFor(setting, { votes: REFUSED, ...scene }), 0));

  it.each<[string, Parameters<typeof neighbourhood>[0], Scene, string[]]>([
    ['one who likes the text presses one who refused it', {}, {}, ['rebels']],
    ['also along a back channel', { line: { channel: 'back' } }, {}, ['rebels']],
    ['not without a channel', { line: { channel: 'none' } }, {}, []],
    ['not without influence', { line: { influence: 0 } }, {}, []],
    ['not one who accepted', {}, { votes: { rebels: 'accepts' } }, []],
    ['not one who was not polled', {}, { votes: {} }, []],
    ['not for a text that is worth less to it than no agreement', { neighbour: { walkAway: 0.51 } }, {}, []],
    ['for a text that is worth just as much', { neighbour: { walkAway: 0.5 + 1e-12 } }, {}, ['rebels']],
    ['though it has objected itself', {}, { votes: { ...REFUSED, neighbour: ['below-target', 'land'] } }, ['rebels']],
    ['two signatories bargain; they never press each other', { neighbour: { signatory: true } }, {}, []],
    [
      'a signatory may press one that need not sign',
      { neighbour: { signatory: true }, rebels: { signatory: false } },
      {},
      ['rebels'],
    ],
    ['an observer may press', {}, { grades: { neighbour: 'observer' } }, ['rebels']],
    ['an absent party may press, from the public text and votes', {}, { grades: { neighbour: 'absent' } }, ['rebels']],
  ])('%s', (_, sketch, scene, expected) => {
    expect(presses(neighbourhood(sketch), scene)).toEqual(expected);
  });

  it('an absent party has nothing but the public text and votes to go by', () => {
    const setting = neighbourhood();
    const world = worldFor(setting, { votes: REFUSED, grades: { neighbour: 'absent' }, proposals: { rebels: [0] } });
    const view = viewOf(setting, world, 0);
    expect(view.room).toBeUndefined();
    expect(pressedBy(setting, view)).toEqual(['rebels']);
  });

  it('one that has left after its objection is no longer worth pressing', () => {
    expect(presses(neighbourhood({ rebels: { signatory: false } }), { grades: { rebels: 'absent' } })).toEqual([]);
  });

  it.each([
    ['manipulation', ['rebels']],
    ['formulation', []],
  ] as const)('a chair presses for a text that it does not like itself in %s', (style, expected) => {
    const chair = { party: 'neighbour', style };
    expect(presses(neighbourhood({ neighbour: { walkAway: 0.9 }, more: { chair } }))).toEqual(expected);
  });

  it('a chair that manipulates has its leverage to press with even where it has no influence', () => {
    const chair = { party: 'neighbour', style: 'manipulation' } as const;
    const setting = neighbourhood({ neighbour: { leverage: 1 }, line: { influence: 0 }, more: { chair } });
    const [relation] = worldFor(setting).relations;
    expect(pressOdds(setting, setting.relations[0]!, relation!).works).toBeGreaterThan(0);
    expect(presses(setting)).toEqual(['rebels']);
  });
});

describe('how likely a press works or backfires', () => {
  const odds = (influence: number, trust: number, channel: Channel, audience: number) => {
    const setting = neighbourhood({ rebels: { audience }, line: { influence, trust, channel } });
    return pressOdds(setting, setting.relations[0]!, worldFor(setting).relations[0]!);
  };

  // Works: .9 × influence × (1 + trust)/2. Backfires: .15 × (1 − trust)/2, and (1 + audience) times that in the open.
  it.each<[string, number, number, Channel, number, number, number]>([
    ['full influence and full trust', 1, 1, 'open', 1, 0.9, 0],
    ['half the influence, trust .2, quietly', 0.5, 0.2, 'back', 0.5, 0.27, 0.06],
    ['the same in the open, before a public that half watches', 0.5, 0.2, 'open', 0.5, 0.27, 0.09],
    ['in the open, with nobody watching', 0.5, 0.2, 'open', 0, 0.27, 0.06],
    ['an enemy never persuades', 1, -1, 'back', 0, 0, 0.15],
    ['an enemy in public is worst', 1, -1, 'open', 1, 0, 0.3],
  ])('%s', (_, influence, trust, channel, audience, works, backfires) => {
    const found = odds(influence, trust, channel, audience);
    expect(found.works).toBeCloseTo(works, 12);
    expect(found.backfires).toBeCloseTo(backfires, 12);
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const trusts = fc.double({ min: -1, max: 1, noNaN: true });
  const channels = fc.constantFrom<Channel>('open', 'back');

  it('works no less with more influence or more trust, and backfires no more with more trust', () => {
    fc.assert(
      fc.property(share, trusts, channels, share, share, (influence, trust, channel, audience, more) => {
        const now = odds(influence, trust, channel, audience);
        expect(odds(Math.min(1, influence + more), trust, channel, audience).works).toBeGreaterThanOrEqual(now.works);
        const trusted = odds(influence, Math.min(1, trust + more), channel, audience);
        expect(trusted.works).toBeGreaterThanOrEqual(now.works);
        expect(trusted.backfires).toBeLessThanOrEqual(now.backfires + 1e-12);
        expect(now.works + now.backfires).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('a watching public makes it backfire more often on an open channel, and makes no difference on a quiet one', () => {
    fc.assert(
      fc.property(share, fc.double({ min: -1, max: 0.9, noNaN: true }), (influence, trust) => {
        expect(odds(influence, trust, 'open', 0.8).backfires).toBeGreaterThan(
          odds(influence, trust, 'open', 0.2).backfires,
        );
        expect(odds(influence, trust, 'back', 0.8)).toEqual(odds(influence, trust, 'back', 0.2));
        expect(odds(influence, trust, 'open', 0)).toEqual(odds(influence, trust, 'back', 0));
      }),
    );
  });

  it('a manipulating chair adds half of its leverage to its influence, as two independent chances', () => {
    const chair = { party: 'neighbour', style: 'manipulation' } as const;
    const setting = neighbourhood({
      neighbour: { leverage: 0.4 },
      line: { influence: 0.5, trust: 0 },
      more: { chair },
    });
    // Influence 1 − (1 − .5)(1 − .2) = .6, so .9 × .6 × ½.
    expect(pressOdds(setting, setting.relations[0]!, worldFor(setting).relations[0]!).works).toBeCloseTo(0.27, 12);
  });
});

describe('how one press comes out: low draws work, high draws backfire, the rest change nothing', () => {
  // Influence ½ and trust 0: works below .225, backfires from .925 up.
  const setting = neighbourhood({ line: { influence: 0.5, trust: 0, channel: 'back' } });

  it.each([
    [0, 'worked', -0.02],
    [0.2249, 'worked', -0.02],
    [0.2251, 'failed', 0],
    [0.9249, 'failed', 0],
    [0.9251, 'backfired', 0.01],
    [0.9999, 'backfired', 0.01],
  ] as const)('a draw of %d: %s', (draw, outcome, by) => {
    const press = resolvePress(setting, worldFor(setting), 0, always(draw));
    expect(press).toMatchObject({ relation: 0, outcome, by });
    expect(press.probability).toBeCloseTo(0.225, 12);
  });

  it('draws once from the stream of the pair, in its round', () => {
    const drawn: string[] = [];
    resolvePress(setting, worldFor(setting, { round: 3 }), 0, {
      at: (label, round) => {
        drawn.push(`${label} ${round}`);
        return 0.5;
      },
    });
    expect(drawn).toEqual(['press/neighbour/rebels 3']);
  });
});

describe('what pressure comes to in all', () => {
  // Four parties press the rebels, and each other's friends; relations in id order: a>rebels … d>rebels, a>b.
  const setting = settingFor({
    issues: { land: 2 },
    parties: {
      a: { signatory: false },
      b: { signatory: false },
      c: { signatory: false },
      d: { signatory: false },
      rebels: {},
    },
    relations: { 'a>b': {}, 'a>rebels': {}, 'b>rebels': {}, 'c>rebels': {}, 'd>rebels': {} },
  });
  const [B, REBELS] = [1, 4];
  const press = (relation: number, by: number): Press => ({
    relation,
    outcome: by < 0 ? 'worked' : by > 0 ? 'backfired' : 'failed',
    probability: 0.5,
    by,
  });
  const after = (presses: Press[], pressed = 0) =>
    afterPresses(setting, worldFor(setting, { states: { rebels: { pressed } } }), presses);

  // Each works by .02 or backfires by .01; the cap is .05.
  it.each([
    ['one that works', [-0.02], 0, 0.02],
    ['two that work', [-0.02, -0.02], 0, 0.04],
    ['three that work: cut at the cap', [-0.02, -0.02, -0.02], 0, 0.05],
    ['one beyond the cap', [-0.02], 0.05, 0.05],
    ['one that works and one that backfires', [-0.02, 0.01], 0, 0.01],
    ['at the cap, one that backfires gives back', [0.01], 0.05, 0.04],
    ['backfiring has its cap too', [0.01, 0.01, 0.01], -0.04, -0.05],
    ['clipped once: four that work outweigh one that backfires', [-0.02, -0.02, -0.02, 0.01], 0, 0.05],
  ])('%s', (_, by, before, expected) => {
    const { world, presses } = after(
      by.map((change, n) => press(n + 1, change)),
      before,
    );
    const state = world.parties[REBELS]!;
    expect(state.pressed).toBeCloseTo(expected, 12);
    const moved = presses.reduce((sum, { by: change }) => sum + change, 0);
    expect(moved).toBeCloseTo(before - expected, 12);
    expect(walkAway(setting.parties[REBELS]!, state)).toBeCloseTo(0.4 - expected, 12);
  });

  it('the order in which presses are listed does not matter', () => {
    const presses = [press(1, -0.02), press(2, 0.01), press(3, -0.02), press(4, -0.02), press(0, -0.02)];
    const [one, other] = [after(presses), after(presses.toReversed())];
    expect(other.world.relations).toEqual(one.world.relations);
    one.world.parties.forEach((state, i) => expect(other.world.parties[i]!.pressed).toBeCloseTo(state.pressed, 15));
  });

  it('each party has its own', () => {
    const { world } = after([press(0, -0.02), press(1, 0.01)]);
    expect([world.parties[B]!.pressed, world.parties[REBELS]!.pressed]).toEqual([0.02, -0.01]);
    expect(world.parties[0]!.pressed).toBe(0);
  });

  it('it is remembered who pressed, also in vain', () => {
    const { world } = after([press(2, 0)]);
    expect(world.relations.map((relation) => relation.pressed)).toEqual([false, false, true, false, false]);
  });

  it('never takes a walk-away more than the cap below where it started, in any number of rounds', () => {
    const rounds = fc.array(fc.array(fc.constantFrom(-0.02, 0, 0.01), { minLength: 1, maxLength: 4 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(rounds, (all) => {
        let world = worldFor(setting);
        for (const by of all) {
          world = afterPresses(
            setting,
            world,
            by.map((change, n) => press(n + 1, change)),
          ).world;
          const now = walkAway(setting.parties[REBELS]!, world.parties[REBELS]!);
          expect(now).toBeGreaterThanOrEqual(0.4 - 0.05 - 1e-12);
          expect(now).toBeLessThanOrEqual(0.4 + 0.05 + 1e-12);
        }
      }),
    );
  });

  // JSON knows no −0: a record that is read back would differ from the one that was written.
  it('a press that the cap leaves without effect moves nothing, not minus nothing', () => {
    expect(Object.is(after([press(1, -0.02)], 0.05).presses[0]!.by, 0)).toBe(true);
  });
});
