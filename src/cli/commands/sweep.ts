import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { writeCsv } from '../../study/dataset/csv.ts';
import { openDataset, type Dataset } from '../../study/dataset/dataset.ts';
import { clearAside, CSV, folderStore, makeFolder, setAside, textIn } from '../../study/dataset/folder.ts';
import { lockFolder, type Lock } from '../../study/dataset/lock.ts';
import { manifestOf, type Manifest } from '../../study/dataset/manifest.ts';
import { describe, lookInto } from '../../study/dataset/prepare.ts';
import { isInShard, WHOLE, type Shard } from '../../study/dataset/shard.ts';
import { sampleOf } from '../../study/play/sample.ts';
import { Pool } from '../../study/play/pool.ts';
import { faultsIn, sweep, type Crew, type Swept } from '../../study/play/sweep.ts';
import { planOf, type Plan } from '../../study/plan.ts';
import { count } from '../../views/prose/amounts.ts';
import { shellWord } from '../../views/prose/shell.ts';
import { EXIT, Stop } from '../exit.ts';
import { unusableData } from '../given-dataset.ts';
import { givenStudy } from '../given-study.ts';
import { interruption } from '../interruption.ts';
import { commandName, note, print, printJson, reasonOf } from '../output.ts';
import { processes } from '../processes.ts';
import { meter } from '../progress.ts';
import { finishedText, forecastText, heldText, refusalText, shardText } from '../sweep-text.ts';
import { dataSummary } from '../data-summary.ts';
import { RULES } from '../version.ts';

