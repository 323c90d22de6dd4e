import { z } from 'zod';
import { shown, type Fault } from '../../scenario/problem.ts';
import type { Value } from '../study.ts';

/** A part of a study file that is read by hand, so that what is wrong with it can be said in its own words. */
export function readBy<T>(
  read: (input: unknown, report: (fault: Fault) => void) => T | undefined,
  meta: Readonly<Record<string, unknown>> & { readonly description: string },
) {
  return z
    .unknown()
    .transform((input, context): T => {
      const faults: Fault[] = [];
      const value = read(input, (fault) => faults.push(fault));
      for (const { path, message, ...rest } of faults)
        context.issues.push({ code: 'custom', path: [...path], message, params: rest, input });
      return value ?? z.NEVER;
    })
    .meta(meta);
}

/** A single value, as `--set` takes it. */
export function isValue(input: unknown): input is Value {
  return (
    typeof input === 'string' || typeof input === 'boolean' || (typeof input === 'number' && Number.isFinite(input))
  );
}

export const VALUE_SCHEMA = { type: ['number', 'string', 'boolean'] };

export const writtenValue = readBy<Value>(
  (input, report) => {
    if (isValue(input)) return input;
    report({
      path: [],
      message: 'not a single value',
      found: shown(input),
      expected: 'a number, a word, true or false',
    });
    return undefined;
  },
  { description: 'What it is set to.', ...VALUE_SCHEMA },
);
