import type { Plan } from '../plan.ts';
import type { Study } from '../study.ts';

/** One conference of a study. */
export interface Row {
  /** From 0. */
  readonly row: number;
  readonly cell: number;
  /** From 1. */
  readonly rep: number;
  readonly seed: string;
}

/** One repeat of every cell, then the next: an interrupted study is an even sample. */
export function rowAt({ study, cells }: Pick<Plan, 'study' | 'cells'>, row: number): Row {
  const rep = Math.floor(row / cells) + 1;
  return { row, cell: row % cells, rep, seed: seedOf(study, rep) };
}

/** Common random numbers: a repeat has one seed in all cells. */
export function seedOf({ seed }: Pick<Study, 'seed'>, rep: number): string {
  return `${seed}/${rep}`;
}

/** Rows of a block. More would keep a worker busy for long between one sign of life and the next. */
const MOST = 5000;
/** Fewer would make the ends of the files larger than what is in them. */
const LEAST = 250;
/** Blocks that a small study is cut into, so that all workers have something to do to the end. */
const BLOCKS = 64;

/** How many rows a block of this study has. Of a study that may stop, a block is no longer than what is judged at once. */
export function rowsOfBlock({ study, cells, rows }: Pick<Plan, 'study' | 'cells' | 'rows'>): number {
  const judged = study.stop === undefined ? Infinity : study.stop.every * cells;
  return Math.max(LEAST, Math.min(MOST, judged, Math.ceil(rows / BLOCKS)));
}
