import { parentPort, workerData } from 'node:worker_threads';
import type { Manifest } from '../dataset/manifest.ts';
import { planOf } from '../plan.ts';
import { playBlock } from './play-block.ts';

/** Which block to play, and how many rows the whole dataset has. */
export interface Order {
  readonly index: number;
  readonly rowsInAll: number;
}

/** Rows between two signs of how far a thread has come. */
const SIGN = 50;

// One thread of a study: takes the number of a block, answers with how many rows are played now and then, and with the block.
const manifest = workerData as Manifest;
const plan = planOf(manifest.study);
parentPort?.on('message', ({ index, rowsInAll }: Order) => {
  const played = playBlock(plan, manifest, index, rowsInAll, (rows) => {
    if (rows % SIGN === 0) parentPort?.postMessage(rows);
  });
  parentPort?.postMessage(played, [played.bytes.buffer, played.judged.buffer]);
});
