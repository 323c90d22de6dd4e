import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, type Analysis, type Picked } from '../../src/analysis/analysis.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { documents, scenarioOf, type Document } from '../scenario.arbitrary.ts';
import * as oracle from './oracle.ts';

/** Few different values, so that texts tie with one another, exactly and all but exactly. */
function coarse(document: Document): Document {
  const halves = (x: number) => Math.round(x * 2) / 2;
  for (const party of Object.values<Document>(document['parties'])) {
    party['walkAway'] = [0, 0.25, 0.5][Math.round(party['walkAway'] * 2)];
    for (const stance of Object.values<Document>(party['stances'])) {
      stance['salience'] = stance['salience'] > 5 ? 2 : 1;
      if (stance['ideal'] !== undefined) stance['ideal'] = halves(stance['ideal']);
      if (stance['values'])
        for (const key of Object.keys(stance['values'])) stance['values'][key] = halves(stance['values'][key]);
    }
  }
  return document;
}

/** Walk-aways of random parties leave few texts; these leave more. */
function modest(document: Document): Document {
  for (const party of Object.values<Document>(document['parties'])) party['walkAway'] = party['walkAway'] / 2;
  return document;
}

const scenarios = fc
  .oneof(
    documents(),
    documents().map(modest),
    documents().map(coarse),
    documents({ parties: { min: 2, max: 2 } }).map(coarse),
  )
  .map(scenarioOf);

const CLOSE = 9;

function expectPick(
  picked: Picked | null,
  worth: (u: readonly number[]) => number,
  texts: readonly oracle.Text[],
  sign = 1,
): void {
  const best = Math.max(...texts.map((text) => worth(text.utilities)));
  expect(picked!.value).toBeCloseTo(sign * best, CLOSE);
  const ties = texts.filter((text) => worth(text.utilities) >= best - 1e-9);
  expect(picked!.ties).toBe(ties.length);
  const chosen = ties.find((text) => text.text.join() === Object.values(picked!.text).join());
  expect(chosen).toBeDefined();
  for (const [i, u] of chosen!.utilities.entries()) expect(picked!.utilities[i]).toBeCloseTo(u, CLOSE);
}

function expectSamePoints(got: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void {
  expect(got).toHaveLength(expected.length);
  for (const point of expected)
    expect(got.some((other) => other.every((x, i) => Math.abs(x - point[i]!) < 1e-9))).toBe(true);
}

function expectAgreement(scenario: Scenario, analysis: Analysis, floor: boolean): void {
  const texts = oracle.everyText(scenario);
  const rational = oracle.rational(texts);
  const front = oracle.frontier(texts);
  expect(analysis.outcomes).toBe(texts.length);
  expect(analysis.rational).toBe(rational.length);
  expect(analysis.zopa).toBeCloseTo(rational.length / texts.length, CLOSE);
  expect(analysis.frontier!.outcomes).toBe(front.length);
  expectSamePoints(analysis.frontier!.points, oracle.distinct(front));
  expect(analysis.frontier!.distinct).toBe(analysis.frontier!.points.length);
  for (const [i, party] of oracle.voters(scenario).entries()) {
    expect(analysis.accepts![party.id]).toBe(texts.filter((text) => text.suits[i]).length);
    const left = texts.filter(
      (text) => text.suits.every((suits, j) => suits || j === i) && withinLines(scenario, text, i),
    );
    const highest = left.length === 0 ? null : Math.max(...left.map((text) => text.utilities[i]!));
    if (highest === null) expect(analysis.walkAways.each[party.id]!.highest).toBeNull();
    else expect(analysis.walkAways.each[party.id]!.highest).toBeCloseTo(highest, CLOSE);
  }
  const passing = texts.filter((text) =>
    oracle.wins(scenario, new Set(oracle.voters(scenario).flatMap((party, i) => (text.suits[i] ? [party.id] : [])))),
  );
  expect(analysis.passing).toBe(passing.length);
  const distance = (u: readonly number[]) => Math.sqrt(u.reduce((sum, x) => sum + (1 - x) ** 2, 0));
  expect(analysis.opposition.all).toBeCloseTo(Math.min(...texts.map((text) => distance(text.utilities))), CLOSE);
  if (rational.length === 0) {
    for (const picked of [analysis.nash, analysis.kalai, analysis.ks.maxmin, analysis.ks.spread, analysis.utilitarian])
      expect(picked).toBeNull();
    expect(analysis.opposition.scaled).toBeNull();
    return;
  }
  const most = rational[0]!.utilities.map((_, i) => Math.max(...rational.map((text) => text.utilities[i]!)));
  const scaled = (u: readonly number[]) => distance(u.map((x, i) => (most[i]! > 0 ? x / most[i]! : 1)));
  expect(analysis.opposition.scaled).toBeCloseTo(Math.min(...rational.map((text) => scaled(text.utilities))), CLOSE);
  const worth = oracle.concepts(texts, oracle.disagreement(scenario, texts, floor));
  expectPick(analysis.nash, worth.nash, rational);
  expectPick(analysis.kalai, worth.kalai, rational);
  expectPick(analysis.ks.maxmin, worth.maxmin, rational);
  expectPick(analysis.ks.spread, worth.spread, front, -1);
  expectPick(analysis.utilitarian, worth.utilitarian, rational);
}

/** Whether a text crosses no red line of one party, whatever that party's walk-away. */
function withinLines(scenario: Scenario, text: oracle.Text, voter: number): boolean {
  const generous = {
    ...scenario,
    parties: oracle.voters(scenario).map((party) => ({ ...party, walkAway: { ...party.walkAway, value: 0 } })),
  };
  return oracle.everyText(generous).find((other) => other.text.join() === text.text.join())!.suits[voter]!;
}

describe('a slow reckoning from the definitions finds the same', () => {
  test.each([
    ['floor', true],
    ['walk-away', false],
  ] as const)('frontier and solutions, gains measured from the %s', (kind, floor) => {
    fc.assert(
      fc.property(scenarios, (scenario) => expectAgreement(scenario, analysisOf(scenario, kind), floor)),
      { numRuns: 150 },
    );
  });

  test('the power of each party, by every coalition and every order of joining', () => {
    fc.assert(
      fc.property(documents({ parties: { min: 2, max: 6 } }).map(scenarioOf), (scenario) => {
        const { power } = analysisOf(scenario);
        for (const [got, expected] of [
          [power.banzhaf, oracle.banzhaf(scenario)],
          [power.shapleyShubik, oracle.shapleyShubik(scenario)],
        ] as const) {
          expect(Object.keys(got)).toEqual(Object.keys(expected));
          for (const [party, share] of Object.entries(expected)) expect(got[party]).toBeCloseTo(share, 12);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the egalitarian solutions leave nobody worse off than need be among ties', () => {
    fc.assert(
      fc.property(documents().map(coarse).map(scenarioOf), (scenario) => {
        const analysis = analysisOf(scenario);
        const front = analysis.frontier!.points;
        for (const picked of [analysis.kalai, analysis.ks.maxmin]) {
          if (picked === null) continue;
          expect(front.some((point) => point.every((x, i) => Math.abs(x - picked.utilities[i]!) < 1e-9))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
