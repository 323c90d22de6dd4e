import { describe, expect, it } from 'vitest';
import { chooseActs } from '../../src/rules/caucus.ts';
import { afterCaucus } from '../../src/rules/corridor.ts';
import { afterStrain } from '../../src/rules/leaving.ts';
import { decideVote, voteTerms } from '../../src/rules/polling.ts';
import { afterDepartures } from '../../src/rules/round.ts';
import type { Setting } from '../../src/rules/setting.ts';
import { utility } from '../../src/rules/utility.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import type { World } from '../../src/rules/world.ts';
import { settingFor, untouched, worldFor, type PartySketch, type RelationSketch, type Scene } from './setting.ts';

/**
 * A patron with something to give and rebels who refused. The text gives half of the land to each of them: it is worth
 * .5 to both. The patron asks for .4; a promise grows by .02 and is worth .8 of what it costs.
 */
function bargain({
  patron = {},
  rebels = {},
  line = {},
}: Partial<Record<'patron' | 'rebels', PartySketch>> & { line?: RelationSketch } = {}) {
  return settingFor({
    issues: { land: { options: 3, opening: 1 } },
    parties: {
      neighbour: { signatory: false, wants: { land: { ideal: 0 } } },
      patron: { signatory: false, budget: 0.1, wants: { land: { ideal: 1 } }, ...patron },
      rebels: { wants: { land: { ideal: 0 } }, ...rebels },
    },
    relations: { 'patron>neighbour': { channel: 'none', influence: 0 }, 'patron>rebels': { influence: 0, ...line } },
    rounds: 5,
  });
}
const [PATRON, REBELS] = [1, 2];
const LINE = 1;
const REFUSED = { rebels: ['below-target', 'land'] } as const;

const promised = (cost: number): Scene => ({
  relations: { 'patron>rebels': { promise: { gain: 0.8 * cost, cost } } },
});
const cleared = (setting: Setting, world: World) =>
  [PATRON, REBELS].map((i) => Number(viewOf(setting, world, i).promises.toFixed(12)));

describe('whom the rules promise what', () => {
  const promises = (setting: Setting, scene: Scene = {}) =>
    chooseActs(setting, viewOf(setting, worldFor(setting, { votes: REFUSED, ...scene }), PATRON)).flatMap((act) =>
      act.act === 'promise' ? [act] : [],
    );
  const first = [{ act: 'promise', relation: LINE, cost: 0.02 }];

  it.each<[string, Parameters<typeof bargain>[0], Scene, unknown[]]>([
    ['a first step to one that refused', {}, {}, first],
    ['also along a back channel', { line: { channel: 'back' } }, {}, first],
    ['also between signatories, who never press each other', { patron: { signatory: true } }, {}, first],
    ['also from afar', {}, { grades: { patron: 'absent' } }, first],
    ['nothing without a channel', { line: { channel: 'none' } }, {}, []],
    ['nothing to one that accepted', {}, { votes: { rebels: 'accepts' } }, []],
    ['nothing to one that was not polled', {}, { votes: {} }, []],
    ['nothing over a red line: no price would do', {}, { votes: { rebels: ['red-line', 'land'] } }, []],
    ['nothing for a text worth less to it than no agreement', { patron: { walkAway: 0.51 } }, {}, []],
    ['nothing where the text leaves it less than a step', { patron: { walkAway: 0.49 } }, {}, []],
    ['just a step where the text leaves it that', { patron: { walkAway: 0.48 } }, {}, first],
    ['nothing without a budget', { patron: { budget: 0 } }, {}, []],
    ['nothing where the budget does not pay for a step', { patron: { budget: 0.019 } }, {}, []],
  ])('%s', (_, sketch, scene, expected) => {
    expect(promises(bargain(sketch), scene)).toEqual(expected);
  });

  it.each([
    ['one step more than last time', 0.1, 0.02, [0.04]],
    ['up to its budget', 0.1, 0.08, [0.1]],
    ['and no further', 0.1, 0.1, []],
    ['a budget that does not divide into steps is not overdrawn', 0.05, 0.04, []],
  ])('%s', (_, budget, standing, expected) => {
    const found = promises(bargain({ patron: { budget } }), promised(standing));
    expect(found.map(({ cost }) => cost.toFixed(6))).toEqual(expected.map((cost) => cost.toFixed(6)));
  });

  it('one budget serves all that refused, in the order of relations', () => {
    const setting = bargain({ patron: { budget: 0.03 } });
    const votes = { ...REFUSED, neighbour: ['below-target', 'land'] } as const;
    const scene = { votes, relations: { 'patron>neighbour': { channel: 'open' } } } as const;
    expect(promises(setting, scene)).toEqual([{ act: 'promise', relation: 0, cost: 0.02 }]);
    expect(promises(bargain({ patron: { budget: 0.04 } }), scene)).toHaveLength(2);
  });
});

