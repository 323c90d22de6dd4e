import type { Fact } from '../model/fact.ts';
import { isInput } from './inputs.ts';
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

export interface NamedFact {
  readonly type: string;
  readonly round: number;
}

/** Where a chain breaks. `line` counts from 1; `fact` names what stands there when it can still be read. */
export interface Break {
  readonly line: number;
  readonly code: 'empty' | 'not-json' | 'no-header' | 'format' | 'no-fact' | 'no-input' | 'changed' | 'unended-line';
  readonly fact?: NamedFact;
  /** The last fact that could be read before it. */
  readonly after?: NamedFact;
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
    // What can no longer be read is named by what stands before it.
    const after = facts.length === 0 ? {} : { after: named(facts.at(-1)!) };
    if (line === undefined) return broken(n + 1, 'not-json', after);
    if (!isFactLine(line)) return broken(n + 1, 'no-fact', after);
    if (journal.line(line.fact) !== lines[n]) return broken(n + 1, 'changed', { fact: named(line.fact) });
    if (isInputType(line.fact.type) && !isInput(line.fact))
      return broken(n + 1, 'no-input', { fact: named(line.fact) });
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

function named({ type, round }: Fact): NamedFact {
  return { type, round };
}

function isInputType(type: string): boolean {
  return type === 'seat.held' || type === 'answer.given' || type === 'course.changed';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isHeaderLine(line: unknown): line is { header: Header; version: string } {
  if (!isObject(line) || !isObject(line['header']) || typeof line['version'] !== 'string') return false;
  const { header } = line;
  const { overrides } = header;
  return (
    Object.keys(header).join(' ') === HEADER_KEYS &&
    typeof header['format'] === 'number' &&
    typeof header['rules'] === 'number' &&
    typeof header['generator'] === 'string' &&
    typeof header['seed'] === 'string' &&
    Array.isArray(overrides) &&
    overrides.every((one) => typeof one === 'string')
  );
}

const HEADER_KEYS = 'format rules generator seed overrides scenario';

function isFactLine(line: unknown): line is { fact: Fact } {
  return (
    isObject(line) &&
    isObject(line['fact']) &&
    typeof line['fact']['type'] === 'string' &&
    typeof line['fact']['round'] === 'number'
  );
}
