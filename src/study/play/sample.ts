import { blockBytes } from '../dataset/block.ts';
import { manifestText, type Manifest } from '../dataset/manifest.ts';
import type { Plan } from '../plan.ts';
import { playRows } from './play-block.ts';

/** What a few of a study's rows say of the whole. */
export interface Sample {
  readonly rows: number;
  /** Milliseconds that one thread takes for a row. */
  readonly perRow: number;
  /** Bytes of the whole dataset, about. */
  readonly bytes: number;
}

/**
 * Plays rows from all over the study until `milliseconds` have passed by the clock given. The first half warms up: what
 * counts is how long the second takes.
 */
export function sampleOf(plan: Plan, manifest: Manifest, milliseconds: number, now: () => number): Sample {
  const start = now();
  const rows: number[] = [];
  let [half, took] = [0, 0];
  while (rows.length < plan.rows && now() - start < milliseconds) {
    const portion = Math.min(rows.length === 0 ? 4 : rows.length, plan.rows - rows.length);
    // Spread over the whole by steps of the golden section, so that no cell is left out for long.
    const next = Array.from({ length: portion }, (_, n) => Math.floor((((rows.length + n) * GOLDEN) % 1) * plan.rows));
    const before = now();
    playRows(plan, next);
    took = now() - before;
    half = portion;
    rows.push(...next);
  }
  return { rows: rows.length, perRow: took / half, bytes: sizeOf(plan, manifest, rows) };
}

const GOLDEN = 0.6180339887498949;

/** From blocks of half and of all the rows of the sample: what each block takes, and what each row. */
function sizeOf(plan: Plan, manifest: Manifest, sampled: readonly number[]): number {
  const rows = sampled.slice(0, manifest.blockRows);
  const size = (taken: readonly number[]) => {
    const { values, endings } = playRows(plan, taken);
    return blockBytes({ hash: manifest.hash, index: 0, rows: taken.length }, manifest.columns, values, endings).length;
  };
  const fewer = rows.slice(0, Math.ceil(rows.length / 2));
  const whole = size(rows);
  const aRow = rows.length === fewer.length ? 0 : (whole - size(fewer)) / (rows.length - fewer.length);
  const aBlock = whole - aRow * rows.length;
  return Math.round(manifestText(manifest).length + manifest.blocks * aBlock + plan.rows * aRow);
}
