import { Worker } from 'node:worker_threads';
import type { Manifest } from '../dataset/manifest.ts';
import type { Order } from './block.worker.ts';
import type { PlayedBlock } from './play-block.ts';

/** Threads that play blocks of one dataset. */
export class Pool {
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  #closed = false;

  constructor(manifest: Manifest, workers: number) {
    const name = import.meta.url.endsWith('.ts') ? './block.worker.ts' : './block.worker.js';
    const url = new URL(name, import.meta.url);
    this.#workers = Array.from({ length: workers }, () => new Worker(url, { workerData: manifest }));
    this.#idle = [...this.#workers];
  }

  /** Whether a block can be taken on now. */
  get isFree(): boolean {
    return this.#idle.length > 0;
  }

  /** Plays a block. Throws when no thread is free, and on a fault of ours in one; never settles once closed. */
  play(order: Order): Promise<PlayedBlock> {
    const worker = this.#idle.pop();
    if (worker === undefined) throw new Error('no thread is free');
    return new Promise((resolve, reject) => {
      const onMessage = (played: PlayedBlock) => {
        leave();
        this.#idle.push(worker);
        resolve(played);
      };
      const onError = (error: unknown) => {
        leave();
        reject(error instanceof Error ? error : new Error(String(error)));
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

  /** Ends the threads at once; what they were playing is dropped. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
