import { csvRow } from '../../record/csv.ts';
import type { Cell, Content, Table } from './content.ts';

/** Every table of a debrief, those behind the charts too, by the name of its file; numbers in full. */
export function toCsv({ opening, sections }: Content): readonly { readonly name: string; readonly text: string }[] {
  const tables = [...opening, ...sections.flatMap(({ blocks }) => blocks)].flatMap((block) =>
    block.type === 'table' || block.type === 'chart' ? [block.table] : [],
  );
  return tables.map((table) => ({ name: `${table.id}.csv`, text: tableCsv(table) }));
}

function tableCsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ head }) => (head === '' ? 'label' : head)), ...rows.map((cells) => cells.map(plain))];
  return lines.map((cells) => `${csvRow(cells)}\n`).join('');
}

function plain(cell: Cell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}
