/** A cell of a table, and where it begins; both counted from 1. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads separated values (RFC 4180): quoted cells may hold separators, line ends and doubled quotes. The separator is
 * whichever of comma, semicolon and tab the first line has most of, for spreadsheets write them by the country they are
 * set to. A byte-order mark is passed over, and so are empty lines. Libraries for this do not tell where a cell begins,
 * which somebody who has mistyped an option must know.
 */
export function readCells(text: string): readonly (readonly Cell[])[] {
  const source = text.startsWith('\u{feff}') ? text.slice(1) : text;
  const separator = separatorOf(source);
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let [line, column, at] = [1, 1, 0];
  const endRow = () => {
    if (row.length > 1 || row[0]!.text.trim() !== '') rows.push(row);
    row = [];
  };
  while (at < source.length) {
    const cell = { line, column };
    let value = '';
    if (source[at] === '"') {
      at++;
      column++;
      for (; at < source.length; at++, column++) {
        if (source[at] === '"') {
          if (source[at + 1] !== '"') break;
          at++;
          column++;
        }
        if (source[at] === '\n') [line, column] = [line + 1, 0];
        value += source[at];
      }
      at++;
      column++;
    }
    for (; at < source.length && source[at] !== separator && !isLineEnd(source[at]!); at++, column++)
      value += source[at];
    row.push({ text: value, ...cell });
    if (source[at] === separator) {
      at++;
      column++;
      if (at < source.length && !isLineEnd(source[at]!)) continue;
      row.push({ text: '', line, column });
    }
    endRow();
    if (source[at] === '\r' && source[at + 1] === '\n') at++;
    at++;
    [line, column] = [line + 1, 1];
  }
  return rows;
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}

function separatorOf(source: string): string {
  const first = /^[^\r\n]*/.exec(source)![0];
  const count = (separator: string) => first.split(separator).length;
  return [',', ';', '\t'].reduce((most, one) => (count(one) > count(most) ? one : most));
}

/** One row, quoted where it must be. What a spreadsheet would take for a formula stands behind an apostrophe. */
export function csvRow(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
