import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadStudy } from '../src/study/file/load-study.ts';
import { manifestOf } from '../src/study/dataset/manifest.ts';
import { planOf } from '../src/study/plan.ts';
import { playBlock } from '../src/study/play/play-block.ts';
import { addressOf } from '../src/study/queue/address.ts';
import { StudyServer } from '../src/study/queue/server.ts';
import { begin } from '../tests/study/queue/commands.ts';
import { postgresPrograms, startPostgres } from '../tests/study/queue/postgres.ts';
import { figure, heading } from './figures.ts';
import { writtenStudy } from './written-study.ts';

const SCENARIO = 'moscow-2018';
const RUNS = 40_000;
const THREADS = 2;

/** A study over a queue on this machine against the same study by threads, and what a block costs on its way. */
export async function bench(): Promise<void> {
  heading(`A queue on PostgreSQL, ${RUNS} runs of ${SCENARIO}`);
  const programs = postgresPrograms();
  if (programs === undefined) {
    figure('PostgreSQL', 'not installed', 'nothing to measure');
    return;
  }
  const server = await startPostgres(programs);
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    // In pairs, for the machine may be busy with something else now and then; the middle of three.
    const pairs: { readonly local: number; readonly queue: number }[] = [];
    for (let n = 0; n < 3; n++) {
      const local = await seconds([
        'sweep',
        written(folder),
        '--out',
        join(folder, `l${n}`),
        '--workers',
        `${THREADS}`,
      ]);
      const queue = await overQueue(folder, join(folder, `q${n}`), server.url);
      pairs.push({ local, queue });
    }
    const { local, queue } = pairs.sort((a, b) => a.local / a.queue - b.local / b.queue)[1]!;
    figure('threads of one process', `${(RUNS / local).toFixed(0)} a second`, '');
    figure(
      'over the queue',
      `${(RUNS / queue).toFixed(0)} a second`,
      `${(local / queue).toFixed(2)} times; target: 0.9`,
    );
    await block(folder, server.url);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
}

/** From the first block to the last: whoever waits for work has been started before. */
async function overQueue(folder: string, out: string, url: string): Promise<number> {
  const worker = begin(['worker', url, '--workers', `${THREADS}`]);
  while (!worker.said().includes('waits for studies')) await new Promise((resolve) => setTimeout(resolve, 20));
  const spent = await seconds(['sweep', written(folder), '--out', out, '--queue', url]);
  worker.process.kill('SIGTERM');
  await worker.ended;
  return spent;
}

async function seconds(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const command = begin(args);
  const code = await command.ended;
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${command.said()}`);
  return (performance.now() - start) / 1000;
}

/** Milliseconds of one block: to play it, and to take its order from the server, deliver it and fetch it. */
async function block(folder: string, url: string): Promise<void> {
  const loaded = loadStudy(written(folder));
  const address = addressOf(url);
  if (!loaded.ok || !address.ok) throw new Error('the study does not load');
  const plan = planOf(loaded.value.study);
  const manifest = manifestOf(plan, 0);
  const server = await StudyServer.connect(address.value);
  await server.offer(manifest, 'bench');
  const orders = Array.from({ length: manifest.blocks }, (_, index) => ({ index, rowsInAll: manifest.rows }));
  await server.order(manifest.hash, orders);
  const start = performance.now();
  const played = playBlock(plan, manifest, 0);
  const playing = performance.now() - start;
  const carrying: number[] = [];
  for (let attempt = await server.take(manifest.hash); attempt;) {
    const before = performance.now();
    await server.deliver(attempt, played);
    await server.played(manifest.hash, [attempt.order]);
    attempt = await server.take(manifest.hash);
    carrying.push(performance.now() - before);
  }
  await server.withdraw(manifest.hash);
  await server.close();
  const middle = carrying.sort((a, b) => a - b)[carrying.length >> 1]!;
  figure(
    `a block of ${manifest.blockRows} runs, ${(played.bytes.length / 1000).toFixed(0)} kB`,
    `${middle.toFixed(1)} ms`,
    `to take, deliver and fetch it; ${playing.toFixed(0)} ms to play it`,
  );
}

function written(folder: string): string {
  const values = [0.004, 0.006, 0.008, 0.01];
  const metrics = ['ending', 'agreement', 'rounds', 'utility.kabul', 'utility.taliban', 'gain.kabul'];
  return writtenStudy(folder, SCENARIO, RUNS, { values, metrics });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bench();
