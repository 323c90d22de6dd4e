import type { Fact } from '../../model/fact.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { GroupDebrief } from '../debrief/groups.ts';

export type Value = string | number | boolean | null;

export interface DataColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean';
  readonly meaning: string;
}

/** One tidy table: a row an observation. */
export interface DataTable {
  readonly name: string;
  /** What a row is. */
  readonly about: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly Value[])[];
}

/** A conference as it is exported. */
export interface Exported {
  readonly group: GroupDebrief;
  readonly scenario: Scenario;
  /** Nothing of a group on paper. */
  readonly facts: readonly Fact[];
  readonly rules: number | null;
}

/** Column and what it takes of a row; the meaning is what the dictionary says. */
export type Take<T> = readonly [
  name: string,
  type: DataColumn['type'],
  meaning: string,
  of: (row: T) => Value | undefined,
];

export interface Row {
  readonly conference: string;
  readonly of: Exported;
}

const CONFERENCE = 'number of the conference, in the order in which they were given';
export const UTILITY = 'a utility in [0, 1]';

export function table<T extends { readonly conference: string }>(
  name: string,
  about: string,
  takes: readonly Take<T>[],
  rows: readonly T[],
): DataTable {
  const all: readonly Take<T>[] = [['conference', 'text', CONFERENCE, ({ conference }) => conference], ...takes];
  return {
    name,
    about,
    columns: all.map(([column, type, meaning]) => ({ name: column, type, meaning })),
    rows: rows.map((row) => all.map(([, , , of]) => of(row) ?? null)),
  };
}

/** What every column of every table means, as a table. */
export function dictionaryOf(tables: readonly DataTable[]): DataTable {
  return {
    name: 'dictionary',
    about: 'a column of another table',
    columns: [
      { name: 'table', type: 'text', meaning: 'the table' },
      { name: 'row', type: 'text', meaning: 'what a row of it is' },
      { name: 'column', type: 'text', meaning: 'the column' },
      {
        name: 'type',
        type: 'text',
        meaning: 'text, integer, number or boolean; an empty cell is not known, or not there',
      },
      { name: 'meaning', type: 'text', meaning: 'what it says' },
    ],
    rows: tables.flatMap(({ name, about, columns }) =>
      columns.map((column) => [name, about, column.name, column.type, column.meaning]),
    ),
  };
}
