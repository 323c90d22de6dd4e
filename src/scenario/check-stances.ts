import { checkRedLine } from './check-red-line.ts';
import { checkName, EXCLUSIVE, type Checked } from './check-name.ts';
import type { IssueDraft } from './conference-schema.ts';
import type { PartyFragment, StanceFragment } from './party-schema.ts';
import { listed, type Path, type Report } from './problem.ts';
import { entriesOf } from './schema-parts.ts';

/** A stance beside the issue it is about. */
interface Examined {
  readonly path: Path;
  readonly stance: StanceFragment;
  /** What stands in the stance, sound or not. */
  readonly written: readonly string[];
  readonly issue: IssueDraft;
  readonly id: string;
  readonly options: readonly string[];
  readonly report: Report;
}

/** Every party wants something on every issue, cares about one at least, and can live with something on each. */
export function checkStances({ draft, names, report, present }: Checked): void {
  const issues = new Map(entriesOf<IssueDraft>(draft.issues));
  for (const [party, { stances: section }] of entriesOf<PartyFragment>(draft.parties)) {
    if (!section) continue;
    const path = ['parties', party, 'stances'];
    const stances = entriesOf<StanceFragment>(section);
    checkWhole(path, party, present(path), names.issues, report);
    for (const [id, stance] of stances) {
      const issue = issues.get(id);
      const written = present([...path, id]);
      if (issue) checkStance({ path: [...path, id], stance, written, issue, id, options: names.optionsOf(id), report });
    }
    if (stances.length > 0 && stances.every(([, stance]) => stance.salience?.value === 0)) {
      const message = `${party} cares about nothing: its weights are all zero`;
      report({ path, message, found: 'salience 0 on every issue', hint: 'give at least one issue a salience above 0' });
    }
  }
}

function checkWhole(
  path: Path,
  party: string,
  stated: readonly string[],
  issues: readonly string[],
  report: Report,
): void {
  const silent = issues.filter((issue) => !stated.includes(issue));
  if (silent.length > 0) {
    const message = `${party} has no stance on ${listed(silent, 12, 'and')}`;
    report({
      path,
      message,
      expected: 'a stance on every issue',
      hint: 'salience: 0 says that an issue does not matter to it',
    });
  }
  for (const id of stated) checkName(report, path, id, issues, 'an issue of this scenario', id);
}

function checkStance(examined: Examined): void {
  const { path, stance, written, issue, id, options, report } = examined;
  const values = `values: a number for each of ${listed(options, 12, 'and')}`;
  if (stance.ideal && stance.values) {
    report({
      path,
      message: 'ideal and values exclude each other',
      expected: 'either ideal or values',
      hint: EXCLUSIVE,
    });
  } else if (stance.values) {
    checkValues(examined);
  } else if (!written.includes('ideal') && !written.includes('values')) {
    report({ path, message: 'wants nothing', expected: issue.ordered === false ? values : 'either ideal or values' });
  } else if (issue.ordered === false && stance.ideal) {
    const message = `${id} is not ordered, so that nothing lies at ${stance.ideal.value} on it`;
    report({ path: [...path, 'ideal'], message, expected: values });
  }
  if (stance.redLine) checkRedLine([...path, 'redLine'], stance.redLine, issue, id, report);
}

function checkValues({ path, stance, id, options, report }: Examined): void {
  const inside = [...path, 'values'];
  const valued = Object.keys(stance.values ?? {});
  for (const option of valued) checkName(report, inside, option, options, `an option of ${id}`, option);
  const without = options.filter((option) => !valued.includes(option));
  if (without.length > 0)
    report({
      path: inside,
      message: `no value for ${listed(without, 12, 'and')}`,
      expected: 'a value for every option',
    });
  if (stance.curvature)
    report({
      path: [...path, 'curvature'],
      message: 'curvature bends an ideal; values have none',
      hint: 'take it away',
    });
}
