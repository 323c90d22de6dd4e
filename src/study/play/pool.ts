import type { ResourceLimits } from 'node:worker_threads';
import type { Manifest } from '../dataset/manifest.ts';
import type { Order } from './block.worker.ts';
import type { PlayedBlock } from './play-block.ts';
import type { Players } from './players.ts';
import { programBeside, Threads } from './threads.ts';

/** Threads that play blocks of one dataset. */
export class Pool extends Threads<Order, PlayedBlock> implements Players {
  constructor(manifest: Manifest, workers: number, limits?: ResourceLimits) {
    super({ file: programBeside(import.meta.url, './block.worker'), data: manifest }, workers, limits);
  }
}
