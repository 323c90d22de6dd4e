import { Option } from 'commander';
import { EXIT, Stop } from './exit.ts';

/** Options that several commands take, and what their values must be. */

export const seed = () => new Option('--seed <seed>', 'any text; without it one is drawn and shown');
export const set = () =>
  new Option('--set <path=value>', 'change a number or a choice of the scenario (repeatable)').argParser(
    (value: string, before: string[] | undefined) => [...(before ?? []), value],
  );
export const seat = () =>
  new Option(
    '--seat <party=program:cmd>',
    'give a seat to an external program (repeatable; docs/seat-protocol.md)',
  ).argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
export const seatTimeout = () =>
  new Option('--seat-timeout <seconds>', 'how long a program may take for an answer').default(5).argParser(positive);
export const json = () => new Option('--json', 'one JSON object on stdout (see docs/json.md)');
export const quiet = () => new Option('--quiet', 'nothing on stderr but errors');

export const repeated = (flags: string, description: string) =>
  new Option(flags, description).argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);

export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

export function whole(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new Stop(EXIT.usage, `parley: expected a whole number above 0, found ${value}`);
  return number;
}

export function wholeOrAll(value: string): number | 'all' {
  return value === 'all' ? value : whole(value);
}

export function fromZero(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isInteger(number) || number < 0)
    throw new Stop(EXIT.usage, `parley: expected a whole number from 0, found ${value}`);
  return number;
}

export function round(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isInteger(number) || number < 0)
    throw new Stop(EXIT.usage, `parley: expected the number of a round, found ${value}`);
  return number;
}

export function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0) || number === Infinity)
    throw new Stop(EXIT.usage, `parley: expected a number above 0, found ${value}`);
  return number;
}

export function shard(value: string): { readonly index: number; readonly of: number } {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(value)?.map(Number) ?? [];
  if (index === undefined || of === undefined || !(index < of))
    throw new Stop(EXIT.usage, `parley: expected a shard such as 0/4, counted from 0, found ${value}`);
  return { index, of };
}

/** `a,b` as a list. */
export function names(value: string): readonly string[] {
  const list = value.split(',').map((name) => name.trim());
  if (list.includes('')) throw new Stop(EXIT.usage, `parley: expected names with commas between, found ${value}`);
  return [...new Set(list)];
}

/** `0,4-7`: numbers from 0 and ranges of them. */
export function cells(value: string): readonly number[] {
  const found = value.split(',').flatMap((part) => {
    const [, low, high = low] = /^\s*(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part) ?? [];
    if (low === undefined || Number(high) < Number(low))
      throw new Stop(EXIT.usage, `parley: expected cells such as 0,4-7, found ${value}`);
    return Array.from({ length: Number(high) - Number(low) + 1 }, (_, n) => Number(low) + n);
  });
  return [...new Set(found)];
}

const FORMATS = ['csv', 'json', 'parquet'];

/** Formats of data by commas. */
export function formats(value: string): readonly string[] {
  const named = value.split(',').map((one) => one.trim());
  const unknown = named.find((one) => !FORMATS.includes(one));
  if (unknown !== undefined)
    throw new Stop(EXIT.usage, `parley: expected ${FORMATS.join(', ')}, or several by commas, found ${value}`);
  return named;
}
