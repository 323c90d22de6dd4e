import type { Difference, Manifest } from '../study/dataset/manifest.ts';
import type { Held, Holder } from '../study/dataset/lock.ts';
import type { Refusal } from '../study/dataset/prepare.ts';
import type { Shard } from '../study/dataset/shard.ts';
import { count, duration, size } from '../views/prose/amounts.ts';
import { shellWord } from '../views/prose/shell.ts';
import { endingsTable } from '../views/transcript/endings-table.ts';
import { listed } from '../scenario/problem.ts';
import type { DataSummary } from './data-summary.ts';
import { RELEASE_OF_RULES, RULES } from './version.ts';

export interface Forecast {
  readonly cells: number;
  readonly repeats: number;
  readonly runs: number;
  readonly workers: number;
  readonly seconds: number;
  readonly bytes: number;
  /** How many runs it is judged by. */
  readonly sample: number;
}

export function forecastText({ study, blocks }: Manifest, found: Forecast): string {
  const { cells, repeats, runs, workers, seconds, bytes, sample } = found;
  const most = study.stop === undefined ? '' : ' at most';
  return [
    study.title,
    `  cells     ${count(cells)}`,
    `  repeats   ${count(repeats)}${most}`,
    `  runs      ${count(runs)}${most}, in ${count(blocks)} blocks`,
    `  time      about ${duration(seconds)}${most} with ${workers} ${workers === 1 ? 'worker' : 'workers'}`,
    `  disk      about ${size(bytes)}${most}`,
    `Judged by ${count(sample)} runs played just now; nothing was written.`,
  ].join('\n');
}

export function finishedText({ study }: Manifest, summary: DataSummary, command: string): string {
  const { folder, cells, repeats, rows, blocks, endings, hash, stopped } = summary;
  const place = shellWord(folder);
  return [
    study.title,
    `${folder}: ${count(rows)} runs (${count(cells)} cells × ${count(repeats)} repeats) in ${count(blocks)} blocks, hash ${hash.slice(0, 16)}`,
    ...stopLines(study, repeats, stopped),
    endingsTable(endings, rows),
    `Next: ${command} stats ${place}`,
    `      ${command} open ${place} --row 0`,
    `      ${command} verify ${place}`,
  ].join('\n');
}

function stopLines({ stop, repeats: most }: Manifest['study'], repeats: number, stopped: boolean): readonly string[] {
  if (stop === undefined) return [];
  const goal = `the mean of ${stop.metric} within ±${stop.halfWidth} in every cell`;
  return [
    stopped
      ? `It stopped after ${count(repeats)} of ${count(most)} repeats: ${goal}.`
      : `It played all ${count(most)} repeats and did not know ${goal} before the last.`,
  ];
}

export function shardText({ folder, blocks, blocksInAll }: DataSummary, { index, of }: Shard): string {
  return [
    `${folder}: shard ${index}/${of} is done; ${count(blocks)} of ${count(blocksInAll)} blocks are there.`,
    'With the blocks of all shards in one folder the dataset is complete.',
  ].join('\n');
}

export function refusalText(folder: string, refusal: Refusal): string {
  const says = `parley sweep: ${folder}`;
  switch (refusal.type) {
    case 'occupied':
      return `${says} holds something else: ${listed(refusal.names, 4, 'and')}\nnothing was changed; choose a folder that is empty or not there yet`;
    case 'bad-manifest':
      return `${says}/manifest.json: ${refusal.message}\nnothing was changed; choose another folder`;
    case 'another-study':
      return `${says} was begun with another study${otherwise(refusal)}\nnothing was changed; choose another folder for this one`;
  }
}

/** So many differences are named. */
const MOST = 8;

function otherwise({ differences, there }: Extract<Refusal, { type: 'another-study' }>): string {
  if (there.rules !== RULES) {
    const release = RELEASE_OF_RULES[there.rules];
    const who = release === undefined ? '' : `; parley-sim ${release} goes on with it`;
    return `: it has rules ${there.rules}, and these are rules ${RULES}, which give other rows${who}`;
  }
  const lines = differences.slice(0, MOST).map(difference);
  const left = differences.length - lines.length;
  return [':', ...lines, ...(left > 0 ? [`  and ${left} more`] : [])].join('\n');
}

function difference({ path, there, here }: Difference): string {
  return `  ${path}: ${there} there, ${here} here`;
}

export function heldText(folder: string, { file, holder, alive }: Held, self: Holder): string {
  const where = holder?.host === self.host ? 'on this machine' : `on ${holder?.host}`;
  const who = holder === undefined ? 'somebody' : `process ${holder.pid} ${where}`;
  const advice =
    alive === true
      ? 'wait until it has ended, or choose another folder'
      : `whether it still runs cannot be known from here; if it does not, remove ${file}`;
  return `parley sweep: ${folder} is being written by ${who}\nnothing was changed; ${advice}`;
}
