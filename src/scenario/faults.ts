import type { z } from 'zod';
import { boundsText } from './bounds.ts';
import { fieldAt, type Field } from './fields.ts';
import { keysAt } from './names.ts';
import { dotted, listed, shown, type Fault, type Path } from './problem.ts';
import { BASIS_FORMS } from './read-quantity.ts';
import { didYouMean, nearest } from './spelling.ts';
import { isMap, valueAt } from './tree.ts';

type Issue = z.core.$ZodIssue;

/** What the schema found, in our words; one fault for each unknown key. The format is that of scenarios unless given. */
export function faultsOf(issues: readonly Issue[], document: unknown, format?: z.core.$ZodType): readonly Fault[] {
  const misspelt = new Set<string>();
  const faults = issues.flatMap((issue) => {
    const path = issue.path as Path;
    if (issue.code !== 'unrecognized_keys') return [faultOf(issue, path, document, format)];
    return issue.keys.map((key) => {
      const { meant, ...fault } = unknownKey(path, key, format);
      if (meant !== undefined) misspelt.add(dotted([...path, meant]));
      return fault;
    });
  });
  return faults.filter(({ missing, path }) => missing === undefined || !misspelt.has(dotted([...path, missing])));
}

/** A fault that may be the shadow of another: the key that is missing, because it was misspelt. */
type Shadow = Fault & { readonly missing?: string };

function unknownKey(path: Path, key: string, format?: z.core.$ZodType): Shadow & { readonly meant?: string } {
  const field = fieldAt(path, format);
  const known = field?.kind === 'section' ? field.fields.filter((name) => !UNSAID.includes(name)) : [];
  const meant = nearest(key, known);
  const hint = FOREIGN.get(key) ?? (meant && `did you mean "${meant}"?`);
  const fault = { path, key, message: `unknown key "${key}"`, expected: `one of ${listed(known, 30)}` };
  return { ...fault, ...(hint && { hint }), ...(meant && { meant }) };
}

/** Keys that need not be offered. */
const UNSAID: readonly string[] = ['id'];

const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['<<', 'merge keys are not part of YAML 1.2: use `extends`, or write the values out'],
]);

function faultOf(issue: Issue, path: Path, document: unknown, format?: z.core.$ZodType): Shadow {
  const value = valueAt(document, path);
  const field = fieldAt(path, format);
  if (value === undefined && path.length > 0 && parentExists(document, path)) return missingField(path, field);
  if (issue.code === 'custom')
    return { ...(issue.params as Omit<Fault, 'path' | 'message'>), path, message: issue.message };
  const beside = siblings(document, path, format);
  if (value === null && beside.length > 0) return emptyEntry(path, beside);
  const found = shown(value);
  const expected = field ? expectedText(field) : issue.message;
  const base = { path, found, expected };
  switch (issue.code) {
    case 'invalid_value': {
      const choices = issue.values.map(String);
      return { ...base, message: `${found} is none of the choices`, ...didYouMean(String(value), choices) };
    }
    case 'too_small':
    case 'too_big':
      if (issue.origin === 'string') return { ...base, message: 'may not be empty' };
      if (issue.origin === 'array') return { ...base, message: 'needs at least one entry' };
      return { ...base, message: `${found} is out of bounds`, expected: limits(issue) };
    case 'invalid_format':
      return {
        ...base,
        message: `${found} is not an id`,
        expected: 'lower-case letters, digits and hyphens, a letter first',
      };
    default:
      return { ...base, message: wrongKind(value, field), ...wrongKindHint(value, field) };
  }
}

/** The entries beside this one, where entries are named by ids. */
function siblings(document: unknown, path: Path, format?: z.core.$ZodType): readonly string[] {
  const above = fieldAt(path.slice(0, -1), format);
  if (above?.kind !== 'section' || !above.open || above.fields.includes(String(path.at(-1)))) return [];
  return keysAt(document, path.slice(0, -1)).filter((key) => key !== path.at(-1));
}

function emptyEntry(path: Path, beside: readonly string[]): Fault {
  const name = String(path.at(-1));
  const message = 'is empty, and there is nothing of this name to take away';
  return { path, message, found: 'nothing', ...didYouMean(name, beside) };
}

function limits(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  if (issue.code === 'too_small') return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
  return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
}

function missingField(path: Path, field: Field | undefined): Shadow {
  const name = String(path.at(-1));
  const expected =
    field &&
    (field.kind === 'section' || field.kind === 'quantity' ? field.about : `${expectedText(field)}: ${field.about}`);
  return { path: path.slice(0, -1), message: `${name} is missing`, missing: name, ...(expected && { expected }) };
}

function parentExists(document: unknown, path: Path): boolean {
  return isMap(valueAt(document, path.slice(0, -1)));
}

/** What may stand in a field, without what it is about. */
export function expectedText(field: Field): string {
  switch (field.kind) {
    case 'quantity':
      return boundsText(field.bounds);
    case 'choice':
      return `one of ${listed(field.choices)}`;
    case 'text':
      return 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'list':
      return 'a list: [one, another]';
    case 'section':
      return field.open
        ? 'a map from ids'
        : `a map with ${listed(
            field.fields.filter((name) => name !== 'basis'),
            8,
            'and',
          )}`;
  }
}

function wrongKind(value: unknown, field: Field | undefined): string {
  const wanted =
    field?.kind === 'section' ? 'a map' : field ? expectedText(field).replace(/:.*/, '') : 'something else';
  return `${shown(value)} where ${wanted} is expected`;
}

function wrongKindHint(value: unknown, field: Field | undefined): { readonly hint?: string } {
  if (value === null) return { hint: 'null takes away what the base has, and it has nothing here' };
  if (field?.kind === 'text' && (typeof value === 'number' || typeof value === 'boolean')) {
    return { hint: `put it in quotes: "${String(value)}"` };
  }
  if (field?.kind === 'boolean' && typeof value === 'string') {
    const [yes, no] = [/^(yes|on|y)$/i.test(value), /^(no|off|n)$/i.test(value)];
    if (yes || no) return { hint: `write ${yes ? 'true' : 'false'}` };
  }
  if (field?.kind === 'list' && typeof value === 'string') return { hint: `write [${value}]` };
  if (field?.about.startsWith('Basis')) return { hint: `a basis is ${BASIS_FORMS}` };
  return {};
}
