import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bad, ok, type Result } from '../../scenario/result.ts';
import { blockFile, BLOCKS } from './folder.ts';

/** The package that answers queries where somebody has installed it; 70 MB, so nobody gets it unasked. */
export const DUCKDB = '@duckdb/node-api';

/** What a query gives. Whole numbers of any size are numbers where these are exact, and texts beyond. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = number | string | boolean | null;

export type QueryFault = { readonly type: 'not-installed' } | { readonly type: 'refused'; readonly message: string };

/** Answers a query over the blocks of a dataset, which is the table `runs`. */
export async function query(
  folder: string,
  blocks: readonly number[],
  sql: string,
): Promise<Result<Answer, QueryFault>> {
  const duckdb = await loaded();
  if (duckdb === undefined) return bad({ type: 'not-installed' });
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    // Nothing comes from the network: what is needed here is built in.
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    const files = blocks.map((index) => quoted(join(folder, blockFile(index))));
    await connection.run(`CREATE VIEW runs AS SELECT * FROM read_parquet([${files.join(', ')}])`);
    const reader = await connection.runAndReadAll(sql);
    return ok({ columns: reader.columnNames(), rows: reader.getRows().map((row) => row.map(plain)) });
  } catch (error) {
    return bad({ type: 'refused', message: error instanceof Error ? error.message : String(error) });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What to type into any DuckDB for the same table. */
export function viewInSql(folder: string): string {
  return `CREATE VIEW runs AS SELECT * FROM read_parquet(${quoted(join(folder, BLOCKS, '*.parquet'))});`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function plain(value: unknown): Cell {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    default:
      // Dates, decimals, lists and the like are objects of the package that say what they are.
      return value === null || value === undefined ? null : (value as { toString: () => string }).toString();
  }
}

/** As much of the package as is used here; it is not there to take types from. */
interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: (path: string, options: Readonly<Record<string, string>>) => Promise<Instance>;
  };
}

interface Instance {
  readonly connect: () => Promise<Connection>;
  readonly closeSync: () => void;
}

interface Connection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<Reader>;
  readonly closeSync: () => void;
}

interface Reader {
  readonly columnNames: () => readonly string[];
  readonly getRows: () => readonly (readonly unknown[])[];
}

/** Beside Parley, or in the folder one works in: there `npm install` puts it, wherever Parley itself was installed. */
async function loaded(): Promise<DuckDb | undefined> {
  const name: string = DUCKDB;
  try {
    return (await import(name)) as DuckDb;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  let place: string;
  try {
    place = createRequire(join(process.cwd(), 'anything.js')).resolve(name);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return (await import(pathToFileURL(place).href)) as DuckDb;
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
}
