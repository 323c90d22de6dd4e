import { LIKELIHOOD } from '../model/quantity.ts';
import type { ProtocolName, TacticKind } from '../model/scenario.ts';
import { boundsText, outOfBounds, takesWords, within } from './bounds.ts';
import { fieldsOfTactic } from './check-tactics.ts';
import { expectedText } from './faults.ts';
import { fieldAt, isOptional, type Field } from './fields.ts';
import { isLikelihoodWord, middleOf, WORDS } from './likelihood.ts';
import { dotted, listed, shown, type Path, type Problem } from './problem.ts';
import { bad, ok, type Result } from './result.ts';
import { didYouMean } from './spelling.ts';
import { isMap, valueAt, withValue, type Tree } from './tree.ts';

/** One `path=value` of the command line. */
export interface Override {
  readonly text: string;
  readonly path: Path;
  readonly value: string;
}

export function readOverride(text: string): Result<Override, Problem> {
  const split = text.indexOf('=');
  const path = text.slice(0, split).trim().split('.');
  if (split > 0 && !path.includes('')) return ok({ text, path, value: text.slice(split + 1).trim() });
  const hint = 'such as --set model.press.cap=0.1';
  return bad({
    file: '--set',
    message: 'an override is written path=value',
    found: shown(text),
    hint,
    severity: 'error',
    usage: true,
  });
}

/** A problem that the command line is to blame for. */
export function blame(
  { path }: Pick<Override, 'path'>,
  problem: Pick<Problem, 'message' | 'found' | 'expected' | 'hint'>,
): Problem {
  return { file: `--set ${dotted(path)}`, path: dotted(path), ...problem, severity: 'error', usage: true };
}

/** The document with one thing set; a number keeps its range, widened where need be, which is a warning. */
export function applied(
  document: Tree,
  override: Override,
): Result<{ readonly document: Tree; readonly warning?: Problem }, Problem> {
  const field = settableField(document, override);
  if (!field.ok) return field;
  const { path, value } = override;
  const set = (to: unknown) => ok({ document: withValue(document, path, to) as Tree });
  const no = (problem: Pick<Problem, 'message' | 'expected' | 'hint'>) =>
    bad(blame(override, { found: shown(value), ...problem }));
  const choices = field.value.kind === 'choice' ? field.value.choices : [];
  if (value === 'none' && isOptional(path) && !choices.includes(value)) return set(undefined);
  switch (field.value.kind) {
    case 'quantity':
      return setNumber(document, override, field.value);
    case 'choice': {
      if (choices.includes(value)) return ok({ document: withoutIdle(withValue(document, path, value) as Tree, path) });
      return no({
        message: `${shown(value)} is none of the choices`,
        expected: `one of ${listed(choices)}`,
        ...didYouMean(value, choices),
      });
    }
    case 'boolean':
      if (value === 'true' || value === 'false') return set(value === 'true');
      return no({ message: `${shown(value)} is neither true nor false`, expected: 'true or false' });
    case 'number':
      if (value !== '' && Number.isFinite(Number(value))) return set(Number(value));
      return no({ message: `${shown(value)} is not a number`, expected: 'a number' });
    case 'list':
      return set(
        value
          .replace(/^\[(.*)\]$/s, '$1')
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      );
    case 'text':
      return set(value);
    case 'section':
      return no({
        message: 'this is a section, not a single value',
        expected: `one of its parts: ${listed(partsOf(document, path, field.value))}`,
      });
  }
}

/** With another tactic or protocol goes what it would ignore, lest a change of one word take five. */
function withoutIdle(document: Tree, path: Path): Tree {
  const changesProtocol = dotted(path) === 'conference.protocol';
  if (!changesProtocol && !(path[0] === 'parties' && path.length === 4 && path[2] === 'tactic' && path[3] === 'kind'))
    return document;
  const protocol = (valueAt(document, ['conference', 'protocol']) ?? 'single-text') as ProtocolName;
  const parties = valueAt(document, ['parties']);
  const changed = changesProtocol ? Object.keys(isMap(parties) ? parties : {}) : [String(path[1])];
  let trimmed: unknown =
    protocol === 'single-text' ? withValue(document, ['conference', 'order'], undefined) : document;
  for (const party of changed) {
    const tactic = valueAt(document, ['parties', party, 'tactic']);
    if (!isMap(tactic)) continue;
    const own = fieldsOfTactic((tactic['kind'] ?? 'time-dependent') as TacticKind, protocol);
    for (const key of Object.keys(tactic))
      if (key !== 'kind' && !own.includes(key))
        trimmed = withValue(trimmed, ['parties', party, 'tactic', key], undefined);
  }
  return trimmed as Tree;
}

