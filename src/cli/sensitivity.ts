import { writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { listed } from '../scenario/problem.ts';
import { didYouMean } from '../scenario/spelling.ts';
import type { Dataset } from '../study/dataset/dataset.ts';
import { reportOf } from '../study/sensitivity/report.ts';
import { asksForSensitivity, runsIn } from '../study/sensitivity/runs.ts';
import { conclusionOf } from '../views/prose/sensitivity-conclusion.ts';
import { shellWord } from '../views/prose/shell.ts';
import type { Asked } from '../views/report/sensitivity-content.ts';
import { sensitivityText } from '../views/transcript/sensitivity-text.ts';
import type { Measured, Told } from '../views/prose/sensitivity-told.ts';
import { EXIT, Stop } from './exit.ts';
import { unusableData } from './given-dataset.ts';
import { note, print, printJson } from './output.ts';
import { writing } from './writing.ts';

interface Options {
  /** Which measures the text is about: the first one by default. */
  readonly metric?: readonly string[];
  readonly json?: boolean;
  /** Where the page goes, instead of the text. */
  readonly report?: string;
  readonly quiet?: boolean;
}

/** What `stats` takes besides, and what sensitivity has no use for. */
const OTHERS = ['by', 'cell', 'against', 'simultaneous', 'sql', 'csv'] as const;

/** `stats DIR --sensitivity`: what moves the metrics of a study with design morris or sobol. */
export async function sensitivity(dataset: Dataset, options: Options): Promise<void> {
  const { folder, manifest, rows, present, blocks } = dataset;
  const { study, rules, cells } = manifest;
  const other = OTHERS.find((name) => Object.hasOwn(options, name));
  if (other !== undefined)
    throw usage(`--sensitivity goes with --metric, --json and --report, and not with --${other}`);
  if (options.report !== undefined && options.json) throw usage('--report and --json exclude each other');
  if (options.report !== undefined && isInside(folder, options.report))
    throw usage(`--report ${options.report} lies in ${folder}, which holds the data alone`);
  if (!asksForSensitivity(manifest))
    throw usage(
      `no experiment of ${study.id} was made for it; give its file design: { type: morris, … } or { type: sobol, … } (docs/sensitivity.md)`,
    );
  const read = await runsIn(dataset);
  if (!read.ok) throw unusableData('stats', folder, [read.error]);
  const repeats = read.value[0]!.runs.repeats;
  if (repeats < 2) {
    const there = repeats === 0 ? 'no complete repeat' : 'one complete repeat';
    const why = 'two are needed to tell chance from numbers';
    throw new Stop(EXIT.failed, `parley stats: ${folder} has ${there} of its ${cells} cells, and ${why}`);
  }
  if (!dataset.complete)
    note(
      `${folder}: ${present.length} of ${blocks} blocks; this rests on the ${repeats} repeats that are whole`,
      options,
    );
  const reports = read.value.map(({ runs, design }): Told => reportOf(runs, design));
  if (options.json) {
    const experiments = reports.map((report) => ({
      ...report,
      measures: report.measures.map((one) => ({ ...one, conclusion: conclusionOf(report, one) })),
    }));
    return printJson({ study: study.id, seed: study.seed, rows, rules, experiments });
  }
  const asked = reports.map((told) => ({ told, measures: measuresIn(told, options.metric) }));
  if (options.report !== undefined) return writePage(options.report, dataset, asked, repeats, options);
  print(
    asked.flatMap(({ told, measures }) => measures.map((one) => sensitivityText(told, one, columns()))).join('\n\n'),
  );
}

/** As wide as all text, or as a terminal that is narrower. */
function columns(): number {
  return Math.min(80, Math.max(60, process.stdout.columns ?? 80));
}

/** Charts take a while to load, and only a page has them. */
async function writePage(
  file: string,
  { folder, manifest, present, blocks, complete }: Dataset,
  asked: readonly Asked[],
  repeats: number,
  { metric }: Options,
): Promise<void> {
  const [{ sensitivityContent }, { toHtml }, { draw }] = await Promise.all([
    import('../views/report/sensitivity-content.ts'),
    import('../views/report/to-html.ts'),
    import('../views/report/charts/draw.ts'),
  ]);
  const { study, rules, rows } = manifest;
  const which = metric === undefined ? '' : ` --metric ${shellWord(metric.join(','))}`;
  const again = `parley stats ${shellWord(folder)} --sensitivity${which} --report ${shellWord(file)}`;
  const incomplete = complete
    ? undefined
    : `${present.length} of ${blocks} blocks are played; this rests on the ${repeats} repeats that are whole.`;
  const content = sensitivityContent({ ...study, rows, rules, incomplete, again }, asked);
  writing('stats', file, () => writeFileSync(file, toHtml(content, draw)));
  print(file);
}

function isInside(folder: string, file: string): boolean {
  return resolve(file).startsWith(resolve(folder) + sep);
}

function measuresIn(report: Told, names: readonly string[] | undefined): readonly Measured[] {
  const [first] = report.measures;
  if (first === undefined)
    throw new Stop(EXIT.failed, `parley stats: nothing that ${report.experiment} notes of every run ever varies`);
  return names === undefined ? [first] : names.map((name) => measureIn(report, name));
}

function measureIn({ measures, leftOut, experiment }: Told, name: string): Measured {
  const found = measures.find((one) => one.name === name);
  if (found !== undefined) return found;
  const missing = leftOut.find(({ metric }) => metric === name);
  if (missing !== undefined)
    throw usage(`${name} has no value in ${missing.missing} runs, so that its spread cannot be divided`);
  const names = measures.map((one) => one.name);
  const { hint } = didYouMean(name, names);
  throw usage(`${experiment} has no measure ${name}; ${hint ?? `it has ${listed(names)}`}`);
}

function usage(message: string): Stop {
  return new Stop(EXIT.usage, `parley stats: ${message}`);
}
