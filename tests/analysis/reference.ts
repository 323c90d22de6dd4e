import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Published values to compare with lie in a folder beside the repository, for they carry licences of their own. A
 * clone without it skips what needs them and says so. `PARLEY_REFERENCE` names another folder.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
export const REFERENCE = process.env['PARLEY_REFERENCE'] ?? join(root, '../shared/reference');
export const hasReference = existsSync(join(REFERENCE, 'README.md'));

export function referenceJson(path: string): unknown {
  return JSON.parse(readFileSync(join(REFERENCE, path), 'utf8'));
}
