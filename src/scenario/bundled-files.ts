import { readdirSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `scenarios/` of the package, seen alike from `src/scenario` and `dist/scenario`. */
export const BUNDLED_FOLDER = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Names of the bundled scenarios, or of what else is bundled in a folder. */
export function bundledNames(folder: string = BUNDLED_FOLDER): readonly string[] {
  return scenarioFiles(folder).map(scenarioName).sort();
}

export function bundledFile(name: string, folder: string = BUNDLED_FOLDER): string | undefined {
  return scenarioFiles(folder).find((file) => scenarioName(file) === name);
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
