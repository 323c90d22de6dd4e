import { LIKELIHOOD, type LikelihoodWord } from '../model/quantity.ts';
import { boundsText, outOfBounds, takesWords, within, type Bounds } from './bounds.ts';
import { isLikelihoodWord, middleOf, WORDS } from './likelihood.ts';
import { shown, type Report } from './problem.ts';
import { didYouMean } from './spelling.ts';

/** A number whose basis has still to be looked up. */
export interface Draft {
  readonly type: 'draft';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly word?: LikelihoodWord;
  readonly basis?: string;
}

const KEYS = ['value', 'range', 'basis'] as const;

/** Reads one number; reports what is wrong with it by paths from the number itself. */
export function readQuantity(input: unknown, bounds: Bounds, report: Report): Draft | undefined {
  if (typeof input === 'number' || typeof input === 'string') return readValue(input, [], bounds, report);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    report({ path: [], message: 'not a number', found: shown(input), expected: expectation(bounds) });
    return undefined;
  }
  const parts = input as Readonly<Record<string, unknown>>;
  let sound = true;
  const fail: Report = (fault) => {
    sound = false;
    report(fault);
  };
  for (const key of Object.keys(parts)) {
    if (KEYS.includes(key as (typeof KEYS)[number])) continue;
    fail({
      path: [],
      key,
      message: `unknown key "${key}"`,
      expected: 'value, range and basis',
      ...didYouMean(key, KEYS),
    });
  }
  if (parts['basis'] !== undefined && typeof parts['basis'] !== 'string') {
    fail({ path: ['basis'], message: 'a basis is a text', found: shown(parts['basis']), expected: BASIS_FORMS });
  }
  if (parts['value'] === undefined) {
    if (sound) fail({ path: [], message: 'has no value', found: shown(input), expected: expectation(bounds) });
    return undefined;
  }
  const point = readValue(parts['value'], ['value'], bounds, fail);
  const range = readRange(parts['range'], bounds, fail);
  if (point === undefined || !sound) return undefined;
  const [low, high] = range ?? [point.low, point.high];
  if (point.value < low || point.value > high) {
    fail({
      path: ['value'],
      message: `the value ${point.word ? `"${point.word}" (${point.value})` : point.value} lies outside its range`,
      found: `${point.value}, with the range [${low}, ${high}]`,
      expected: 'a range that contains the value: [low, high]',
    });
    return undefined;
  }
  return { ...point, low, high, ...(typeof parts['basis'] === 'string' && { basis: parts['basis'] }) };
}

function readValue(value: unknown, path: readonly string[], bounds: Bounds, report: Report): Draft | undefined {
  if (typeof value === 'number') {
    // JSON has no −0, and a record must read back as it was written.
    const plain = value === 0 ? 0 : value;
    if (within(bounds, value)) return { type: 'draft', value: plain, low: plain, high: plain };
    report({ path, message: outOfBounds(value, bounds), found: String(value), expected: boundsText(bounds) });
    return undefined;
  }
  if (typeof value === 'string' && isLikelihoodWord(value)) {
    const [low, high] = LIKELIHOOD[value];
    if (takesWords(bounds)) return { type: 'draft', value: middleOf(value), low, high, word: value };
    const message = 'a word of likelihood stands only for a number from 0 to 1';
    report({ path, message, found: shown(value), expected: boundsText(bounds) });
    return undefined;
  }
  const hint = typeof value === 'string' ? numberHint(value, bounds) : {};
  report({ path, message: 'not a number', found: shown(value), expected: expectation(bounds), ...hint });
  return undefined;
}

function numberHint(text: string, bounds: Bounds): { readonly hint?: string } {
  const [, digits, percent] = /^\s*([-+]?\d+(?:[.,]\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
  if (digits === undefined) return takesWords(bounds) ? didYouMean(text, WORDS) : {};
  const number = Number(digits.replace(',', '.'));
  return { hint: `write ${percent ? number / 100 : number}, without quotes` };
}

function readRange(range: unknown, bounds: Bounds, report: Report): readonly [number, number] | undefined {
  if (range === undefined) return undefined;
  const path = ['range'];
  const expected = `[low, high], each ${boundsText(bounds)}`;
  if (!Array.isArray(range) || range.length !== 2 || !range.every((end) => typeof end === 'number')) {
    report({ path, message: 'a range is a list of two numbers', found: shown(range), expected });
    return undefined;
  }
  const [low, high] = range as [number, number];
  const outside = [low, high].find((end) => !within(bounds, end));
  if (outside !== undefined) {
    report({ path, message: `the range reaches out of bounds with ${outside}`, found: `[${low}, ${high}]`, expected });
    return undefined;
  }
  if (low > high) {
    const hint = `did you mean [${high}, ${low}]?`;
    report({ path, message: 'the range is upside down', found: `[${low}, ${high}]`, expected: '[low, high]', hint });
    return undefined;
  }
  return [low === 0 ? 0 : low, high === 0 ? 0 : high];
}

export const BASIS_FORMS = '"source <key> ¶n: reason", "assumption: reason" or "invented: reason"';

function expectation(bounds: Bounds): string {
  const words = takesWords(bounds) ? ', or a word of likelihood such as "likely"' : '';
  return `${boundsText(bounds)}${words}; alone, or as { value, range: [low, high], basis }`;
}
