import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_BRIEFS } from '../../src/model/brief.ts';
import { PHRASES } from '../../src/model/phrases.ts';
import { loadBriefs } from '../../src/scenario/briefs.ts';
import { BUNDLED_FOLDER, bundledNames } from '../../src/scenario/bundled-files.ts';
import { briefsSchemaText } from '../../src/scenario/json-schema.ts';
import { folderWith, MILL, sound } from '../scenario/written.ts';
import { briefsFor } from './packed.ts';

/** The mill with briefs beside it; the path of the scenario. */
function millWith(briefs: string): string {
  const folder = folderWith({ 'mill.yaml': MILL });
  mkdirSync(join(folder, 'briefs'));
  writeFileSync(join(folder, 'briefs', 'mill.yaml'), briefs);
  return join(folder, 'mill.yaml');
}

function places(briefs: string): readonly string[] {
  const path = millWith(briefs);
  const result = loadBriefs(path, sound(path).scenario);
  return result.ok ? [] : result.error.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('briefs', () => {
  test.each(bundledNames())('of %s are sound', (name) => {
    expect(briefsFor(name).language).toBe('en');
  });

  test.each(bundledNames())(
    'tell every seat of %s what it wants, what it can live with and what it has otherwise',
    (name) => {
      const { scenario } = sound(name);
      const briefs = briefsFor(name, scenario);
      expect(briefs.background.length).toBeGreaterThan(200);
      for (const { id } of scenario.parties)
        for (const section of ['interests', 'canLiveWith', 'noDeal', 'knows', 'pressed'] as const)
          expect(briefs.parties[id]?.[section]?.length ?? 0, `${id} ${section}`).toBeGreaterThan(30);
    },
  );

  test.each(bundledNames())('of %s cite only paragraphs that its source has', (name) => {
    const { sources } = sound(name).scenario;
    const paragraphs = Object.values(sources).flatMap((source) => Object.keys(source.paragraphs));
    const cited = JSON.stringify(briefsFor(name)).match(/¶\d+/g) ?? [];
    expect(cited.length > 10).toBe(paragraphs.length > 0);
    for (const one of cited) expect(paragraphs).toContain(one.slice(1));
  });

  test('of a variant stand over those of what it extends', () => {
    const [base, over] = [briefsFor('moscow-2018'), briefsFor('moscow-class')];
    expect(over.parties['kabul']!.interests).toBe(base.parties['kabul']!.interests);
    expect(over.parties['kabul']!.noDeal).not.toBe(base.parties['kabul']!.noDeal);
  });

  test('may be missing', () => {
    const path = join(folderWith({ 'mill.yaml': MILL }), 'mill.yaml');
    expect(loadBriefs(path, sound(path).scenario)).toEqual({ ok: true, value: NO_BRIEFS });
  });

  test('are in no record: the embedded scenario knows nothing of them', () => {
    expect(JSON.stringify(sound('moscow-class').document)).not.toContain('canLiveWith');
  });

  test.each([
    ['an unknown key', 'backround: x\n', '1:1 unknown key "backround"'],
    [
      'a party that is not there',
      'parties:\n  mller: { knows: x }\n',
      '2:3 parties: the scenario has no party "mller"',
    ],
    ['a section that is not there', 'parties:\n  miller: { wants: x }\n', '2:13 parties.miller: unknown key "wants"'],
    ['no language', 'language: Klingon!\n', '1:11 language: "Klingon!" is not a language tag'],
    [
      'a translation into no language',
      'translations:\n  dari!: { name: x }\n',
      '2:3 translations: "dari!" is not a language tag',
    ],
    ['a translation without a name', 'translations:\n  ps: { title: x }\n', '2:3 translations.ps: name is missing'],
    [
      'an issue that is not there',
      'translations:\n  ps: { name: x, issues: { flower: { name: y } } }\n',
      '2:28 translations.ps.issues: the scenario has no issue "flower"',
    ],
    [
      'a phrase that is not there',
      'translations:\n  ps: { name: x, phrases: { scoreShet: y } }\n',
      '2:29 translations.ps.phrases: unknown key "scoreShet"',
    ],
    [
      'its own language again',
      'translations:\n  en: { name: English }\n',
      '2:3 translations: "en" is the language of the scenario itself',
    ],
    [
      'an inject for nobody',
      'injects:\n  x: { title: a, when: b, to: [queen], text: c, ask: d }\n',
      '2:32 injects.x.to.0: the scenario has no party "queen"',
    ],
    ['not a map', '- a\n', '1:1 this file holds a list of 1, not briefs'],
  ])('with %s are refused at its place', (_, text, place) => {
    expect(places(text)).toContain(place);
  });

  test('have a published schema, the one that the check uses (npm run schema rewrites it)', () => {
    const published = readFileSync(join(BUNDLED_FOLDER, 'briefs', 'briefs.schema.json'), 'utf8');
    expect(published === briefsSchemaText(), 'briefs.schema.json is out of date: npm run schema').toBe(true);
  });

  test('in a translation put into a phrase what the English one puts in', () => {
    const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
    for (const name of bundledNames())
      for (const { phrases = {} } of Object.values(briefsFor(name).translations))
        for (const [key, text] of Object.entries(phrases))
          expect([key, slots(text)]).toEqual([key, slots(PHRASES[key as keyof typeof PHRASES])]);
  });

  test('are found beside a copy of a bundled scenario as well', () => {
    const folder = folderWith({});
    cpSync(BUNDLED_FOLDER, folder, { recursive: true });
    const path = join(folder, 'harbour.yaml');
    const briefs = loadBriefs(path, sound(path).scenario);
    expect(briefs.ok && briefs.value.parties['port']?.interests).toContain('channel');
  });
});
