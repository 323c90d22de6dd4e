import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseActs } from '../../src/rules/caucus.ts';
import { draftChanges } from '../../src/rules/drafting.ts';
import { decideStay } from '../../src/rules/leaving.ts';
import { decideVote } from '../../src/rules/polling.ts';
import { proposalOf } from '../../src/rules/proposal.ts';
import type { Setting } from '../../src/rules/setting.ts';
import { chairViewOf, viewOf } from '../../src/rules/visibility.ts';
import type { World } from '../../src/rules/world.ts';
import { disguised, feelingOtherwise } from './secrets.ts';
import { always, settingFor, worldFor, type Scene } from './setting.ts';
import { sketches, textOf } from './sketches.arbitrary.ts';

/** Everything that can be reached from a value: own properties, getters of its prototypes, entries of maps and sets. */
function reachable(from: unknown): Set<unknown> {
  const seen = new Set<unknown>();
  const open = [from];
  while (open.length > 0) {
    const value = open.pop();
    if (seen.has(value)) continue;
    seen.add(value);
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) continue;
    if (value instanceof Map) open.push(...value.keys(), ...value.values());
    if (value instanceof Set) open.push(...value);
    for (let owner: object | null = value; owner !== null && !isBuiltIn(owner); owner = Object.getPrototypeOf(owner)) {
      for (const key of Reflect.ownKeys(owner)) if (key !== 'constructor') open.push(Reflect.get(owner, key, value));
    }
  }
  return seen;
}

function isBuiltIn(owner: object): boolean {
  return [Object, Array, Map, Set, Function].some((type) => owner === type.prototype);
}

// Each number that somebody keeps to itself occurs once in the whole conference.
let counter = 0;
const unique = () => 0.1 + ++counter / 9973;
const party = (signatory: boolean) => ({
  signatory,
  walkAway: unique(),
  pain: unique(),
  expectation: unique(),
  optimism: unique(),
  patience: unique(),
  leverage: unique(),
  audience: unique(),
  delegation: unique(),
  home: unique(),
  budget: unique(),
  beta: unique(),
  reciprocity: unique(),
  wants: {
    land: { values: [unique(), unique()], salience: unique(), never: [0] },
    water: { values: [unique(), unique()], salience: unique() },
  },
});
const relation = () => ({ influence: unique(), trust: unique() });
const state = () => ({
  shift: unique(),
  pained: unique(),
  pressed: unique(),
  pain: unique(),
  expectation: unique(),
  optimism: unique(),
  target: unique(),
  greed: unique(),
  audience: unique(),
  strain: unique(),
});

const setting = settingFor({
  issues: { land: 2, water: 2 },
  parties: { kabul: party(true), moscow: party(false), taliban: party(true), washington: party(false) },
  relations: {
    'kabul>taliban': relation(),
    'moscow>kabul': relation(),
    'moscow>taliban': relation(),
    'washington>taliban': relation(),
  },
  chair: { party: 'moscow', style: 'formulation', skill: unique() },
  host: 'moscow',
});
const scene: Scene = {
  round: 2,
  votes: { kabul: 'accepts', taliban: ['red-line', 'land'] },
  grades: { washington: 'absent', moscow: 'observer' },
  proposals: { kabul: [0, 1], taliban: [1, 0] },
  states: { kabul: state(), moscow: state(), taliban: state(), washington: state() },
  relations: {
    'kabul>taliban': relation(),
    'moscow>kabul': relation(),
    'moscow>taliban': relation(),
    'washington>taliban': relation(),
  },
  supposed: { kabul: unique(), moscow: unique(), taliban: unique(), washington: unique() },
};
const world = worldFor(setting, scene);
const view = (id: string) => viewOf(setting, world, setting.partyIndex.get(id)!);

/** The objects and the numbers that can be reached from here, but from nothing that everybody knows. */
function belongings(of: readonly object[]): Set<unknown> {
  const commonplace = reachable([world.public, setting.issues, Array.from({ length: 20 }, (_, n) => n)]);
  const things = [...reachable(of)].filter(
    (thing) => typeof thing === 'number' || (typeof thing === 'object' && thing !== null),
  );
  return new Set(things.filter((thing) => thing !== of && !commonplace.has(thing)));
}

const ids = setting.parties.map(({ id }) => id);

