import type { Factor } from '../study.ts';
import type { Division } from './division.ts';
import { sensitivityOf, type Indices } from './indices.ts';
import type { Measure, MeasureRuns } from './measures.ts';
import type { Estimate } from './resample.ts';

/** One measure of a study of indices, as `stats --sensitivity --json` has it. */
export interface Indexed extends Measure {
  readonly mean: Estimate;
  readonly variance: { readonly single: Estimate; readonly expected: Estimate };
  /** Shares of the variance of a single run. */
  readonly numbers: Indices;
  readonly chance: Indices;
  /** Each number, the largest total share of what the numbers decide first; then the groups. */
  readonly factors: readonly IndexedFactor[];
}

export interface IndexedFactor {
  readonly id: string;
  /** How many numbers it holds. */
  readonly numbers: number;
  readonly ofExpected: Indices;
  readonly ofSingle: Indices;
  /** Of one number: the mean of the measure where it lies below the middle of its draws, and above; else nothing. */
  readonly low: number | null;
  readonly high: number | null;
}

/** By path, what the number is in every cell. */
export type Drawn = (path: string) => readonly number[];

/** Nothing where the measure never varies. */
export function indicesOf(
  factors: readonly Factor[],
  drawn: Drawn,
  { runs, ...measure }: MeasureRuns,
  seed: string,
): Indexed | undefined {
  const division = groupsOf(factors);
  const found = sensitivityOf(
    { ...runs, factors: factors.length, ...(division && { division }) },
    `${seed}/${measure.name}`,
  );
  if (found === undefined) return undefined;
  const { mean, single, expected, numbers, chance } = found;
  const told = factors.map(({ id, paths }, n): IndexedFactor => {
    const halves = isNumber({ id, paths }) ? halvesOf(drawn(id), factors.length + 2, runs) : undefined;
    const { low = null, high = null } = halves ?? {};
    return { id, numbers: paths.length, ofExpected: found.ofExpected[n]!, ofSingle: found.ofSingle[n]!, low, high };
  });
  const groups = told.filter((_, n) => !isNumber(factors[n]!));
  const ones = told.filter((one) => !groups.includes(one));
  const ranked = ones.toSorted((a, b) => b.ofExpected.total.value - a.ofExpected.total.value);
  return { ...measure, mean, variance: { single, expected }, numbers, chance, factors: [...ranked, ...groups] };
}

/** All numbers from a source, and all others. */
function groupsOf(factors: readonly Factor[]): Division | undefined {
  const [sources, assumptions] = ['sources', 'assumptions'].map((group) => factors.findIndex(({ id }) => id === group));
  return sources! < 0 || assumptions! < 0 ? undefined : [sources!, assumptions!];
}

export function isNumber({ id, paths }: Factor): boolean {
  return paths.length === 1 && paths[0] === id;
}

/** Over the cells of A and B alone, which are a fair sample. */
function halvesOf(
  drawn: readonly number[],
  width: number,
  { cells, seeds, at }: MeasureRuns['runs'],
): { readonly low: number; readonly high: number } {
  const fair = Array.from({ length: cells }, (_, c) => c).filter((c) => c % width < 2);
  const ranked = fair.toSorted((a, b) => drawn[a]! - drawn[b]! || a - b);
  const middle = ranked.length / 2;
  const mean = (some: readonly number[]) => {
    let sum = 0;
    for (const c of some) for (let s = 0; s < seeds; s++) sum += at[c * seeds + s]!;
    return sum / (some.length * seeds);
  };
  return { low: mean(ranked.slice(0, middle)), high: mean(ranked.slice(middle)) };
}
