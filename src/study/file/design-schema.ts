import { dotted, listed, shown, type Fault, type Path } from '../../scenario/problem.ts';
import { didYouMean } from '../../scenario/spelling.ts';
import { entry, isMap, type Tree } from '../../scenario/tree.ts';
import type { Value } from '../study.ts';
import {
  readSensitivity,
  SENSITIVITY,
  SENSITIVITY_FORMS,
  SENSITIVITY_SCHEMAS,
  type SensitivityDraft,
} from './sensitivity-design.ts';
import { formOf, isWholeFrom, knows } from './written-form.ts';
import { isValue, readBy, VALUE_SCHEMA } from './written-value.ts';

/** A design as a file writes it: cells of a list name their values by path. */
export type DesignDraft =
  | { readonly type: 'grid' }
  | { readonly type: 'list'; readonly cells: readonly Readonly<Record<string, Value>>[] }
  | { readonly type: SampledDesign; readonly cells: number }
  | SensitivityDraft;

type SampledDesign = 'random' | 'latin-hypercube' | 'sobol-sequence';

const SAMPLED: readonly string[] = ['random', 'latin-hypercube', 'sobol-sequence'];
const TYPES = ['grid', 'list', ...SAMPLED, ...SENSITIVITY];
const FORMS = `grid, { type: list, cells: [{ path: value }, …] }, { type: random, latin-hypercube or sobol-sequence, cells: n }, ${SENSITIVITY_FORMS}`;

/** More cells are a slip of the pen. */
export const MOST_CELLS = 10_000_000;

export const design = readBy<DesignDraft>(readDesign, {
  description: `Which combinations are played: ${FORMS}; grid by default.`,
  anyOf: [
    { const: 'grid', description: 'Every combination of the lists; the first path varies slowest.' },
    formOf('Every combination of the lists.', { type: { const: 'grid', description: 'A grid.' } }, ['type']),
    formOf(
      'The combinations written here.',
      {
        type: { const: 'list', description: 'A list.' },
        cells: {
          type: 'array',
          minItems: 1,
          description: 'One map a cell; a path that it leaves out is as the scenario has it.',
          items: { type: 'object', additionalProperties: VALUE_SCHEMA },
        },
      },
      ['type', 'cells'],
    ),
    formOf(
      'Combinations drawn from what varies: independently, one a stratum, or along the sequence of Sobol’.',
      {
        type: { enum: SAMPLED, description: 'How they are drawn.' },
        cells: {
          type: 'integer',
          minimum: 1,
          maximum: MOST_CELLS,
          description: 'How many; of sobol-sequence, a power of two.',
        },
      },
      ['type', 'cells'],
    ),
    ...SENSITIVITY_SCHEMAS,
  ],
});

type Report = (fault: Fault) => void;

function readDesign(input: unknown, report: Report): DesignDraft | undefined {
  if (!isMap(input)) return readType(input, [], {}, report);
  const { type } = input;
  if (type === 'morris' || type === 'sobol') return readSensitivity(type, input, report);
  knows(input, ['type', 'cells'], report);
  if (input['type'] === undefined) {
    report({ path: [], message: 'type is missing', expected: FORMS });
    return undefined;
  }
  return readType(input['type'], ['type'], input, report);
}

function readType(type: unknown, at: Path, input: Tree, report: Report): DesignDraft | undefined {
  const cells = input['cells'];
  if (type === 'grid') {
    if (cells === undefined) return { type };
    report({ path: ['cells'], message: 'a grid has as many cells as there are combinations', hint: 'take cells away' });
    return undefined;
  }
  if (type === 'list') return readCells(cells, report);
  if (typeof type === 'string' && SAMPLED.includes(type)) {
    if (isWholeFrom(cells, 1, MOST_CELLS)) return { type: type as SampledDesign, cells };
    const path = cells === undefined ? [] : ['cells'];
    const message = cells === undefined ? `${type} does not say how many cells it draws` : 'not a number of cells';
    const found = cells === undefined ? {} : { found: shown(cells) };
    const whole = `a whole number from 1 to ${MOST_CELLS}`;
    const expected = cells === undefined ? `{ type: ${type}, cells: n }, n ${whole}` : `cells: ${whole}`;
    report({ path, message, ...found, expected });
    return undefined;
  }
  if (type === 'morris' || type === 'sobol') return readSensitivity(type, input, report);
  const hint = typeof type === 'string' ? didYouMean(type, TYPES) : {};
  report({ path: at, message: `${shown(type)} is not a design`, expected: `one of ${listed(TYPES)}`, ...hint });
  return undefined;
}

function readCells(cells: unknown, report: Report): DesignDraft | undefined {
  if (!Array.isArray(cells) || cells.length === 0) {
    const path = cells === undefined ? [] : ['cells'];
    const expected = 'cells: [{ path: value, path: value }, …]';
    report({ path, message: 'a list says which cells are played', found: shown(cells), expected });
    return undefined;
  }
  const faults = cells.flatMap((cell: unknown, index): readonly Fault[] => {
    const path = ['cells', index];
    if (!isMap(cell)) return [{ path, message: 'not a cell', found: shown(cell), expected: 'a map: { path: value }' }];
    const bad = Object.keys(cell).filter((key) => !isValue(entry(cell, key)));
    return bad.map((key) => {
      const expected = 'a number, a word, true or false';
      return { path: [...path, key], message: 'not a single value', found: shown(entry(cell, key)), expected };
    });
  });
  const told = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    if (!isMap(cell)) continue;
    const key = JSON.stringify(Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1)));
    const before = told.get(key);
    if (before !== undefined)
      faults.push({
        path: ['cells', index],
        message: `is the same cell as ${dotted(['cells', before])}`,
        hint: 'take one of them away',
      });
    told.set(key, index);
  }
  faults.forEach(report);
  return faults.length === 0 ? { type: 'list', cells: cells as readonly Readonly<Record<string, Value>>[] } : undefined;
}
