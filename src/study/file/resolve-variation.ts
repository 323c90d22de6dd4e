import { boundsText, outOfBounds, within, type Bounds } from '../../scenario/bounds.ts';
import type { Row } from '../../scenario/evidence.ts';
import { fieldAt, type Field } from '../../scenario/fields.ts';
import { isLikelihoodWord, middleOf } from '../../scenario/likelihood.ts';
import { applied, settableField } from '../../scenario/override.ts';
import { dotted, type Path } from '../../scenario/problem.ts';
import { valueAt, type Tree } from '../../scenario/tree.ts';
import type { Value, Variation } from '../study.ts';
import { asFault, type Findings } from './findings.ts';
import type { VariationDraft } from './variation-schema.ts';

type Draft<T extends VariationDraft['type']> = Extract<VariationDraft, { type: T }>;

/** A variation with its numbers written out and within what the path may be; nothing where that cannot be. */
export function resolveVariation(
  document: Tree,
  path: string,
  draft: VariationDraft,
  at: Path,
  findings: Findings,
): Variation | undefined {
  const found = settableField(document, { path: path.split('.') });
  if (!found.ok) {
    findings.fault(asFault(found.error, { path: at.slice(0, -1), key: path }));
    return undefined;
  }
  const field = found.value;
  switch (draft.type) {
    case 'list':
      return listOf(document, path, draft.values, (n) => [...at, n], findings);
    case 'steps':
      return stepsOf(document, path, draft, at, findings, field);
    case 'uniform':
    case 'triangular':
      return distributionOf(document, path, draft, at, findings, field);
  }
}

/** Every value must be one that the path can be set to. */
export function listOf(
  document: Tree,
  path: string,
  values: readonly Value[],
  place: (n: number) => Path,
  findings: Findings,
): Variation | undefined {
  let sound = true;
  const warned = new Set<string>();
  for (const [n, value] of values.entries()) {
    const at = place(n);
    const next = applied(document, { text: '', path: path.split('.'), value: String(value) });
    if (!next.ok) {
      sound = false;
      findings.fault(asFault(next.error, { path: at }));
    } else if (next.value.warning && !warned.has(dotted(at))) {
      findings.warn(asFault(next.value.warning, { path: at }));
      warned.add(dotted(at));
    }
  }
  return sound ? { path, type: 'list', values: values.map((value) => plainValue(path, value)) } : undefined;
}

/** The value as its field has it: a number for a number, also where a word of likelihood stands for it. */
export function plainValue(path: string, value: Value): Value {
  const kind = fieldAt(path.split('.'))?.kind;
  if (kind === 'boolean') return value === true || value === 'true';
  if (kind !== 'quantity' && kind !== 'number') return typeof value === 'string' ? value : String(value);
  if (typeof value === 'string' && isLikelihoodWord(value)) return middleOf(value);
  return value === 'none' ? value : Number(value);
}

/** The whole range of a number as a scenario gives it. */
export function triangularWithin({ path, value, low, high }: Pick<Row, 'path' | 'value' | 'low' | 'high'>): Variation {
  return { path, type: 'triangular', low, mode: value, high, whole: isWhole(fieldAt(path.split('.'))) };
}

function stepsOf(
  document: Tree,
  path: string,
  { range, steps }: Draft<'steps'>,
  at: Path,
  findings: Findings,
  field: Field,
): Variation | undefined {
  if (field.kind !== 'quantity' && field.kind !== 'number') return notANumber(at, findings);
  const ends = range === 'own' ? ownRange(document, path, at, findings) : range;
  if (ends === undefined) return undefined;
  const [low, , high] = ends.length === 2 ? [ends[0], 0, ends[1]] : ends;
  const whole = isWhole(field);
  const values = Array.from({ length: steps }, (_, n) => {
    const value = n === steps - 1 ? high : low + ((high - low) * n) / (steps - 1);
    return whole ? Math.round(value) : Number(value.toPrecision(12));
  });
  if (new Set(values).size < steps) {
    const expected = `at most ${high - low + 1}, for as many whole numbers lie there`;
    findings.fault({ path: at, message: `${steps} steps from ${low} to ${high} are too many`, expected });
    return undefined;
  }
  return listOf(document, path, values, () => at, findings);
}

function distributionOf(
  document: Tree,
  path: string,
  draft: Draft<'uniform' | 'triangular'>,
  at: Path,
  findings: Findings,
  field: Field,
): Variation | undefined {
  if (field.kind !== 'quantity') return notANumber(at, findings);
  const whole = isWhole(field);
  if (draft.range === 'own') {
    const own = ownRange(document, path, at, findings);
    if (own === undefined) return undefined;
    const [low, mode, high] = own;
    return draft.type === 'uniform'
      ? { path, type: 'uniform', low, high, whole }
      : { path, type: 'triangular', low, mode, high, whole };
  }
  const place = [...at, draft.type];
  const outside = draft.range.find((end) => !within(field.bounds, end));
  if (outside !== undefined) return faultOfBounds(outside, field.bounds, place, findings);
  for (const end of [draft.range[0], draft.range.at(-1)!]) {
    const next = applied(document, { text: '', path: path.split('.'), value: String(end) });
    if (next.ok && next.value.warning) findings.warn(asFault(next.value.warning, { path: place }));
  }
  if (draft.range.length === 2) return { path, type: 'uniform', low: draft.range[0], high: draft.range[1], whole };
  const [low, mode, high] = draft.range;
  return { path, type: 'triangular', low, mode, high, whole };
}

function faultOfBounds(value: number, bounds: Bounds, at: Path, findings: Findings): undefined {
  findings.fault({ path: at, message: outOfBounds(value, bounds), found: String(value), expected: boundsText(bounds) });
}

function notANumber(at: Path, findings: Findings): undefined {
  findings.fault({
    path: at,
    message: 'is no number to be drawn or stepped through',
    expected: 'a list: [one, another]',
  });
}

/** In a canonical document every number has its range written out. */
function ownRange(
  document: Tree,
  path: string,
  at: Path,
  findings: Findings,
): readonly [low: number, mode: number, high: number] | undefined {
  const written = valueAt(document, path.split('.')) as Tree | undefined;
  const range = valueAt(written, ['range']) as readonly [number, number] | undefined;
  const value = plainValue(path, valueAt(written, ['value']) as Value);
  if (range !== undefined && range[0] < range[1]) return [range[0], value as number, range[1]];
  const message = 'has no range of its own to vary in';
  const found = range === undefined ? 'no such number in the scenario' : `${String(value)}, and no range`;
  const expected = '{ uniform: [low, high] }, { triangular: [low, mode, high] } or a list';
  findings.fault({ path: at, message, found, expected });
  return undefined;
}

function isWhole(field: Field | undefined): boolean {
  return field?.kind === 'quantity' && field.bounds.whole === true;
}
