import type { DataFault, Dataset } from '../../study/dataset/dataset.ts';
import { DUCKDB, query, viewInSql, type Answer } from '../../study/dataset/duckdb.ts';
import { faultsIn } from '../../study/play/sweep.ts';
import { reportOn } from '../../study/statistics/report.ts';
import { asksForSensitivity } from '../../study/sensitivity/runs.ts';
import type { Span } from '../../study/statistics/study-tally.ts';
import { count } from '../../views/prose/amounts.ts';
import { shellWord } from '../../views/prose/shell.ts';
import { queryCsv, queryTable } from '../../views/transcript/query-table.ts';
import { statsCsv } from '../../views/transcript/stats-csv.ts';
import { statsText } from '../../views/transcript/stats-text.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenDataset, unusableData } from '../given-dataset.ts';
import { givenQuestion, type AskedOptions } from '../given-question.ts';
import { commandName, note, print, printJson } from '../output.ts';
import { sensitivity } from '../sensitivity.ts';

interface Options extends AskedOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly sql?: string;
  readonly sensitivity?: boolean;
  readonly report?: string;
  readonly quiet?: boolean;
}

/** Columns that the text takes at least and at most; without a terminal it takes `USUAL`. */
const [LEAST, USUAL, MOST] = [60, 80, 120];

/** What a dataset says: shares, means and differences with their intervals, as tables and plots. */
export async function stats(folder: string, options: Options): Promise<void> {
  if (options.report !== undefined && options.sensitivity !== true)
    throw new Stop(EXIT.usage, 'parley stats: --report goes with --sensitivity');
  const dataset = givenDataset('stats', folder);
  if (dataset.present.length === 0)
    throw new Stop(EXIT.failed, `parley stats: nothing of this study is played yet; ${sweepCommand(folder)} plays it`);
  if (options.sensitivity) return sensitivity(dataset, options);
  if (options.sql !== undefined) return ask(dataset, options.sql, options);
  const { plan, manifest, complete, ended, rows: wanted } = dataset;
  const asProgram = options.json === true || options.csv === true;
  const { question, detailed } = givenQuestion(plan, options, asProgram ? 'program' : 'person');
  const metrics = [...new Set(question.metrics.map((name) => name.split('=')[0]!))];
  const report = await reportOn(plan, question, spansOf(dataset, metrics));
  if (report.repeats === 0)
    throw new Stop(
      EXIT.failed,
      `parley stats: of ${count(report.rows)} runs that are there no repeat is complete in every cell; ${sweepCommand(folder)} goes on`,
    );
  const stopped = ended !== undefined;
  if (!complete && asProgram)
    note(`${folder}: not complete; this rests on the ${count(report.repeats)} repeats that are`, options);
  if (options.json) printJson({ folder, hash: manifest.hash, rules: manifest.rules, complete, stopped, ...report });
  else if (options.csv) print(statsCsv(report));
  else {
    const width = Math.min(MOST, Math.max(LEAST, process.stdout.columns ?? USUAL));
    const next = nextSteps(dataset, detailed);
    print(statsText(report, { width, detailed, rules: manifest.rules, wanted, complete, stopped, next }));
  }
}

/** Block by block, and only what is asked for; a block that cannot be used ends it, with all such named. */
async function* spansOf(dataset: Dataset, metrics: readonly string[]): AsyncGenerator<Span> {
  for (const index of dataset.present) {
    const block = await dataset.block(index, metrics);
    if (!block.ok) throw refused(dataset, block.error);
    yield block.value;
  }
}

function refused(dataset: Dataset, first: DataFault): Stop {
  const faults = faultsIn(dataset);
  return unusableData('stats', dataset.folder, faults.length > 0 ? faults : [first]);
}

async function ask(dataset: Dataset, sql: string, options: Options): Promise<void> {
  const faults = faultsIn(dataset);
  if (faults.length > 0) throw unusableData('stats', dataset.folder, faults);
  const answer = await query(dataset.folder, dataset.present, sql);
  if (answer.ok) {
    if (!dataset.complete) note(`${dataset.folder}: not complete; runs holds what is there`, options);
    return tell(answer.value, options);
  }
  if (answer.error.type === 'refused') throw new Stop(EXIT.failed, `parley stats: ${answer.error.message}`);
  const { folder } = dataset;
  throw new Stop(
    EXIT.failed,
    `parley stats: --sql needs DuckDB, which is not installed; npm install ${DUCKDB} installs it (70 MB)\nany DuckDB has the same table after: ${viewInSql(folder)}`,
  );
}

function tell({ columns, rows }: Answer, options: Options): void {
  if (options.json)
    printJson(rows.map((row) => Object.fromEntries(columns.map((name, n) => [name, row[n]!] as const))));
  else print(options.csv ? queryCsv(columns, rows) : queryTable(columns, rows));
}

function sweepCommand(folder: string): string {
  return `${commandName()} sweep STUDY --out ${shellWord(folder)}`;
}

/** Commands that lead on from here: another metric, one path, one run. */
function nextSteps(
  { folder, plan, manifest }: Dataset,
  detailed: readonly string[],
): readonly (readonly [string, string])[] {
  const parley = commandName();
  const name = shellWord(folder);
  const other = plan.metrics.find((metric) => metric.type !== 'text' && !detailed.includes(metric.name));
  const [path] = plan.columns;
  return [
    ...(asksForSensitivity(manifest)
      ? [[`${parley} stats ${name} --sensitivity`, 'which numbers matter'] as const]
      : []),
    ...(other ? [[`${parley} stats ${name} --metric ${other.name}`, 'the same of another metric'] as const] : []),
    ...(path ? [[`${parley} stats ${name} --by ${path.path}`, 'cells put together by one path'] as const] : []),
    [`${parley} open ${name} --row 0`, 'one run in the terminal view'],
  ];
}
