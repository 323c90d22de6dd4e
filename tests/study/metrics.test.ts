import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { playBulk } from '../../src/conference/bulk.ts';
import { outcomeOf } from '../../src/record/result.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { measured, METRIC_KINDS, metricNamed } from '../../src/study/metrics.ts';
import { sound } from '../scenario/written.ts';

describe('metrics say what the record says', () => {
  test.each([
    'moscow-2018',
    'washington-attends',
    'moscow-presses',
    'doha-leaks',
    'harbour',
    'emissions-1994',
    'common-pasture',
  ])('%s', (name) => {
    const { scenario } = sound(name);
    const setting = settingOf(scenario);
    const metrics = METRIC_KINDS.flatMap((kind) => kind.of(scenario));
    const endings = new Set<unknown>();
    for (let n = 1; n <= 20; n++) {
      const facts = playBulk(setting, `metrics/${n}`);
      const outcome = outcomeOf(scenario, facts)!;
      const values = measured(metrics, facts, setting);
      const of = Object.fromEntries(metrics.map((metric, k) => [metric.name, values[k]]));
      const agreed = outcome.ending === 'agreement';
      endings.add(of['ending']);
      expect(of).toMatchObject({
        ending: outcome.ending,
        rounds: outcome.rounds,
        [outcome.ending]: 1,
        durability: outcome.durability?.index,
      });
      expect(of['agreement']).toBe(agreed ? 1 : 0);
      expect(of['signatories']).toBe(Object.values(outcome.parties).filter(({ signed }) => signed).length);
      expect(of['durability.margin']).toBe(outcome.durability?.margin);
      for (const [id, party] of Object.entries(outcome.parties)) {
        expect(of[`utility.${id}`]).toBe(party.utility);
        expect(of[`walkAway.${id}`]).toBe(party.walkAway);
        expect(of[`gain.${id}`]).toBe(agreed ? party.utility - party.walkAway : 0);
        expect(of[`left.${id}`] === 1 ? 'absent' : of[`attendance.${id}`]).toBe(party.attendance);
        expect(of[`ratified.${id}`]).toBe(
          outcome.ratified?.[id] === undefined ? undefined : Number(outcome.ratified[id]),
        );
      }
      for (const [issue, option] of Object.entries(outcome.text)) expect(of[`option.${issue}`]).toBe(option);
      expect(of['ratified']).toBe(agreed && Object.values(outcome.ratified ?? {}).every(Boolean) ? 1 : 0);
      metrics.forEach((metric, k) => {
        const value = values[k];
        if (value === undefined) return;
        expect(typeof value === 'string' ? 'text' : 'number', metric.name).toBe(
          metric.type === 'text' ? 'text' : 'number',
        );
        if (metric.choices) expect(metric.choices, metric.name).toContain(value);
        if (metric.type === 'integer') expect(Number.isInteger(value), metric.name).toBe(true);
        if (metric.low !== undefined) expect(value, metric.name).toBeGreaterThanOrEqual(metric.low);
        if (metric.high !== undefined) expect(value, metric.name).toBeLessThanOrEqual(metric.high);
      });
    }
    if (name.startsWith('moscow')) expect(endings.size).toBeGreaterThan(1);
  });
});

describe('a metric is found by its name', () => {
  const { scenario } = sound('moscow-2018');
  test.each([
    ['ending', undefined],
    ['durability.margin', undefined],
    ['utility.kabul', undefined],
    ['trust.kabul.moscow', undefined],
    ['option.us-role', undefined],
    ['endng', 'did you mean "ending"?'],
    ['agreements', 'did you mean "agreement"?'],
    ['utility.kabull', 'did you mean "utility.kabul"?'],
    ['option.us-rol', 'did you mean "option.us-role"?'],
  ])('%s', (name, hint) => {
    const found = metricNamed(name, scenario);
    if (found.ok) expect([found.value.name, hint]).toEqual([name, undefined]);
    else expect(found.error.hint).toBe(hint);
  });

  test('one of a party that the scenario lacks is said to be missing there', () => {
    const found = metricNamed('gain.berlin', scenario);
    if (found.ok) throw new Error('found');
    expect(found.error.message).toBe('moscow-2018 has no metric "gain.berlin"');
    expect(found.error.expected).toBe(
      'one of gain.china, gain.iran, gain.kabul, gain.moscow, gain.pakistan, gain.taliban or gain.washington',
    );
  });

  test('all names of a scenario differ', () => {
    const names = METRIC_KINDS.flatMap((kind) => kind.of(scenario)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('docs/study-files.md lists every kind of metric as it is', () => {
  const docs = readFileSync(new URL('../../docs/study-files.md', import.meta.url), 'utf8');
  const rows = METRIC_KINDS.map(({ name, about: { type, unit, low, high, meaning } }) => {
    const reach = low === undefined ? '' : `${low}–${high ?? ''}`;
    return `| \`${name}\` | ${type} | ${unit} | ${reach} | ${meaning} |`;
  });
  expect(docs.slice(docs.indexOf('| `ending`')).trim().split('\n')).toEqual(rows);
});