describe('what a promise does', () => {
  it('is worth .016 to the one and costs the other .02', () => {
    const setting = bargain();
    const { world, happenings } = afterCaucus(
      setting,
      worldFor(setting, { votes: REFUSED }),
      [{ act: 'promise', relation: LINE, cost: 0.02 }],
      untouched,
    );
    expect(happenings).toEqual([{ type: 'promise', relation: LINE, gain: 0.016, cost: 0.02 }]);
    expect(cleared(setting, world)).toEqual([-0.02, 0.016]);
  });

  it('the last promise of a pair stands, also where it is a smaller one', () => {
    const setting = bargain();
    for (const cost of [0.06, 0.01]) {
      const { world } = afterCaucus(
        setting,
        worldFor(setting, { votes: REFUSED, ...promised(0.04) }),
        [{ act: 'promise', relation: LINE, cost }],
        untouched,
      );
      expect(cleared(setting, world)).toEqual([-cost, Number((0.8 * cost).toFixed(12))]);
    }
  });

  it('is void when the one who made it leaves', () => {
    const setting = bargain();
    const world = worldFor(setting, promised(0.05));
    expect(cleared(setting, world)).toEqual([-0.05, 0.04]);
    expect(cleared(setting, afterDepartures(setting, world, [PATRON]))).toEqual([0, 0]);
  });

  it('outlives the departure of a third', () => {
    const setting = bargain();
    const world = afterDepartures(setting, worldFor(setting, promised(0.05)), [0]);
    expect(cleared(setting, world)).toEqual([-0.05, 0.04]);
  });

  // In the last round, with no later date, the threshold is the walk-away.
  it.each<[string, number, 'patron' | 'rebels', number, string]>([
    ['rebels who ask for .51 refuse a text worth .5', 0, 'rebels', 0.51, 'below-walk-away'],
    ['a promise worth .016 makes it .516', 0.02, 'rebels', 0.51, 'accepts'],
    ['of .012 it makes up for .01', 0.0125, 'rebels', 0.51, 'accepts'],
    ['of .008 it does not', 0.01, 'rebels', 0.51, 'below-walk-away'],
    ['a patron who asks for .49 accepts a text worth .5', 0, 'patron', 0.49, 'accepts'],
    ['but not when it has promised .02 of it', 0.02, 'patron', 0.49, 'below-walk-away'],
  ])('counts in the acceptance of both: %s', (_, cost, who, walkAway, expected) => {
    const setting = bargain({ [who]: { walkAway } });
    const world = worldFor(setting, { round: 5, ...(cost > 0 && promised(cost)) });
    const vote = decideVote(setting, viewOf(setting, world, who === 'patron' ? PATRON : REBELS), untouched);
    expect(vote.accepts ? 'accepts' : vote.objection.code).toBe(expected);
  });

  it('is reported apart from what the text is worth', () => {
    const setting = bargain();
    const view = viewOf(setting, worldFor(setting, promised(0.05)), REBELS);
    const terms = voteTerms(setting, view, untouched);
    expect(terms.utility).toBe(0.5);
    expect(terms.promises).toBeCloseTo(0.04, 12);
    expect(utility(view.me, view.public.text)).toBe(0.5);
  });

  it('is paid only on signature: without one it neither spares patience nor takes from a walk-away', () => {
    const setting = bargain({ rebels: { walkAway: 0.51 } });
    const world = afterStrain(setting, worldFor(setting, promised(0.05)));
    expect(world.parties[REBELS]!.strain).toBe(1);
    expect(voteTerms(setting, viewOf(setting, world, REBELS), untouched).walkAway).toBe(0.51);
  });

  it('is known to its two ends alone', () => {
    const setting = bargain();
    const world = worldFor(setting, promised(0.05));
    expect(viewOf(setting, world, 0).promises).toBe(0);
    expect(viewOf(setting, world, REBELS).incoming[0]!.promise).toEqual({ gain: 0.8 * 0.05, cost: 0.05 });
  });
});
