import { describe, expect, test } from 'vitest';
import { namedTactic, TACTIC_NAMES } from '../../src/rules/tactics/named.ts';
import { MOST_ASSIGNMENTS, tournament, type Entrant } from '../../src/study/tournament.ts';
import { settingFor, type PartySketch } from '../rules/setting.ts';

const entrants = (...names: string[]): readonly Entrant[] =>
  names.map((name) => ({ name, tactic: namedTactic(name)! }));

/** A price to haggle over, and two more who want what the first two want. */
function haggle(parties: number, rounds = 10) {
  const party = (n: number): PartySketch => ({
    signatory: true,
    attendance: 'accepted',
    walkAway: 0.1,
    wants: { price: { ideal: n % 2 } },
  });
  const ids = Array.from({ length: parties }, (_, n) => `p${n + 1}`);
  return settingFor({
    issues: { price: 11 },
    parties: Object.fromEntries(ids.map((id, n) => [id, party(n)])),
    order: ids,
    rounds,
  });
}

describe('a tournament', () => {
  test('of two tactics between two parties plays all four assignments, and says what each is worth by hand', () => {
    // Hardliners get nothing from each other: .1. A linear party nears a hardliner's best, worth 0 to it, and stops at .1.
    const { possible, assignments, sampled, negotiations, ranking } = tournament(
      haggle(2),
      entrants('linear', 'hardliner'),
      1,
      's',
    );
    expect({ possible, assignments, sampled, negotiations }).toEqual({
      possible: 4,
      assignments: 4,
      sampled: false,
      negotiations: 4,
    });
    const [first, second] = ranking;
    expect([first!.tactic, second!.tactic]).toEqual(['linear', 'hardliner']);
    // Linear against linear: targets 1 − .9t meet at .5 and .5; against a hardliner no agreement, .1.
    expect(first!.mean).toBeCloseTo((0.5 + 0.5 + 0.1 + 0.1) / 4, 9);
    expect(second!.mean).toBeCloseTo(0.1, 9);
    expect(first!.agreements).toBe(0.5);
    expect(second!.agreements).toBe(0);
    expect(first!.parties).toEqual({ p1: (0.5 + 0.1) / 2, p2: (0.5 + 0.1) / 2 });
    // Clusters of linear: {.5 + .5}, {.1}, {.1}; mean .3, so residuals .4, −.2, −.2: √(3/2 × .24)/4 = .15.
    expect(first!.high - first!.low).toBeCloseTo(2 * 1.96 * 0.15, 9);
  });

  test('comes out the same for the same seed, and every assignment has the same luck', () => {
    const setting = haggle(2);
    const play = (seed: string) => tournament(setting, entrants('random', 'linear'), 5, seed);
    expect(play('a')).toEqual(play('a'));
    expect(play('b')).not.toEqual(play('a'));
    // The same tactic twice over: with common random numbers the two cannot be told apart.
    const [one, two] = tournament(
      setting,
      [
        { name: 'x', tactic: namedTactic('random')! },
        { name: 'y', tactic: namedTactic('random')! },
      ],
      5,
      'a',
    ).ranking;
    expect(one!.mean).toBeCloseTo(two!.mean, 12);
    expect(one!.tactic).toBe('x');
  });

  test('draws ten thousand assignments where there are more, and says so', () => {
    const names = ['boulware', 'linear', 'conceder', 'hardliner', 'micro'];
    const { possible, assignments, sampled, ranking } = tournament(haggle(6, 2), entrants(...names), 1, 's');
    expect({ possible, assignments, sampled }).toEqual({
      possible: 15_625,
      assignments: MOST_ASSIGNMENTS,
      sampled: true,
    });
    const played = ranking.map(({ appearances }) => appearances);
    expect(played.reduce((sum, count) => sum + count, 0)).toBe(6 * MOST_ASSIGNMENTS);
    for (const count of played) expect(count).toBeGreaterThan(11_000);
  });

  test('knows every tactic by name, with each acceptance; MiCRO has its own', () => {
    for (const name of TACTIC_NAMES) {
      expect(namedTactic(name)).toBeDefined();
      expect(namedTactic(`${name}/combi`) === undefined).toBe(name === 'micro');
    }
    expect(namedTactic('boulware/time')).toMatchObject({ beta: 0.2, acceptance: { kind: 'time', after: 0.98 } });
    for (const name of ['', 'Boulware', 'boulware/soon', 'boulware/next/next'])
      expect(namedTactic(name)).toBeUndefined();
  });
});
