import { lint } from '../../analysis/lint.ts';
import { playBulk } from '../../conference/bulk.ts';
import type { Ending } from '../../model/ending.ts';
import type { Scenario } from '../../model/scenario.ts';
import { settingOf } from '../../rules/setting.ts';
import { loadBriefs } from '../../scenario/briefs.ts';
import { load } from '../../scenario/load.ts';
import { printed } from '../../scenario/problem-text.ts';
import type { Problem } from '../../scenario/problem.ts';
import { endingsTable } from '../../views/transcript/endings-table.ts';
import { EXIT } from '../exit.ts';
import { note, print, printJson } from '../output.ts';

interface Options {
  readonly set?: readonly string[];
  readonly play?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

interface Report {
  readonly file: string;
  readonly valid: boolean;
  readonly problems: readonly Problem[];
  readonly endings?: Readonly<Partial<Record<Ending, number>>>;
}

export function check(files: readonly string[], options: Options): void {
  const reports = files.map((file) => reportOn(file, options));
  if (options.json) printJson(reports.length === 1 ? reports[0] : reports);
  if (reports.some((report) => report.problems.some((problem) => problem.usage))) process.exitCode = EXIT.usage;
  else if (reports.some((report) => !report.valid)) process.exitCode = EXIT.badInput;
}

function reportOn(file: string, options: Options): Report {
  const result = load(file, options.set ?? []);
  if (!result.ok) {
    if (!options.json) note(printed(result.error));
    return { file, valid: false, problems: result.error };
  }
  const { scenario, warnings } = result.value;
  const briefs = loadBriefs(file, scenario);
  if (!briefs.ok) {
    if (!options.json) note(printed(briefs.error));
    return { file, valid: false, problems: briefs.error };
  }
  const problems = [...warnings, ...lint(scenario).map((message): Problem => ({ file, message, severity: 'warning' }))];
  const endings = options.play === undefined ? undefined : endingsOf(scenario, options.play);
  if (!options.json) {
    if (problems.length > 0) note(printed(problems), options);
    print(`${file}: valid. ${summary(scenario)}`);
    if (endings !== undefined) print(endingsTable(endings, options.play!));
  }
  return { file, valid: true, problems, ...(endings && { endings }) };
}

function summary({ parties, issues, relations, conference }: Scenario): string {
  return `${parties.length} parties, ${issues.length} issues, ${relations.length} relations, ${conference.rounds.value} rounds.`;
}

/** Seeds are `check/1` to `check/n`: the same counts every time. */
function endingsOf(scenario: Scenario, plays: number): Partial<Record<Ending, number>> {
  const setting = settingOf(scenario);
  const endings: Partial<Record<Ending, number>> = {};
  for (let n = 1; n <= plays; n++) {
    const ended = playBulk(setting, `check/${n}`).at(-1)!;
    if (ended.type !== 'conference.ended') throw new Error('a conference did not end');
    endings[ended.ending] = (endings[ended.ending] ?? 0) + 1;
  }
  return endings;
}
