import type { Fact } from '../model/fact.ts';
import { FORMAT, Journal, type Header } from './journal.ts';

/** A record that was read and whose chain holds. */
export interface Chain {
  readonly header: Header;
  readonly version: string;
  readonly facts: readonly Fact[];
  readonly hash: string;
  /** Whether its conference came to an end. */
  readonly ended: boolean;
}

/** Where a chain breaks. `line` counts from 1; `fact` names what stands there when it can still be read. */
export interface Break {
  readonly line: number;
  readonly code: 'empty' | 'not-json' | 'no-header' | 'format' | 'no-fact' | 'changed' | 'unended-line';
  readonly fact?: { readonly type: string; readonly round: number };
  readonly found?: string;
}

/** Checks a record line by line: each must be exactly what this chain would have written. */
export function readChain(
  text: string,
): { readonly ok: true; readonly chain: Chain } | { readonly ok: false; readonly problem: Break } {
  if (text === '') return broken(1, 'empty');
  const lines = text.split('\n');
  if (lines.pop() !== '') return broken(lines.length + 1, 'unended-line');
  const first = parsed(lines[0]!);
  if (first === undefined) return broken(1, 'not-json');
  if (!isHeaderLine(first)) return broken(1, 'no-header');
  if (first.header.format !== FORMAT) return broken(1, 'format', { found: String(first.header.format) });
  const journal = new Journal(first.header, first.version);
  if (journal.first !== lines[0]) return broken(1, 'changed');
  const facts: Fact[] = [];
  for (let n = 1; n < lines.length; n++) {
    const line = parsed(lines[n]!);
    if (line === undefined) return broken(n + 1, 'not-json');
    if (!isFactLine(line)) return broken(n + 1, 'no-fact');
    if (journal.line(line.fact) !== lines[n])
      return broken(n + 1, 'changed', { fact: { type: line.fact.type, round: line.fact.round } });
    facts.push(line.fact);
  }
  const ended = facts.at(-1)?.type === 'conference.ended';
  return { ok: true, chain: { header: first.header, version: first.version, facts, hash: journal.hash, ended } };
}

function broken(line: number, code: Break['code'], more: Partial<Break> = {}): { ok: false; problem: Break } {
  return { ok: false, problem: { line, code, ...more } };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) ?? undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isHeaderLine(line: unknown): line is { header: Header; version: string } {
  if (!isObject(line) || !isObject(line['header']) || typeof line['version'] !== 'string') return false;
  const { header } = line;
  return (
    typeof header['format'] === 'number' &&
    typeof header['rules'] === 'number' &&
    typeof header['seed'] === 'string' &&
    'scenario' in header
  );
}

function isFactLine(line: unknown): line is { fact: Fact } {
  return (
    isObject(line) &&
    isObject(line['fact']) &&
    typeof line['fact']['type'] === 'string' &&
    typeof line['fact']['round'] === 'number'
  );
}
