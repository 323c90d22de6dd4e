import type { Estimate } from './cell-tally.ts';
import { clusteredMeanInterval, clusteredShareInterval } from './clusters.ts';
import type { Grouping, Stretch } from './grouping.ts';
import { studentInterval } from './means.ts';
import type { Measure } from './measures.ts';
import { LEVEL, type Interval } from './shares.ts';
import { mostFrequent, spreadOf, type Spread } from './spread.ts';
import type { MeasureTally, StudyTally } from './study-tally.ts';

/** What is asked of a study besides its rows. */
export interface Asked {
  /** The first is the whole study. */
  readonly groupings: readonly Grouping[];
  /** The cells that are told one by one. */
  readonly told: readonly number[];
  /** By cell: the one it is compared to. */
  readonly baselines: Int32Array;
  /** Of which measures differences are told. */
  readonly compared: (measure: Measure) => boolean;
  /** Whether the differences are to hold all together. */
  readonly simultaneous: boolean;
  /** The experiments whose cells are drawn from ranges, with the grouping and the group that are all of each. */
  readonly sampled: readonly Sampled[];
}

interface Sampled extends Stretch {
  readonly experiment: string;
  readonly grouping: number;
  readonly group: number;
}

/** How many differences there are, and the level of each: higher than that of the other intervals where all hold together. */
export interface Differences {
  readonly count: number;
  readonly level: number;
}

/** One measure of a study, as `stats --json` has it; `null` where there is nothing to tell. */
export interface MeasureSummary extends Measure {
  readonly whole: Told;
  readonly cells: readonly CellTold[];
  /** By grouping but the first, by group; the first group of each is what the others are compared to. */
  readonly groups: readonly (readonly ComparedTold[])[];
  /** Of each experiment whose cells are drawn from ranges. */
  readonly spread: readonly SpreadTold[];
}

export interface Told {
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ComparedTold extends Told {
  readonly difference: DifferenceTold | null;
}

export interface CellTold extends ComparedTold {
  readonly cell: number;
}

/** Less the baseline, over the seeds on which both have a value. */
export interface DifferenceTold {
  readonly pairs: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** On which side of 0 the whole interval lies. */
  readonly clear: 'above' | 'below' | null;
}

export interface SpreadTold extends Spread {
  readonly experiment: string;
  /** Of a value of a text: the share of cells in which it was the most frequent. */
  readonly foremost: number | null;
}

export function summaryOf(tally: StudyTally, asked: Asked): Differences & { measures: readonly MeasureSummary[] } {
  const { groupings, told } = asked;
  const cells = told.filter((cell) => asked.baselines[cell] !== cell).length;
  const groups = groupings.reduce((sum, grouping) => sum + grouping.groups.length - 1, 0);
  const count = (cells + groups) * tally.measures.filter(({ measure }) => asked.compared(measure)).length;
  // Bonferroni: each takes its part of what may fail.
  const level = asked.simultaneous && count > 0 ? 1 - (1 - LEVEL) / count : LEVEL;
  const spreads = new Map(tally.measures.map((part) => [part, spreadsOf(part, tally, asked.sampled)]));
  return {
    count,
    level,
    measures: tally.measures.map((part) => {
      const isCompared = asked.compared(part.measure);
      return {
        ...part.measure,
        whole: estimateTold(estimateOf(part, groupings[0]!, 0, 0, tally.repeats)),
        cells: told.map((cell) => {
          const estimate = { cell, ...estimateTold(part.cells.estimate(cell)) };
          if (!isCompared || asked.baselines[cell] === cell) return { ...estimate, difference: null };
          const { pairs, interval } = part.cells.difference(cell, level);
          return { ...estimate, difference: differenceTold(pairs, interval) };
        }),
        groups: groupings.slice(1).map((grouping, n) =>
          grouping.groups.map((_, group) => ({
            ...estimateTold(estimateOf(part, grouping, n + 1, group, tally.repeats)),
            difference: group > 0 && isCompared ? groupDifference(part, n + 1, group, level) : null,
          })),
        ),
        spread: spreads.get(part)!,
      };
    }),
  };
}

function groupDifference(part: MeasureTally, grouping: number, group: number, level: number): DifferenceTold {
  const { n, mean, squares } = part.differences[grouping]![group]!;
  return differenceTold(n, studentInterval(mean, squares, n, level));
}

function differenceTold(pairs: number, interval: Interval | undefined): DifferenceTold {
  if (interval === undefined) return { pairs, mean: null, low: null, high: null, clear: null };
  const { estimate: mean, low, high } = interval;
  return { pairs, mean, low, high, clear: low > 0 ? 'above' : high < 0 ? 'below' : null };
}

function estimateTold({ n, missing, mean, interval }: Estimate): Told {
  const { estimate = mean ?? null, low = null, high = null } = interval ?? {};
  return { n, missing, mean: estimate, low, high };
}

function estimateOf(part: MeasureTally, grouping: Grouping, n: number, group: number, repeats: number): Estimate {
  // A cell alone needs no clusters.
  if (grouping.groups[group]!.cells === 1) return part.cells.estimate(grouping.of.indexOf(group));
  const clusters = part.groups[n]![group]!;
  const interval = part.measure.type === 'share' ? clusteredShareInterval(clusters) : clusteredMeanInterval(clusters);
  const missing = grouping.groups[group]!.cells * repeats - clusters.count;
  return { n: clusters.count, missing, mean: clusters.count === 0 ? undefined : clusters.mean, interval };
}

function spreadsOf(part: MeasureTally, tally: StudyTally, sampled: readonly Sampled[]): readonly SpreadTold[] {
  const { metric, value } = part.measure;
  const values = tally.measures.filter(({ measure }) => measure.metric === metric);
  return sampled.flatMap(({ experiment, grouping, group, ...stretch }) => {
    const spread = spreadOf(part, stretch, part.groups[grouping]![group]!, tally.repeats);
    const foremost = value === undefined ? null : mostFrequent(values, stretch)[values.indexOf(part)]!;
    return spread === undefined ? [] : [{ experiment, ...spread, foremost }];
  });
}
