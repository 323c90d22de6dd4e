import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../scenario/result.ts';
import type { DataValue } from './block.ts';
import type { DataFault, Dataset } from './dataset.ts';
import { CSV } from './folder.ts';

/**
 * Writes a complete dataset as one table of comma-separated values (RFC 4180, lines ended by a line feed), block by
 * block, aside first. A value that is missing is an empty field. Throws the file system's error.
 */
export async function writeCsv(dataset: Dataset, writer: string): Promise<Result<void, DataFault>> {
  const aside = join(dataset.folder, `${CSV}.${writer}.part`);
  const names = dataset.manifest.columns.map(({ name }) => name);
  const file = openSync(aside, 'w');
  try {
    writeSync(file, `${names.map(field).join(',')}\n`);
    for (const index of dataset.present) {
      const block = await dataset.block(index);
      if (!block.ok) return block;
      const columns = names.map((name) => block.value.column(name));
      const lines: string[] = [];
      for (let row = 0; row < block.value.rows; row++)
        lines.push(`${columns.map((column) => field(column[row]!)).join(',')}\n`);
      writeAll(file, Buffer.from(lines.join('')));
    }
    fsyncSync(file);
    renameSync(aside, join(dataset.folder, CSV));
    return ok(undefined);
  } finally {
    closeSync(file);
    rmSync(aside, { force: true });
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

function field(value: DataValue): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
