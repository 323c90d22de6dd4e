import { parquetMetadata, parquetRead, type DecodedArray } from 'hyparquet';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { bad, ok, type Result } from '../../scenario/result.ts';
import type { Column } from './columns.ts';
import { DATASET_FORMAT, sha256, type Manifest } from './manifest.ts';

/** A value in a dataset; `null` where a parameter or a metric has none. */
export type DataValue = number | string | null;

/** Which block, of which dataset, and how many rows it must have. */
export interface BlockName {
  /** Of the manifest. */
  readonly hash: string;
  readonly index: number;
  readonly rows: number;
}

/** How often each ending came about; kept in every block, so that they can be counted without reading its rows. */
export type Endings = Readonly<Record<string, number>>;

const PREFIX = 'sha256:';
const NO_DIGEST = '0'.repeat(64);

/** A block as a Parquet file: its bytes depend on what is in it, and on no clock, machine or release of Node. */
export function blockBytes(
  { hash, index, rows }: BlockName,
  columns: readonly Column[],
  values: readonly (readonly DataValue[])[],
  endings: Endings,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map((column, n) => source(column, values[n]!)),
      rowGroupSize: rows,
      createdBy: 'parley-sim',
      kvMetadata: [
        { key: 'parley.format', value: String(DATASET_FORMAT) },
        { key: 'parley.study', value: hash },
        { key: 'parley.block', value: String(index) },
        { key: 'parley.endings', value: JSON.stringify(endings) },
        { key: 'parley.digest', value: `${PREFIX}${NO_DIGEST}` },
      ],
    }),
  );
  const place = placeOfDigest(bytes)!;
  Buffer.from(bytes.buffer).write(sha256(bytes), place, 'latin1');
  return bytes;
}

function source({ name, type, role }: Column, data: readonly DataValue[]): ColumnSource {
  const column = { name, data: data as DataValue[], nullable: role !== 'key', offsetIndex: false };
  // Seeds begin alike and are often all different: a dictionary would save nothing.
  if (name === 'seed' && role === 'key') return { ...column, type: 'STRING', encoding: 'DELTA_BYTE_ARRAY' };
  return { ...column, type: ({ integer: 'INT32', number: 'DOUBLE', text: 'STRING' } as const)[type] };
}

/** Where the hexadecimal digits of the digest begin; it is the last that a block says of itself. */
function placeOfDigest(bytes: Uint8Array): number | undefined {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(PREFIX);
  const place = found + PREFIX.length;
  return found < 0 || place + NO_DIGEST.length > bytes.length ? undefined : place;
}

/** What is wrong with a block, and what it says of itself when it is whole. */
export interface BlockFault {
  readonly type: 'damaged' | 'of-another-dataset' | 'of-another-place' | 'of-another-length';
  readonly message: string;
}

/** What a whole block says of itself. */
export interface BlockHead {
  readonly rows: number;
  readonly endings: Endings;
}

/** Checks every byte of a block by its digest, and that it is this block of this dataset. */
export function checkBlock(
  bytes: Uint8Array<ArrayBuffer>,
  { hash, index, rows }: BlockName,
): Result<BlockHead, BlockFault> {
  const place = placeOfDigest(bytes);
  if (place === undefined) return bad({ type: 'damaged', message: 'it is cut off, or no block of a dataset' });
  const claimed = Buffer.from(bytes.buffer, bytes.byteOffset + place, NO_DIGEST.length).toString('latin1');
  const blank = Uint8Array.from(bytes);
  Buffer.from(blank.buffer).write(NO_DIGEST, place, 'latin1');
  if (sha256(blank) !== claimed) return bad({ type: 'damaged', message: 'its bytes are not those that were written' });
  const metadata = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const said = new Map(metadata.key_value_metadata?.map(({ key, value }) => [key, value]));
  if (said.get('parley.study') !== hash)
    return bad({ type: 'of-another-dataset', message: 'it belongs to another dataset' });
  if (said.get('parley.block') !== String(index))
    return bad({ type: 'of-another-place', message: `it is block ${said.get('parley.block')} by its own account` });
  const found = Number(metadata.num_rows);
  if (found !== rows)
    return bad({ type: 'of-another-length', message: `it has ${found} rows where ${rows} are expected` });
  return ok({ rows, endings: JSON.parse(said.get('parley.endings') ?? '{}') as Endings });
}

/** Rows `index × blockRows` and on; of a study that stopped, the last block is cut. */
export function rowsInBlock({ blockRows }: Pick<Manifest, 'blockRows'>, rows: number, index: number): number {
  return Math.max(0, Math.min(blockRows, rows - index * blockRows));
}

/** The values of some columns of a block that has been checked, all of them when none are named. */
export async function readColumns(
  bytes: Uint8Array<ArrayBuffer>,
  names?: readonly string[],
): Promise<ReadonlyMap<string, readonly DataValue[]>> {
  const parts = new Map<string, { readonly rowStart: number; readonly columnData: DecodedArray }[]>();
  await parquetRead({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    ...(names && { columns: [...names] }),
    onChunk: ({ columnName, rowStart, columnData }) => {
      const before = parts.get(columnName) ?? [];
      parts.set(columnName, [...before, { rowStart, columnData }]);
    },
  });
  return new Map(
    [...parts].map(([name, chunks]) => [
      name,
      chunks
        .sort((a, b) => a.rowStart - b.rowStart)
        .flatMap(({ columnData }) => Array.from(columnData as ArrayLike<DataValue>, (value) => value ?? null)),
    ]),
  );
}
