import { CellTally } from './cell-tally.ts';
import { Clusters } from './clusters.ts';
import type { Grouping } from './grouping.ts';
import { Moments } from './means.ts';
import { readMeasure, type Column, type Measure } from './measures.ts';

/** Rows of a study that follow one another. */
export interface Span {
  /** Number of the first, from 0; row r is repeat ⌊r / cells⌋ of cell r mod cells. */
  readonly first: number;
  readonly rows: number;
  readonly column: (metric: string) => Column;
}

/** All that is asked of the rows of a study, in one pass over them; what it holds does not grow with their number. */
export class StudyTally {
  /** Repeats that are complete, which alone are counted: of an unfinished one the later cells are missing. */
  repeats = 0;
  readonly #cells: number;
  readonly #parts: readonly MeasureTally[];
  /** The row that would go on with the repeat at hand. */
  #next = -1;

  constructor(
    cells: number,
    measures: readonly Measure[],
    groupings: readonly Grouping[],
    baselines: (measure: Measure) => Int32Array | undefined = () => undefined,
  ) {
    this.#cells = cells;
    this.#parts = measures.map((measure) => new MeasureTally(measure, cells, groupings, baselines(measure)));
  }

  get measures(): readonly MeasureTally[] {
    return this.#parts;
  }

  /** Spans come in order; a gap between two loses the repeats that it tears. */
  add(span: Span): void {
    let row = 0;
    while (row < span.rows) {
      const at = span.first + row;
      const cell = at % this.#cells;
      const count = Math.min(span.rows - row, this.#cells - cell);
      if (cell === 0 || at === this.#next) {
        for (const part of this.#parts) part.read(span, row, count, cell);
        this.#next = at + count;
        if (cell + count === this.#cells) this.#close();
      }
      row += count;
    }
  }

  #close(): void {
    this.repeats += 1;
    for (const part of this.#parts) part.close();
  }
}

/** One measure: by cell, and by group of each grouping. */
export class MeasureTally {
  readonly measure: Measure;
  readonly cells: CellTally;
  /** By grouping, by group. */
  readonly groups: readonly (readonly Clusters[])[];
  /** By grouping, by group: its mean less that of the first group, repeat by repeat. */
  readonly differences: readonly (readonly Moments[])[];
  readonly #groupings: readonly Grouping[];
  readonly #values: Float64Array;
  readonly #sums: readonly Float64Array[];
  readonly #counts: readonly Float64Array[];

  constructor(measure: Measure, cells: number, groupings: readonly Grouping[], baselines?: Int32Array) {
    this.measure = measure;
    this.cells = new CellTally(measure.type === 'share', cells, baselines);
    this.groups = groupings.map(({ groups }) => groups.map(() => new Clusters()));
    this.differences = groupings.map(({ groups }) => groups.map(() => new Moments()));
    this.#groupings = groupings;
    this.#values = new Float64Array(cells);
    this.#sums = groupings.map(({ groups }) => new Float64Array(groups.length));
    this.#counts = groupings.map(({ groups }) => new Float64Array(groups.length));
  }

  read(span: Span, from: number, count: number, cell: number): void {
    readMeasure(this.measure, span.column(this.measure.metric), from, count, this.#values, cell);
  }

  close(): void {
    this.cells.add(this.#values);
    this.#groupings.forEach(({ of }, n) => {
      const [sums, counts] = [this.#sums[n]!.fill(0), this.#counts[n]!.fill(0)];
      for (let cell = 0; cell < of.length; cell++) {
        const value = this.#values[cell]!;
        if (of[cell]! < 0 || Number.isNaN(value)) continue;
        sums[of[cell]!]! += value;
        counts[of[cell]!]! += 1;
      }
      this.groups[n]!.forEach((clusters, group) => clusters.add(sums[group]!, counts[group]!));
      if (counts[0] === 0) return;
      const first = sums[0]! / counts[0]!;
      this.differences[n]!.forEach((moments, group) => {
        if (group > 0 && counts[group]! > 0) moments.add(sums[group]! / counts[group]! - first);
      });
    });
  }
}
