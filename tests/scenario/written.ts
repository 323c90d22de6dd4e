import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../../src/scenario/load.ts';
import type { Loaded } from '../../src/scenario/loaded.ts';
import { printed } from '../../src/scenario/problem-text.ts';
import type { Problem } from '../../src/scenario/problem.ts';

/** A sound scenario of two parties and two issues. */
export const MILL = readFileSync(new URL('mill.yaml', import.meta.url), 'utf8');

/** A new folder of its own with files in it; returns the path of the folder. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-scenario-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** The path of a new file with this content. */
export function written(content: string | Uint8Array, name = 'case.yaml'): string {
  return join(folderWith({ [name]: content }), name);
}

/** The mill with passages replaced; each must be there. */
export function edited(...edits: readonly (readonly [passage: string, replacement: string])[]): string {
  return edits.reduce((text, [passage, replacement]) => {
    if (!text.includes(passage)) throw new Error(`mill.yaml has no passage ${passage}`);
    return text.replace(passage, replacement);
  }, MILL);
}

export function sound(nameOrPath: string, overrides: readonly string[] = []): Loaded {
  const result = load(nameOrPath, overrides);
  if (!result.ok) throw new Error(printed(result.error));
  return result.value;
}

export function problemsOf(nameOrPath: string, overrides: readonly string[] = []): readonly Problem[] {
  const result = load(nameOrPath, overrides);
  return result.ok ? [] : result.error;
}

/** `line:column message` of each problem, without the file. */
export function placesOf(content: string | Uint8Array): readonly string[] {
  return problemsOf(written(content)).map(({ line, column, message }) =>
    line === undefined ? message : `${line}:${column} ${message}`,
  );
}
