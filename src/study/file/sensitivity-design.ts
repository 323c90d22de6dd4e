import type { Scenario } from '../../model/scenario.ts';
import { evidenceOf } from '../../scenario/evidence.ts';
import { shown, type Fault, type Path } from '../../scenario/problem.ts';
import { didYouMean } from '../../scenario/spelling.ts';
import type { Tree } from '../../scenario/tree.ts';
import { cellsOfIndices } from '../sensitivity/mixtures.ts';
import { cellsOf } from '../sensitivity/trajectories.ts';
import type { Design, Experiment, Factor, Variation } from '../study.ts';
import type { Where } from './check-design.ts';
import type { Findings } from './findings.ts';
import { formOf, isWholeFrom, knows } from './written-form.ts';

/** A design for sensitivity as a file writes it; `of` names the numbers that have an index each. */
export type SensitivityDraft =
  | { readonly type: 'morris'; readonly trajectories: number; readonly levels: number }
  | { readonly type: 'sobol'; readonly rows: number; readonly of?: readonly string[] };

export const SENSITIVITY: readonly string[] = ['morris', 'sobol'];
export const SENSITIVITY_FORMS =
  '{ type: morris, trajectories: n, levels: n } or { type: sobol, rows: n, of: [path, …] }';

/** An index costs a run a row, and its interval is wide where there are many. */
const MOST_INDICES = 12;
const MOST_WALKS = 10_000;
const MOST_LEVELS = 100;
const MOST_ROWS = 1_000_000;
/** Morris's own choice, and the most usual. */
const LEVELS = 4;

export const SENSITIVITY_SCHEMAS = [
  formOf(
    'Elementary effects of all that varies (Morris 1991): read with stats --sensitivity.',
    {
      type: { const: 'morris', description: 'Walks through a grid over the ranges, each moving every number once.' },
      trajectories: { type: 'integer', minimum: 2, maximum: MOST_WALKS, description: 'How many walks; 10 to 50.' },
      levels: {
        type: 'integer',
        minimum: 2,
        maximum: MOST_LEVELS,
        description: 'Levels of the grid, an even number; 4 by default.',
      },
    },
    ['type', 'trajectories'],
  ),
  formOf(
    'Indices of Sobol’ (Saltelli et al. 2010): read with stats --sensitivity.',
    {
      type: { const: 'sobol', description: 'Two matrices of draws, and their mixtures.' },
      rows: { type: 'integer', minimum: 4, maximum: MOST_ROWS, description: 'Rows of each matrix, a power of two.' },
      of: {
        type: 'array',
        items: { type: 'string' },
        minItems: 1,
        maxItems: MOST_INDICES,
        description: 'The numbers that have an index each; all that varies, where that is at most twelve.',
      },
    },
    ['type', 'rows'],
  ),
];

type Report = (fault: Fault) => void;

export function readSensitivity(type: 'morris' | 'sobol', input: Tree, report: Report): SensitivityDraft | undefined {
  return type === 'morris' ? readMorris(input, report) : readSobol(input, report);
}

function readMorris(input: Tree, report: Report): SensitivityDraft | undefined {
  const { trajectories, levels = LEVELS } = input;
  const isKnown = knows(input, ['type', 'trajectories', 'levels'], report);
  const isCounted = isWholeFrom(trajectories, 2, MOST_WALKS);
  if (!isCounted) report(wrong('trajectories', trajectories, `a whole number from 2 to ${MOST_WALKS}, such as 20`));
  const isEven = isWholeFrom(levels, 2, MOST_LEVELS) && levels % 2 === 0;
  if (!isEven) report(wrong('levels', levels, `an even number from 2 to ${MOST_LEVELS}, such as ${LEVELS}`));
  return isKnown && isCounted && isEven ? { type: 'morris', trajectories, levels } : undefined;
}

function readSobol(input: Tree, report: Report): SensitivityDraft | undefined {
  if (input['cells'] !== undefined) {
    const hint = `write type: sobol-sequence for ${shown(input['cells'])} points of the sequence of Sobol’, or rows for indices`;
    report({ path: [], key: 'cells', message: 'sobol estimates indices, which have rows and no cells', hint });
    return undefined;
  }
  const { rows, of } = input;
  const isKnown = knows(input, ['type', 'rows', 'of'], report);
  const isCounted = isWholeFrom(rows, 4, MOST_ROWS);
  if (!isCounted) report(wrong('rows', rows, `a whole number from 4 to ${MOST_ROWS}, a power of two such as 512`));
  const paths = of === undefined ? [] : pathsIn(of, report);
  if (!isKnown || !isCounted || paths === undefined) return undefined;
  return { type: 'sobol', rows, ...(of !== undefined && { of: paths }) };
}

