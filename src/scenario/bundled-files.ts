import { readdirSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `scenarios/` of the package, seen alike from `src/scenario` and `dist/scenario`. */
export const BUNDLED_FOLDER = fileURLToPath(new URL('../../scenarios/', import.meta.url));

export function bundledNames(): readonly string[] {
  return scenarioFiles(BUNDLED_FOLDER).map(scenarioName).sort();
}

export function bundledFile(name: string): string | undefined {
  return scenarioFiles(BUNDLED_FOLDER).find((file) => scenarioName(file) === name);
}

/** The scenario files in a folder; none when there is no such folder. */
export function scenarioFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => join(folder, file));
  } catch {
    return [];
  }
}

/** What a scenario is called by: its file without folder and ending. */
export function scenarioName(file: string): string {
  const ending = extname(file);
  return basename(file, /^\.(ya?ml|json)$/.test(ending) ? ending : '');
}

/** A file as somebody in this folder would name it. */
export function fileLabel(path: string): string {
  const label = relative(process.cwd(), resolve(path));
  return label === '' || label.startsWith('..') ? path : label;
}
