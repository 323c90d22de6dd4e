import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { bundledFile, bundledNames, fileLabel, scenarioFiles, scenarioName } from './bundled-files.ts';
import type { Problem } from './problem.ts';
import { bad, ok, type Result } from './result.ts';
import { nearest } from './spelling.ts';

/** A file that was named: where it is, and how to speak of it. */
export interface Located {
  readonly path: string;
  readonly file: string;
}

/**
 * Finds what `name` names: a bundled scenario (a bare word), else a file from `folder` on, with or without `.yaml`.
 * A bare word that is both a bundled scenario and a file means the bundled one; `./word` means the file.
 */
export function locate(name: string, folder: string = process.cwd()): Result<Located, Omit<Problem, 'file'>> {
  const bare = /^[\w-]+$/.test(name);
  const bundled = bare ? bundledFile(name) : undefined;
  if (bundled !== undefined) return ok({ path: bundled, file: fileLabel(bundled) });
  const path = resolve(folder, name);
  const candidates = [path, `${path}.yaml`, `${path}.yml`].filter((candidate) => existsSync(candidate));
  const found = candidates.find((candidate) => !statSync(candidate).isDirectory()) ?? candidates[0];
  if (found !== undefined)
    return ok({ path: found, file: isAbsolute(name) ? fileLabel(found) : relative(process.cwd(), found) });
  return bad(notFound(name, path));
}

function notFound(name: string, path: string): Omit<Problem, 'file'> {
  const beside = scenarioFiles(dirname(path));
  const meant = nearest(scenarioName(name), [...bundledNames(), ...beside.map(scenarioName)]);
  const file = meant === undefined ? undefined : beside.find((candidate) => scenarioName(candidate) === meant);
  const suggestion = file !== undefined && !bundledNames().includes(meant!) ? fileLabel(file) : meant;
  return {
    message: 'there is no such file, and no bundled scenario of this name',
    expected: `a file, or one of the bundled scenarios: ${bundledNames().join(', ')}`,
    ...(suggestion !== undefined && { hint: `did you mean "${suggestion}"?` }),
    severity: 'error',
  };
}
