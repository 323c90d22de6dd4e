import { bad, ok, type Result } from '../../scenario/result.ts';
import { planOf, type Plan } from '../plan.ts';
import { checkBlock, readColumns, rowsInBlock, type BlockFault, type BlockHead, type DataValue } from './block.ts';
import { readEnded, type Ended } from './ended.ts';
import { blockFile, blocksIn, bytesOfBlock, ENDED, MANIFEST, textIn } from './folder.ts';
import { readManifest, type Manifest } from './manifest.ts';

/** A dataset in a folder: finished, or as far as it has come. */
export interface Dataset {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly plan: Plan;
  /** Where the study stopped because it knew enough. */
  readonly ended: Ended | undefined;
  /** Rows of the whole dataset: all that the study asks for, or those up to its stop. */
  readonly rows: number;
  /** Indices of the blocks that are there, in order. */
  readonly present: readonly number[];
  /** Of how many. */
  readonly blocks: number;
  readonly complete: boolean;
  /** A block checked byte for byte, without its rows. */
  readonly head: (index: number) => Result<BlockHead, DataFault>;
  /** A block with the columns named, all when none are; it is checked first. */
  readonly block: (index: number, columns?: readonly string[]) => Promise<Result<Block, DataFault>>;
}

/** Some columns of one block. */
export interface Block {
  readonly index: number;
  /** Number of its first row in the dataset, from 0. */
  readonly first: number;
  readonly rows: number;
  /** By row; throws for a column that was not asked for. */
  readonly column: (name: string) => readonly DataValue[];
}

/** A file of a dataset that cannot be used, and why. */
export interface DataFault {
  /** Inside the folder; empty for the folder itself. */
  readonly file: string;
  readonly type: BlockFault['type'] | 'missing' | 'unreadable' | 'no-dataset';
  readonly message: string;
}

/** Opens the dataset of a folder by its manifest; its blocks are checked when they are read. */
export function openDataset(folder: string): Result<Dataset, DataFault> {
  const opened = attempt('', () => {
    const text = textIn(folder, MANIFEST);
    if (text === undefined)
      return bad({ file: '', type: 'no-dataset', message: `this is no dataset: it has no ${MANIFEST}` } as const);
    const manifest = readManifest(text);
    if (!manifest.ok) return bad({ file: MANIFEST, type: 'damaged', message: manifest.error } as const);
    const endedText = textIn(folder, ENDED);
    if (endedText === undefined) return ok(datasetOf(folder, manifest.value, undefined));
    const ended = readEnded(endedText, manifest.value);
    if (!ended.ok) return bad({ file: ENDED, type: 'damaged', message: ended.error } as const);
    return ok(datasetOf(folder, manifest.value, ended.value));
  });
  return opened;
}

function datasetOf(folder: string, manifest: Manifest, ended: Ended | undefined): Dataset {
  const { hash, blockRows } = manifest;
  const rows = ended?.rows ?? manifest.rows;
  const blocks = Math.ceil(rows / blockRows);
  const present = blocksIn(folder).filter((index) => index < blocks);
  let plan: Plan | undefined;
  const checked = (index: number): Result<{ bytes: Uint8Array<ArrayBuffer>; head: BlockHead }, DataFault> => {
    const file = blockFile(index);
    return attempt(file, () => {
      const bytes = bytesOfBlock(folder, index);
      const head = checkBlock(bytes, { hash, index, rows: rowsInBlock(manifest, rows, index) });
      return head.ok ? ok({ bytes, head: head.value }) : bad({ file, ...head.error });
    });
  };
  return {
    folder,
    manifest,
    // Of a large design it takes a while, and whoever only looks at the blocks does without.
    get plan() {
      return (plan ??= planOf(manifest.study));
    },
    ended,
    rows,
    present,
    blocks,
    complete: present.length === blocks,
    head(index) {
      const found = checked(index);
      return found.ok ? ok(found.value.head) : found;
    },
    async block(index, names) {
      const found = checked(index);
      if (!found.ok) return found;
      const columns = await readColumns(found.value.bytes, names);
      return ok({
        index,
        first: index * blockRows,
        rows: found.value.head.rows,
        column: (name) => {
          const column = columns.get(name);
          if (column === undefined) throw new Error(`the column ${name} was not read`);
          return column;
        },
      });
    },
  };
}

/** The file system's errors as faults; anything else is ours. */
function attempt<T>(file: string, act: () => Result<T, DataFault>): Result<T, DataFault> {
  try {
    return act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw error;
    if (code === 'ENOENT') return bad({ file, type: 'missing', message: 'it is not there' });
    return bad({ file, type: 'unreadable', message: `the system says ${code}` });
  }
}
