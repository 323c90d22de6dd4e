import type { Basis, Quantity } from '../../model/quantity.ts';
import type { Scenario } from '../../model/scenario.ts';
import { printableLines } from '../prose/printable.ts';
import { paragraph } from './wrap.ts';

const WIDTH = 100;

/** One number with its place in the scenario, as `evidence` lists it. */
interface Row extends Pick<Quantity, 'value' | 'low' | 'high' | 'basis'> {
  readonly path: string;
}

/** Every number with its range and basis, and below them our paraphrase of each paragraph that is cited. */
export function evidenceTable(scenario: Scenario, rows: readonly Row[]): string {
  const widest = Math.max(...rows.map((row) => row.path.length));
  const lines = rows.flatMap((row) => rowLines(row, widest));
  return printableLines([scenario.title, '', ...lines, '', ...sources(scenario), '', tally(rows)].join('\n'));
}

function rowLines({ path, value, low, high, basis }: Row, widest: number): string[] {
  const range = low === high ? '' : `[${trimmed(low)}, ${trimmed(high)}]`;
  const head = `${path.padEnd(widest)}  ${trimmed(value).padStart(6)}  ${range.padEnd(14)}  `;
  const text = `${basisWord(basis)}${'reason' in basis ? `: ${basis.reason}` : ''}`;
  const lines = paragraph(text, Math.max(WIDTH, head.length + 40), ' '.repeat(head.length));
  return [head + lines[0]!.trimStart(), ...lines.slice(1)];
}

function basisWord(basis: Basis): string {
  switch (basis.kind) {
    case 'source':
      return `${basis.source} ${basis.paragraphs.map((n) => `¶${n}`).join(' ')}`;
    case 'imported':
      return `imported from ${basis.file}`;
    case 'override':
      return 'set on the command line';
    case 'assumption':
    case 'invented':
      return basis.kind;
  }
}

function sources(scenario: Scenario): string[] {
  return Object.entries(scenario.sources).flatMap(([key, source]) => [
    ...paragraph(`${key}: ${source.citation}`, WIDTH),
    ...Object.entries(source.paragraphs).flatMap(([n, text]) => {
      const lines = paragraph(text, WIDTH, '       ');
      return [`  ¶${n.padEnd(4)}${lines[0]!.trimStart()}`, ...lines.slice(1)];
    }),
  ]);
}

function tally(rows: readonly Row[]): string {
  const counts = new Map<string, number>();
  for (const { basis } of rows) counts.set(basis.kind, (counts.get(basis.kind) ?? 0) + 1);
  const parts = [...counts].map(([kind, count]) => `${count} ${kind === 'source' ? 'from a source' : kind}`);
  return `${rows.length} numbers: ${parts.join(', ')}.`;
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(4)));
}
