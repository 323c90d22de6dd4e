import stringWidth from 'string-width';
import { printableLines } from '../prose/printable.ts';
import { padded } from './analysis-plot.ts';

type Cell = number | string | boolean | null;

/** What a query gave, as a table: numbers to the right, texts to the left. */
export function queryTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const sides = columns.map((_, n) =>
    rows.every((row) => typeof row[n] === 'number' || row[n] === null) ? 'right' : 'left',
  );
  const texts = rows.map((row) => row.map(text));
  const widths = columns.map((name, n) => Math.max(stringWidth(name), ...texts.map((row) => stringWidth(row[n]!))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, n) => padded(cell, widths[n]!, sides[n]!))
      .join('  ')
      .trimEnd();
  return printableLines([line(columns), ...texts.map(line)].join('\n'));
}

/** Ratios come with more digits than anybody reads; `--json` has them all. */
function text(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'number' && !Number.isInteger(cell) ? String(Number(cell.toPrecision(6))) : String(cell);
}

/** The same for other programs. */
export function queryCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => row.map(field).join(',')).join('\n');
}

function field(cell: Cell): string {
  const plain = cell === null ? '' : String(cell);
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
