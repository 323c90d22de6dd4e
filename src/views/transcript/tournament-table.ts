import { NOT_ESTIMATED } from '../prose/reading.ts';
import { paragraph } from './wrap.ts';

const WIDTH = 88;

/** What a tournament came to, as its JSON has it. */
interface Told {
  readonly seed: string;
  readonly repeats: number;
  readonly possible: number;
  readonly assignments: number;
  readonly sampled: boolean;
  readonly negotiations: number;
  readonly agreements: number;
  readonly ranking: readonly {
    readonly tactic: string;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly appearances: number;
    readonly agreements: number;
  }[];
}

/** The tactics by rank, each with its interval and how often it came to an agreement. */
export function tournamentTable(title: string, told: Told): string {
  const widest = Math.max(...told.ranking.map(({ tactic }) => tactic.length), 'tactic'.length);
  const rows = told.ranking.map(({ tactic, mean, low, high, appearances, agreements }, n) =>
    [
      String(n + 1).padStart(4),
      tactic.padEnd(widest),
      mean.toFixed(3).padStart(7),
      `[${low.toFixed(3)}, ${high.toFixed(3)}]`,
      `${(100 * agreements).toFixed(1)} %`.padStart(10),
      String(appearances).padStart(8),
    ].join('  '),
  );
  const head = ['    ', 'tactic'.padEnd(widest), 'utility', '95 % interval ', 'agreements', '  played'].join('  ');
  return [
    `${title}: a tournament by alternating offers`,
    ...paragraph(`${played(told)} ${(100 * told.agreements).toFixed(1)} % ended in agreement.`, WIDTH),
    '',
    head,
    ...rows,
    '',
    ...paragraph(`${READING} ${NOT_ESTIMATED}`, WIDTH),
  ].join('\n');
}

function played({ seed, repeats, possible, assignments, sampled, negotiations }: Told): string {
  const which = sampled
    ? `${assignments} of ${possible} assignments of tactics to parties, drawn with replacement`
    : `all ${assignments} assignments of tactics to parties`;
  const often = repeats === 1 ? 'each once' : `each ${repeats} times`;
  return `${which[0]!.toUpperCase()}${which.slice(1)}, ${often}: ${negotiations} negotiations, seed ${seed}.`;
}

const READING =
  'Utility counts the walk-away where there is no agreement. The interval is over assignments; every assignment has the same luck.';