function setNumber(
  document: Tree,
  override: Override,
  { bounds }: Extract<Field, { kind: 'quantity' }>,
): ReturnType<typeof applied> {
  const { path, value: text } = override;
  const word = isLikelihoodWord(text) && takesWords(bounds) ? text : undefined;
  const value = word ? middleOf(word) : text === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value) || !within(bounds, value)) {
    const message = Number.isFinite(value) ? outOfBounds(value, bounds) : `${shown(text)} is not a number`;
    const words = takesWords(bounds) ? ', or a word of likelihood' : '';
    const hint = Number.isFinite(value) || !takesWords(bounds) ? {} : didYouMean(text, WORDS);
    return bad(blame(override, { message, found: shown(text), expected: `${boundsText(bounds)}${words}`, ...hint }));
  }
  const [low, high] = rangeAt(document, path) ?? (word ? LIKELIHOOD[word] : [value, value]);
  const range = [Math.min(low, value), Math.max(high, value)];
  const changed = withValue(document, path, { value: word ?? value, range, basis: 'override' }) as Tree;
  if (value >= low && value <= high) return ok({ document: changed });
  const { usage: _, ...problem } = blame(override, {
    message: `${value} lies outside the range that the scenario gives`,
    found: String(value),
    expected: low === high ? `${low}, which has no range` : `${low} to ${high}`,
    hint: 'it is used all the same, and the range is widened to hold it',
  });
  return ok({ document: changed, warning: { ...problem, severity: 'warning' } });
}

/** In a canonical document every number has its range written out. */
function rangeAt(document: Tree, path: Path): readonly [number, number] | undefined {
  const range = valueAt(document, [...path, 'range']);
  return Array.isArray(range) ? (range as unknown as readonly [number, number]) : undefined;
}

const SEALED: readonly string[] = ['basis', 'extends', 'id'];

/** The keys that can be named next below a section. */
function partsOf(document: Tree, path: Path, field: Field): readonly string[] {
  const inside = valueAt(document, path);
  const there = isMap(inside) || Array.isArray(inside) ? Object.keys(inside) : [];
  const known = field.kind === 'section' ? field.fields : [];
  return [...new Set([...known, ...there])].filter((key) => !SEALED.includes(key));
}

/** The field that a path leads to in this document, or why there is nothing to set. */
export function settableField(document: Tree, override: Pick<Override, 'path'>): Result<Field, Problem> {
  const { path } = override;
  for (let depth = 0; depth < path.length; depth++) {
    const above = path.slice(0, depth);
    const field = fieldAt(above)!;
    const key = String(path[depth]);
    if (field.kind !== 'section' && field.kind !== 'list') {
      const message = `${dotted(above)} has no parts: it is ${expectedText(field)}`;
      return bad(blame(override, { message, hint: `write --set ${dotted(above)}=…` }));
    }
    const parts = partsOf(document, above, field);
    if (parts.includes(key) && fieldAt(path.slice(0, depth + 1))) continue;
    const where = depth === 0 ? 'a scenario' : dotted(above);
    const { hint } = didYouMean(key, parts);
    const meant = /"(.*)"/.exec(hint ?? '')?.[1];
    return bad(
      blame(override, {
        message: `there is no "${key}" in ${where}`,
        expected: `one of ${listed(parts)}`,
        ...(meant !== undefined && { hint: `did you mean ${dotted([...above, meant, ...path.slice(depth + 1)])}?` }),
      }),
    );
  }
  return ok(fieldAt(path)!);
}
