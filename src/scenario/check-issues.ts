import { checkName, type Checked } from './check-name.ts';
import type { IssueDraft } from './conference-schema.ts';
import { entriesOf } from './schema-parts.ts';
import type { Path, Report } from './problem.ts';

/** There is something to settle, and each issue can be settled in more than one way. */
export function checkIssues({ draft, names, report }: Checked): void {
  if (draft.issues && names.issues.length === 0) {
    report({ path: ['issues'], message: 'there is nothing to settle', expected: 'at least one issue' });
  }
  for (const [id, issue] of entriesOf<IssueDraft>(draft.issues)) {
    const path = ['issues', id];
    const options = names.optionsOf(id);
    if (options.length < 2) {
      const found = options.length === 0 ? 'none' : `only ${options[0]}`;
      report({
        path: [...path, 'options'],
        message: 'an issue needs at least two options',
        found,
        hint: 'with one option there is nothing to decide',
      });
    }
    checkName(report, [...path, 'statusQuo'], issue.statusQuo, options, `an option of ${id}`);
    if (issue.opening !== undefined)
      checkName(report, [...path, 'opening'], issue.opening, options, `an option of ${id}`);
    checkPositions(path, issue, report);
  }
}

function checkPositions(path: Path, { ordered, options }: IssueDraft, report: Report): void {
  const placed = Object.entries(options).filter(([, option]) => option.position !== undefined);
  if (placed.length === 0) return;
  const first = [...path, 'options', placed[0]![0], 'position'];
  if (ordered === false)
    return report({
      path: first,
      message: 'the options of an unordered issue have no position',
      hint: 'take the position away, or ordered: false',
    });
  const bare = Object.keys(options).find((id) => options[id]!.position === undefined);
  if (bare !== undefined) {
    const hint = 'give every option a position, or none: then they are evenly spaced';
    return report({
      path: [...path, 'options', bare],
      message: 'has no position, while others of this issue have one',
      hint,
    });
  }
  for (const [index, [id, { position }]] of placed.entries()) {
    const before = placed[index - 1];
    if (before === undefined || before[1].position! < position!) continue;
    report({
      path: [...path, 'options', id, 'position'],
      message: 'the options of an ordered issue stand in ascending order',
      found: `${position}, after ${before[1].position} for ${before[0]}`,
      expected: `more than ${before[1].position}`,
    });
  }
}

/** Where each option of an issue lies: as given, else evenly spaced from 0 to 1. */
export function positionsOf(issue: IssueDraft): readonly number[] {
  const options = Object.values(issue.options);
  return options.map(({ position }, index) => (position ?? index / (options.length - 1)) || 0);
}
