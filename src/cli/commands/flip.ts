import { availableParallelism } from 'node:os';
import type { Scenario } from '../../model/scenario.ts';
import { evidenceOf, type Row } from '../../scenario/evidence.ts';
import { fieldAt } from '../../scenario/fields.ts';
import { listed } from '../../scenario/problem.ts';
import { didYouMean } from '../../scenario/spelling.ts';
import { alone, type Alone, type Movable } from '../../study/flip/alone.ts';
import { Crew } from '../../study/flip/crew.ts';
import { probeOf, type Probe } from '../../study/flip/probe.ts';
import type { Question, Standing } from '../../study/flip/standing.ts';
import { together, type Together } from '../../study/flip/together.ts';
import { metricNamed, type Metric } from '../../study/metrics.ts';
import { count } from '../../views/prose/amounts.ts';
import { flipText } from '../../views/transcript/flip-text.ts';
import { EXIT, Stop } from '../exit.ts';
import { flipJson, type Found } from '../flip-json.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { interruption } from '../interruption.ts';
import { note, print, printJson } from '../output.ts';
import { counter, type Counter } from '../progress.ts';
import { RULES } from '../version.ts';

interface Options {
  readonly metric: string;
  readonly over: string;
  readonly pairs?: boolean;
  readonly runs: number;
  readonly threshold?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The map of a pair needs to say where to look, no more. */
const RUNS_OF_MAP = 100;

export async function flip(nameOrPath: string, options: Options): Promise<void> {
  const { scenario, document } = givenScenario(nameOrPath, options);
  const metric = givenMetric(options.metric, scenario);
  const question = questionOf(metric, options.threshold);
  const numbers = givenNumbers(options.over, scenario);
  if (options.pairs && numbers.length < 2) throw usage('--pairs needs at least two numbers in --over');
  const { runs } = options;
  const seed = givenSeed(options.seed);
  const interrupted = interruption();
  const shown = counter(options.quiet);
  const workers = options.workers ?? availableParallelism();
  const crew = new Crew({ document, metric: metric.name, seed }, workers, shown.add);
  const play: Crew['play'] = (portion) => crew.play(portion);
  const probe = probeOf({ question, runs, play });
  const map = probeOf({ question, runs: Math.min(RUNS_OF_MAP, runs), play });
  try {
    const found = await Promise.race([
      searched({ probe, map, runs, numbers, shown }, options),
      aborted(interrupted.signal),
    ]);
    shown.end();
    if (found === undefined)
      throw new Stop(EXIT.interrupted, `interrupted after ${count(shown.played())} conferences; nothing is kept`);
    const played = probe.played() + map.played();
    note(`${count(played)} conferences were played.`, options);
    const told = flipJson({ scenario, metric, question, seed, runs, ...found, played });
    if (options.json) printJson({ ...told, rules: RULES });
    else print(flipText(scenario, told));
  } finally {
    interrupted.end();
    await crew.close();
  }
}

interface Search {
  readonly probe: Probe;
  /** For maps of pairs. */
  readonly map: Probe;
  readonly runs: number;
  readonly numbers: readonly Movable[];
  readonly shown: Counter;
}

async function searched(
  { probe, map, runs, numbers, shown }: Search,
  { pairs }: Options,
): Promise<Pick<Found, 'base' | 'ones' | 'pairs'>> {
  shown.start(`as it stands: ${runs} conferences`);
  const base = (await probe.at([]))!;
  const ones: Alone[] = [];
  for (const [n, number] of numbers.entries()) {
    const range = `${number.path} from ${number.low} to ${number.high}`;
    shown.start(`${n + 1} of ${numbers.length}: ${range}, ${runs} conferences a value`);
    ones.push(await alone(probe, number, base));
  }
  return { base, ones, pairs: pairs ? await inPairs({ probe, map, shown }, runs, ones, base) : [] };
}

async function inPairs(
  { probe, map, shown }: Pick<Search, 'probe' | 'map' | 'shown'>,
  runs: number,
  ones: readonly Alone[],
  base: Standing,
): Promise<readonly Together[]> {
  const pairs = ones.flatMap((a, n) => ones.slice(n + 1).map((b) => [a, b] as const));
  const found: Together[] = [];
  for (const [n, pair] of pairs.entries()) {
    const [a, b] = pair;
    shown.start(`pair ${n + 1} of ${pairs.length}: ${a.number.path} and ${b.number.path}`);
    found.push(await together(probe, map, Math.min(RUNS_OF_MAP, runs), pair, base));
  }
  return found;
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

function givenMetric(name: string, scenario: Scenario): Metric {
  const metric = metricNamed(name, scenario);
  if (metric.ok) return metric.value;
  const { message, expected, hint } = metric.error;
  throw usage([message, hint ?? `expected ${expected}`].join('; '));
}

/** Of a text the most frequent value is asked for, of a yes or no the majority, of any other number its mean. */
function questionOf({ name, type, low, high }: Metric, threshold: number | undefined): Question {
  if (type === 'text') {
    if (threshold === undefined) return { type: 'most-frequent' };
    throw usage(`--threshold is for numbers, and ${name} is a text: its most frequent value is looked at`);
  }
  const isShare = type === 'integer' && low === 0 && high === 1;
  if (threshold === undefined && !isShare)
    throw usage(`${name} is a number: say with --threshold which mean it must cross`);
  if (isShare && threshold !== undefined && threshold >= 1)
    throw usage(`${name} is 0 or 1, so its mean cannot cross ${threshold}: take a --threshold below 1`);
  return { type: 'mean', threshold: threshold ?? 0.5, isShare };
}

/** Numbers with a range; a section stands for all of those in it. */
function givenNumbers(list: string, scenario: Scenario): readonly Movable[] {
  const rows = evidenceOf(scenario);
  const paths = list.split(',').map((path) => path.trim());
  const numbers = paths.flatMap((path) => rowsAt(path, rows, scenario)).map(movable);
  const twice = numbers.find(({ path }, n) => numbers.findIndex((one) => one.path === path) < n);
  if (twice !== undefined) throw usage(`${twice.path} is in --over twice`);
  return numbers;
}

function rowsAt(path: string, rows: readonly Row[], scenario: Scenario): readonly Row[] {
  const row = rows.find((one) => one.path === path);
  if (row !== undefined) {
    if (row.low < row.high) return [row];
    throw usage(`${path} is ${row.value} and has no range in ${scenario.id}: give it one in the file, or name another`);
  }
  const within = rows.filter((one) => one.path.startsWith(`${path}.`) && one.low < one.high);
  if (path !== '' && within.length > 0) return within;
  const field = fieldAt(path.split('.'));
  if (field?.kind === 'choice')
    throw usage(`${path} is a choice, not a number: compare ${listed(field.choices)} with --set`);
  const { hint } = didYouMean(
    path,
    rows.map((one) => one.path),
  );
  throw usage(
    `${scenario.id} has no number at ${JSON.stringify(path)}; ${hint ?? 'parley evidence lists them all, with their ranges'}`,
  );
}

function movable({ path, value, low, high }: Row): Movable {
  const field = fieldAt(path.split('.'));
  return { path, value, low, high, whole: field?.kind === 'quantity' && field.bounds.whole === true };
}

function usage(message: string): Stop {
  return new Stop(EXIT.usage, `parley flip: ${message}`);
}
