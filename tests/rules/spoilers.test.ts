import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScheduledEvent } from '../../src/model/scenario.ts';
import { acceptanceThreshold, decideVote } from '../../src/rules/polling.ts';
import { afterEvents, eventsOf } from '../../src/rules/recess.ts';
import { afterAmendments } from '../../src/rules/round.ts';
import { heldTarget, targetAt } from '../../src/rules/target.ts';
import { walkAway } from '../../src/rules/utility.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import {
  always,
  q,
  settingFor,
  untouched,
  worldFor,
  type PartySketch,
  type Scene,
  type Sketch,
  type SpoilerSketch,
} from './setting.ts';
import { sketches, tenths, textOf } from './sketches.arbitrary.ts';

/** A pie of ten slices: n slices are worth n/10 to a. At half readiness β = 1 makes its target fall evenly to .4. */
function pie(a: PartySketch = {}, more: Partial<Sketch> = {}) {
  return settingFor({
    issues: { pie: 11 },
    parties: {
      a: { pain: 0.02, optimism: 1, expectation: 1, wants: { pie: { ideal: 1 } }, ...a },
      b: {},
      c: {},
      d: { signatory: false },
    },
    rounds: 5,
    ...more,
  });
}

describe('a total spoiler (Stedman 1997)', () => {
  it('never accepts, not even all that it asks for', () => {
    const setting = pie({ spoiler: 'total', walkAway: 0 });
    for (const round of [1, 5]) {
      const view = viewOf(setting, worldFor(setting, { round, text: [10] }), 0);
      expect(decideVote(setting, view, untouched)).toEqual({
        accepts: false,
        objection: { code: 'below-target', issue: 'pie' },
      });
    }
  });

  it('nor anything else, in any conference', () => {
    const cases = sketches().chain((sketch) => {
      const setting = settingFor({
        ...sketch,
        parties: { ...sketch.parties, p0: { ...sketch.parties['p0'], spoiler: 'total' } },
      });
      return fc.tuple(fc.constant(setting), textOf(setting), fc.integer({ min: 1, max: setting.rounds }));
    });
    fc.assert(
      fc.property(cases, ([setting, text, round]) => {
        const view = viewOf(setting, worldFor(setting, { round, text }), 0);
        expect(decideVote(setting, view, untouched).accepts).toBe(false);
      }),
    );
  });
});

describe('a limited spoiler', () => {
  const vote = (text: number[], a: PartySketch = {}, spoiler: SpoilerSketch = { issue: 'land', within: [0, 1] }) => {
    const setting = settingFor({
      issues: { land: 3, water: 2 },
      parties: {
        a: {
          walkAway: 0.1,
          ...a,
          spoiler,
          wants: { land: { ideal: 1 }, water: { ideal: 1, salience: 3 }, ...a.wants },
        },
        b: {},
      },
      rounds: 5,
    });
    const cast = decideVote(setting, viewOf(setting, worldFor(setting, { round: 5, text }), 0), untouched);
    return cast.accepts ? 'accepts' : `${cast.objection.code}: ${cast.objection.issue}`;
  };

  it.each<[string, number[], PartySketch, string]>([
    ['accepts within its limit', [1, 1], {}, 'accepts'],
    ['rejects all else, however good', [2, 1], {}, 'below-target: land'],
    ['names its limit though another issue costs it more', [2, 0], {}, 'below-target: land'],
    ['names a red line first', [2, 1], { wants: { water: { ideal: 0, never: [1] } } }, 'red-line: water'],
    ['within its limit it votes like anybody', [0, 0], {}, 'below-walk-away: water'],
  ])('%s', (_, text, a, expected) => {
    expect(vote(text, a)).toBe(expected);
  });
});

