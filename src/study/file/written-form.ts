import { listed, type Fault } from '../../scenario/problem.ts';
import { didYouMean } from '../../scenario/spelling.ts';
import type { Tree } from '../../scenario/tree.ts';

/** The schema of a map that is told from others by the keys it must have, and has none but these. */
export function formOf(
  description: string,
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[],
): Readonly<Record<string, unknown>> {
  return { type: 'object', description, properties, required, additionalProperties: false };
}

/** Reports every key that is none of those known; whether there was none. */
export function knows(input: Tree, keys: readonly string[], report: (fault: Fault) => void): boolean {
  const strange = Object.keys(input).filter((key) => !keys.includes(key));
  for (const key of strange)
    report({
      path: [],
      key,
      message: `unknown key "${key}"`,
      expected: listed(keys, keys.length, 'and'),
      ...didYouMean(key, keys),
    });
  return strange.length === 0;
}

export function isWholeFrom(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
