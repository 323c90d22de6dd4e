import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The files of a dataset, as they are called in its folder. */
export const MANIFEST = 'manifest.json';
export const DICTIONARY = 'dictionary.json';
export const ENDED = 'ended.json';
export const CSV = 'data.csv';
export const BLOCKS = 'blocks';

export function blockFile(index: number): string {
  return `${BLOCKS}/${String(index).padStart(6, '0')}.parquet`;
}

/** Where files are put in place. */
export interface Store {
  /** Puts a whole file in place, or nothing: throws the file system's error. */
  readonly put: (name: string, bytes: Uint8Array | string) => void;
}

/** What is written aside ends so, behind the name of the file and of the process that writes it. */
const ASIDE = /\.[\w-]+\.part$/;

/** Before it stands a sign by which pandas, Arrow and the like pass over a file when they read a whole folder. */
function passedOver(name: string): string {
  return join(dirname(name), `_${basename(name)}`);
}

/**
 * A file is written aside, flushed to the disk and renamed, so that under its own name it is whole or not there, also
 * after the power failed. `writer` is what tells processes apart that write into the same folder.
 */
export function folderStore(folder: string, writer: string): Store {
  return {
    put(name, bytes) {
      const aside = join(folder, `${passedOver(name)}.${writer}.part`);
      try {
        const file = openSync(aside, 'w');
        try {
          const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
          for (let written = 0; written < data.length;) written += writeSync(file, data, written);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        renameSync(aside, join(folder, name));
      } catch (error) {
        rmSync(aside, { force: true });
        throw error;
      }
    },
  };
}

/** Indices of the blocks in a folder, in order; none where there is no such folder. */
export function blocksIn(folder: string): readonly number[] {
  return namesIn(join(folder, BLOCKS))
    .flatMap((name) => /^(\d{6,})\.parquet$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** Takes away what a process that was killed had written aside; `isOurs` says which blocks nobody else may be writing. */
export function clearAside(folder: string, isOurs: (block: number) => boolean): void {
  for (const name of namesIn(join(folder, BLOCKS))) {
    const block = /^_(\d{6,})\.parquet\./.exec(name)?.[1];
    if (ASIDE.test(name) && block !== undefined && isOurs(Number(block)))
      rmSync(join(folder, BLOCKS, name), { force: true });
  }
}

/** What is in a folder, by name, in order, without what the system keeps there hidden. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A file's text; nothing where there is none. */
export function textIn(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function bytesOfBlock(folder: string, index: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(folder, blockFile(index))));
}

/** Step by step: `mkdirSync` with `recursive` never comes back where nobody can make a folder, such as in /proc. */
export function makeFolder(folder: string): void {
  make(join(folder, BLOCKS));
}

function make(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) make(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another shard may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Renames what cannot be used, so that it is neither lost nor in the way of whoever reads the folder; its new name. */
export function setAside(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const aside = `${passedOver(name)}.corrupt${n === 1 ? '' : `-${n}`}`;
    if (existsSync(join(folder, aside))) continue;
    renameSync(join(folder, name), join(folder, aside));
    return aside;
  }
}
