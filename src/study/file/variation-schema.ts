import { shown, type Fault } from '../../scenario/problem.ts';
import { didYouMean } from '../../scenario/spelling.ts';
import { entry, isMap } from '../../scenario/tree.ts';
import type { Value } from '../study.ts';
import { formOf, isWholeFrom } from './written-form.ts';
import { isValue, readBy, VALUE_SCHEMA } from './written-value.ts';

/** What a file says of a path that varies. `own` is the range that the scenario gives the number. */
export type VariationDraft =
  | { readonly type: 'list'; readonly values: readonly Value[] }
  | { readonly type: 'steps'; readonly range: Ends | 'own'; readonly steps: number }
  | { readonly type: 'uniform'; readonly range: Ends | 'own' }
  | { readonly type: 'triangular'; readonly range: Triangle | 'own' };

type Ends = readonly [low: number, high: number];
type Triangle = readonly [low: number, mode: number, high: number];

const FORMS =
  '[a, b, …], { range: [low, high], steps: n }, { uniform: [low, high] }, { triangular: [low, mode, high] } or own';

/** More are not told apart by anybody. */
const MOST_STEPS = 1000;

const ENDS = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 };
const OWN = { const: 'own', description: 'The range that the scenario gives the number.' };

export const variation = readBy<VariationDraft>(readVariation, {
  description: `What it may become: ${FORMS}. Of own, the mode of the triangle is the scenario’s value.`,
  anyOf: [
    { type: 'array', items: VALUE_SCHEMA, minItems: 1, description: 'Each of these values.' },
    OWN,
    formOf(
      'Evenly spaced values, both ends among them.',
      {
        range: { anyOf: [ENDS, OWN], description: 'The first and the last value.' },
        steps: { type: 'integer', minimum: 2, maximum: MOST_STEPS, description: 'How many values.' },
      },
      ['range', 'steps'],
    ),
    formOf(
      'Drawn, any value as likely as any other.',
      { uniform: { anyOf: [ENDS, OWN], description: 'The lowest and the highest value.' } },
      ['uniform'],
    ),
    formOf(
      'Drawn, most often near the mode.',
      {
        triangular: {
          anyOf: [{ ...ENDS, minItems: 3, maxItems: 3 }, OWN],
          description: 'The lowest value, the most likely one and the highest.',
        },
      },
      ['triangular'],
    ),
  ],
});

type Report = (fault: Fault) => void;

function readVariation(input: unknown, report: Report): VariationDraft | undefined {
  if (input === 'own') return { type: 'triangular', range: 'own' };
  if (Array.isArray(input)) return readList(input, report);
  if (!isMap(input)) {
    const hint = isValue(input) ? { hint: `write [${input}], or set it under set` } : {};
    report({ path: [], message: 'says not how it varies', found: shown(input), expected: FORMS, ...hint });
    return undefined;
  }
  const keys = Object.keys(input);
  const known = ['range', 'steps', 'uniform', 'triangular'];
  const strange = keys.filter((key) => !known.includes(key));
  for (const key of strange)
    report({ path: [], key, message: `unknown key "${key}"`, expected: FORMS, ...didYouMean(key, known) });
  if (strange.length > 0) return undefined;
  switch (keys.sort().join(' ')) {
    case 'range steps': {
      const steps = input['steps'];
      const range = readEnds(input, 'range', report);
      if (isWholeFrom(steps, 2, MOST_STEPS)) return range && { type: 'steps', range, steps };
      const expected = `a whole number from 2 to ${MOST_STEPS}`;
      report({ path: ['steps'], message: 'not a number of steps', found: shown(steps), expected });
      return undefined;
    }
    case 'uniform': {
      const range = readEnds(input, 'uniform', report);
      return range && { type: 'uniform', range };
    }
    case 'triangular': {
      const range = readNumbers(input, 'triangular', ['low', 'mode', 'high'], report) as Triangle | 'own' | undefined;
      return range && { type: 'triangular', range };
    }
    default: {
      const message =
        keys.length === 0
          ? 'says not how it varies'
          : `${keys.join(' and ')} alone ${keys.length === 1 ? 'says' : 'say'} not how it varies`;
      report({ path: [], message, expected: FORMS });
      return undefined;
    }
  }
}

function readList(input: readonly unknown[], report: Report): VariationDraft | undefined {
  const faults = input.flatMap((value, index): readonly Fault[] => {
    if (!isValue(value)) {
      const expected = 'a number, a word, true or false';
      return [{ path: [index], message: 'not a single value', found: shown(value), expected }];
    }
    if (input.indexOf(value) === index) return [];
    return [{ path: [index], message: `${shown(value)} stands in the list twice`, hint: 'take one of them away' }];
  });
  if (input.length === 0)
    faults.push({ path: [], message: 'is empty, so that there is no cell to play', expected: 'at least one value' });
  faults.forEach(report);
  return faults.length === 0 ? { type: 'list', values: input as readonly Value[] } : undefined;
}

function readEnds(input: unknown, key: string, report: Report): Ends | 'own' | undefined {
  return readNumbers(input, key, ['low', 'high'], report) as Ends | 'own' | undefined;
}

/** Numbers in ascending order, the first below the last. */
function readNumbers(
  input: unknown,
  key: string,
  names: readonly string[],
  report: Report,
): readonly number[] | 'own' | undefined {
  const value = entry(input, key);
  if (value === 'own') return value;
  const expected = `[${names.join(', ')}] or own`;
  if (!Array.isArray(value) || value.length !== names.length || !value.every((one) => Number.isFinite(one))) {
    report({ path: [key], message: `not a list of ${names.length} numbers`, found: shown(value), expected });
    return undefined;
  }
  const numbers = value as readonly number[];
  const found = `[${numbers.join(', ')}]`;
  const ascending = numbers.every((number, n) => n === 0 || numbers[n - 1]! <= number);
  if (!ascending) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const hint = `did you mean [${sorted.join(', ')}]?`;
    report({ path: [key], message: 'the numbers do not ascend', found, expected, hint });
    return undefined;
  }
  if (numbers[0] === numbers.at(-1)) {
    report({ path: [key], message: 'the range is a single point', found, expected, hint: 'set it under set' });
    return undefined;
  }
  return numbers;
}
