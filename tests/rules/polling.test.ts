import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES } from '../../src/model/attendance.ts';
import { acceptanceThreshold, decideVote, isPolled, voteTerms } from '../../src/rules/polling.ts';
import { targetAt } from '../../src/rules/target.ts';
import { crossedRedLine } from '../../src/rules/utility.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import { settingFor, untouched, worldFor, type PartySketch, type Scene, type StanceSketch } from './setting.ts';
import { sketches, tenths, textOf } from './sketches.arbitrary.ts';

/** A pie of ten slices: n slices are worth n/10 to a. Readiness is one half, so that β = 1 makes α = t. */
function pie(a: PartySketch = {}, hardness = 1) {
  return settingFor({
    issues: { pie: 11 },
    parties: {
      a: { pain: 0.02, optimism: 1, expectation: 1, wants: { pie: { ideal: 1 } }, ...a },
      b: {},
    },
    rounds: 5,
    hardness,
  });
}

const threshold = (setting: ReturnType<typeof pie>, scene: Scene) =>
  acceptanceThreshold(setting, viewOf(setting, worldFor(setting, scene), 0), untouched);

describe('a party accepts what it would ask for next round (ACnext; Baarslag, Hindriks and Jonker 2013)', () => {
  // Walk-away .4, best 1, five rounds: next targets .4 + .6 (1 − t) with t = ¼, ½, ¾, 1, 1.
  it.each([
    [1, 0.85],
    [2, 0.7],
    [3, 0.55],
    [4, 0.4],
    [5, 0.4],
  ])('round %d: %d', (round, expected) => {
    expect(threshold(pie(), { round })).toBeCloseTo(expected, 12);
  });

  it('or what it has already come down to, where that is less', () => {
    expect(threshold(pie(), { round: 2, states: { a: { target: 0.5 } } })).toBeCloseTo(0.5, 12);
  });

  it('never less than its walk-away, though that has risen above its target', () => {
    expect(threshold(pie(), { round: 2, states: { a: { target: 0.5, shift: 0.3 } } })).toBeCloseTo(0.7, 12);
  });

  // Half of its concession answers the other, who gave nothing: at the end c = ½, so the next target is .7.
  it.each([
    ['no later date: the walk-away', 1, 5, 0.4],
    ['they can always meet again: as in any round', 0, 5, 0.7],
    ['in between', 0.5, 5, 0.55],
    ['the deadline counts in the last round only', 1, 4, 0.7],
  ])('deadline: %s', (_, hardness, round, expected) => {
    const scene = { round, first: { b: [0] }, proposals: { b: [0] } };
    expect(threshold(pie({ reciprocity: 0.5 }, hardness), scene)).toBeCloseTo(expected, 12);
  });

  it('is the higher the softer the deadline, and in no round but the last does the deadline matter', () => {
    fc.assert(
      fc.property(tenths, tenths, fc.integer({ min: 1, max: 5 }), (soft, hard, round) => {
        fc.pre(soft < hard);
        const scene = { round, first: { b: [0] }, proposals: { b: [0] } };
        const [ofSoft, ofHard] = [soft, hard].map((h) => threshold(pie({ reciprocity: 0.5 }, h), scene));
        if (round === 5) expect(ofSoft).toBeGreaterThan(ofHard!);
        else expect(ofSoft).toBe(ofHard);
      }),
    );
  });
});

