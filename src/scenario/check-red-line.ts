import { positionsOf } from './check-issues.ts';
import { checkName, EXCLUSIVE } from './check-name.ts';
import type { IssueDraft } from './conference-schema.ts';
import type { StanceFragment } from './party-schema.ts';
import type { Path, Report } from './problem.ts';

/** A red line forbids something, and leaves something. */
export function checkRedLine(
  path: Path,
  { atLeast, atMost, never }: NonNullable<StanceFragment['redLine']>,
  issue: IssueDraft,
  id: string,
  report: Report,
): void {
  const options = Object.keys(issue.options);
  const bounded = atLeast !== undefined || atMost !== undefined;
  if (never && bounded) {
    const message = 'bounds and never exclude each other';
    return report({ path, message, expected: 'either atLeast and atMost, or never', hint: EXCLUSIVE });
  }
  if (!bounded && (!never || never.length === 0)) {
    return report({
      path,
      message: 'the red line forbids nothing',
      expected: 'atLeast, atMost or never',
      hint: 'take it away if there is none',
    });
  }
  if (bounded && issue.ordered === false) {
    return report({
      path,
      message: `${id} is not ordered, so that bounds mean nothing on it`,
      expected: 'never: [option, another]',
    });
  }
  for (const [index, option] of (never ?? []).entries())
    checkName(report, [...path, 'never', index], option, options, `an option of ${id}`);
  const positions = positionsOf(issue);
  const forbidden = (option: string, index: number) =>
    never
      ? never.includes(option)
      : positions[index]! < (atLeast?.value ?? 0) || positions[index]! > (atMost?.value ?? 1);
  if (options.length < 2 || !options.every(forbidden)) return;
  const found = never ? 'never: every one' : `options at ${positions.map((at) => Number(at.toFixed(3))).join(', ')}`;
  report({
    path,
    message: `the red line forbids every option of ${id}`,
    found,
    hint: 'leave at least one that it could sign',
  });
}
