import { didYouMean } from '../scenario/spelling.ts';
import type { Plan } from '../study/plan.ts';
import { programsQuestion, readersQuestion } from '../study/statistics/question.ts';
import { EXPERIMENT, experimentsOf, measuresNamed, type By, type Question } from '../study/statistics/report.ts';
import { EXIT, Stop } from './exit.ts';

export interface AskedOptions {
  readonly metric?: readonly string[];
  readonly by?: readonly string[];
  readonly cell?: readonly number[];
  readonly against?: number;
  readonly simultaneous?: boolean;
}

/** What is to be told, from the options, checked against the study; `detailed` get tables of their own. */
export function givenQuestion(
  plan: Plan,
  options: AskedOptions,
  reader: 'person' | 'program',
): { readonly question: Question; readonly detailed: readonly string[] } {
  const { metric, against, simultaneous = false } = options;
  for (const name of metric ?? []) checkMetric(plan, name);
  for (const cell of [...(options.cell ?? []), ...(against === undefined ? [] : [against])]) checkCell(plan, cell);
  const by = options.by?.flatMap((paths) => byOf(plan, paths.split(',')));
  const detailed = metric ?? usual(plan);
  const given = {
    ...(metric && { metrics: metric }),
    ...(by && { by }),
    ...(options.cell && { told: withBaselines(plan, options.cell, against) }),
    ...(against !== undefined && { baseline: against }),
    // Of a text the values stand beside one another, and nothing is compared.
    compared: detailed.filter((name) => plan.metrics.find((one) => one.name === name)?.type !== 'text'),
    simultaneous,
  };
  return { question: reader === 'person' ? readersQuestion(plan, given) : programsQuestion(plan, given), detailed };
}

/** How it ended, and the first number that the study notes. */
function usual({ metrics }: Plan): readonly string[] {
  const text = metrics.find(({ name }) => name === 'ending') ?? metrics.find(({ type }) => type === 'text');
  const number = metrics.find(({ type }) => type !== 'text');
  const first = number?.name ?? (text?.choices?.[0] === undefined ? undefined : `${text.name}=${text.choices[0]}`);
  return [text?.name, first].filter((name) => name !== undefined);
}

function checkMetric(plan: Plan, name: string): void {
  if (measuresNamed(plan, name).length > 0) return;
  const known = plan.metrics.map((metric) => metric.name);
  const { hint } = didYouMean(name, known);
  throw usage(`the study has no metric ${JSON.stringify(name)}; it has ${known.join(', ')}${hint ? `; ${hint}` : ''}`);
}

function checkCell({ cells }: Plan, cell: number): void {
  if (cell >= cells) throw usage(`there is no cell ${cell}: they go from 0 to ${cells - 1}`);
}

/** One table for each experiment in which all the paths vary. */
function byOf(plan: Plan, paths: readonly string[]): readonly By[] {
  const known = [...plan.columns.map(({ path }) => path), EXPERIMENT];
  const unknown = paths.find((path) => !known.includes(path));
  if (unknown !== undefined) {
    const { hint } = didYouMean(unknown, known);
    const some = known.length > 12 ? `one of ${known.length} paths that vary` : known.join(', ');
    throw usage(`${JSON.stringify(unknown)} does not vary in this study${hint ? `; ${hint}` : `; expected ${some}`}`);
  }
  if (paths.length > 2) throw usage('a table has two sides: --by takes one path or two, and may be given again');
  const experiments = experimentsOf(plan);
  // By experiment there is a table anyway where there are several.
  if (paths.includes(EXPERIMENT)) return experiments.length > 1 ? [] : [{ experiment: null, paths }];
  const varying = plan.study.experiments.filter(({ varies }) =>
    paths.every((path) => varies.some((variation) => variation.path === path)),
  );
  if (varying.length === 0) throw usage(`${paths.join(' and ')} vary in no experiment together`);
  return varying.map(({ id }) => ({ experiment: id, paths }));
}

/** What cells are compared to is shown before them. */
function withBaselines(plan: Plan, cells: readonly number[], against: number | undefined): readonly number[] {
  if (against !== undefined) return [...new Set([against, ...cells])];
  const experiments = experimentsOf(plan);
  const firsts = cells.map((cell) => experiments.findLast(({ first }) => first <= cell)!.first);
  return [...new Set([...firsts, ...cells])].sort((a, b) => a - b);
}

function usage(message: string): Stop {
  return new Stop(EXIT.usage, `parley stats: ${message}`);
}
