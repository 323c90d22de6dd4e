import { listed, shown, type Problem } from '../problem.ts';
import { bad, ok, type Result } from '../result.ts';
import { didYouMean } from '../spelling.ts';
import { boundsOf, kindOf, objectiveOf, type DomainIssue } from './genius-domain.ts';
import { decimal } from './numbers.ts';
import type { Part } from './xml-source.ts';

/** What a Genius profile says of one party. */
export interface Profile {
  /** By issue of the domain, in its order. */
  readonly stances: readonly ProfileStance[];
  /** 0 when the profile names none. */
  readonly reservation: number;
  /** Lost a unit of time; nothing is done with it. */
  readonly discount?: number;
}

export interface ProfileStance {
  /** As the profile has it: the weights sum to 1 or nearly so. */
  readonly weight: number;
  /** By value, in [0, 1]: a discrete issue's evaluations are divided by the greatest of them. */
  readonly values: readonly number[];
}

/** How far weights may be from 1 in all, for weights that were rounded to three digits. */
const ROUNDED = 1e-3;

export function profileOf(root: Part, domain: readonly DomainIssue[]): Result<Profile> {
  const objective = objectiveOf(root);
  if (!objective.ok) return bad([objective.error]);
  const problems: Problem[] = [];
  const parts = new Map<string, Part>();
  for (const part of objective.value.children('issue')) {
    const name = part.attribute('name') ?? '';
    const known = domain.some((issue) => issue.name === name);
    if (!known) {
      const names = domain.map((issue) => issue.name);
      problems.push(
        part.problem(`the domain has no issue ${shown(name)}`, { expected: listed(names), ...didYouMean(name, names) }),
      );
    } else if (parts.has(name)) problems.push(part.problem(`there are two issues called ${shown(name)}`));
    else parts.set(name, part);
  }
  const missing = domain.filter((issue) => !parts.has(issue.name)).map((issue) => shown(issue.name));
  if (missing.length > 0)
    problems.push(
      objective.value.problem(`this profile says nothing of ${listed(missing, 12, 'and')}`, {
        expected: 'every issue of the domain',
      }),
    );
  const weights = weightsOf(objective.value, problems);
  const stances = domain.flatMap((issue): ProfileStance[] => {
    const part = parts.get(issue.name);
    if (part === undefined) return [];
    const index = part.attribute('index') ?? '';
    const weight = weights.get(index);
    if (weight === undefined) problems.push(part.problem(`no <weight> has the index ${shown(index)} of this issue`));
    const values = issue.bounds ? integerValues(part, issue, problems) : discreteValues(part, issue, problems);
    return [{ weight: weight ?? 0, values }];
  });
  checkSum(stances, objective.value, problems);
  const reservation = reservationOf(root, problems);
  const discount = decimal(inSpace(root, 'discount_factor')?.attribute('value'));
  if (problems.length > 0) return bad(problems);
  return ok({ stances, reservation, ...(discount !== undefined && discount !== 1 && { discount }) });
}

function inSpace(root: Part, name: string): Part | undefined {
  const space = root.name === 'utility_space' ? root : root.children('utility_space')[0];
  return space?.children(name)[0];
}

function reservationOf(root: Part, problems: Problem[]): number {
  const part = inSpace(root, 'reservation');
  if (part === undefined) return 0;
  const value = decimal(part.attribute('value'));
  if (value !== undefined && value >= 0 && value <= 1) return value;
  problems.push(
    part.problem('the reservation value cannot be used', {
      found: shown(part.attribute('value')),
      expected: 'a number from 0 to 1',
    }),
  );
  return 0;
}