describe('the view of a party', () => {
  it('the walk finds what is there: its own secrets, and those of its own relations', () => {
    const found = reachable(view('kabul'));
    const [kabul] = [setting.parties[0]!];
    expect(found).toContain(kabul);
    expect(found).toContain(kabul.walkAway);
    expect(found).toContain(world.parties[0]!.target);
    expect(found).toContain(world.relations[0]!.trust);
  });

  it.each(ids.flatMap((me) => ids.filter((other) => other !== me).map((other) => [me, other] as const)))(
    'of %s holds nothing of what %s wants or feels',
    (me, other) => {
      const i = setting.partyIndex.get(other)!;
      const secrets = belongings([setting.parties[i]!, world.parties[i]!]);
      expect(secrets.size).toBeGreaterThan(20);
      const found = reachable(view(me));
      expect([...secrets].filter((secret) => found.has(secret))).toEqual([]);
    },
  );

  it.each(ids)('of %s holds nothing of the relations it has no end in', (me) => {
    const i = setting.partyIndex.get(me)!;
    const foreign = setting.relations.flatMap(({ from, to }, r) => (from === i || to === i ? [] : [r]));
    expect(foreign.length).toBeGreaterThan(0);
    const found = reachable(view(me));
    for (const r of foreign) {
      const secrets = belongings([setting.relations[r]!, world.relations[r]!]);
      expect(secrets.size).toBeGreaterThanOrEqual(4);
      expect([...secrets].filter((secret) => found.has(secret))).toEqual([]);
    }
  });

  it.each(ids)('of %s does not lead to the whole world or the whole setting', (me) => {
    const found = reachable(view(me));
    for (const whole of [world, setting, world.parties, world.relations, setting.parties, setting.relations]) {
      expect(found.has(whole)).toBe(false);
    }
  });

  it.each([
    ['kabul', true, false],
    ['taliban', true, false],
    // It observes from the chair.
    ['moscow', true, true],
    ['washington', false, false],
  ])('of %s: sees what was tabled %s, has the notes of the chair %s', (me, room, chair) => {
    const found = reachable(view(me));
    expect(found.has(world.room)).toBe(room);
    expect(found.has(world.room.proposals)).toBe(room);
    expect(found.has(world.chair)).toBe(chair);
    expect(found.has(world.chair.walkAways)).toBe(chair);
    expect(found).toContain(world.public);
  });

  it('shows its own relations from both ends, and no others', () => {
    const ends = (me: string) => {
      const { incoming, outgoing } = view(me);
      const named = (list: typeof incoming) => list.map((one) => `${ids[one.setting.from]}>${ids[one.setting.to]}`);
      return [named(outgoing), named(incoming)];
    };
    expect(ends('taliban')).toEqual([[], ['kabul>taliban', 'moscow>taliban', 'washington>taliban']]);
    expect(ends('moscow')).toEqual([['moscow>kabul', 'moscow>taliban'], []]);
    expect(ends('kabul')).toEqual([['kabul>taliban'], ['moscow>kabul']]);
  });
});

describe('the view of the chair', () => {
  it('holds nothing of what the parties want or feel but its own', () => {
    const found = reachable(chairViewOf(setting, world));
    for (const other of ['kabul', 'taliban', 'washington']) {
      const i = setting.partyIndex.get(other)!;
      const secrets = belongings([setting.parties[i]!, world.parties[i]!]);
      expect([...secrets].filter((secret) => found.has(secret))).toEqual([]);
    }
    expect(found).toContain(setting.parties[1]!.walkAway);
  });

  it('from outside holds the room and its notes alone', () => {
    const outside: Setting = { ...setting, chair: { ...setting.chair, party: -1 } };
    const seen = chairViewOf(outside, world);
    expect(seen).toEqual({
      public: world.public,
      room: world.room,
      chair: world.chair,
      me: undefined,
      own: undefined,
      incoming: [],
    });
  });
});

describe('no decision turns on what another party keeps to itself', () => {
  const cases = sketches()
    .chain((sketch) => {
      const of = settingFor({ ...sketch, chair: { party: 'p0', style: 'manipulation', skill: 0.5, pace: 2 } });
      return fc.tuple(fc.constant(of), fc.array(textOf(of), { minLength: 4, maxLength: 4 }), fc.nat(6));
    })
    .map(([of, [text, mine, first, now], strain]) => {
      const at: Scene = {
        round: 2,
        text: text!,
        votes: { p0: ['below-target', 'i0'], p1: ['below-walk-away', 'i0'] },
        proposals: { p0: mine!, p1: now! },
        first: { p0: mine!, p1: first! },
        asked: { p0: mine!, p1: now! },
        states: { p0: { strain } },
      };
      return [of, worldFor(of, at)] as const;
    });

  /** All that the rules would answer for the first party, which is also in the chair. */
  function decisions(of: Setting, at: World) {
    const mine = viewOf(of, at, 0);
    return {
      amendments: proposalOf(of, mine),
      acts: chooseActs(of, mine),
      vote: decideVote(of, mine, always(0.3)),
      stays: decideStay(of, mine, always(0.1)),
      draft: draftChanges(of, chairViewOf(of, at), always(0.7)),
    };
  }

  it('whatever the other wants and feels', () => {
    fc.assert(
      fc.property(cases, ([of, at]) => {
        expect(decisions(disguised(of, 1), feelingOtherwise(at, 1))).toEqual(decisions(of, at));
      }),
      { numRuns: 200 },
    );
  });

  it('whatever is between others', () => {
    fc.assert(
      fc.property(cases, ([of, at]) => {
        const relations = at.relations.map((one, r) => {
          const { from, to } = of.relations[r]!;
          return from === 0 || to === 0
            ? one
            : { ...one, influence: 0.37, trust: -0.41, channel: 'back' as const, pressed: true };
        });
        expect(decisions(of, { ...at, relations })).toEqual(decisions(of, at));
      }),
      { numRuns: 200 },
    );
  });
});
