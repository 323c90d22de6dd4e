import { createHash } from 'node:crypto';
import { GENERATOR } from '../../chance/chance.ts';
import { isMap } from '../../scenario/tree.ts';
import { shown } from '../../scenario/problem.ts';
import { bad, ok, type Result } from '../../scenario/result.ts';
import type { Plan } from '../plan.ts';
import type { Study } from '../study.ts';
import { columnsOf, type Column } from './columns.ts';
import { rowsOfBlock } from './rows.ts';

/** Raised when the files of a dataset are written otherwise. */
export const DATASET_FORMAT = 1;

/** What a dataset is: enough to make every byte of it again. Nothing of the machine, the time or the workers. */
export interface Manifest {
  readonly dataset: 'parley';
  readonly format: number;
  readonly rules: number;
  readonly generator: string;
  /** SHA-256 of all the rest; every block carries it. */
  readonly hash: string;
  readonly cells: number;
  /** Rows of the whole dataset, unless the study stops before. */
  readonly rows: number;
  readonly blockRows: number;
  readonly blocks: number;
  readonly columns: readonly Column[];
  readonly study: Study;
}

export function manifestOf(plan: Plan, rules: number): Manifest {
  const { study, cells, rows } = plan;
  const blockRows = rowsOfBlock(plan);
  const head = { dataset: 'parley', format: DATASET_FORMAT, rules, generator: GENERATOR } as const;
  const rest = { cells, rows, blockRows, blocks: Math.ceil(rows / blockRows), columns: columnsOf(plan), study };
  return { ...head, hash: sha256(JSON.stringify({ ...head, ...rest })), ...rest };
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The manifest that a file holds, or why it holds none. Its hash must be that of what it says. */
export function readManifest(text: string): Result<Manifest, string> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return bad('it is not JSON');
  }
  if (!isMap(read) || read['dataset'] !== 'parley') return bad('it is not the manifest of a dataset of Parley');
  if (read['format'] !== DATASET_FORMAT)
    return bad(`its format is ${shown(read['format'])}, and this release reads ${DATASET_FORMAT}`);
  const { hash, ...rest } = read as unknown as Manifest;
  if (hash !== sha256(JSON.stringify(rest))) return bad('it was changed: its hash is not that of what it says');
  return ok(read as unknown as Manifest);
}

/** Where two manifests differ: paths with what either says, in the order of the first. */
export interface Difference {
  readonly path: string;
  readonly there: string;
  readonly here: string;
}

export function differences(there: Manifest, here: Manifest): readonly Difference[] {
  const found: Difference[] = [];
  compare(there, here, []);
  // The hash differs because something else does.
  return found.filter(({ path }) => path !== 'hash');

  function compare(a: unknown, b: unknown, path: readonly string[]): void {
    if (JSON.stringify(a) === JSON.stringify(b)) return;
    const bothLists = Array.isArray(a) && Array.isArray(b);
    if (!bothLists && !(isMap(a) && isMap(b))) {
      found.push({ path: path.join('.'), there: shown(a), here: shown(b) });
      return;
    }
    const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
    const before = found.length;
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
      compare(left[key], right[key], [...path, key]);
    if (found.length === before)
      found.push({ path: path.join('.'), there: 'one order', here: 'another order of the same' });
  }
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
