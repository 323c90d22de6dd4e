import { parentPort } from 'node:worker_threads';
import { player, type Chunk } from './player.ts';

// One thread of `playAll`: takes a chunk, answers with its observations.
const play = player();
parentPort?.on('message', (chunk: Chunk) => parentPort?.postMessage(play(chunk)));
