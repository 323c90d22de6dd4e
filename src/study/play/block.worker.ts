import { parentPort, workerData } from 'node:worker_threads';
import type { Manifest } from '../dataset/manifest.ts';
import { planOf } from '../plan.ts';
import { playBlock } from './play-block.ts';

/** Which block to play, and how many rows the whole dataset has. */
export interface Order {
  readonly index: number;
  readonly rowsInAll: number;
}

// One thread of a study: takes the number of a block, answers with the block.
const manifest = workerData as Manifest;
const plan = planOf(manifest.study);
parentPort?.on('message', ({ index, rowsInAll }: Order) => {
  const played = playBlock(plan, manifest, index, rowsInAll);
  parentPort?.postMessage(played, [played.bytes.buffer, played.judged.buffer]);
});
