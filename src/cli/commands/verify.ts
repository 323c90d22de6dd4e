import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readChain } from '../../record/chain.ts';
import { brokenIn } from '../broken.ts';
import { EXIT } from '../exit.ts';
import { note, print, printJson, reasonOf } from '../output.ts';
import { doubtOn } from '../rerun.ts';
import type { DataVerdict } from '../verdict-on-data.ts';

/** What became of one record: `verified`, or why not and where. */
export interface Verdict {
  readonly record: string;
  readonly verified: boolean;
  /** The file itself could not be read. */
  readonly unreadable?: true;
  readonly hash?: string;
  readonly facts?: number;
  /** Counted from 1. */
  readonly line?: number;
  readonly message: string;
}

interface Options {
  /** Of a dataset: how many rows are played again. */
  readonly rows?: number | 'all';
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export async function verify(files: readonly string[], options: Options): Promise<void> {
  const verdicts: (Verdict | DataVerdict)[] = [];
  for (const file of files)
    verdicts.push(isFolder(file) ? await verdictOnFolder(file, options.rows) : verdictOnFile(file));
  if (options.json) printJson(verdicts);
  for (const verdict of verdicts) {
    if (options.json) continue;
    if (verdict.verified) print(`${placeOf(verdict)}: ${verdict.message}`);
    else note(`${placeOf(verdict)}: ${verdict.message}`);
  }
  if (verdicts.some((verdict) => verdict.unreadable)) process.exitCode = EXIT.badInput;
  else if (verdicts.some((verdict) => !verdict.verified)) process.exitCode = EXIT.failed;
}

function placeOf(verdict: Verdict | DataVerdict): string {
  if ('dataset' in verdict) return verdict.file === undefined ? verdict.dataset : join(verdict.dataset, verdict.file);
  return `${verdict.record}${verdict.line === undefined ? '' : `:${verdict.line}`}`;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function verdictOnFolder(folder: string, rows: Options['rows']): Promise<DataVerdict> {
  const { SOME_ROWS, verdictOnData } = await import('../verdict-on-data.ts');
  return verdictOnData(folder, rows ?? SOME_ROWS);
}

function verdictOnFile(record: string): Verdict {
  try {
    if (!statSync(record).isFile())
      return { record, verified: false, unreadable: true, message: 'this is no ordinary file' };
    return verdictOn(record, readFileSync(record, 'utf8'));
  } catch (error) {
    // Only the file system's errors have a code; anything else is ours.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { record, verified: false, unreadable: true, message: reasonOf(error) };
  }
}

export function verdictOn(record: string, text: string): Verdict {
  const read = readChain(text);
  if (!read.ok) return { record, verified: false, line: read.problem.line, message: brokenIn(read.problem) };
  const { chain } = read;
  const found = { record, hash: chain.hash, facts: chain.facts.length };
  const doubt = doubtOn(chain);
  if (doubt !== undefined) {
    const { line, message } = doubt;
    return { ...found, verified: false, ...(line !== undefined && { line }), message };
  }
  return { ...found, verified: true, message: `verified: ${chain.facts.length} facts, hash ${chain.hash}` };
}
