import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COEFFICIENT_TABLE, coefficientBounds, within } from '../../src/scenario/bounds.ts';
import { bundled } from '../../src/scenario/bundled.ts';
import { schemaText } from '../../src/scenario/json-schema.ts';
import { templateFor } from '../../src/scenario/template.ts';
import { folderWith, placesOf, sound, written } from './written.ts';

describe('what the package brings along', () => {
  test('the published JSON Schema is the one that the check uses (npm run schema rewrites it)', () => {
    const published = readFileSync(new URL('../../scenarios/scenario.schema.json', import.meta.url), 'utf8');
    expect(published === schemaText(), 'scenarios/scenario.schema.json is out of date: npm run schema').toBe(true);
  });

  test('every field of the schema is described', () => {
    const schema = JSON.parse(schemaText()) as { definitions: { scenario: unknown } };
    const bare: string[] = [];
    const walk = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, additionalProperties } = node as {
        properties?: Record<string, object>;
        additionalProperties?: object;
      };
      for (const [key, field] of Object.entries(properties ?? {})) {
        if (!('description' in field)) bare.push(`${path}.${key}`);
        walk(field, `${path}.${key}`);
      }
      walk(additionalProperties, `${path}.*`);
    };
    walk(schema.definitions.scenario, '');
    expect(bare.filter((path) => !/^\.model\.\w+$/.test(path))).toEqual([]);
  });

  test('the bundled scenarios are listed with title and about', () => {
    expect(bundled().map(({ id }) => id)).toEqual([
      'common-pasture',
      'doha-leaks',
      'emissions-1994',
      'harbour',
      'moscow-2018',
      'moscow-class',
      'moscow-presses',
      'neutral-host',
      'november-2018',
      'two-valleys',
      'washington-attends',
    ]);
    for (const { title, about, parties } of bundled()) {
      expect(title).not.toBe('');
      expect(about.length).toBeGreaterThan(80);
      expect(parties.length).toBeGreaterThan(1);
    }
    expect(bundled().find(({ id }) => id === 'washington-attends')?.extends).toBe('moscow-2018');
  });

  test('every coefficient of the rules lies in its range, and its range within its bounds', () => {
    for (const [group, rows] of Object.entries(COEFFICIENT_TABLE)) {
      for (const [name, row] of Object.entries(rows)) {
        const [value, low, high] = row;
        const bounds = coefficientBounds(group, name, row);
        expect([group, name, low <= value && value <= high, within(bounds, low), within(bounds, high)]).toEqual([
          group,
          name,
          true,
          true,
          true,
        ]);
      }
    }
  });
});

describe('a new scenario starts from one that works', () => {
  test.each(bundled().map(({ id }) => id))('from %s: sound as it stands, and with every example taken up', (from) => {
    const base = sound(from).scenario;
    const text = templateFor('what-if', from, base);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./scenarios/scenario.schema.json');
    const { scenario } = sound(written(text, 'what-if.yaml'));
    expect({ ...scenario, id: base.id, title: base.title, about: base.about }).toEqual(base);

    const taken = text.replaceAll(/^# (?=\s|(?:conference|parties|relations|model):)/gm, '');
    expect(taken.match(/^(conference|parties|model):$/gm)).toHaveLength(3);
    expect(placesOf(taken)).toEqual([]);
  });

  test('from a file beside it', () => {
    const base = sound('two-valleys').scenario;
    const folder = folderWith({
      'base.yaml': 'extends: two-valleys\n',
      'what-if.yaml': templateFor('what-if', './base.yaml', base),
    });
    expect(sound(join(folder, 'what-if.yaml')).scenario.conference).toEqual(base.conference);
  });
});
