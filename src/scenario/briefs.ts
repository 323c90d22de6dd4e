import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NO_BRIEFS, type Briefs } from '../model/brief.ts';
import type { Scenario } from '../model/scenario.ts';
import { BriefsDocument, type BriefsDraft } from './briefs-schema.ts';
import { fileLabel, scenarioName } from './bundled-files.ts';
import { faultsOf } from './faults.ts';
import { readLayers } from './layers.ts';
import { problemsOf } from './load.ts';
import { listed, shown, type Fault } from './problem.ts';
import { bad, ok, type Result } from './result.ts';
import { readSource, type Kind } from './source-text.ts';
import { didYouMean } from './spelling.ts';
import { entry, isMap, merged, type Tree } from './tree.ts';
import { parseSource, type Source } from './yaml-source.ts';

/** Folder of briefs beside scenario files, and what a file in it is. */
const FOLDER = 'briefs';
const KIND: Kind = { name: 'brief', hint: 'name the file in it', largest: 2 * 1024 * 1024 };

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * The briefs of a scenario: `briefs/NAME.yaml` beside its file, over those of the scenarios that it extends, as these
 * are merged. Where there is no file there are none, and that is no fault. All problems are found at once.
 */
export function loadBriefs(nameOrPath: string, scenario: Scenario): Result<Briefs> {
  const layers = readLayers(nameOrPath);
  if (!layers.ok) return layers;
  const sources: Source[] = [];
  for (const path of layers.value.paths) {
    const source = readBriefs(path);
    if (!source.ok) return source;
    if (source.value !== undefined) sources.push(source.value);
  }
  if (sources.length === 0) return ok(NO_BRIEFS);
  const contents = sources.map(({ content }) => content);
  const document = contents.map((content) => content as Tree).reduceRight((base, over) => merged(base, over) as Tree);
  const parsed = BriefsDocument.safeParse(document);
  const faults = [
    ...(parsed.success ? [] : faultsOf(parsed.error.issues, document, BriefsDocument)),
    ...meaningFaults(document, scenario),
  ];
  if (!parsed.success || faults.length > 0) return bad(problemsOf(faults, sources, contents));
  return ok(briefsOf(parsed.data));
}

function readBriefs(scenarioPath: string): Result<Source | undefined> {
  const path = join(dirname(scenarioPath), FOLDER, `${scenarioName(scenarioPath)}.yaml`);
  if (!existsSync(path)) return ok(undefined);
  const file = fileLabel(path);
  const text = readSource(path, file, KIND);
  if (!text.ok) return text;
  const source = parseSource(text.value, file);
  if (!source.ok || isMap(source.value.content)) return source;
  const message = `this file holds ${shown(source.value.content)}, not briefs`;
  const expected = 'a map with background, parties, injects, questions or translations';
  return bad([{ file, line: 1, column: 1, message, expected, severity: 'error' }]);
}

function briefsOf({
  language,
  title,
  about,
  background,
  parties,
  injects,
  questions,
  translations,
}: BriefsDraft): Briefs {
  // What the schema says may be missing is left out, never there without a value: they come from YAML.
  return {
    language: language ?? NO_BRIEFS.language,
    ...(title !== undefined && { title }),
    ...(about !== undefined && { about }),
    background: background ?? '',
    parties: parties ?? {},
    injects: Object.values(injects ?? {}),
    questions: questions ?? [],
    translations: translations ?? {},
  } as Briefs;
}

/** Names that the scenario does not have, and languages that are none. */
function meaningFaults(document: Tree, scenario: Scenario): readonly Fault[] {
  const parties = scenario.parties.map(({ id }) => id);
  const language = document['language'];
  const own = typeof language === 'string' ? language : NO_BRIEFS.language;
  return [
    ...(LANGUAGE.test(own) ? [] : [notALanguage(['language'], own)]),
    ...unknown(['parties'], document['parties'], parties, 'party'),
    ...keysOf(document['injects']).flatMap((id) => {
      const to = entry(entry(document['injects'], id), 'to');
      return (Array.isArray(to) ? to : []).flatMap((party, index) =>
        typeof party === 'string' && !parties.includes(party)
          ? [noSuch(['injects', id, 'to', index], party, parties, 'party')]
          : [],
      );
    }),
    ...keysOf(document['translations']).flatMap((tag) => translationFaults(document, tag, own, scenario, parties)),
  ];
}

function translationFaults(
  document: Tree,
  tag: string,
  own: string,
  scenario: Scenario,
  parties: readonly string[],
): readonly Fault[] {
  const path = ['translations', tag];
  const translation = entry(document['translations'], tag);
  const issues = entry(translation, 'issues');
  const known = scenario.issues.map(({ id }) => id);
  return [
    ...(LANGUAGE.test(tag) ? [] : [{ ...notALanguage(['translations'], tag), key: tag }]),
    ...(tag === own
      ? [{ path: ['translations'], key: tag, message: `"${tag}" is the language of the scenario itself` }]
      : []),
    ...unknown([...path, 'parties'], entry(translation, 'parties'), parties, 'party'),
    ...unknown([...path, 'issues'], issues, known, 'issue'),
    ...keysOf(issues).flatMap((id) => {
      const issue = scenario.issues.find((one) => one.id === id);
      const options = issue?.options.map((option) => option.id) ?? [];
      return issue
        ? unknown([...path, 'issues', id, 'options'], entry(entry(issues, id), 'options'), options, 'option')
        : [];
    }),
  ];
}

function unknown(path: readonly string[], section: unknown, known: readonly string[], what: string): readonly Fault[] {
  return keysOf(section)
    .filter((key) => !known.includes(key))
    .map((key) => ({ ...noSuch(path, key, known, what), key }));
}

function noSuch(path: Fault['path'], name: string, known: readonly string[], what: string): Fault {
  return {
    path,
    message: `the scenario has no ${what} "${name}"`,
    expected: `one of ${listed(known)}`,
    ...didYouMean(name, known),
  };
}

function notALanguage(path: readonly string[], found: string): Fault {
  return { path, message: `${shown(found)} is not a language tag`, expected: 'such as en, fa-AF or ps' };
}

function keysOf(value: unknown): readonly string[] {
  return isMap(value) ? Object.keys(value) : [];
}
