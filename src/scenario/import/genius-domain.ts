import { shown, type Problem } from '../problem.ts';
import { bad, ok, type Result } from '../result.ts';
import { decimal } from './numbers.ts';
import type { Part } from './xml-source.ts';

/** An issue of a Genius domain: named values, or whole numbers from one bound to the other. */
export interface DomainIssue {
  readonly name: string;
  readonly values: readonly string[];
  /** By value: what its description adds to its name. */
  readonly meanings: readonly string[];
  /** For whole numbers. */
  readonly bounds?: Bounds;
}

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** A map of more entries than this is not read from a scenario. */
const MOST_VALUES = 1000;

/** The objective that holds the issues of a domain or a profile. */
export function objectiveOf(root: Part): Result<Part, Problem> {
  const space = root.name === 'utility_space' ? root : root.children('utility_space')[0];
  const objective = space?.children('objective')[0];
  if (objective === undefined) {
    const expected = '<negotiation_template> or <utility_space>, and in it an <objective> with the issues';
    return bad(root.problem('this is no Genius domain or profile', { found: `<${root.name}>`, expected }));
  }
  const nested = objective.children('objective')[0];
  if (nested)
    return bad(
      nested.problem('objectives inside an objective are not read', {
        hint: 'put its issues into the outer one, their weights multiplied by its weight',
      }),
    );
  return ok(objective);
}

/** The issues of a domain. */
export function domainOf(root: Part): Result<readonly DomainIssue[]> {
  const objective = objectiveOf(root);
  if (!objective.ok) return bad([objective.error]);
  const parts = objective.value.children('issue');
  if (parts.length === 0) return bad([objective.value.problem('this domain has no issues')]);
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const issues = parts.flatMap((part): DomainIssue[] => {
    const name = part.attribute('name');
    if (name === undefined || name.trim() === '') {
      problems.push(part.problem('an issue without a name'));
      return [];
    }
    if (seen.has(name)) problems.push(part.problem(`there are two issues called ${shown(name)}`));
    seen.add(name);
    const issue = issueOf(part, name, problems);
    return issue ? [issue] : [];
  });
  return problems.length > 0 ? bad(problems) : ok(issues);
}

export function kindOf(part: Part): string {
  return (part.attribute('vtype') ?? part.attribute('type') ?? part.attribute('etype') ?? 'discrete').toLowerCase();
}

function issueOf(part: Part, name: string, problems: Problem[]): DomainIssue | undefined {
  const kind = kindOf(part);
  if (kind === 'discrete') return discrete(part, name, problems);
  if (kind === 'integer') return integer(part, name, problems);
  problems.push(
    part.problem(`the issue ${shown(name)} is of type ${shown(kind)}`, {
      expected: 'discrete or integer',
      ...(kind === 'real' && { hint: 'name some of its values, and it is discrete' }),
    }),
  );
  return undefined;
}

function discrete(part: Part, name: string, problems: Problem[]): DomainIssue | undefined {
  const items = part.children('item');
  const before = problems.length;
  if (items.length === 0) problems.push(part.problem(`the issue ${shown(name)} has no values`));
  if (items.length > MOST_VALUES)
    problems.push(
      part.problem(`the issue ${shown(name)} has ${items.length} values`, { expected: `at most ${MOST_VALUES}` }),
    );
  const seen = new Set<string>();
  for (const item of items) {
    const value = item.attribute('value');
    if (value === undefined) problems.push(item.problem(`a value of ${shown(name)} has no attribute value`));
    else if (seen.has(value)) problems.push(item.problem(`${shown(name)} has the value ${shown(value)} twice`));
    else seen.add(value);
  }
  const meanings = items.map((item) => item.attribute('description')?.replaceAll(/\s+/g, ' ').trim() ?? '');
  return problems.length > before ? undefined : { name, values: [...seen], meanings };
}

function integer(part: Part, name: string, problems: Problem[]): DomainIssue | undefined {
  const bounds = boundsOf(part);
  if (bounds === undefined || bounds.lower > bounds.upper) {
    const found = bounds && `${bounds.lower} to ${bounds.upper}`;
    problems.push(
      part.problem(`the bounds of the issue ${shown(name)} cannot be used`, {
        ...(found !== undefined && { found }),
        expected: 'lowerbound and upperbound, whole numbers in this order',
      }),
    );
    return undefined;
  }
  const count = bounds.upper - bounds.lower + 1;
  if (count > MOST_VALUES) {
    problems.push(part.problem(`the issue ${shown(name)} has ${count} values`, { expected: `at most ${MOST_VALUES}` }));
    return undefined;
  }
  const values = Array.from({ length: count }, (_, n) => String(bounds.lower + n));
  return { name, values, meanings: values.map(() => ''), bounds };
}

/** Bounds stand at the issue, in older files at a `<range>` in it. */
export function boundsOf(part: Part): Bounds | undefined {
  const holder = part.children('range')[0] ?? part;
  const lower = decimal(holder.attribute('lowerbound'));
  const upper = decimal(holder.attribute('upperbound'));
  return Number.isSafeInteger(lower) && Number.isSafeInteger(upper) ? { lower: lower!, upper: upper! } : undefined;
}
