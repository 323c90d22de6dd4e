import type { Header } from '../record/journal.ts';

export interface HeaderDifference {
  /** Dotted; below `scenario` as `--set` takes it, without the word. */
  readonly path: string;
  readonly a: unknown;
  readonly b: unknown;
}

/** What two headers say otherwise: seed, rules, what was set, and every part of the scenario. */
export function headerDifferences(a: Header, b: Header): readonly HeaderDifference[] {
  const { scenario: scenarioA, ...restA } = a;
  const { scenario: scenarioB, ...restB } = b;
  const found: HeaderDifference[] = [];
  walk(restA, restB, [], found);
  walk(scenarioA, scenarioB, [], found);
  return found;
}

function walk(a: unknown, b: unknown, path: readonly string[], found: HeaderDifference[]): void {
  if (JSON.stringify(a) === JSON.stringify(b)) return;
  if (!isMap(a) || !isMap(b)) {
    found.push({ path: path.join('.'), a, b });
    return;
  }
  // A number is one thing to a reader, whatever its range and basis.
  if ('value' in a && 'value' in b && a['value'] !== b['value']) {
    found.push({ path: path.join('.'), a: a['value'], b: b['value'] });
    return;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) walk(a[key], b[key], [...path, key], found);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
