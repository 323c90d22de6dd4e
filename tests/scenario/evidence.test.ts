import { describe, expect, test } from 'vitest';
import { bundled } from '../../src/scenario/bundled.ts';
import { evidenceOf, quantitiesOf } from '../../src/scenario/evidence.ts';
import { withOverrides } from '../../src/scenario/overrides.ts';
import { edited, sound, written } from './written.ts';

/** Everything in a tree that is a number with range and basis. */
function quantitiesIn(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) return 0;
  if ('value' in tree && 'low' in tree && 'high' in tree && 'basis' in tree) return 1;
  return Object.values(tree).reduce<number>((sum, part) => sum + quantitiesIn(part), 0);
}

const EVERYTHING = written(
  edited(
    ['{ ideal: 0, salience: 3 }', '{ ideal: 0, curvature: 2, salience: 3, redLine: { atLeast: 0, atMost: 0.5 } }'],
    [
      '{ ideal: { value: 0, range: [0, 0.2] }, salience: 4 }',
      '{ values: { trickle: 1, third: 0.7, half: likely, most: 0 }, salience: 4 }',
    ],
    [
      'relations:',
      'events:\n  flood:\n    round: 2\n    headline: the river rises\n    effects:\n      - { party: lower, what: pain, change: -0.01 }\n      - { from: lower, to: upper, what: trust, change: 0.1 }\n      - { from: lower, to: upper, channel: none }\nrelations:',
    ],
  ),
);

describe('the evidence has one row for every number', () => {
  test.each([...bundled().map(({ id }) => id), EVERYTHING])('%s', (name) => {
    const { scenario } = sound(name);
    const rows = evidenceOf(scenario);
    expect(rows).toHaveLength(quantitiesIn(scenario));
    expect(new Set(rows.map((row) => row.path)).size).toBe(rows.length);
  });

  test('each row names its number as --set takes it', () => {
    const { scenario, document } = sound(EVERYTHING);
    const rows = evidenceOf(scenario);
    const result = withOverrides(
      document,
      rows.map(({ path, value }) => `${path}=${value}`),
    );
    if (!result.ok) throw new Error(result.error[0]!.message);
    expect(result.value.warnings).toEqual([]);
    const set = quantitiesOf(result.value.scenario);
    expect(set.map(([path]) => path)).toEqual(rows.map((row) => row.path));
    expect(set.every(([, quantity]) => quantity.basis.kind === 'override')).toBe(true);
  });

  test('a row gives source, paragraphs and reason', () => {
    const row = evidenceOf(sound('moscow-2018').scenario).find(({ path }) => path === 'parties.washington.expectation');
    expect(row).toEqual({
      path: 'parties.washington.expectation',
      value: 0.325,
      low: 0.2,
      high: 0.45,
      basis: { kind: 'source', source: 'article', paragraphs: [8], reason: expect.any(String) as string },
    });
  });

  test('the rows stand in an order that reads: conference, parties by id with stances by agenda, relations, events, rules', () => {
    const paths = evidenceOf(sound(EVERYTHING).scenario).map((row) => row.path);
    const tops = paths.map((path) =>
      path
        .split('.')
        .slice(0, path.startsWith('parties') ? 2 : 1)
        .join('.'),
    );
    expect(tops.filter((top, index) => top !== tops[index - 1])).toEqual([
      'conference',
      'parties.lower',
      'parties.upper',
      'relations',
      'events',
      'model',
    ]);
    const stances = paths.flatMap((path) => /^parties\.lower\.stances\.(\w+)/.exec(path)?.[1] ?? []);
    expect([...new Set(stances)]).toEqual(['water', 'upkeep']);
  });
});
