import type { Scenario } from '../model/scenario.ts';
import { readCells, type Cell } from './csv.ts';
import { issueColumn, outcomeColumns, type OutcomeRow } from './outcome-sheet.ts';

/** A row with the line of the file that it stands in, from 1. */
export interface SheetRow extends OutcomeRow {
  readonly line: number;
}

export interface SheetGroup {
  readonly group: string;
  /** By round, ascending. */
  readonly texts: readonly SheetRow[];
  /** Nothing where the sheet has no row for it. */
  readonly final: SheetRow | undefined;
}

/** What cannot be read, and where; the row that it stands in is left out, and all of a sheet whose header is wrong. */
export interface SheetFault {
  readonly line: number;
  readonly column: number;
  /** With its place left out: what was found is named. */
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  /** What it may have been meant as. */
  readonly candidates: readonly string[];
  /** Whose row is left out. */
  readonly group?: string;
}

export interface OutcomeSheet {
  /** In the order in which the sheet first names them. */
  readonly groups: readonly SheetGroup[];
  readonly faults: readonly SheetFault[];
}

/**
 * Reads the sheet on which groups that negotiate on paper note their outcomes (outcome-sheet.ts), its columns in any
 * order. Options go by id or by name, signatories by party id, parted by spaces.
 */
export function readOutcomeSheet(scenario: Scenario, text: string): OutcomeSheet {
  const [header, ...rows] = readCells(text);
  if (header === undefined)
    return { groups: [], faults: [fault({ text: '', line: 1, column: 1 }, 'the sheet is empty', 'a header')] };
  const columns = columnsOf(scenario, header);
  if (columns.faults.length > 0) return { groups: [], faults: columns.faults };
  const faults: SheetFault[] = [];
  const groups = new Map<string, { texts: SheetRow[]; final: SheetRow | undefined }>();
  for (const row of rows) {
    const read = rowOf(scenario, columns.at, row);
    const { group } = read;
    const own = group === undefined ? undefined : (groups.get(group) ?? { texts: [], final: undefined });
    if (own !== undefined) groups.set(group!, own);
    const twice = own && read.row && repeated(own, read.row, row[0]!);
    const wrong = twice === undefined ? read.faults : [...read.faults, twice];
    faults.push(...wrong.map((one) => (group === undefined ? one : { ...one, group })));
    if (own === undefined || read.row === undefined || wrong.length > 0) continue;
    if (read.row.round === undefined) own.final = read.row;
    else own.texts.push(read.row);
  }
  return {
    groups: [...groups].map(([group, { texts, final }]) => ({
      group,
      texts: texts.sort((a, b) => a.round! - b.round!),
      final,
    })),
    faults,
  };
}

type Columns = ReadonlyMap<string, number>;

function columnsOf(
  scenario: Scenario,
  header: readonly Cell[],
): { readonly at: Columns; readonly faults: readonly SheetFault[] } {
  const known = outcomeColumns(scenario);
  const at = new Map<string, number>();
  const faults: SheetFault[] = [];
  for (const [n, cell] of header.entries()) {
    const name = folded(cell.text);
    if (name === '' && n === header.length - 1) continue;
    if (!known.includes(name))
      faults.push(fault(cell, `no column is called ${quoted(cell.text)}`, known.join(', '), known));
    else if (at.has(name)) faults.push(fault(cell, `the column ${name} stands there twice`, 'each column once'));
    else at.set(name, n);
  }
  const missing = known.filter((name) => !at.has(name) && name !== 'note' && name !== 'round');
  if (faults.length === 0 && missing.length > 0)
    faults.push(fault(header[0]!, `the header lacks ${missing.join(', ')}`, known.join(',')));
  return { at, faults };
}

function rowOf(
  scenario: Scenario,
  columns: Columns,
  cells: readonly Cell[],
): { readonly group?: string; readonly row?: SheetRow; readonly faults: readonly SheetFault[] } {
  const first = cells[0]!;
  const cell = (name: string): Cell => cells[columns.get(name) ?? -1] ?? { ...first, text: '' };
  const faults: SheetFault[] = [];
  const group = cell('group').text.trim();
  if (group === '') return { faults: [fault(cell('group'), 'this row names no group', 'the name of a group')] };
  if (cells.length > Math.max(...columns.values()) + 1) {
    const extra = cells.slice(Math.max(...columns.values()) + 1).find(({ text }) => text.trim() !== '');
    if (extra)
      faults.push(
        fault(extra, `${quoted(extra.text)} stands beyond the last column`, 'a comma in a text needs quotes around it'),
      );
  }
  const round = cell('round').text.trim();
  if (round !== '' && !/^[1-9]\d{0,3}$/.test(round))
    faults.push(
      fault(cell('round'), `${quoted(round)} is no round`, 'a number from 1, or nothing for the final outcome'),
    );
  const text = scenario.agenda.flatMap((id) => {
    const issue = scenario.issues.find((one) => one.id === id)!;
    const own = cell(issueColumn(id));
    const wanted = folded(own.text);
    if (wanted === '') return [];
    const option = issue.options.find((one) => one.id === wanted || folded(one.name) === wanted);
    if (option === undefined) {
      const ids = issue.options.map((one) => one.id);
      faults.push(fault(own, `${id} has no option ${quoted(own.text)}`, `${ids.join(', ')}, or nothing`, ids));
      return [];
    }
    return [[id, option.id] as const];
  });
  const ids = scenario.parties.map((party) => party.id);
  const signed = cell('signed')
    .text.split(/[\s,;]+/)
    .filter((name) => name !== '')
    .map(folded);
  for (const name of signed)
    if (!ids.includes(name))
      faults.push(fault(cell('signed'), `no party is called ${quoted(name)}`, ids.join(' '), ids));
  if (faults.length > 0) return { group, faults };
  return {
    group,
    faults,
    row: {
      line: first.line,
      group,
      ...(round !== '' && { round: Number(round) }),
      text: Object.fromEntries(text),
      signed: [...new Set(signed)].sort(),
      note: cell('note').text.trim(),
    },
  };
}

function repeated(
  own: { readonly texts: readonly SheetRow[]; readonly final: SheetRow | undefined },
  { round }: SheetRow,
  cell: Cell,
): SheetFault | undefined {
  const before = round === undefined ? own.final : own.texts.find((one) => one.round === round);
  if (before === undefined) return undefined;
  const what = round === undefined ? 'an outcome' : `a text of round ${round}`;
  return fault(cell, `this group has ${what} already, in line ${before.line}`, 'one row a group and round');
}

function fault(
  { text, line, column }: Cell,
  message: string,
  expected: string,
  candidates: readonly string[] = [],
): SheetFault {
  return { line, column, message, found: text, expected, candidates };
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

function quoted(text: string): string {
  return JSON.stringify(text.trim());
}
