import { describe, expect, test } from 'vitest';
import { settingOf } from '../src/rules/setting.ts';
import { evidenceOf, type Row } from '../src/scenario/evidence.ts';
import { load } from '../src/scenario/load.ts';
import { withOverrides } from '../src/scenario/overrides.ts';

/** Places in a list, not amounts: which party, issue or option is meant. Their choices are names in the file. */
const PLACES = new Set(['index', 'from', 'to', 'issue', 'format', 'host', 'party', 'statusQuo', 'guarantee', 'round']);
const LISTS_OF_PLACES = new Set([
  'signatories',
  'order',
  'vetoes',
  'opening',
  'best',
  'outgoing',
  'incoming',
  'serves',
  'commitments',
  'positions',
]);

/** The rules read the value of an effect, never its range. */
const RANGE = new Set(['low', 'high']);

/**
 * Zeros that are no inputs: the option farthest from an ideal is worth 0 by the formula, the status quo puts nothing at
 * risk, a scheduled event has no hazard, and a party that a rival forum does not draw gains nothing from it.
 */
function isZeroByRule(path: string, value: number): boolean {
  return /\.(values|worths|atRisk)\.\d+\.\d+$|\.hazard$|\.rival\.\d+$/.test(path) && value === 0;
}

/** Every amount that the rules read, by its path in the setting. */
function amounts(value: unknown, path: string, key: string, into: Map<string, number>): Map<string, number> {
  const isPlace = PLACES.has(key) && !path.startsWith('setting.model.');
  if (typeof value === 'number' && !isPlace && !RANGE.has(key)) into.set(path, value);
  if (typeof value !== 'object' || value === null || value instanceof Map || LISTS_OF_PLACES.has(key)) return into;
  for (const [name, inner] of Object.entries(value))
    amounts(inner, `${path}.${name}`, Array.isArray(value) ? key : name, into);
  return into;
}

/** Alternating offers with every kind of tactic, beside the single text. */
const OFFERS = [
  'conference.protocol=alternating-offers',
  'parties.kabul.tactic.kind=nice-tit-for-tat',
  'parties.taliban.tactic.kind=tit-for-tat',
  'parties.iran.tactic.acceptance.kind=combi',
  'parties.china.tactic.acceptance.kind=time',
];

describe.each([
  ['over a single text', []],
  ['by alternating offers', OFFERS],
])('the numbers that the rules read %s', (_, sets) => {
  const base = load('moscow-2018', sets);
  if (!base.ok) throw new Error('moscow-2018 does not load');
  const { scenario, document } = base.value;
  const rows = evidenceOf(scenario);
  const inputs = amounts(settingOf(scenario), 'setting', 'setting', new Map());

  /** The amounts that change when one number of the scenario is set otherwise. */
  function reachedBy(path: string, value: number): string[] {
    const set = withOverrides(document, [`${path}=${value}`]);
    if (!set.ok) throw new Error(`--set ${path}=${value}: ${set.error[0]?.message}`);
    const changed = amounts(settingOf(set.value.scenario), 'setting', 'setting', new Map());
    return [...changed.keys()].filter((key) => changed.get(key) !== inputs.get(key));
  }

  const reached = new Map(rows.map((row) => [row.path, reachedBy(row.path, other(row))]));

  test('are each reached by --set and listed by evidence', () => {
    const all = new Set([...reached.values()].flat());
    expect(inputs.size).toBeGreaterThan(300);
    const missed = [...inputs].filter(([path, value]) => !all.has(path) && !isZeroByRule(path, value));
    expect(missed).toEqual([]);
  });

  test('are each moved by the number that evidence lists for them', () => {
    const idle = [...reached].filter(([, paths]) => paths.length === 0).map(([path]) => path);
    expect(idle).toEqual([]);
  });
});

/** Another value for a number: the other end of its range, or beside it where it has none. */
function other({ value, low, high }: Pick<Row, 'value' | 'low' | 'high'>): number {
  if (low === high) return value === 0 ? 0.1 : value / 2;
  return value === low ? high : low;
}
