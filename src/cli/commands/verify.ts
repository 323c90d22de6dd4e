import { readFileSync, statSync } from 'node:fs';
import { readChain } from '../../record/chain.ts';
import { brokenIn } from '../broken.ts';
import { EXIT } from '../exit.ts';
import { note, print, printJson, reasonOf } from '../output.ts';
import { doubtOn } from '../rerun.ts';

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

export function verify(
  records: readonly string[],
  options: { readonly json?: boolean; readonly quiet?: boolean },
): void {
  const verdicts = records.map(verdictOnFile);
  if (options.json) printJson(verdicts);
  for (const verdict of verdicts) {
    if (options.json) continue;
    if (verdict.verified) print(`${verdict.record}: ${verdict.message}`);
    else note(`${verdict.record}${verdict.line === undefined ? '' : `:${verdict.line}`}: ${verdict.message}`);
  }
  if (verdicts.some((verdict) => verdict.unreadable)) process.exitCode = EXIT.badInput;
  else if (verdicts.some((verdict) => !verdict.verified)) process.exitCode = EXIT.failed;
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
