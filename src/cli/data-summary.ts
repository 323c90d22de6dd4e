import { ok, type Result } from '../scenario/result.ts';
import type { DataFault, Dataset } from '../study/dataset/dataset.ts';
import type { Ending } from '../model/ending.ts';

/** What `sweep --json` prints of a dataset; its fields are a contract (docs/json.md). */
export interface DataSummary {
  readonly folder: string;
  readonly study: string;
  readonly hash: string;
  readonly cells: number;
  /** Of every cell, where the dataset is complete. */
  readonly repeats: number;
  /** That are there. */
  readonly rows: number;
  readonly blocks: number;
  readonly blocksInAll: number;
  readonly complete: boolean;
  /** Whether it stopped before its last repeat, knowing enough. */
  readonly stopped: boolean;
  readonly endings: Readonly<Partial<Record<Ending, number>>>;
}

export function dataSummary(dataset: Dataset): Result<DataSummary, DataFault> {
  const { folder, manifest, ended, present, blocks, complete } = dataset;
  let rows = 0;
  const counts: Partial<Record<Ending, number>> = {};
  for (const index of present) {
    const head = dataset.head(index);
    if (!head.ok) return head;
    rows += head.value.rows;
    for (const [ending, times] of Object.entries(head.value.endings))
      counts[ending as Ending] = (counts[ending as Ending] ?? 0) + times;
  }
  return ok({
    folder,
    study: manifest.study.id,
    hash: manifest.hash,
    cells: manifest.cells,
    repeats: ended?.repeats ?? manifest.study.repeats,
    rows,
    blocks: present.length,
    blocksInAll: blocks,
    complete,
    stopped: ended !== undefined,
    endings: counts,
  });
}