export interface SweepOptions {
  readonly out?: string;
  readonly workers?: number;
  readonly shard?: Shard;
  readonly dryRun?: boolean;
  readonly csv?: boolean;
  readonly setAside?: boolean;
  readonly queue?: string;
  readonly cancel?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Milliseconds that a forecast plays for. */
const SAMPLE = 1500;

export async function sweepStudy(nameOrPath: string, options: SweepOptions): Promise<void> {
  const { out, shard = WHOLE } = options;
  const study = givenStudy(nameOrPath, options);
  if (study.stop !== undefined && shard.of > 1)
    throw new Stop(
      EXIT.usage,
      'parley sweep: a study that may stop is judged as a whole, and cannot be cut into shards; leave out --shard, or its stop rule in a copy of it',
    );
  if (options.csv === true && shard.of > 1)
    throw new Stop(EXIT.usage, 'parley sweep: --csv needs all rows; give it once the shards are in one folder');
  if (options.queue !== undefined && shard.of > 1)
    throw new Stop(EXIT.usage, 'parley sweep: a queue shares the blocks out itself, and takes no --shard');
  const plan = planOf(study);
  const manifest = manifestOf(plan, RULES);
  if (options.cancel === true) return (await import('../sweep-queue.ts')).cancel(manifest, options);
  const workers = options.workers ?? availableParallelism();
  if (options.dryRun === true) return forecast(plan, manifest, workers, options);
  if (out === undefined)
    throw new Stop(EXIT.usage, 'parley sweep: --out FOLDER says where the dataset goes; --dry-run needs none');
  const again = commandAgain(nameOrPath, out, options);
  const finished = finishedAlready(out, manifest, again, options);
  if (finished !== undefined) {
    if (options.csv === true) await csv(out, finished, options);
    note(`${out}: this study is finished already; nothing was played`, options);
    return tell(finished, options);
  }
  const lock = take(out, shard, plan, manifest);
  try {
    const swept = await playBy(manifest, workers, options, (crew) => play(out, shard, crew, again, options));
    if (swept.type !== 'done') return stopped(swept, out, again);
    const { dataset } = swept;
    if (!dataset.complete) return tellShard(dataset, shard, options);
    if (options.csv === true) await csv(out, dataset, options);
    tell(dataset, options);
  } finally {
    lock.release();
  }
}

function forecast(plan: Plan, manifest: Manifest, workers: number, options: SweepOptions): void {
  const sample = sampleOf(plan, manifest, SAMPLE, () => performance.now());
  const { cells, rows, blocks, study } = manifest;
  const seconds = (sample.perRow * rows) / 1000 / Math.min(workers, blocks);
  const { bytes, rows: played } = sample;
  const atMost = study.stop !== undefined;
  const found = { study: study.id, cells, repeats: study.repeats, runs: rows, blocks, workers, seconds, bytes };
  if (options.json) printJson({ ...found, sample: played, atMost });
  else print(forecastText(manifest, { ...found, sample: played }));
}

/** A dataset that is whole needs no lock, so that it may lie where nothing can be written. */
function finishedAlready(out: string, manifest: Manifest, again: string, options: SweepOptions): Dataset | undefined {
  const looked = onDisk(out, () => lookInto(out, manifest));
  if (!looked.ok) throw new Stop(EXIT.badInput, refusalText(out, looked.error));
  if (looked.value === 'new') return undefined;
  const opened = openDataset(out);
  if (!opened.ok) throw unusableData('sweep', out, [opened.error]);
  if (!opened.value.complete || options.setAside === true) return undefined;
  const faults = faultsIn(opened.value);
  if (faults.length > 0) throw unusableData('sweep', out, faults, `${again} --set-aside`);
  return opened.value;
}

/** Makes the folder ready and takes it for this process. */
function take(out: string, shard: Shard, plan: Plan, manifest: Manifest): Lock {
  const { self, isAlive } = processes();
  return onDisk(out, () => {
    makeFolder(out);
    const lock = lockFolder(out, shard, { self, isAlive });
    if (!lock.ok) throw new Stop(EXIT.failed, heldText(out, lock.error, self));
    try {
      clearAside(out, (block) => isInShard(shard, block));
      describe(out, plan, manifest, folderStore(out, writerName()));
    } catch (error) {
      lock.value.release();
      throw error;
    }
    return lock.value;
  });
}

/** Plays by threads of this process, or by workers at a queue. */
async function playBy(
  manifest: Manifest,
  workers: number,
  options: SweepOptions,
  act: (crew: Crew) => Promise<Swept>,
): Promise<Swept> {
  if (options.queue !== undefined) return (await import('../sweep-queue.ts')).overQueue(manifest, options, act);
  return act({ workers, players: (blocks) => new Pool(manifest, Math.min(workers, blocks)) });
}

async function play(out: string, shard: Shard, crew: Crew, again: string, options: SweepOptions): Promise<Swept> {
  const interrupted = interruption();
  const shown = meter(options.quiet);
  const job = {
    folder: out,
    shard,
    ...crew,
    store: folderStore(out, writerName()),
    signal: interrupted.signal,
    onProgress: shown.show,
  };
  try {
    let swept = await sweep(job);
    if (!swept.ok && options.setAside === true) {
      for (const { file } of swept.error) {
        const aside = onDisk(out, () => setAside(out, file));
        note(`${join(out, file)} is now ${join(out, aside)}, and is played again`, options);
      }
      swept = await sweep(job);
    }
    shown.end();
    if (!swept.ok) throw unusableData('sweep', out, swept.error, `${again} --set-aside`);
    return swept.value;
  } finally {
    interrupted.end();
  }
}

/** Blocks in place stay where they are, and the same command goes on from there. */
function stopped(swept: Exclude<Swept, { type: 'done' }>, out: string, again: string): void {
  const { rows, of, underway } = swept.progress;
  const dropped = underway > 0 ? `; ${count(underway)} of unfinished blocks are played again` : '';
  const kept = `${count(rows)} of ${count(of)} runs are in ${out}${dropped}\n${again} goes on from there`;
  if (swept.type === 'unwritable')
    throw new Stop(
      EXIT.failed,
      `parley sweep: ${join(out, swept.trouble.file)} could not be written: ${reasonOf(swept.trouble.error)}\n${kept}`,
    );
  throw new Stop(EXIT.interrupted, `interrupted: ${kept}`);
}

async function csv(out: string, dataset: Dataset, options: SweepOptions): Promise<void> {
  if (textIn(out, CSV) !== undefined) return;
  try {
    const written = await writeCsv(dataset, writerName());
    if (!written.ok) throw unusableData('sweep', out, [written.error]);
    note(`${join(out, CSV)}: ${count(dataset.rows)} rows`, options);
  } catch (error) {
    throw troubleWith(join(out, CSV), error, 'the blocks are whole; the same command tries again');
  }
}

function tell(dataset: Dataset, options: SweepOptions): void {
  const summary = dataSummary(dataset);
  if (!summary.ok) throw unusableData('sweep', dataset.folder, [summary.error]);
  if (options.json) printJson(summary.value);
  else print(finishedText(dataset.manifest, summary.value, commandName()));
}

function tellShard(dataset: Dataset, shard: Shard, options: SweepOptions): void {
  const summary = dataSummary(dataset);
  if (!summary.ok) throw unusableData('sweep', dataset.folder, [summary.error]);
  if (options.json) printJson(summary.value);
  else print(shardText(summary.value, shard));
}

/** Tells this process's files from those of others that write into the same folder. */
function writerName(): string {
  return `${process.pid}`;
}

function commandAgain(nameOrPath: string, out: string, { workers, shard, csv: asCsv, queue }: SweepOptions): string {
  const words = [
    `${commandName()} sweep ${shellWord(nameOrPath)} --out ${shellWord(out)}`,
    ...(workers === undefined ? [] : [`--workers ${workers}`]),
    ...(shard === undefined ? [] : [`--shard ${shard.index}/${shard.of}`]),
    ...(asCsv === true ? ['--csv'] : []),
    // Whoever has a password in the address need not see it again.
    ...(queue === undefined ? [] : ['--queue …']),
  ];
  return words.join(' ');
}

function onDisk<T>(out: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw troubleWith(out, error, 'nothing was played; choose another folder');
  }
}

/** The file system's errors in words; anything else as it is. */
function troubleWith(file: string, error: unknown, advice: string): unknown {
  if (error instanceof Stop || typeof (error as NodeJS.ErrnoException).code !== 'string') return error;
  return new Stop(EXIT.failed, `parley sweep: ${file} could not be used: ${reasonOf(error)}\n${advice}`);
}
