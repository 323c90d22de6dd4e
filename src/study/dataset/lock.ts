import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap } from '../../scenario/tree.ts';
import { bad, ok, type Result } from '../../scenario/result.ts';
import { namesIn } from './folder.ts';
import { overlap, type Shard } from './shard.ts';

/** Who writes into a folder. `start` tells a process from a later one that was given the same number, where known. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly start?: string;
}

/** What a process may know of others; unknown of those on other machines. */
export interface Processes {
  readonly self: Holder;
  readonly isAlive: (holder: Holder) => boolean | 'unknown';
}

export interface Lock {
  readonly release: () => void;
}

export interface Held {
  readonly file: string;
  readonly holder: Holder | undefined;
  readonly alive: true | 'unknown';
}

const NAME = /^sweep(?:\.(\d+)-of-(\d+))?\.lock$/;

function nameOf({ index, of }: Shard): string {
  return of === 1 ? 'sweep.lock' : `sweep.${index}-of-${of}.lock`;
}

/**
 * Takes a folder for one process, or for the process of one shard: shards that share no block may work side by side.
 * The lock of a process that is no more is taken over.
 */
export function lockFolder(folder: string, shard: Shard, { self, isAlive }: Processes): Result<Lock, Held> {
  const own = join(folder, nameOf(shard));
  const text = `${JSON.stringify(self)}\n`;
  // A second try where a dead process had it; a third where another took it over at the same moment.
  for (let tries = 0; tries < 3; tries++) {
    const held = holderOfAny(folder, shard, isAlive);
    if (held !== undefined) return bad(held);
    try {
      writeFileSync(own, text, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw error;
    }
    // Two shards that overlap may have taken their locks at the same moment: then both give up.
    const other = holderOfAny(folder, shard, isAlive, own);
    const lock = { release: () => release(own, text) };
    if (other === undefined) return ok(lock);
    lock.release();
    return bad(other);
  }
  return bad({ file: own, holder: read(own).holder, alive: 'unknown' });
}

function holderOfAny(folder: string, shard: Shard, isAlive: Processes['isAlive'], except?: string): Held | undefined {
  for (const name of namesIn(folder)) {
    const found = NAME.exec(name);
    const file = join(folder, name);
    if (found === null || file === except) continue;
    const theirs = found[1] === undefined ? { index: 0, of: 1 } : { index: Number(found[1]), of: Number(found[2]) };
    if (!overlap(shard, theirs)) continue;
    const { text, holder } = read(file);
    if (text === undefined) continue;
    const alive = holder === undefined ? 'unknown' : isAlive(holder);
    if (alive !== false) return { file, holder, alive };
    takeAway(file, text);
  }
  return undefined;
}

/** Takes a dead lock away, unless another process has just put its own in its place. */
function takeAway(file: string, text: string): void {
  const aside = `${file}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside).text !== text) {
    try {
      linkSync(aside, file);
    } catch {
      // A third process has it by now.
    }
  }
  rmSync(aside, { force: true });
}

function release(file: string, text: string): void {
  if (read(file).text === text) rmSync(file, { force: true });
}

function read(file: string): { readonly text?: string; readonly holder: Holder | undefined } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { holder: undefined };
  }
  try {
    const holder: unknown = JSON.parse(text);
    const isHolder = isMap(holder) && typeof holder['pid'] === 'number' && typeof holder['host'] === 'string';
    return { text, holder: isHolder ? (holder as unknown as Holder) : undefined };
  } catch {
    return { text, holder: undefined };
  }
}
