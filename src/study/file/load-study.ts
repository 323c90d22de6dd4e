import { dirname, join } from 'node:path';
import { BUNDLED_FOLDER, bundledNames, scenarioName } from '../../scenario/bundled-files.ts';
import { faultsOf } from '../../scenario/faults.ts';
import { locate, type Shelf } from '../../scenario/locate.ts';
import { shown, type Problem } from '../../scenario/problem.ts';
import { bad, ok, type Result } from '../../scenario/result.ts';
import { ID } from '../../scenario/schema-parts.ts';
import { readSource, type Kind } from '../../scenario/source-text.ts';
import { isMap, type Tree } from '../../scenario/tree.ts';
import { parseSource, type Source } from '../../scenario/yaml-source.ts';
import type { Study } from '../study.ts';
import { checkSize, checkStop, checkMetrics } from './check-study.ts';
import { Findings } from './findings.ts';
import { resolveExperiment } from './resolve-experiment.ts';
import { StudyFile, type StudyDraft } from './study-schema.ts';

/** A study that has been checked. */
export interface LoadedStudy {
  readonly study: Study;
  readonly warnings: readonly Problem[];
}

const SHELF: Shelf = { singular: 'study', plural: 'studies', folder: join(BUNDLED_FOLDER, 'studies') };

const KIND: Kind = { name: 'study', hint: 'name the file in it: a study ends in .yaml', largest: 5 * 1024 * 1024 };

/** Names of the studies that come with the package. */
export function bundledStudies(): readonly string[] {
  return bundledNames(SHELF.folder);
}

/**
 * Reads a study by bundled name or file, with the scenarios that it plays, and checks it. All problems are found at
 * once as far as they can be, each at its line.
 */
export function loadStudy(nameOrPath: string): Result<LoadedStudy> {
  const located = locate(nameOrPath, process.cwd(), SHELF);
  if (!located.ok) return bad([{ file: nameOrPath, ...located.error }]);
  const { path, file } = located.value;
  const text = readSource(path, file, KIND);
  if (!text.ok) return text;
  const source = parseSource(text.value, file);
  if (!source.ok) return source;
  const findings = new Findings(source.value);
  const draft = drafted(source.value, findings);
  if (!draft.ok) return draft;
  const study = studyOf(draft.value, scenarioName(path), dirname(path), findings);
  return study === undefined ? bad(findings.errors) : ok({ study, warnings: findings.warnings });
}

function drafted(source: Source, findings: Findings): Result<StudyDraft> {
  const { content, file } = source;
  if (!isMap(content)) {
    const message = content === null ? 'this file is empty' : `this file holds ${shown(content)}, not a study`;
    const expected = 'a map with title, about, scenario, vary, repeats and metrics';
    const hint = 'start from a copy of one that works, such as scenarios/studies/ripeness.yaml';
    const place = content === null ? { line: 1, column: 1 } : source.spot([]);
    return bad([{ file, ...place, message, expected, hint, severity: 'error' }]);
  }
  if (isScenario(content)) {
    const message = 'this is a scenario, and a study is wanted';
    const hint = 'a study is a file of its own, which says scenario: and how it varies (docs/study-files.md)';
    return bad([{ file, ...source.spot([]), message, hint, severity: 'error' }]);
  }
  const parsed = StudyFile.safeParse(content);
  if (parsed.success) return ok(parsed.data);
  for (const fault of faultsOf(parsed.error.issues, content, StudyFile)) findings.fault(fault);
  return bad(findings.errors);
}

/** A scenario has parties, or says which one it extends; a study never does. */
function isScenario(content: Tree): boolean {
  return ('parties' in content || 'extends' in content) && !('metrics' in content);
}

function studyOf(draft: StudyDraft, id: string, folder: string, findings: Findings): Study | undefined {
  const { title, about, seed = id, repeats, metrics, stop } = draft;
  const ids = draft.experiments === undefined ? [undefined] : Object.keys(draft.experiments);
  if (ids.length === 0) {
    const hint = 'take experiments away: without it the study is a single one';
    findings.fault({ path: ['experiments'], message: 'is empty, so that there is nothing to play', hint });
  }
  for (const name of ids) {
    if (name === undefined || ID.test(name)) continue;
    const expected = 'lower-case letters, digits and hyphens, a letter first';
    findings.fault({ path: ['experiments'], key: name, message: `${shown(name)} is not an id`, expected });
  }
  const experiments = ids.map((name) => resolveExperiment(draft, name, { id, folder, findings }));
  checkMetrics(draft, experiments, findings);
  checkStop(draft, findings);
  const sound = experiments.flatMap((one) => (one?.experiment === undefined ? [] : [one.experiment]));
  if (findings.errors.length > 0 || sound.length < ids.length) return undefined;
  const study: Study = {
    id,
    title,
    about: about.trim(),
    seed,
    repeats,
    metrics,
    ...(stop && { stop }),
    experiments: sound,
  };
  checkSize(study, findings);
  return findings.errors.length > 0 ? undefined : study;
}
