import { bad, ok, type Result } from '../../scenario/result.ts';
import { rowsInBlock } from '../dataset/block.ts';
import { openDataset, type DataFault, type Dataset } from '../dataset/dataset.ts';
import { endedText } from '../dataset/ended.ts';
import { blockFile, ENDED, type Store } from '../dataset/folder.ts';
import { isInShard, type Shard } from '../dataset/shard.ts';
import { playBlock, type PlayedBlock } from './play-block.ts';
import type { Players } from './players.ts';
import { Precision } from './precision.ts';

/** What is to be played of a dataset whose folder has been prepared and locked, and by whom. */
export interface Sweep extends Crew {
  readonly folder: string;
  readonly shard: Shard;
  readonly store: Store;
  /** Stops playing; blocks in flight are dropped. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Who plays. */
export interface Crew {
  /** How many at once, at most. */
  readonly workers: number;
  /** They themselves, when so many blocks are missing. */
  readonly players: (blocks: number) => Players;
}

/** Of the blocks of this shard. */
export interface Progress {
  /** Rows in place, of how many. */
  readonly rows: number;
  readonly of: number;
  /** Of these, played by this command and not found in the folder. */
  readonly played: number;
  /** Played, of blocks that are not in place yet: an interruption loses them. */
  readonly underway: number;
  /** Whether the study may stop before all rows are played. */
  readonly mayStop: boolean;
}

export type Swept =
  | { readonly type: 'done'; readonly dataset: Dataset; readonly progress: Progress }
  | { readonly type: 'interrupted'; readonly progress: Progress }
  | { readonly type: 'unwritable'; readonly trouble: Unwritable; readonly progress: Progress };

/** A file could not be put in place. */
export interface Unwritable {
  readonly file: string;
  /** The file system's. */
  readonly error: unknown;
}

/**
 * Plays the blocks that are missing and puts each in place as it comes. Of a study that may stop, blocks are judged and
 * put in place in order, so that nothing past the stop is ever in the folder.
 */
export async function sweep(job: Sweep): Promise<Result<Swept, readonly DataFault[]>> {
  const opened = openDataset(job.folder);
  if (!opened.ok) return bad([opened.error]);
  const faults = faultsIn(opened.value);
  if (faults.length > 0) return bad(faults);
  const sweeper = new Sweeper(opened.value, job);
  const how = await sweeper.run();
  const { progress } = sweeper;
  if (how === 'interrupted') return ok({ type: how, progress });
  if (how !== 'done') return ok({ type: 'unwritable', trouble: how, progress });
  const dataset = openDataset(job.folder);
  return dataset.ok ? ok({ type: 'done', dataset: dataset.value, progress }) : bad([dataset.error]);
}

/** The blocks that cannot be used; each is read and checked byte for byte. */
export function faultsIn(dataset: Dataset): readonly DataFault[] {
  return dataset.present.flatMap((index) => {
    const head = dataset.head(index);
    return head.ok ? [] : [head.error];
  });
}

class Sweeper {
  readonly #dataset: Dataset;
  readonly #job: Sweep;
  readonly #there: ReadonlySet<number>;
  /** Played, and not yet in place: their turn to be judged has not come. */
  readonly #waiting = new Map<number, PlayedBlock>();
  /** By block that is not in place yet: how many of its rows are played. */
  readonly #underway = new Map<number, number>();
  /** Rows of the whole dataset; fewer once the study has stopped. */
  #rows: number;
  /** Of this shard: rows of all blocks, and of those that were there before. */
  #of: number;
  readonly #found: number;
  /** While the study may still stop. */
  #precision: Precision | undefined;
  /** The block to be judged next. */
  #next = 0;
  #played = 0;
  #trouble: Unwritable | undefined;

  constructor(dataset: Dataset, job: Sweep) {
    const { manifest, ended, present, rows } = dataset;
    const { stop } = manifest.study;
    this.#dataset = dataset;
    this.#job = job;
    this.#there = new Set(present);
    this.#rows = rows;
    this.#of = this.#rowsIn(this.#blocks());
    this.#found = this.#rowsIn(present);
    if (stop !== undefined && ended === undefined) this.#precision = new Precision(stop, manifest.cells);
  }

