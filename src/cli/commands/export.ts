import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classTables } from '../../analysis/class-tables/class-tables.ts';
import { dictionaryOf, type DataTable, type Exported } from '../../analysis/class-tables/table.ts';
import { groupOf } from '../../analysis/debrief/groups.ts';
import { landmarksOf } from '../../analysis/landmarks.ts';
import { csvRow } from '../../record/csv.ts';
import { troubleWords } from '../../views/report/sections/sources.ts';
import { classFiles } from '../class-files.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenScenario } from '../given.ts';
import { note, print, reasonOf } from '../output.ts';

type Format = 'csv' | 'json' | 'parquet';

interface Options {
  readonly out: string;
  readonly format: readonly Format[];
  readonly scenario?: string;
  readonly names?: boolean;
  readonly quiet?: boolean;
}

/** Writes the data of a class as tidy tables with a dictionary; what cannot be used is named, as `debrief` does. */
export async function exportClass(files: readonly string[], options: Options): Promise<void> {
  const named = options.scenario === undefined ? undefined : givenScenario(options.scenario, options);
  const { common, groups, records, troubles } = classFiles(files, named);
  for (const trouble of troubles)
    note(`parley export: ${troubleWords(trouble)}`, trouble.kind === 'doubt' ? options : {});
  if (common === undefined || groups.length === 0)
    throw new Stop(EXIT.badInput, 'parley export: none of these files can be used; nothing was written');
  const landmarks = landmarksOf(common.scenario);
  const exported = groups.map((given): Exported => {
    const group = groupOf('', given, common.scenario, landmarks);
    if (given.source === 'sheet') return { group, scenario: common.scenario, facts: [], rules: null };
    const { header } = records.find(({ hash }) => hash === given.hash)!;
    return { group, scenario: given.scenario, facts: given.facts, rules: header.rules };
  });
  const tables = classTables(exported, options.names === true);
  const all = [...tables, dictionaryOf(tables)];
  for (const format of new Set(options.format)) {
    for (const table of all) {
      const content = await written(table, format);
      const file = join(options.out, `${table.name}.${format}`);
      writing(options.out, () => {
        mkdirSync(options.out, { recursive: true });
        writeFileSync(file, content);
      });
    }
  }
  print(options.out);
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  note(
    `${tables.length} tables with ${rows} rows of ${exported.length} ${exported.length === 1 ? 'conference' : 'conferences'}; dictionary.${options.format[0]} says what each column means`,
    options,
  );
  if (troubles.some(({ kind }) => kind !== 'doubt')) process.exitCode = EXIT.failed;
}

async function written(table: DataTable, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return [table.columns.map(({ name }) => name), ...table.rows].map((row) => `${csvRow(row)}\n`).join('');
    case 'json':
      return `${JSON.stringify(table.rows.map((row) => Object.fromEntries(table.columns.map(({ name }, n) => [name, row[n]]))))}\n`;
    case 'parquet':
      return parquet(table);
  }
}

const PARQUET_TYPE = { text: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

async function parquet({ columns, rows }: DataTable): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, type }, n) => ({
      name,
      type: PARQUET_TYPE[type],
      nullable: true,
      data: rows.map((row) => row[n]),
    })),
  });
  return new Uint8Array(buffer);
}

function writing(folder: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new Stop(EXIT.failed, `parley export: ${folder} could not be written: ${reasonOf(error)}`);
  }
}
