import { isMap } from '../../scenario/tree.ts';
import { bad, ok, type Result } from '../../scenario/result.ts';
import type { StopRule } from '../study.ts';
import type { Manifest } from './manifest.ts';

/** Where a study stopped because it knew enough. */
export interface Ended {
  /** Hash of the manifest. */
  readonly study: string;
  /** Complete repeats of every cell. */
  readonly repeats: number;
  readonly rows: number;
  readonly stop: StopRule;
}

export function endedText(ended: Ended): string {
  return `${JSON.stringify(ended, null, 2)}\n`;
}

export function readEnded(text: string, { hash, cells, rows, study }: Manifest): Result<Ended, string> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return bad('it is not JSON');
  }
  if (!isMap(read) || read['study'] !== hash) return bad('it belongs to another dataset');
  const ended = read as unknown as Ended;
  const { repeats } = ended;
  const isSound =
    Number.isInteger(repeats) &&
    study.stop !== undefined &&
    repeats > 0 &&
    repeats % study.stop.every === 0 &&
    ended.rows === repeats * cells &&
    ended.rows <= rows;
  return isSound ? ok(ended) : bad('what it says cannot be of this study');
}
