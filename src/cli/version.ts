import { readFileSync } from 'node:fs';

/** Raised when any golden changes: a record made by other rules cannot be run again here. */
export const RULES = 2;

/** Which release can re-run the records of its rules; rules 1 were never released. */
export const RELEASE_OF_RULES: Readonly<Record<number, string>> = { 2: '0.1' };

export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
