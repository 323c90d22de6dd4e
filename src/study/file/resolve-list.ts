import { settableField } from '../../scenario/override.ts';
import type { Path } from '../../scenario/problem.ts';
import { entry, valueAt, type Tree } from '../../scenario/tree.ts';
import type { Experiment, Value, Variation } from '../study.ts';
import { asFault, type Findings } from './findings.ts';
import { listOf, plainValue } from './resolve-variation.ts';

/** The cells of a list with a value for every path that any of them names; what one leaves out is the scenario's. */
export function resolveList(
  document: Tree,
  cells: readonly Readonly<Record<string, Value>>[],
  at: Path,
  findings: Findings,
): Pick<Experiment, 'varies' | 'design'> {
  const paths = [...new Set(cells.flatMap((cell) => Object.keys(cell)))];
  const varies = paths.flatMap((path): readonly Variation[] => {
    const naming = cells.flatMap((cell, index) => (Object.hasOwn(cell, path) ? [index] : []));
    const field = settableField(document, { path: path.split('.') });
    if (!field.ok) {
      findings.fault(asFault(field.error, { path: [...at, naming[0]!], key: path }));
      return [];
    }
    const own =
      naming.length < cells.length ? ownValue(document, path, [...at, naming[0]!, path], findings) : undefined;
    const values = [...new Set([...(own === undefined ? [] : [own]), ...naming.map((n) => cells[n]![path]!)])];
    const place = (n: number) => [...at, naming.find((index) => cells[index]![path] === values[n]) ?? naming[0]!, path];
    const list = listOf(document, path, values, place, findings);
    return list === undefined ? [] : [list];
  });
  const whole = cells.map((cell) =>
    varies.map(({ path }) => (Object.hasOwn(cell, path) ? plainValue(path, cell[path]!) : ownValueOf(document, path)!)),
  );
  return { varies, design: { type: 'list', cells: whole } };
}

function ownValue(document: Tree, path: string, at: Path, findings: Findings): Value | undefined {
  const own = ownValueOf(document, path);
  if (own !== undefined) return own;
  const message = 'is named by some cells and not by others, and what the scenario has there is not a single value';
  findings.fault({ path: at, message, hint: 'name it in every cell' });
  return undefined;
}

/** What the scenario says at a path, as `--set` would; `none` where it says nothing. */
function ownValueOf(document: Tree, path: string): Value | undefined {
  const written = valueAt(document, path.split('.'));
  const value = entry(written, 'value') ?? written;
  if (value === undefined) return 'none';
  return typeof value === 'object' ? undefined : plainValue(path, value as Value);
}
