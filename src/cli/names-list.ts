import { parse } from 'csv-parse/sync';
import { readSource, type Kind } from '../scenario/source-text.ts';
import { fileLabel } from '../scenario/bundled-files.ts';
import { printed } from '../scenario/problem-text.ts';
import type { Problem } from '../scenario/problem.ts';
import { EXIT, Stop } from './exit.ts';

const LIST: Kind = { name: 'list of names', hint: 'name the file in it', largest: 1024 * 1024 };
/** Longer than any name of a person; a file with such a line is another kind of file. */
const LONGEST = 200;
/** More people than any class has. */
const MOST = 10_000;

/** The people of a class: a name a line, or the column `name` of a CSV. Stops where the file is neither. */
export function givenNames(path: string): readonly string[] {
  const file = fileLabel(path);
  const source = readSource(path, file, LIST);
  if (!source.ok) throw new Stop(EXIT.badInput, printed(source.error));
  const names = namesIn(source.value, file);
  if ('message' in names) throw new Stop(EXIT.badInput, printed([names]));
  return names;
}

/**
 * Names in a text. Without a column `name` in its first line it is a plain list, in which a comma is part of a name;
 * quotes around a whole line are taken off. Empty lines are passed over.
 */
export function namesIn(text: string, file: string): readonly string[] | Problem {
  const no = (message: string, more: Partial<Problem> = {}): Problem => ({ file, message, ...more, severity: 'error' });
  const lines = text.replace(/^\u{feff}/u, '').split(/\r\n|\n|\r/);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const separator = [',', ';', '\t'].find((one) => first.includes(one)) ?? ',';
  const isTable = first.split(separator).some((cell) => isNameColumn(cell));
  const named = isTable
    ? columnOf(text, separator)
    : lines.map((line, index) => ({ name: unquoted(line), line: index + 1 }));
  if ('trouble' in named)
    return no(named.trouble, { line: named.line, hint: 'a cell with a quote in it is written "like ""this"""' });
  const people = named.filter(({ name }) => name !== '');
  if (people.length === 0)
    return no('this list holds no names', { expected: 'a name a line, or a column called name' });
  if (people.length > MOST) return no(`this list holds ${people.length} names`, { expected: `at most ${MOST}` });
  const long = people.find(({ name }) => name.length > LONGEST);
  if (long !== undefined)
    return no(`this is no name: ${long.name.length} characters`, { line: long.line, expected: 'a name a line' });
  return people.map(({ name }) => name);
}

interface Named {
  readonly name: string;
  readonly line: number;
}

function columnOf(
  text: string,
  separator: string,
): readonly Named[] | { readonly trouble: string; readonly line: number } {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    const column = rows[0]!.record.findIndex(isNameColumn);
    return rows.slice(1).map(({ record, info }) => ({ name: clean(record[column] ?? ''), line: info.lines }));
  } catch (error) {
    const { message, lines } = error as Error & { readonly lines?: number };
    return { trouble: `this is not CSV: ${message.replace(/ at line \d+.*/s, '')}`, line: lines ?? 1 };
  }
}

function isNameColumn(cell: string): boolean {
  return /^name$/i.test(unquoted(cell));
}

function unquoted(line: string): string {
  const text = line.trim();
  return clean(/^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text);
}

/** On one line, in the form in which the same letters are the same characters. */
function clean(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