function pathsIn(of: unknown, report: Report): readonly string[] | undefined {
  const expected = `a list of 1 to ${MOST_INDICES} paths that vary`;
  if (
    !Array.isArray(of) ||
    of.length === 0 ||
    of.length > MOST_INDICES ||
    !of.every((one) => typeof one === 'string')
  ) {
    report(wrong('of', of, expected));
    return undefined;
  }
  const twice = of.findIndex((path, n) => of.indexOf(path) < n);
  if (twice < 0) return of;
  report({ path: ['of', twice], message: `${of[twice]} stands there twice`, hint: 'take one away' });
  return undefined;
}

function wrong(key: string, found: unknown, expected: string): Fault {
  if (found === undefined) return { path: [], message: `${key} is missing`, expected: `${key}: ${expected}` };
  return { path: [key], message: `not what ${key} can be`, found: shown(found), expected };
}

/** The design with its factors: each number that is named, and all numbers from a source and all others as groups. */
export function resolveSensitivity(
  draft: SensitivityDraft,
  { scenario, varies, at }: { readonly scenario: Scenario; readonly varies: readonly Variation[]; readonly at: Path },
  findings: Findings,
): Design {
  if (draft.type === 'morris') return draft;
  const paths = varies.map(({ path }) => path);
  for (const [n, path] of (draft.of ?? []).entries()) {
    if (paths.includes(path)) continue;
    const message = `${path} does not vary in this experiment, so that it has no index`;
    findings.fault({ path: [...at, 'of', n], message, ...didYouMean(path, paths) });
  }
  if (draft.of === undefined && paths.length > MOST_INDICES) {
    const message = `${paths.length} numbers vary, and at most ${MOST_INDICES} can have an index of their own`;
    const hint = 'name them under of; a study with design morris says which to keep (parley stats DIR --sensitivity)';
    findings.fault({ path: at, message, hint });
  }
  const ones = (draft.of ?? paths.slice(0, MOST_INDICES)).map((path): Factor => ({ id: path, paths: [path] }));
  return { type: 'sobol', rows: draft.rows, factors: [...ones, ...groupsOf(scenario, paths)] };
}

/** By where the numbers come from; one group that holds them all would say nothing. */
function groupsOf(scenario: Scenario, paths: readonly string[]): readonly Factor[] {
  const sourced = new Set(evidenceOf(scenario).flatMap(({ path, basis }) => (basis.kind === 'source' ? [path] : [])));
  const groups = [
    { id: 'sources', paths: paths.filter((path) => sourced.has(path)) },
    { id: 'assumptions', paths: paths.filter((path) => !sourced.has(path)) },
  ];
  return groups.every((group) => group.paths.length > 0) ? groups : [];
}

/** Whether a design for sensitivity can be played with what varies. */
export function checkSensitivity(experiment: Experiment, mostCells: number, where: Where, findings: Findings): void {
  const { design, varies } = experiment;
  if (design.type !== 'morris' && design.type !== 'sobol') return;
  if (varies.length === 0) {
    const hint = 'write ranges: all, or name numbers under vary';
    findings.fault({ path: where(), message: 'nothing varies, so that nothing can be sensitive to it', hint });
  }
  for (const { path, type } of varies) {
    if (type !== 'list') continue;
    const message = `${path} takes the values of a list, and sensitivity is asked of numbers with a range`;
    findings.fault({ path: where(path), message, hint: 'write own, { uniform: [low, high] }, or set it under set' });
  }
  const cells =
    design.type === 'morris'
      ? cellsOf({ ...design, numbers: varies.length })
      : cellsOfIndices(design.rows, design.factors);
  if (cells > mostCells)
    findings.fault({ path: where(), message: `this makes ${cells} cells`, expected: `at most ${mostCells}` });
  if (design.type !== 'sobol' || Number.isInteger(Math.log2(design.rows))) return;
  const [under, over] = [2 ** Math.floor(Math.log2(design.rows)), 2 ** Math.ceil(Math.log2(design.rows))];
  const message = `${design.rows} rows are not a power of two, so that the points lie less evenly than they could`;
  findings.warn({ path: where(), message, expected: `${under} or ${over}` });
}