describe('a vote and the public part of its reason', () => {
  // Water weighs ¾ and land ¼; round 2 of 5, so the threshold is .7 (walk-away .4). Texts are [land, water].
  const vote = (stances: Record<string, StanceSketch>, text: number[], scene: Scene = {}) => {
    const setting = settingFor({
      issues: { land: 3, water: 4 },
      parties: {
        a: {
          pain: 0.02,
          optimism: 1,
          expectation: 1,
          wants: {
            land: { ideal: 1, salience: 1, ...stances['land'] },
            water: { ideal: 1, salience: 3, ...stances['water'] },
          },
        },
      },
      rounds: 5,
    });
    const cast = decideVote(setting, viewOf(setting, worldFor(setting, { round: 2, text, ...scene }), 0), untouched);
    return cast.accepts ? 'accepts' : `${cast.objection.code}: ${cast.objection.issue}`;
  };

  it.each<[string, Record<string, StanceSketch>, number[], Scene, string]>([
    ['all it wants', {}, [2, 3], {}, 'accepts'],
    ['¾, with .7 to be reached', {}, [0, 3], {}, 'accepts'],
    [
      'half of the land and two thirds of the water: .625, below what it holds out for',
      {},
      [1, 2],
      {},
      'below-target: water',
    ],
    [
      'all the water and no land, while it holds out for .8: land is what it lacks',
      {},
      [0, 3],
      { round: 1 },
      'below-target: land',
    ],
    [
      'half of the land and a third of the water: .375, less than no agreement',
      {},
      [1, 1],
      {},
      'below-walk-away: water',
    ],
    [
      'the same once pain has lowered its walk-away to .35',
      {},
      [1, 1],
      { states: { a: { pained: 0.05 } } },
      'below-target: water',
    ],
    ['a red line, however good the text', { land: { atMost: 0.5 } }, [2, 3], {}, 'red-line: land'],
    ['a red line, before its walk-away', { water: { atLeast: 1 / 3 } }, [0, 0], {}, 'red-line: water'],
    [
      'at the deadline just its walk-away',
      { land: { values: [0, 0.4, 1] }, water: { values: [0, 0.4, 0.5, 1] } },
      [1, 1],
      { round: 5 },
      'accepts',
    ],
  ])('%s', (_, stances, text, scene, expected) => {
    expect(vote(stances, text, scene)).toBe(expected);
  });

  it.each([
    ['exactly the threshold', 0, 'accepts'],
    ['short of it by a rounding error', 1e-12, 'accepts'],
    ['short of it by more than that', 1e-6, 'below-walk-away: pie'],
  ])('at the deadline, with a walk-away of .4: %s', (_, above, expected) => {
    const setting = pie({ walkAway: 0.4 + above });
    const cast = decideVote(setting, viewOf(setting, worldFor(setting, { round: 5, text: [4] }), 0), untouched);
    expect(cast.accepts ? 'accepts' : `${cast.objection.code}: ${cast.objection.issue}`).toBe(expected);
  });
});

describe('in any conference', () => {
  const cases = sketches().chain((sketch) => {
    const setting = settingFor(sketch);
    const state = fc.record({
      target: tenths,
      shift: fc.integer({ min: -5, max: 5 }).map((n) => n / 10),
      pained: fc.integer({ min: 0, max: 10 }).map((n) => n / 100),
      pressed: fc.integer({ min: -5, max: 5 }).map((n) => n / 100),
    });
    return fc.tuple(fc.constant(setting), textOf(setting), state, fc.integer({ min: 1, max: setting.rounds }));
  });

  it('nobody accepts below its walk-away, nor across a red line of its own', () => {
    fc.assert(
      fc.property(cases, ([setting, text, state, round]) => {
        const view = viewOf(setting, worldFor(setting, { round, text, states: { p0: state } }), 0);
        const vote = decideVote(setting, view, untouched);
        const { utility, walkAway, threshold: least } = voteTerms(setting, view, untouched);
        expect(least).toBeGreaterThanOrEqual(walkAway);
        if (!vote.accepts) return;
        expect(utility).toBeGreaterThanOrEqual(walkAway - 1e-9);
        expect(crossedRedLine(view.me, text)).toBe(-1);
      }),
      { numRuns: 300 },
    );
  });

  it('an objection says why truly: across a red line, below the walk-away, or between that and the threshold', () => {
    fc.assert(
      fc.property(cases, ([setting, text, state, round]) => {
        const view = viewOf(setting, worldFor(setting, { round, text, states: { p0: state } }), 0);
        const vote = decideVote(setting, view, untouched);
        if (vote.accepts) return;
        const { utility, walkAway, threshold: least } = voteTerms(setting, view, untouched);
        const crosses = crossedRedLine(view.me, text) >= 0;
        expect(vote.objection.code === 'red-line').toBe(crosses);
        if (crosses) return;
        expect(utility).toBeLessThan(least);
        expect(vote.objection.code).toBe(utility < walkAway - 1e-9 ? 'below-walk-away' : 'below-target');
      }),
      { numRuns: 300 },
    );
  });

  it('before the last round the threshold is the next target, or the walk-away where that is more', () => {
    fc.assert(
      fc.property(cases, ([setting, text, state, round]) => {
        fc.pre(round < setting.rounds);
        const view = viewOf(setting, worldFor(setting, { round, text, states: { p0: state } }), 0);
        const { walkAway, threshold: least } = voteTerms(setting, view, untouched);
        expect(least).toBeCloseTo(Math.max(walkAway, targetAt(setting, view, round + 1, untouched)), 12);
      }),
    );
  });
});

it('those are polled who sit at the table, with a mandate or without', () => {
  expect(GRADES.filter(isPolled)).toEqual(['unofficial', 'official']);
});
