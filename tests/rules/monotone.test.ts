import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/model/scenario.ts';
import { audienceCost } from '../../src/rules/costs.ts';
import { decideVote } from '../../src/rules/polling.ts';
import { pressOdds, resolvePress } from '../../src/rules/pressure.ts';
import { afterRecess } from '../../src/rules/recess.ts';
import type { Setting } from '../../src/rules/setting.ts';
import { walkAway } from '../../src/rules/utility.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import { always, settingFor, untouched, worldFor, type Scene, type Sketch } from './setting.ts';
import { sketches, tenths, textOf } from './sketches.arbitrary.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A conference, two texts, what the first party tabled first, and how it feels. */
const cases = fc
  .tuple(sketches(), fc.constantFrom('time-dependent' as const, 'hardliner' as const), fc.boolean())
  .chain(([sketch, tactic, greedy]) => {
    const p0 = { ...sketch.parties['p0'], tactic, ...(greedy && { spoiler: { step: 0.1 } }) };
    const setting = settingFor({ ...sketch, parties: { ...sketch.parties, p0 } });
    return fc.record({
      setting: fc.constant(setting),
      text: textOf(setting),
      other: textOf(setting),
      first: textOf(setting),
      round: fc.integer({ min: 1, max: setting.rounds }),
      state: fc.record({
        target: tenths,
        greed: fc.constantFrom(0, 0.1, 0.3),
        audience: tenths,
        exposed: fc.array(fc.boolean(), { minLength: setting.issues.length, maxLength: setting.issues.length }),
        pressed: fc.integer({ min: -5, max: 5 }).map((n) => n / 100),
      }),
    });
  });

/** On each issue the better of two options for a party, or the worse; one across its red line is no better. */
function better(setting: Setting, text: readonly number[], other: readonly number[]): number[] {
  const { values, allowed } = setting.parties[0]!;
  return text.map((option, k) =>
    allowed[k]![other[k]!] && values[k]![other[k]!]! > values[k]![option]! ? other[k]! : option,
  );
}

describe('more pain never raises a walk-away', () => {
  it('over any number of recesses', () => {
    const pain = fc.double({ min: 0, max: 0.1, noNaN: true });
    const shift = fc.integer({ min: -5, max: 5 }).map((n) => n / 10);
    fc.assert(
      fc.property(pain, pain, tenths, shift, fc.nat(8), (less, more, b, by, rounds) => {
        const setting = settingFor({ issues: { land: 2 }, parties: { a: { walkAway: b }, b: { walkAway: b } } });
        let world = worldFor(setting, {
          states: { a: { pain: less, shift: by }, b: { pain: less + more, shift: by } },
        });
        for (let round = 0; round <= rounds; round++) {
          world = afterRecess(setting, world, []);
          const [a, hurt] = setting.parties.map((party, i) => walkAway(party, world.parties[i]!));
          expect(hurt!).toBeLessThanOrEqual(a!);
        }
      }),
    );
  });
});

describe('a better text never turns acceptance into objection', () => {
  it('where each issue is worth at least as much to a party, and no promise on it must be kept later', () => {
    let accepted = 0;
    fc.assert(
      fc.property(cases, ({ setting, text, other, first, round, state }) => {
        const scene: Scene = { round, first: { p0: first }, states: { p0: { ...state, target: state.target / 2 } } };
        const vote = (of: number[]) =>
          decideVote(setting, viewOf(setting, worldFor(setting, { ...scene, text: of }), 0), untouched).accepts;
        if (!vote(text)) return;
        accepted += 1;
        expect(vote(better(setting, text, other))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it('nor does a larger promise', () => {
    fc.assert(
      fc.property(cases, share, share, ({ setting, text, first, round, state }, gain, more) => {
        const vote = (of: number) => {
          const relations = { 'p1>p0': { promise: { gain: of, cost: of } } };
          const scene: Scene = { round, text, first: { p0: first }, states: { p0: state }, relations };
          return decideVote(setting, viewOf(setting, worldFor(setting, scene), 0), untouched).accepts;
        };
        if (vote(gain)) expect(vote(gain + more)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('nor does a better guarantor', () => {
    fc.assert(
      fc.property(fc.tuple(sketches(), tenths, tenths), ([sketch, low, more]) => {
        const vote = (guarantor: number) => {
          const setting = settingFor({
            ...sketch,
            issues: Object.fromEntries(
              Object.entries(sketch.issues).map(([id, of]) => [
                id,
                { ...(typeof of === 'number' ? { options: of } : of), commitment: true },
              ]),
            ),
            parties: { ...sketch.parties, p1: { ...sketch.parties['p1'], guarantor } },
          });
          const text = setting.issues.map(({ options }) => options.length - 1);
          return decideVote(setting, viewOf(setting, worldFor(setting, { round: sketch.rounds!, text }), 0), untouched)
            .accepts;
        };
        if (vote(low)) expect(vote(Math.min(1, low + more))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('more influence never makes a press less likely to work', () => {
  const line = (influence: number, trust: number, channel: Channel, chairs: boolean) =>
    settingFor({
      issues: { land: 2 },
      parties: { a: { signatory: false, leverage: 0.6 }, b: { audience: 0.7 } },
      relations: { 'a>b': { influence, trust, channel } },
      chair: chairs ? { party: 'a', style: 'manipulation' } : {},
    } satisfies Sketch);
  const trusts = fc.double({ min: -1, max: 1, noNaN: true });
  const channels = fc.constantFrom<Channel>('open', 'back');

  it('nor to backfire more, and the same draw never comes out worse', () => {
    const rank = { backfired: 0, failed: 1, worked: 2 };
    const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(share, share, trusts, channels, fc.boolean(), draw, (some, more, trust, channel, chairs, x) => {
        const [weak, strong] = [some, Math.min(1, some + more)].map((influence) => {
          const setting = line(influence, trust, channel, chairs);
          const world = worldFor(setting);
          return {
            ...pressOdds(setting, setting.relations[0]!, world.relations[0]!),
            outcome: resolvePress(setting, world, 0, always(x)).outcome,
          };
        });
        expect(strong!.works).toBeGreaterThanOrEqual(weak!.works);
        expect(strong!.backfires).toBeLessThanOrEqual(weak!.backfires);
        expect(rank[strong!.outcome]).toBeGreaterThanOrEqual(rank[weak!.outcome]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a higher audience cost never makes a concession cheaper', () => {
  it('whether the public watches more closely, or more issues, or each retreat costs more', () => {
    fc.assert(
      fc.property(cases, tenths, ({ setting, text, other, first, round, state }, more) => {
        const { audience, exposed } = state;
        const kept = better(setting, text, other);
        const price = (of: Setting, changed: Partial<typeof state>) => {
          const scene: Scene = { round, first: { p0: first }, states: { p0: { ...state, ...changed } } };
          const view = viewOf(of, worldFor(of, scene), 0);
          return audienceCost(of, view, text) - audienceCost(of, view, kept);
        };
        const now = price(setting, {});
        expect(now).toBeGreaterThanOrEqual(-1e-12);
        const { model } = setting;
        const dearer: Setting = { ...setting, model: { ...model, audience: { cost: model.audience.cost + more } } };
        expect(price(dearer, {})).toBeGreaterThanOrEqual(now - 1e-12);
        expect(price(setting, { audience: Math.min(1, audience + more) })).toBeGreaterThanOrEqual(now - 1e-12);
        expect(price(setting, { exposed: exposed.map(() => true) })).toBeGreaterThanOrEqual(now - 1e-12);
      }),
      { numRuns: 300 },
    );
  });
});
