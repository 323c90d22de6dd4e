import { playBulk } from '../../conference/bulk.ts';
import { blockBytes, rowsInBlock, type DataValue, type Endings } from '../dataset/block.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { rowAt } from '../dataset/rows.ts';
import type { Plan } from '../plan.ts';

/** A block that has been played, as it goes to its file. */
export interface PlayedBlock {
  readonly index: number;
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly endings: Endings;
  /** By row: what the stop rule looks at; not a number where there is no value. Empty where there is no rule. */
  readonly judged: Float64Array<ArrayBuffer>;
}

/**
 * Plays the rows of one block. What comes out depends on the manifest, the index and how many rows there are alone;
 * `onRow` is told after each how many are played.
 */
export function playBlock(
  plan: Plan,
  manifest: Manifest,
  index: number,
  rowsInAll = plan.rows,
  onRow?: (played: number) => void,
): PlayedBlock {
  const rows = rowsInBlock(manifest, rowsInAll, index);
  const first = index * manifest.blockRows;
  const { values, endings } = playRows(
    plan,
    Array.from({ length: rows }, (_, n) => first + n),
    onRow,
  );
  const { stop } = plan.study;
  const watched = manifest.columns.findIndex(({ name, role }) => role === 'metric' && name === stop?.metric);
  const judged = watched < 0 ? [] : values[watched]!.map((value) => (typeof value === 'number' ? value : Number.NaN));
  const bytes = blockBytes({ hash: manifest.hash, index, rows }, manifest.columns, values, endings);
  return { index, rows, bytes, endings, judged: Float64Array.from(judged) };
}

/** What is noted of these rows: by column, in the order of the rows as given. */
export function playRows(
  plan: Plan,
  rows: readonly number[],
  onRow?: (played: number) => void,
): { readonly values: readonly (readonly DataValue[])[]; readonly endings: Endings } {
  const { study, columns, metrics } = plan;
  const withExperiment = study.experiments.length > 1;
  const width = (withExperiment ? 4 : 3) + columns.length + metrics.length;
  const values = Array.from({ length: width }, () => Array.from(rows, (): DataValue => null));
  const counts = new Map<string, number>();
  let played = 0;
  // All rows of a cell in a row, for its setting is made once.
  for (const [index, places] of placesByCell(plan, rows)) {
    const cell = plan.cell(index);
    const setting = plan.setting(cell);
    const parameters = plan.values(cell);
    for (const place of places) {
      const { rep, seed } = rowAt(plan, rows[place]!);
      const facts = playBulk(setting, seed);
      const ended = facts.at(-1)!;
      if (ended.type !== 'conference.ended') throw new Error('a conference did not end');
      counts.set(ended.ending, (counts.get(ended.ending) ?? 0) + 1);
      let column = 0;
      const put = (value: DataValue | undefined) => (values[column++]![place] = value ?? null);
      if (withExperiment) put(cell.experiment.id);
      put(index);
      put(rep);
      put(seed);
      for (const value of parameters) put(value);
      for (const value of plan.measure(facts, setting)) put(value);
      played += 1;
      onRow?.(played);
    }
  }
  return { values, endings: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function placesByCell(plan: Plan, rows: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  rows.forEach((row, place) => {
    const { cell } = rowAt(plan, row);
    const known = places.get(cell);
    if (known === undefined) places.set(cell, [place]);
    else known.push(place);
  });
  return places;
}
