import { Worker } from 'node:worker_threads';
import type { Observation } from './observation.ts';
import { player, type Chunk } from './player.ts';
import type { World } from './worlds.ts';

/** So many replicates, from the first, of one world. */
export interface Job {
  readonly world: World;
  readonly count: number;
}

/** Replicates handed to a thread at a time. */
const CHUNK = 500;

/**
 * Plays all jobs, in this thread alone when `threads` is 0. Every replicate has its own seed and its own place in the
 * answer, so the number of threads cannot show in it. Observations by name of the world, in order of replicates.
 */
export async function playAll(
  jobs: readonly Job[],
  study: string,
  threads: number,
): Promise<ReadonlyMap<string, readonly Observation[]>> {
  const chunks = jobs.flatMap(({ world, count }) => chunksOf(world, study, count));
  const played = threads === 0 ? chunks.map(player()) : await inThreads(chunks, threads);
  const found = new Map<string, readonly Observation[]>();
  for (const { world } of jobs)
    found.set(
      world.name,
      played.flatMap((observations, n) => (chunks[n]!.world.name === world.name ? observations : [])),
    );
  return found;
}

function chunksOf(world: World, study: string, count: number): readonly Chunk[] {
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, n) => {
    const first = n * CHUNK;
    return { world, study, first, end: Math.min(first + CHUNK, count) };
  });
}

async function inThreads(chunks: readonly Chunk[], threads: number): Promise<readonly (readonly Observation[])[]> {
  const played: (readonly Observation[])[] = chunks.map(() => []);
  let next = 0;
  const workers = Array.from({ length: Math.min(threads, chunks.length) }, () => {
    const worker = new Worker(new URL('./player.worker.ts', import.meta.url));
    return { worker, done: working(worker) };
  });
  function working(worker: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      let at = next++;
      worker.on('error', reject);
      worker.on('message', (observations: readonly Observation[]) => {
        played[at] = observations;
        at = next++;
        if (at < chunks.length) worker.postMessage(chunks[at]);
        else resolve();
      });
      worker.postMessage(chunks[at]);
    });
  }
  try {
    await Promise.all(workers.map(({ done }) => done));
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
  }
  return played;
}
