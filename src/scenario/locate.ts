import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { BUNDLED_FOLDER, bundledFile, bundledNames, fileLabel, scenarioFiles, scenarioName } from './bundled-files.ts';
import type { Problem } from './problem.ts';
import { bad, ok, type Result } from './result.ts';
import { nearest } from './spelling.ts';

/** A file that was named: where it is, and how to speak of it. */
export interface Located {
  readonly path: string;
  readonly file: string;
}

/** What is looked for: what a message calls it, and the folder of those that come with the package. */
export interface Shelf {
  readonly singular: string;
  readonly plural: string;
  readonly folder: string;
}

const SCENARIOS: Shelf = { singular: 'scenario', plural: 'scenarios', folder: BUNDLED_FOLDER };

/**
 * Finds what `name` names: a bundled scenario (a bare word), else a file from `folder` on, with or without `.yaml`.
 * A bare word that is both a bundled scenario and a file means the bundled one; `./word` means the file.
 */
export function locate(
  name: string,
  folder: string = process.cwd(),
  shelf: Shelf = SCENARIOS,
): Result<Located, Omit<Problem, 'file'>> {
  const bare = /^[\w-]+$/.test(name);
  const bundled = bare ? bundledFile(name, shelf.folder) : undefined;
  if (bundled !== undefined) return ok({ path: bundled, file: fileLabel(bundled) });
  const path = resolve(folder, name);
  const candidates = [path, `${path}.yaml`, `${path}.yml`].filter((candidate) => existsSync(candidate));
  const found = candidates.find((candidate) => !statSync(candidate).isDirectory()) ?? candidates[0];
  if (found !== undefined)
    return ok({ path: found, file: isAbsolute(name) ? fileLabel(found) : relative(process.cwd(), found) || '.' });
  return bad(notFound(name, path, shelf));
}

function notFound(name: string, path: string, { singular, plural, folder }: Shelf): Omit<Problem, 'file'> {
  const beside = scenarioFiles(dirname(path));
  const names = bundledNames(folder);
  const meant = nearest(scenarioName(name), [...names, ...beside.map(scenarioName)]);
  const file = meant === undefined ? undefined : beside.find((candidate) => scenarioName(candidate) === meant);
  const suggestion = file !== undefined && !names.includes(meant!) ? fileLabel(file) : meant;
  return {
    message: `there is no such file, and no bundled ${singular} of this name`,
    expected: `a file, or one of the bundled ${plural}: ${names.join(', ')}`,
    ...(suggestion !== undefined && { hint: `did you mean "${suggestion}"?` }),
    severity: 'error',
  };
}