describe('a greedy spoiler asks for a tenth more after each concession of another signatory', () => {
  const greed = (before: Record<string, number>, now: Record<string, number>, greedy = 0) => {
    const setting = pie({ spoiler: { step: 0.1 } });
    const slices = Object.fromEntries(Object.entries(before).map(([id, n]) => [id, [n]]));
    const world = worldFor(setting, { round: 3, proposals: slices, states: { a: { target: 0.5, greed: greedy } } });
    const proposals = setting.parties.map(({ id }) => (now[id] === undefined ? undefined : [now[id]]));
    return afterAmendments(setting, world, proposals).parties[0]!.greed;
  };

  it.each<[string, Record<string, number>, Record<string, number>, number]>([
    ['one came nearer', { b: 2 }, { b: 5 }, 0.1],
    ['it does not matter how far', { b: 2 }, { b: 3 }, 0.1],
    ['two came nearer', { b: 2, c: 2 }, { b: 3, c: 3 }, 0.2],
    ['one stayed', { b: 2 }, { b: 2 }, 0],
    ['one went back', { b: 5 }, { b: 2 }, 0],
    ['a first proposal is no concession', {}, { b: 5 }, 0],
    ['nor is silence', { b: 5 }, {}, 0],
    ['one that need not sign concedes nothing', { d: 2 }, { d: 5 }, 0],
    ['its own moves are none', { a: 5 }, { a: 9 }, 0],
  ])('%s', (_, before, now, expected) => {
    expect(greed(before, now)).toBeCloseTo(expected, 12);
  });

  it('adds up, and nobody else gets greedy', () => {
    expect(greed({ b: 2 }, { b: 3 }, 0.1)).toBeCloseTo(0.2, 12);
    const setting = pie();
    const world = worldFor(setting, { proposals: { b: [2] } });
    expect(afterAmendments(setting, world, [undefined, [5], undefined, undefined]).parties).toEqual(world.parties);
  });

  it.each([
    ['.5 and a tenth', { target: 0.5, greed: 0.1 }, 0.6],
    ['never more than its best text', { target: 0.95, greed: 0.1 }, 1],
    ['never less than its walk-away', { target: 0.2, greed: 0.1 }, 0.4],
  ])('holds out for %s', (_, state, expected) => {
    const setting = pie({ spoiler: { step: 0.1 } });
    const world = worldFor(setting, { states: { a: state } });
    expect(heldTarget(setting.parties[0]!, world.parties[0]!)).toBeCloseTo(expected, 12);
  });

  // Its next target in round 2 is .7.
  it.each([
    ['what it would ask next round, and a tenth', 2, 0.1, 1, 0.8],
    ['at most its best text', 2, 0.4, 1, 1],
    ['at the deadline still its walk-away', 5, 0.1, 1, 0.4],
    ['or half of the way to that where the parties may meet again', 5, 0.1, 0.5, 0.45],
  ])('accepts %s', (_, round, greedy, hardness, expected) => {
    const setting = pie({ spoiler: { step: 0.1 } }, { hardness });
    const view = viewOf(setting, worldFor(setting, { round, states: { a: { greed: greedy } } }), 0);
    expect(acceptanceThreshold(setting, view, untouched)).toBeCloseTo(expected, 12);
  });
});

describe('events left to chance', () => {
  const shock = (hazard: number, isShock: boolean): ScheduledEvent => ({
    id: 'raid',
    when: { hazard: q(hazard), shock: isShock },
    headline: 'a raid',
    effects: [{ on: 'party', party: 'a', what: 'walkAway', change: q(0.1) }],
  });
  const strikes = (hazard: number, isShock: boolean, outside: number, draw: number, scene: Scene = {}) => {
    const spoiler = (n: number): PartySketch =>
      n <= outside
        ? { signatory: false, attendance: 'declined', spoiler: 'total' }
        : { signatory: false, spoiler: 'total' };
    const setting = settingFor({
      issues: { land: 2 },
      parties: { a: {}, away: { signatory: false, attendance: 'declined' }, x: spoiler(1), y: spoiler(2) },
      events: [shock(hazard, isShock)],
    });
    return eventsOf(setting, worldFor(setting, scene), always(draw)).length === 1;
  };

  // Each spoiler outside makes a shock half as likely again.
  it.each<[string, number, boolean, number, number]>([
    ['strikes with its hazard', 0.2, false, 0, 0.2],
    ['a shock no more while the spoilers sit at the table', 0.2, true, 0, 0.2],
    ['one spoiler outside makes it .3', 0.2, true, 1, 0.3],
    ['two make it .4', 0.2, true, 2, 0.4],
    ['what is no shock is none of their doing', 0.2, false, 2, 0.2],
  ])('%s', (_, hazard, isShock, outside, probability) => {
    expect(strikes(hazard, isShock, outside, probability - 1e-6)).toBe(true);
    expect(strikes(hazard, isShock, outside, probability + 1e-6)).toBe(false);
  });

  it('never with a probability above 1, and not at all with a hazard of 0', () => {
    expect(strikes(0.9, true, 2, 0.999999)).toBe(true);
    expect(strikes(0, true, 2, 0)).toBe(false);
  });

  it('one that left the table is outside, too', () => {
    expect(strikes(0.2, true, 0, 0.25)).toBe(false);
    expect(strikes(0.2, true, 0, 0.25, { grades: { x: 'absent' } })).toBe(true);
  });

  it('strike once', () => {
    expect(strikes(1, false, 0, 0, { struckEvents: ['raid'] })).toBe(false);
    const setting = settingFor({ issues: { land: 2 }, parties: { a: {} }, events: [shock(1, false)] });
    let world = worldFor(setting);
    for (let round = 1; round <= 3; round++) world = afterEvents(setting, world, eventsOf(setting, world, always(0.5)));
    expect(world.public.struckEvents).toEqual([true]);
    expect(walkAway(setting.parties[0]!, world.parties[0]!)).toBeCloseTo(0.5, 12);
  });

  it('have a stream of their own, and those set for a round draw nothing', () => {
    const events = [shock(0.5, true), { id: 'talks', when: { round: 3 }, headline: 'talks', effects: [] }];
    const setting = settingFor({ issues: { land: 2 }, parties: { a: {} }, events });
    const drawn: string[] = [];
    const at = (label: string, round: number) => {
      drawn.push(`${label} ${round}`);
      return 0.9;
    };
    expect(eventsOf(setting, worldFor(setting, { round: 3 }), { at })).toEqual([1]);
    expect(drawn).toEqual(['event.raid/world 3']);
  });
});

