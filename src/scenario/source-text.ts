import { readFileSync, statSync } from 'node:fs';
import type { Problem } from './problem.ts';
import { bad, ok, type Result } from './result.ts';

/** What a file should be, as messages name it, and how large it may be. */
export interface Kind {
  readonly name: string;
  /** What to name instead of a directory. */
  readonly hint: string;
  /** In bytes. */
  readonly largest: number;
}

/** A scenario of 200 parties and 60 issues is about 1 MB. */
const SCENARIO: Kind = {
  name: 'scenario',
  hint: 'name the file in it: a scenario ends in .yaml',
  largest: 5 * 1024 * 1024,
};

/** The text of a file, or why there is none. `file` is its name as the reader knows it. */
export function readSource(path: string, file: string, kind: Kind = SCENARIO): Result<string> {
  const no = (message: string, more: Partial<Problem> = {}) =>
    bad<readonly Problem[]>([{ file, message, ...more, severity: 'error' }]);
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return no(`this is a directory, not a ${kind.name} file`, { hint: kind.hint });
    if (!stat.isFile() && !stat.isFIFO()) return no(`this is a device, not a ${kind.name} file`);
    const expected = `at most ${megabytes(kind.largest)}`;
    if (stat.size > kind.largest) return no(tooLarge(stat.size, kind), { expected });
    const bytes = readFileSync(path);
    if (bytes.length > kind.largest) return no(tooLarge(bytes.length, kind), { expected });
    return decoded(bytes, no);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return no('there is no such file');
    if (code === 'EACCES' || code === 'EPERM')
      return no('this file may not be read', { hint: 'ask for its permissions with: ls -l' });
    if (code !== '') return no(`this file cannot be read (${code})`);
    throw error;
  }
}

function decoded(bytes: Uint8Array, no: (message: string, more?: Partial<Problem>) => Result<never>): Result<string> {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const expected = 'text in UTF-8';
  if (wide) return no('this file is in UTF-16', { expected, hint: 'save it again as UTF-8' });
  if (bytes.includes(0)) return no('this is not a text file: it holds zero bytes', { expected });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return no('this file is not in UTF-8', { expected, hint: 'save it again as UTF-8' });
  }
}

function tooLarge(size: number, { name }: Kind): string {
  return `this file is too large for a ${name}: ${megabytes(size)}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
