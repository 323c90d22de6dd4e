import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Scenario } from '../model/scenario.ts';
import { readChain, type Chain } from '../record/chain.ts';
import { outcomeOf } from '../record/result.ts';
import { brokenIn } from './broken.ts';
import { numbersOf, setsOf } from './course.ts';
import { EXIT, Stop } from './exit.ts';
import { reasonOf } from './output.ts';

/** A record whose chain holds, with the scenario as it stands at its end. */
export interface GivenRecord extends Chain {
  readonly file: string;
  readonly scenario: Scenario;
}

/** Why a record cannot be used, and at which of its lines, counted from 1. */
export interface Unusable {
  readonly why: string;
  readonly line?: number;
}

/** Reads a record and checks its chain; stops with the line at which it breaks. Records of other rules will do. */
export function givenRecord(command: string, file: string): GivenRecord {
  const read = readRecord(file, textOf(command, file));
  if (!read.ok) throw unusable(command, file, read.why, read.line);
  return read.record;
}

/** The same of a text, for who has something to say of every file. */
export function readRecord(
  file: string,
  text: string,
): { readonly ok: true; readonly record: GivenRecord } | ({ readonly ok: false } & Unusable) {
  const read = readChain(text);
  if (!read.ok) return { ok: false, why: brokenIn(read.problem), line: read.problem.line };
  const { chain } = read;
  const numbers = numbersOf(chain.header, setsOf(chain.facts));
  if (!numbers.ok) return { ok: false, why: `its scenario cannot be read: ${numbers.error[0]?.message}`, line: 1 };
  const scenario = numbers.value.last;
  try {
    outcomeOf(scenario, chain.facts);
  } catch {
    return { ok: false, why: 'its facts speak of parties that its scenario does not have' };
  }
  return { ok: true, record: { ...chain, file, scenario } };
}

const BEGINNING = '{"header":';

/** Whether a file begins as a record does; nothing is said of the rest. What cannot be read is none. */
export function isRecord(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false;
    const handle = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(BEGINNING.length);
      return readSync(handle, bytes) === bytes.length && bytes.toString('latin1') === BEGINNING;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // Only the file system's errors have a code of letters; anything else is ours.
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return false;
  }
}

export function unusable(command: string, file: string, why: string, line?: number): Stop {
  return new Stop(EXIT.badInput, `parley ${command}: ${file}${line === undefined ? '' : `:${line}`}: ${why}`);
}

function textOf(command: string, file: string): string {
  try {
    if (!statSync(file).isFile()) throw unusable(command, file, 'this is no ordinary file');
    return readFileSync(file, 'utf8');
  } catch (error) {
    // Only the file system's errors have a code of letters; anything else is ours.
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    throw unusable(command, file, reasonOf(error));
  }
}