describe('a rival forum', () => {
  const closing = (id: string, round: number): ScheduledEvent => ({
    id,
    when: { round },
    headline: 'closed',
    effects: [{ on: 'rival', rival: 'closed' }],
  });
  const setting = settingFor({
    issues: { land: 2 },
    parties: { a: {}, b: {} },
    rival: { a: 0.1 },
    events: [closing('merged', 2), closing('over', 3)],
  });
  const walkAways = (world: ReturnType<typeof worldFor>) =>
    setting.parties.map((party, i) => Number(walkAway(party, world.parties[i]!).toFixed(12)));

  it('raises the walk-away of those who prefer it until it is closed', () => {
    const open = worldFor(setting);
    expect(open.public.rivalOpen).toBe(true);
    expect(walkAways(open)).toEqual([0.5, 0.4]);
    const closed = afterEvents(setting, open, [0]);
    expect(closed.public.rivalOpen).toBe(false);
    expect(walkAways(closed)).toEqual([0.4, 0.4]);
  });

  it('closes once, whatever is said of it later or at the same time', () => {
    const closed = afterEvents(setting, worldFor(setting), [0]);
    expect(walkAways(afterEvents(setting, closed, [1]))).toEqual([0.4, 0.4]);
    expect(walkAways(afterEvents(setting, worldFor(setting), [0, 1]))).toEqual([0.4, 0.4]);
  });

  it('is none where there is none', () => {
    const alone = settingFor({ issues: { land: 2 }, parties: { a: {} } });
    expect(worldFor(alone).public.rivalOpen).toBe(false);
  });
});

describe('other tactics', () => {
  const targets = (a: PartySketch, draw = 0, scene: Scene = {}) => {
    const setting = pie(a);
    return [1, 2, 3, 4, 5].map((round) =>
      Number(targetAt(setting, viewOf(setting, worldFor(setting, scene), 0), round, always(draw)).toFixed(12)),
    );
  };

  it('a hardliner holds out for its best text in every round', () => {
    expect(targets({ tactic: 'hardliner' })).toEqual([1, 1, 1, 1, 1]);
    expect(targets({ tactic: 'hardliner', wants: { pie: { ideal: 1, atMost: 0.7 } } })).toEqual([
      0.7, 0.7, 0.7, 0.7, 0.7,
    ]);
  });

  it('whatever the others give, and draws nothing', () => {
    const setting = pie({ tactic: 'hardliner' });
    const world = worldFor(setting, { round: 4, first: { b: [0] }, proposals: { b: [9] } });
    expect(targetAt(setting, viewOf(setting, world, 0), 4, untouched)).toBe(1);
    expect(acceptanceThreshold(setting, viewOf(setting, world, 0), untouched)).toBe(1);
  });

  it('a hardliner whose best text is worth less than no agreement asks for that', () => {
    expect(targets({ tactic: 'hardliner', walkAway: 0.8, wants: { pie: { ideal: 1, atMost: 0.7 } } })[0]).toBe(0.8);
  });

  // Between .4 and 1: a quarter of the way is .55.
  it.each([
    [0, 0.4],
    [0.25, 0.55],
    [0.5, 0.7],
  ])('a random-walker that draws %d holds out for %d', (draw, expected) => {
    expect(targets({ tactic: 'random-walker' }, draw)).toEqual(Array.from({ length: 5 }, () => expected));
  });

  it('it may ask for more than before', () => {
    expect(targets({ tactic: 'random-walker' }, 0.5, { states: { a: { target: 0.45 } } })[0]).toBe(0.7);
  });

  it('it draws once a round from its own stream, and accepts what it will draw next', () => {
    const setting = pie({ tactic: 'random-walker' });
    const drawn: string[] = [];
    const at = (label: string, round: number) => {
      drawn.push(`${label} ${round}`);
      return round / 10;
    };
    const view = viewOf(setting, worldFor(setting, { round: 3 }), 0);
    expect(acceptanceThreshold(setting, view, { at })).toBeCloseTo(0.4 + 0.6 * 0.4, 12);
    expect(drawn).toEqual(['walk/a 4']);
  });

  it('never asks for less than its walk-away or more than its best text', () => {
    fc.assert(
      fc.property(tenths, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (b, draw) => {
        const [target] = targets({ tactic: 'random-walker', walkAway: b }, draw);
        expect(target).toBeGreaterThanOrEqual(b);
        expect(target).toBeLessThanOrEqual(1);
      }),
    );
  });
});
