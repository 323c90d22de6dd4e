import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { playBulk } from '../src/conference/bulk.ts';
import { blockBytes } from '../src/study/dataset/block.ts';
import { manifestOf } from '../src/study/dataset/manifest.ts';
import { playRows } from '../src/study/play/play-block.ts';
import { loadStudy } from '../src/study/file/load-study.ts';
import { planOf, type Plan } from '../src/study/plan.ts';
import { cpuOf, figure, heading } from './figures.ts';
import { writtenStudy } from './written-study.ts';

const SCENARIO = 'moscow-2018';
const CELLS = 5;

/** Studies: what metrics and files cost, what a second worker brings, and how much memory it all takes. */
export async function bench(runs = 100_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    heading(`Studies of ${SCENARIO}`);
    costs(planOf(studyIn(folder, 1000)));
    workers(folder, Math.min(runs, 20_000));
    memory(folder, [...new Set([100_000, runs])]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function studyIn(folder: string, runs: number) {
  const loaded = loadStudy(written(folder, runs));
  if (!loaded.ok) throw new Error(loaded.error[0]!.message);
  return loaded.value.study;
}

/** One number at five values, twelve metrics. */
function written(folder: string, runs: number): string {
  const values = [0.004, 0.006, 0.008, 0.01, 0.012];
  const metrics = [
    'ending',
    'agreement',
    'rounds',
    'signatories',
    'presses',
    'leaks',
    'utility.kabul',
    'utility.taliban',
    'walkAway.kabul',
    'walkAway.taliban',
    'gain.kabul',
    'durability',
  ];
  return writtenStudy(folder, SCENARIO, runs, { values, metrics });
}

/** Microseconds of one core a conference. */
function costs(plan: Plan): void {
  const manifest = manifestOf(plan, 0);
  const settings = Array.from({ length: CELLS }, (_, n) => plan.setting(plan.cell(n)));
  const facts = Array.from({ length: 500 }, (_, n) => playBulk(settings[n % CELLS]!, `bench/${n}`));
  const rows = Array.from({ length: 1000 }, (_, n) => n);
  const { values, endings } = playRows(plan, rows);
  let n = 0;
  const playing = 1000 * cpuOf(() => void playBulk(settings[n % CELLS]!, `bench/${(n = (n + 1) % 500)}`));
  const measuring = 1000 * cpuOf(() => void plan.measure(facts[(n = (n + 1) % 500)]!, settings[n % CELLS]!));
  const name = { hash: manifest.hash, index: 0, rows: rows.length };
  const writing = cpuOf(() => void blockBytes(name, manifest.columns, values, endings));
  figure('playing', `${playing.toFixed(0)} µs`, 'of one core a conference');
  figure('metrics', `${measuring.toFixed(1)} µs`, `${plan.metrics.length} of them`);
  figure('Parquet and its digest', `${writing.toFixed(1)} µs`, `${manifest.columns.length} columns`);
}

/** In pairs, one after the other, for the machine may be busy with something else now and then. */
function workers(folder: string, runs: number): void {
  const study = written(folder, runs);
  const pairs = [1, 2, 3].map(() => {
    const [one, two] = [1, 2].map((count) => swept(folder, study, count).seconds) as [number, number];
    return { one, two, ratio: one / two };
  });
  const { one, two, ratio } = pairs.sort((a, b) => a.ratio - b.ratio)[1]!;
  figure(
    `two workers against one, ${runs} runs`,
    `${ratio.toFixed(2)} times`,
    `target: 1.8; ${one.toFixed(1)} s and ${two.toFixed(1)} s with start and end, the middle of three`,
  );
}

function memory(folder: string, sizes: readonly number[]): void {
  for (const runs of sizes) {
    const { seconds, peak } = swept(folder, written(folder, runs), 2);
    figure(
      `${runs} runs, two workers`,
      `${seconds.toFixed(0)} s`,
      `${(runs / seconds).toFixed(0)} a second; peak memory ${peak === undefined ? 'unknown here' : `${peak.toFixed(0)} MB`} (target: 300 MB)`,
    );
  }
}

/** A sweep by a process of its own, which says at its end how much memory it took at most. */
function swept(folder: string, study: string, count: number): { readonly seconds: number; readonly peak?: number } {
  const out = join(folder, 'out');
  const command = fileURLToPath(new URL('../dist/cli/parley.js', import.meta.url));
  const peakAtEnd = `data:text/javascript,import{readFileSync}from'node:fs';import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>{try{console.error(/VmHWM.*/.exec(readFileSync('/proc/self/status','utf8'))[0])}catch{}})`;
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', peakAtEnd, command, 'sweep', study, '--out', out, '--workers', String(count), '--quiet'],
    { encoding: 'utf8' },
  );
  const seconds = (performance.now() - start) / 1000;
  rmSync(out, { recursive: true, force: true });
  if (status !== 0) throw new Error(`a sweep ended with ${status}: ${stderr}`);
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(stderr)?.[1];
  return { seconds, ...(kilobytes !== undefined && { peak: Number(kilobytes) / 1000 }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' } } });
  await bench(Number(values.runs));
}