function weightsOf(objective: Part, problems: Problem[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of objective.children('weight')) {
    const index = part.attribute('index') ?? '';
    const weight = decimal(part.attribute('value'));
    if (weights.has(index)) problems.push(part.problem(`there are two weights with the index ${shown(index)}`));
    else if (weight === undefined || weight < 0 || weight > 1 + ROUNDED)
      problems.push(
        part.problem('this weight cannot be used', {
          found: shown(part.attribute('value')),
          expected: 'a number from 0 to 1',
        }),
      );
    weights.set(index, weight ?? 0);
  }
  return weights;
}

function checkSum(stances: readonly ProfileStance[], objective: Part, problems: Problem[]): void {
  if (problems.length > 0) return;
  const sum = stances.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 1) > ROUNDED)
    problems.push(
      objective.children('weight')[0]!.problem('the weights do not sum to 1', {
        found: `${Number(sum.toFixed(6))}: ${listed(
          stances.map(({ weight }) => String(weight)),
          12,
          'and',
        )}`,
        expected: '1',
      }),
    );
}

/** Each evaluation divided by the greatest of its issue, as Genius has it (not min–max). */
function discreteValues(part: Part, issue: DomainIssue, problems: Problem[]): readonly number[] {
  const evaluations = new Map<string, number>();
  for (const item of part.children('item')) {
    const value = item.attribute('value') ?? '';
    if (!issue.values.includes(value)) {
      problems.push(
        item.problem(`the domain has no value ${shown(value)} of ${shown(issue.name)}`, {
          expected: listed(issue.values),
          ...didYouMean(value, issue.values),
        }),
      );
      continue;
    }
    const evaluation = decimal(item.attribute('evaluation'));
    if (evaluation === undefined || evaluation < 0) {
      const found = item.attribute('evaluation');
      problems.push(
        item.problem(
          found === undefined ? `no evaluation of ${shown(value)}` : `the evaluation of ${shown(value)} cannot be used`,
          { ...(found !== undefined && { found: shown(found) }), expected: 'evaluation="a number from 0"' },
        ),
      );
    }
    evaluations.set(value, evaluation ?? 0);
  }
  const without = issue.values.filter((value) => !evaluations.has(value)).map((value) => shown(value));
  if (without.length > 0)
    problems.push(part.problem(`no evaluation of ${listed(without, 12, 'and')} of ${shown(issue.name)}`));
  const greatest = Math.max(...evaluations.values());
  return issue.values.map((value) => (greatest > 0 ? evaluations.get(value)! / greatest : 0));
}

/** offset + slope × (value − lower bound), clipped to [0, 1]. */
function integerValues(part: Part, issue: DomainIssue, problems: Problem[]): readonly number[] {
  const bounds = issue.bounds!;
  const own = boundsOf(part);
  const evaluator = part.children('evaluator')[0];
  if (kindOf(part) !== 'integer')
    problems.push(part.problem(`the issue ${shown(issue.name)} is ${kindOf(part)} here, and integer in the domain`));
  if (own && (own.lower !== bounds.lower || own.upper !== bounds.upper))
    problems.push(
      part.problem(`the bounds of ${shown(issue.name)} are not those of the domain`, {
        found: `${own.lower} to ${own.upper}`,
        expected: `${bounds.lower} to ${bounds.upper}`,
      }),
    );
  if (evaluator === undefined) {
    problems.push(part.problem(`no evaluation of ${shown(issue.name)}`, { expected: '<evaluator ftype="linear" …>' }));
    return [];
  }
  const type = evaluator.attribute('ftype') ?? 'linear';
  const offset = decimal(evaluator.attribute('offset') ?? evaluator.attribute('parameter0'));
  const slope = decimal(evaluator.attribute('slope') ?? evaluator.attribute('parameter1'));
  if (type !== 'linear' || offset === undefined || slope === undefined) {
    problems.push(
      evaluator.problem(`the evaluator of ${shown(issue.name)} cannot be used`, {
        expected: 'ftype="linear" with offset and slope, both numbers',
      }),
    );
    return [];
  }
  return issue.values.map((_, n) => Math.min(1, Math.max(0, offset + slope * n)));
}
