import { beforeAll, describe, expect, test } from 'vitest';
import { distanceTo, frontierOf, type Frontier } from '../scripts/statics/frontier.ts';
import { endingsOf, leadOf } from '../scripts/statics/endings.ts';
import { invariants, judgeInvariant, walkAwayOutOfReach } from '../scripts/statics/invariants.ts';
import { bindingSide, judge } from '../scripts/statics/judge.ts';
import * as metrics from '../scripts/statics/metrics.ts';
import type { Observation } from '../scripts/statics/observation.ts';
import { compare, estimate, verdict, Z, type Sign } from '../scripts/statics/paired.ts';
import { playAll } from '../scripts/statics/play-all.ts';
import { seedOf, settingOfWorld } from '../scripts/statics/player.ts';
import { rows } from '../scripts/statics/rows.ts';
import { staticsStudy } from '../scripts/statics/study.ts';
import { WORLD_NAMES, worlds, type WorldName } from '../scripts/statics/worlds.ts';

describe('an interval by hand', () => {
  test('of the numbers 1, 2, 3, 6: mean 3, variance 14/3, standard error √(14/12)', () => {
    const { n, mean, error, low, high } = estimate([1, 2, 3, 6]);
    expect([n, mean]).toEqual([4, 3]);
    expect(error).toBeCloseTo(Math.sqrt(14 / 12), 12);
    expect(low).toBeCloseTo(3 - 1.96 * 1.0801234, 4);
    expect(high).toBeCloseTo(3 + 1.96 * 1.0801234, 4);
  });

  test('of pairs is that of their differences, and leaves out a pair with one side missing', () => {
    const before = [1, 5, undefined, 3];
    const after = [2, 7, 4, 6];
    const { before: x, after: y, difference } = compare(before, after, (value) => value);
    // Differences 1, 2, 3: mean 2, variance 1, standard error 1/√3. Unpaired it would be about 2.1.
    expect([x, y]).toEqual([3, 5]);
    expect(difference.n).toBe(3);
    expect(difference.mean).toBe(2);
    expect(difference.error).toBeCloseTo(1 / Math.sqrt(3), 12);
  });

  test('needs as many on either side', () => {
    expect(() => compare([1], [1, 2], (value) => value)).toThrow('as many');
  });

  test.each<[Sign, low: number, high: number, string]>([
    ['more', 0.1, 0.3, 'holds'],
    ['more', -0.1, 0.3, 'not shown'],
    ['more', 0, 0, 'not shown'],
    ['more', -0.3, -0.1, 'contrary'],
    ['less', -0.3, -0.1, 'holds'],
    ['less', -0.3, 0, 'not shown'],
    ['less', 0.1, 0.3, 'contrary'],
    ['not more', -0.3, -0.1, 'holds'],
    ['not more', -0.1, 0.3, 'holds'],
    ['not more', 0.1, 0.3, 'contrary'],
  ])('%s, from %d to %d: %s', (sign, low, high, expected) => {
    const middle = { mean: (low + high) / 2, error: (high - low) / (2 * Z), low, high };
    expect(verdict(sign, { n: 30, ...middle })).toBe(expected);
    expect(verdict(sign, { n: 29, ...middle })).toBe('not shown');
  });
});

describe('the frontier by hand', () => {
  const of = (...points: (readonly [number, number])[]) => points.map(([kabul, taliban]) => ({ kabul, taliban }));
  const frontier: Frontier = {
    texts: of([0.9, 0.1], [0.6, 0.5], [0.5, 0.5], [0.1, 0.8]),
    best: of([0.9, 0.1], [0.6, 0.5]),
  };

  test('is as far as its nearest text', () => {
    expect(distanceTo(frontier, { kabul: 0.6, taliban: 0.5 })).toBe(0);
    expect(distanceTo(frontier, { kabul: 0.3, taliban: 0.1 })).toBeCloseTo(0.5, 12);
  });

  test('leaves one side no more than its best text that the other can take', () => {
    expect(walkAwayOutOfReach(frontier, 'kabul', 0.5)).toBeCloseTo(0.6, 5);
    expect(walkAwayOutOfReach(frontier, 'kabul', 0.5)).toBeGreaterThan(0.6);
    expect(walkAwayOutOfReach(frontier, 'taliban', 0.2)).toBeGreaterThan(0.5);
  });
});

describe('the target by hand', () => {
  const ended = (ending: Observation['ending'], kabul: Observation['kabul'], count: number): Observation[] =>
    Array.from({ length: count }, () => ({ ...NOTHING, ending, kabul }));

  test('of 100 conferences, 60 in consultations, 34 missing, 6 agreed', () => {
    const { shares, conditions, unofficial } = endingsOf([
      ...ended('consultations', 'unofficial', 45),
      ...ended('consultations', 'official', 15),
      ...ended('no-conference', 'absent', 34),
      ...ended('agreement', 'official', 6),
    ]);
    expect(shares.consultations).toEqual({ share: 0.6, error: Math.sqrt(0.24 / 100) });
    expect(unofficial).toMatchObject({ n: 60, share: 0.75 });
    // The lead .26 has the standard error √((.94 − .0676)/100) = .0934: not three times.
    expect(leadOf(0.6, 0.34, 100).error).toBeCloseTo(0.0934, 4);
    expect(Object.values(conditions).map(({ holds }) => holds)).toEqual([true, true, false]);
  });
});

