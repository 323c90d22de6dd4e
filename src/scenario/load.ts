import type { Scenario } from '../model/scenario.ts';
import { documentOf } from './canonical.ts';
import { checkDocument } from './check.ts';
import { layerOf, readLayers, type Layers } from './layers.ts';
import type { Loaded } from './loaded.ts';
import { withOverrides } from './overrides.ts';
import { inOrder } from './problem-text.ts';
import { dotted, faultIn, shown, type Fault, type Problem } from './problem.ts';
import { bad, ok, type Result } from './result.ts';
import { isMap } from './tree.ts';

export type { Loaded } from './loaded.ts';

/**
 * Reads a scenario by bundled name or file, with what it extends, sets what `overrides` (`path=value`) ask for, and
 * checks it. All problems are found at once, each at the line of the file in which it stands.
 */
export function load(nameOrPath: string, overrides: readonly string[] = []): Result<Loaded> {
  const layers = readLayers(nameOrPath);
  if (!layers.ok) return layers;
  const { sources, merged } = layers.value;
  const contents = sources.map((source) => source.content);
  const scenario = checkDocument(merged, contents);
  if (!scenario.ok) return bad(problemsOf(scenario.error, sources, contents));
  const document = documentOf(scenario.value);
  return overrides.length === 0
    ? ok({ scenario: scenario.value, document, warnings: [] })
    : withOverrides(document, overrides);
}

/** Checks a document that stands alone, such as the one a record holds. `file` is what problems call it. */
export function scenarioFrom(document: unknown, file = 'scenario'): Result<Scenario> {
  if (!isMap(document)) {
    return bad([{ file, message: `${shown(document)} is not a scenario`, expected: 'a map', severity: 'error' }]);
  }
  if (document['extends'] !== undefined) {
    return bad([
      {
        file,
        path: 'extends',
        message: 'a scenario that is embedded stands alone, and extends none',
        severity: 'error',
      },
    ]);
  }
  const scenario = checkDocument(document);
  return scenario.ok ? scenario : bad(scenario.error.map((fault) => faultIn(fault, file)));
}

/** More than anybody mends in one go; the rest are counted. */
const MOST = 1000;

/** Faults at the lines of the files in which they stand, in the order of these. */
export function problemsOf(
  faults: readonly Fault[],
  sources: Layers['sources'],
  contents: readonly unknown[],
): readonly Problem[] {
  const files = sources.map(({ file }) => file);
  const problems = faults.slice(0, MOST).map((fault) => placed(fault, sources, contents));
  const left = faults.length - problems.length;
  const rest: Problem = { file: files[0]!, message: `there are ${left} more problems after these`, severity: 'error' };
  return [...inOrder(problems, files), ...(left > 0 ? [rest] : [])];
}

function placed(fault: Fault, sources: Layers['sources'], contents: readonly unknown[]): Problem {
  const full = fault.key === undefined ? fault.path : [...fault.path, fault.key];
  const layer = fault.layer ?? layerOf(contents, full);
  const source = sources[layer]!;
  const problem = { ...faultIn(fault, source.file), ...source.spot(fault.path, fault.key) };
  if (layer === 0 || problem.hint !== undefined) return problem;
  const removal = full.some((key) => typeof key === 'number') ? '' : `, or take this away with ${dotted(full)}: null`;
  return { ...problem, hint: `${sources[0]!.file} extends this file and makes it wrong: put it right there${removal}` };
}
