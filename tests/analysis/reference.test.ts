import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { analysisOf, type Analysis, type Picked } from '../../src/analysis/analysis.ts';
import { expectedUtility, type Actor } from '../../src/analysis/expected-utility.ts';
import { gameText } from '../../src/scenario/import/game-text.ts';
import { importGenius } from '../../src/scenario/import/genius.ts';
import { importScorable } from '../../src/scenario/import/scorable.ts';
import type { ImportedGame } from '../../src/scenario/import/imported-game.ts';
import { scenarioFrom } from '../../src/scenario/load.ts';
import type { Result } from '../../src/scenario/result.ts';
import { hasReference, REFERENCE, referenceJson } from './reference.ts';

/** Through the text of a scenario file, as a reader has it. */
function analysed(game: Result<ImportedGame>, kind?: 'walk-away'): Analysis {
  if (!game.ok) throw new Error(game.error[0]!.message);
  const scenario = scenarioFrom(parse(gameText(game.value)));
  if (!scenario.ok) throw new Error(scenario.error[0]!.message);
  return analysisOf(scenario.value, kind);
}

const NINE = 1e-9;

function expectNear(got: number, expected: number): void {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(NINE);
}

interface Optimum {
  readonly value: number;
  readonly utils: readonly number[];
  readonly ties: number;
}

function expectOptimum(picked: Picked | null, expected: Optimum): void {
  expectNear(picked!.value, expected.value);
  expect(picked!.ties).toBe(expected.ties);
  if (expected.ties === 1) for (const [i, u] of expected.utils.entries()) expectNear(picked!.utilities[i]!, u);
}

interface Expected {
  readonly id: string;
  readonly outcomes: number;
  readonly brute_force: Readonly<
    Record<'nash' | 'nash_reservation_only' | 'kalai' | 'ks_maxmin' | 'ks_spread' | 'welfare', Optimum>
  > & {
    readonly rational: number;
    readonly pareto_outcomes: number;
    readonly pareto_distinct_points: number;
    readonly pareto_points: readonly (readonly number[])[];
    readonly opposition_all_outcomes: number;
    readonly opposition_rational_scaled: number;
  };
}

const PLACE = hasReference ? '' : ' (skipped: no folder of reference values beside the repository)';

describe.skipIf(!hasReference)(`published domains of Genius, as the brute-force reckoning has them${PLACE}`, () => {
  const scenarios = hasReference ? (referenceJson('genius/expected.json') as { scenarios: Expected[] }).scenarios : [];
  const given = (id: string, kind?: 'walk-away') => {
    const folder = join(REFERENCE, 'genius', id);
    const profiles = readdirSync(folder)
      .filter((file) => file.startsWith('profile'))
      .sort();
    return analysed(
      importGenius(
        join(folder, 'domain.xml'),
        profiles.map((file) => join(folder, file)),
      ),
      kind,
    );
  };

  test.skipIf(!hasReference)('are there', () => {
    expect(scenarios.length).toBeGreaterThan(2);
  });

  test.each(scenarios.map((one) => [one.id, one] as const))('%s', (id, { outcomes, brute_force: expected }) => {
    const analysis = given(id);
    expect(analysis.outcomes).toBe(outcomes);
    expect(analysis.rational).toBe(expected.rational);
    expect(analysis.frontier!.outcomes).toBe(expected.pareto_outcomes);
    expect(analysis.frontier!.distinct).toBe(expected.pareto_distinct_points);
    expect(analysis.frontier!.points).toHaveLength(expected.pareto_points.length);
    for (const point of expected.pareto_points)
      expect(analysis.frontier!.points.some((one) => one.every((u, i) => Math.abs(u - point[i]!) <= NINE))).toBe(true);
    expectOptimum(analysis.nash, expected.nash);
    expectOptimum(analysis.kalai, expected.kalai);
    expectOptimum(analysis.ks.maxmin, expected.ks_maxmin);
    expectOptimum(analysis.ks.spread, expected.ks_spread);
    expectOptimum(analysis.utilitarian, expected.welfare);
    expectOptimum(given(id, 'walk-away').nash, expected.nash_reservation_only);
    expectNear(analysis.opposition.all, expected.opposition_all_outcomes);
    expectNear(analysis.opposition.scaled!, expected.opposition_rational_scaled);
  });
});

interface Game {
  readonly id: string;
  readonly parties: readonly { readonly name: string; readonly role: string; readonly min: number }[];
  readonly deals: number;
  readonly acceptable_to_all: number;
  readonly acceptable_all_but_one_incl_both_vetoes: number;
  readonly per_party_acceptable: readonly number[];
  readonly nash_product_over_minimums_acceptable_to_all: number;
  readonly nash_scores: readonly number[];
  readonly max_total_score_acceptable_to_all: number;
  readonly maxmin_surplus: number;
}

