import type { ChartSpec } from './charts/spec.ts';

/** A number with the way it is read; tables that are written out as data keep the number. */
export interface Figure {
  readonly value: number;
  readonly shown: string;
}

/** Nothing where something is not known, or is not there. */
export type Cell = string | number | Figure | null;

export interface Column {
  readonly head: string;
  /** Whether it holds numbers, which stand at the end of their cell. */
  readonly number?: true;
}

export interface Table {
  /** Also the name of its file: lower-case letters and hyphens. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What stands for the rows from `from` on where nobody would read them all: on paper and in Markdown. */
  readonly inShort?: { readonly from: number; readonly rows: readonly (readonly Cell[])[] };
}

/** The rows of a table where it is read from paper. */
export function rowsInShort({ rows, inShort }: Table): Table['rows'] {
  return inShort === undefined ? rows : [...rows.slice(0, inShort.from), ...inShort.rows];
}

/** What a section is made of, before it is written as HTML or Markdown. */
export type Block =
  | { readonly type: 'paragraph'; readonly text: string; readonly quiet?: true }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[]; readonly ordered?: true }
  /** Framed: what must not be overlooked. */
  | { readonly type: 'box'; readonly label: string; readonly text: readonly string[] }
  | { readonly type: 'question'; readonly question: string; readonly because: string }
  /** Folded: long, and opened by who wants it. */
  | { readonly type: 'table'; readonly table: Table; readonly folded?: true }
  /** Drawn where pictures can be; its table is there in either case. */
  | {
      readonly type: 'chart';
      readonly spec: ChartSpec;
      readonly title: string;
      /** What it shows, for those who do not see it. */
      readonly description: string;
      readonly legend: readonly string[];
      readonly table: Table;
    };

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Content {
  readonly title: string;
  readonly subtitle: string;
  /** Before the first section. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
}

export function figure(value: number, digits = 2): Figure {
  return { value, shown: value.toFixed(digits).replace('-', '−') };
}

/** With its sign. */
export function change(value: number, digits = 2): Figure {
  const text = Math.abs(value).toFixed(digits);
  return { value, shown: `${value < 0 ? '−' : '+'}${text}` };
}

/** Without decimals, but never as none or all where it is not. */
export function percent(share: number): Figure {
  const isNearly = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  return { value: share, shown: `${(100 * share).toFixed(isNearly ? 1 : 0)} %` };
}

/** A cell as it is read. */
export function shownCell(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'object' ? cell.shown : String(cell);
}