/** Replicates of each world: enough for all effects but the small ones. */
const N = 1000;

describe('the study in small', () => {
  const all = worlds();
  const frontier = frontierOf(settingOfWorld(all.base));
  let played: ReadonlyMap<string, readonly Observation[]>;
  const of = (name: WorldName) => played.get(name)!;

  beforeAll(async () => {
    played = await playAll(
      WORLD_NAMES.map((name) => ({ world: all[name], count: N })),
      'statics-test',
      2,
    );
    // Ten seconds on an idle machine of two cores; one that is busy with other tests takes several times as long.
  }, 300_000);

  const judged = (id: string) => {
    const { side } = bindingSide(of('base'));
    const row = rows(frontier, side).find((one) => one.id === id)!;
    return judge({ ...row, units: 1 }, N, of);
  };

  test('gives replicate n the seed study/n in every world', () => {
    expect(seedOf('statics', 7)).toBe('statics/7');
    // The leak strikes after Kabul has decided, and the deadline later still: nobody’s coming may move.
    for (const later of ['doha-leaks', 'soft-deadline', 'formulation', 'formulation-skilled'] as const)
      expect(of(later).map(({ kabul }) => kabul)).toEqual(of('base').map(({ kabul }) => kabul));
  });

  test('does not depend on the number of threads', async () => {
    const jobs = [
      { world: all.base, count: 700 },
      { world: all.pain, count: 30 },
    ];
    const alone = await playAll(jobs, 'threads', 0);
    expect(await playAll(jobs, 'threads', 1)).toEqual(alone);
    expect(await playAll(jobs, 'threads', 3)).toEqual(alone);
    expect(alone.get('base')).toHaveLength(700);
  });

  test('compares a world with itself to no difference at all', () => {
    const { mean, error } = compare(of('base'), of('base'), metrics.AGREEMENTS.of).difference;
    expect([mean, error]).toEqual([0, 0]);
  });

  test('says before the run how many seeds each row has, in proportion', () => {
    const sizes = (unit: number) => staticsStudy(unit).plan.rows.map(({ n }) => n);
    expect(sizes(20)).toEqual(sizes(10).map((n) => 2 * n));
  });

  /** Claims that so few seeds cannot show: the full study has tens of thousands for them. */
  const TOO_SMALL: Readonly<Record<string, readonly string[]>> = {
    'no-sway': [metrics.AGREEMENTS.name],
    manipulation: [metrics.DURABILITY_FREEDOM.name],
  };
  /** What does not come out at any size, and docs/model.md says why. */
  const NOT_SO: Readonly<Record<string, readonly string[]>> = {
    formulation: [metrics.distanceOfAgreements(frontier).name],
  };

  test.each(rows(frontier, 'kabul'))('comes out as expected: $change', ({ id, claims: expected }) => {
    const { claims } = judged(id);
    const verdicts = (wanted: (metric: string) => boolean) =>
      claims.filter(({ metric }) => wanted(metric)).map(({ verdict: found }) => found);
    const small = TOO_SMALL[id] ?? [];
    const notSo = NOT_SO[id] ?? [];
    expect(claims.length).toBeGreaterThanOrEqual(expected.length);
    expect(new Set(verdicts((metric) => !small.includes(metric) && !notSo.includes(metric)))).toEqual(
      small.length === expected.length ? new Set() : new Set(['holds']),
    );
    expect(verdicts((metric) => small.includes(metric))).not.toContain('contrary');
    expect(new Set(verdicts((metric) => notSo.includes(metric)))).toEqual(new Set(notSo.map(() => 'not shown')));
  });

  test('judges a claim on all seeds and on those on which Kabul is official', () => {
    const claims = judged('doha-leaks').claims.filter(({ metric }) => metric === metrics.KABULS_TRUST.name);
    expect(claims.map(({ seeds }) => seeds)).toEqual(['all', 'Kabul official']);
  });

  test('can fail: the other way round, what holds is contrary', () => {
    const row = rows(frontier, 'kabul').find(({ id }) => id === 'pain')!;
    const { holds, claims } = judge({ ...row, from: row.to, to: row.from, units: 1 }, N, of);
    expect(holds).toBe(false);
    expect(claims.map(({ verdict: found }) => found)).toEqual(['contrary', 'contrary', 'contrary']);
  });

  test('never sees an agreement against a total spoiler, nor where walk-aways do not overlap', async () => {
    const never = invariants(frontier);
    const names = new Map(never.flatMap(({ world, control }) => [world, control]).map((world) => [world.name, world]));
    const runs = await playAll(
      [...names.values()].map((world) => ({ world, count: 60 })),
      'never',
      2,
    );
    const found = never.map((one) => judgeInvariant(one, runs));
    expect(found.filter(({ agreements }) => agreements > 0)).toEqual([]);
    // With low walk-aways and no spoiler agreements are common, so the zeros say something.
    expect(Math.max(...found.map(({ agreementsOfControl }) => agreementsOfControl))).toBeGreaterThan(10);
  });
});

const NOTHING: Observation = {
  ending: 'consultations',
  round: 8,
  kabul: 'official',
  utility: { kabul: 0.5, taliban: 0.5 },
  margin: { kabul: 0, taliban: 0 },
  mood: undefined,
  durability: undefined,
};
