import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../src/analysis/analysis.ts';
import { load } from '../../src/scenario/load.ts';

function given(name: string) {
  const loaded = load(name);
  if (!loaded.ok) throw new Error(loaded.error[0]!.message);
  return { scenario: loaded.value.scenario, analysis: analysisOf(loaded.value.scenario) };
}

describe('the classroom game of the harbour', () => {
  const { scenario, analysis } = given('harbour');

  test('has the plans that its description promises', () => {
    const { about } = scenario;
    expect([analysis.outcomes, analysis.passing, analysis.rational]).toEqual([972, 65, 2]);
    expect(about.replaceAll(/\s+/g, ' ')).toContain('Of 972 plans 65 pass, and two of these suit everybody');
  });

  test('gives each side a hundred points, and each group a reason to take part', () => {
    for (const party of scenario.parties) {
      const points = party.stances.reduce((sum, stance) => sum + 10 * stance.salience.value, 0);
      expect(points).toBeCloseTo(100, 9);
      expect(party.brief.public.length).toBeGreaterThan(40);
      expect(party.brief.confidential.length).toBeGreaterThan(80);
      expect(analysis.accepts![party.id]).toBeGreaterThan(0);
    }
  });

  test('lets the two who may block weigh more than the four others', () => {
    const { shapleyShubik } = analysis.power;
    expect(shapleyShubik['port']).toBe(shapleyShubik['town']);
    expect(shapleyShubik['port']).toBeGreaterThan(2 * shapleyShubik['dune-trust']!);
    expect(analysis.issues.dead).toEqual([]);
  });
});

describe('the emission standards of the European Community', () => {
  test('have the published numbers: the weighted mean lies at 7.39 years, the start at a median of 7', () => {
    const { analysis } = given('emissions-1994');
    const years = (position: number) => 4 + 6 * position;
    expect(years(analysis.opinions.compromise['delay']!.position)).toBeCloseTo(7.389955686853767, 9);
    expect(years(analysis.opinions.median['delay']!.position)).toBeCloseTo(7, 9);
    expect(years(analysis.opinions.expectedUtility.allPairs['delay']!.position)).toBeCloseTo(7, 9);
  });
});