describe.skipIf(!hasReference)(`a scorable game, as its authors count it${PLACE}`, () => {
  const games = hasReference ? (referenceJson('scorable/expected.json') as { games: Game[] }).games : [];

  test.skipIf(!hasReference)('is there', () => {
    expect(games.length).toBeGreaterThan(0);
  });

  test.each(games.map((one) => [one.id, one] as const))('%s', (id, expected) => {
    const game = importScorable(join(REFERENCE, 'scorable', id));
    const analysis = analysed(game);
    expect(analysis.outcomes).toBe(expected.deals);
    expect(analysis.rational).toBe(expected.acceptable_to_all);
    expect(analysis.passing).toBe(expected.acceptable_all_but_one_incl_both_vetoes);
    if (!game.ok) throw new Error('not read');
    for (const [i, party] of game.value.parties.entries())
      expect([party.name, analysis.accepts![party.id]]).toEqual([
        expected.parties[i]!.name,
        expected.per_party_acceptable[i],
      ]);
    // Every party of it can score 100, so that utilities are hundredths of a score.
    const product = expected.nash_product_over_minimums_acceptable_to_all / 100 ** expected.parties.length;
    expect(analysis.nash!.value).toBeCloseTo(product, 15);
    const scores = new Map(game.value.parties.map((party, i) => [party.id, expected.nash_scores[i]!]));
    for (const [i, id2] of analysis.parties.entries()) expectNear(analysis.nash!.utilities[i]!, scores.get(id2)! / 100);
    expectNear(analysis.kalai!.value, expected.maxmin_surplus / 100);
    expectNear(analysis.utilitarian!.value, expected.max_total_score_acceptable_to_all / 100);
  });
});

/** The EC car-emission decision: Bueno de Mesquita 1994, p. 78, as Scholz, Calbert and Smith (2011) print it, Table 1. */
const EMISSIONS: readonly Actor[] = [
  { capability: 0.08, position: 4, salience: 0.8 }, // Netherlands
  { capability: 0.08, position: 7, salience: 0.4 }, // Belgium
  { capability: 0.03, position: 4, salience: 0.2 }, // Luxembourg
  { capability: 0.16, position: 4, salience: 0.8 }, // Germany
  { capability: 0.16, position: 10, salience: 0.6 }, // France
  { capability: 0.16, position: 10, salience: 0.6 }, // Italy
  { capability: 0.16, position: 10, salience: 0.9 }, // United Kingdom
  { capability: 0.05, position: 7, salience: 0.1 }, // Ireland
  { capability: 0.05, position: 4, salience: 1 }, // Denmark
  { capability: 0.08, position: 7, salience: 0.7 }, // Greece
];

describe('the EC car-emission decision by the expected-utility model', () => {
  // Scholz, Calbert and Smith 2011, Table 2. Nobody reproduces the median of round 2, 9.9.
  test.each([
    [1, 8.4, 7.4],
    [2, undefined, 7.5],
    [3, 9.9, 7.6],
    [4, 9.9, 7.3],
    [5, 9.9, 7.3],
    [6, 7.4, 7.4],
    [7, 8.8, 7.5],
    [8, 9.6, 7.6],
  ])('round %i has the printed median and mean', (round, median, mean) => {
    const course = expectedUtility(EMISSIONS, 'allPairs', 8);
    if (median !== undefined) expect(Math.abs(course[round]!.median - median)).toBeLessThanOrEqual(0.1);
    expect(Math.abs(course[round]!.mean - mean)).toBeLessThanOrEqual(0.1);
  });

  test('by the printed equation 31, this pair alone, it collapses to the middle', () => {
    expect(expectedUtility(EMISSIONS, 'thisPair', 10).at(-1)!.median).toBeCloseTo(7, 9);
  });

  test('the weighted mean of the same stances is the compromise', () => {
    expect(expectedUtility(EMISSIONS, 'allPairs', 0)[0]!.mean).toBeCloseTo(7.389955686853767, 12);
  });

  interface Round {
    readonly positions: readonly number[];
    readonly median: number;
    readonly mean: number;
    readonly risk_exponents?: readonly number[];
    readonly offers?: readonly ({ readonly type: string; readonly with: string } | null)[];
    readonly eu_own_vs_other_by_actor?: readonly (readonly (readonly [number, number] | null)[])[];
  }

  test.skipIf(!hasReference)(`and every position, median, mean, offer and risk exponent of a full run${PLACE}`, () => {
    const run = referenceJson('bdm/emission_standards.expected_run.json') as { actors: string[]; rounds: Round[] };
    const table = readFileSync(join(REFERENCE, 'bdm/emission_standards.actors.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    expect(table.map((row) => row.split(',').slice(1).map(Number))).toEqual(
      EMISSIONS.map(({ capability, position, salience }) => [capability, position, salience]),
    );
    const course = expectedUtility(EMISSIONS, 'allPairs', run.rounds.length - 1);
    for (const [n, expected] of run.rounds.entries()) {
      const round = course[n]!;
      expectNear(round.median, expected.median);
      expectNear(round.mean, expected.mean);
      for (const [i, position] of expected.positions.entries()) expectNear(round.positions[i]!, position);
      for (const [i, exponent] of (expected.risk_exponents ?? []).entries()) expectNear(round.risk[i]!, exponent);
      for (const [i, offer] of (expected.offers ?? []).entries()) {
        const got = round.offers[i];
        expect(got && { type: got.type, with: run.actors[got.with] }).toEqual(
          offer ? { type: offer.type, with: offer.with } : undefined,
        );
      }
    }
  });
});
