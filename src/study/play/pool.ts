import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Manifest } from '../dataset/manifest.ts';
import type { Order } from './block.worker.ts';
import type { PlayedBlock } from './play-block.ts';
import type { Players } from './players.ts';

/**
 * What a thread may take at first. Left alone, its garbage grows to several times what it needs and it is no faster; with
 * half as much room for what is young it is slower by a third. A study that does need more gets it: its thread is started
 * anew without limits.
 */
const FRUGAL: ResourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 128 };

/** Threads that play blocks of one dataset. */
export class Pool implements Players {
  readonly #manifest: Manifest;
  readonly #workers: Set<Worker>;
  readonly #idle: Worker[];
  #closed = false;

  constructor(manifest: Manifest, workers: number, limits = FRUGAL) {
    this.#manifest = manifest;
    this.#workers = new Set(Array.from({ length: workers }, () => started(manifest, limits)));
    this.#idle = [...this.#workers];
  }

  /** Whether a block can be taken on now. */
  get isFree(): boolean {
    return this.#idle.length > 0;
  }

  /** Plays a block. Throws when no thread is free, and on a fault of ours in one; never settles once closed. */
  play(order: Order, onRows?: (played: number) => void): Promise<PlayedBlock> {
    const worker = this.#idle.pop();
    if (worker === undefined) throw new Error('no thread is free');
    return this.#playIn(worker, order, onRows);
  }

  #playIn(worker: Worker, order: Order, onRows?: (played: number) => void): Promise<PlayedBlock> {
    return new Promise((resolve, reject) => {
      const onMessage = (played: PlayedBlock | number) => {
        if (typeof played === 'number') {
          if (!this.#closed) onRows?.(played);
          return;
        }
        leave();
        this.#idle.push(worker);
        resolve(played);
      };
      const onError = (error: unknown) => {
        leave();
        if (this.#closed) return;
        if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' && limited.has(worker))
          resolve(this.#playIn(this.#replaced(worker), order, onRows));
        else reject(error instanceof Error ? error : new Error(String(error)));
      };
      const onExit = () => {
        leave();
        if (!this.#closed) reject(new Error('a thread ended of itself'));
      };
      const leave = () => worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(order);
    });
  }

  #replaced(worker: Worker): Worker {
    limited.delete(worker);
    this.#workers.delete(worker);
    const next = started(this.#manifest);
    this.#workers.add(next);
    return next;
  }

  /** Ends the threads at once; what they were playing is dropped. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }
}

/** A thread that has ended no longer tells what its limits were. */
const limited = new WeakSet<Worker>();

function started(manifest: Manifest, limits?: ResourceLimits): Worker {
  const name = import.meta.url.endsWith('.ts') ? './block.worker.ts' : './block.worker.js';
  const url = new URL(name, import.meta.url);
  const worker = new Worker(url, { workerData: manifest, ...(limits && { resourceLimits: limits }) });
  if (limits !== undefined) limited.add(worker);
  return worker;
}