  get progress(): Progress {
    const underway = [...this.#underway.values()].reduce((sum, rows) => sum + rows, 0);
    const mayStop = this.#precision !== undefined;
    return { rows: this.#found + this.#played, of: this.#of, played: this.#played, underway, mayStop };
  }

  /** Of blocks of this shard. */
  #rowsIn(blocks: readonly number[]): number {
    return blocks
      .filter((index) => isInShard(this.#job.shard, index))
      .reduce((sum, index) => sum + rowsInBlock(this.#dataset.manifest, this.#rows, index), 0);
  }

  #blocks(): readonly number[] {
    return Array.from({ length: Math.ceil(this.#rows / this.#dataset.manifest.blockRows) }, (_, n) => n);
  }

  async run(): Promise<'done' | 'interrupted' | Unwritable> {
    await this.#takeIn();
    const missing = this.#missing();
    if (this.#trouble !== undefined || missing.length === 0) return this.#trouble ?? 'done';
    const players = this.#job.players(missing.length);
    try {
      const how = await this.#playBy(players, missing);
      return this.#trouble ?? how;
    } finally {
      await players.close();
    }
  }

  #missing(): number[] {
    return this.#blocks().filter((index) => isInShard(this.#job.shard, index) && !this.#there.has(index));
  }

  async #playBy(players: Players, missing: number[]): Promise<'done' | 'interrupted'> {
    const { signal, onProgress } = this.#job;
    const rowsInAll = this.#rows;
    const arrivals = new Arrivals(signal);
    let flying = 0;
    onProgress(this.progress);
    for (;;) {
      while (players.isFree && missing.length > 0 && this.#isNear(missing[0]!)) {
        const index = missing.shift()!;
        const onRows = (rows: number) => {
          this.#underway.set(index, rows);
          onProgress(this.progress);
        };
        arrivals.expect(players.play({ index, rowsInAll }, onRows));
        flying += 1;
      }
      if (flying === 0) return 'done';
      const played = await arrivals.next();
      if (played === 'interrupted') return played;
      flying -= 1;
      this.#underway.set(played.index, played.rows);
      this.#waiting.set(played.index, played);
      await this.#takeIn();
      onProgress(this.progress);
      // Having stopped, nobody wants what is still being played.
      if (this.#trouble !== undefined || this.#rows < rowsInAll) return 'done';
    }
  }

  /** Blocks that wait to be judged are kept in memory, so that there must not be many. */
  #isNear(index: number): boolean {
    return this.#precision === undefined || index < this.#next + 4 * this.#job.workers;
  }

  /** Puts in place what was played: at once, or when its turn to be judged comes. */
  async #takeIn(): Promise<void> {
    while (this.#precision !== undefined) {
      const block = this.#waiting.get(this.#next);
      const values = block?.judged ?? (await this.#judgedIn(this.#next));
      if (values === undefined) return;
      const repeats = this.#precision.add(values);
      if (repeats !== undefined && repeats < this.#dataset.manifest.study.repeats) return this.#stop(repeats);
      this.#next += 1;
      if (block !== undefined) this.#putBlock(block);
    }
    for (const block of this.#waiting.values()) this.#putBlock(block);
  }

  /** What the stop rule looks at in a block that is there already. */
  async #judgedIn(index: number): Promise<readonly number[] | undefined> {
    if (!this.#there.has(index)) return undefined;
    const name = this.#dataset.manifest.study.stop!.metric;
    const block = await this.#dataset.block(index, [name]);
    if (!block.ok) throw new Error(`${block.error.file} was whole a moment ago: ${block.error.message}`);
    return block.value.column(name).map((value) => (typeof value === 'number' ? value : Number.NaN));
  }

  /** Writes that the study stops in the block at hand, and then that block, which ends there. */
  #stop(repeats: number): void {
    const { manifest, plan } = this.#dataset;
    this.#precision = undefined;
    this.#rows = repeats * manifest.cells;
    this.#of = this.#rows;
    const ended = { study: manifest.hash, repeats, rows: this.#rows, stop: manifest.study.stop! };
    const whole = this.#waiting.get(this.#next);
    this.#waiting.clear();
    this.#put(ENDED, endedText(ended));
    const rows = rowsInBlock(manifest, this.#rows, this.#next);
    if (rows > 0) this.#putBlock(whole?.rows === rows ? whole : playBlock(plan, manifest, this.#next, this.#rows));
  }

  #putBlock(block: PlayedBlock): void {
    this.#waiting.delete(block.index);
    this.#underway.delete(block.index);
    if (this.#put(blockFile(block.index), block.bytes)) this.#played += block.rows;
  }

  #put(file: string, bytes: Uint8Array | string): boolean {
    if (this.#trouble !== undefined) return false;
    try {
      this.#job.store.put(file, bytes);
      return true;
    } catch (error) {
      // Only the file system's errors have a code of letters; anything else is ours.
      if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
      this.#trouble = { file, error };
      return false;
    }
  }
}

/**
 * Blocks as they come in. A race against one promise of the interruption would keep every block that ever won it, so
 * blocks are handed over and forgotten.
 */
class Arrivals {
  readonly #signal: AbortSignal;
  readonly #come: PlayedBlock[] = [];
  #fault: { readonly error: unknown } | undefined;
  #wake = () => {};

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#wake(), { once: true });
  }

  expect(block: Promise<PlayedBlock>): void {
    block.then(
      (played) => {
        this.#come.push(played);
        this.#wake();
      },
      (error: unknown) => {
        this.#fault = { error };
        this.#wake();
      },
    );
  }

  /** The next block, once it is there. Throws the fault of a thread. */
  async next(): Promise<PlayedBlock | 'interrupted'> {
    for (;;) {
      if (this.#fault !== undefined) throw this.#fault.error;
      if (this.#signal.aborted) return 'interrupted';
      const played = this.#come.shift();
      if (played !== undefined) return played;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
