import type { Tree } from '../scenario/tree.ts';

/**
 * What a study asks, as plain data: all that is needed to play it again, years later. The numbers of its scenarios stand
 * written out, so nothing is read but this.
 */
export interface Study {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Repeat n of every cell has the seed `seed/n`, from 1: common random numbers, so that cells differ by what is varied. */
  readonly seed: string;
  /** How often each cell is played; with a stop rule, at most. */
  readonly repeats: number;
  /** Names of what is noted of each run, in the order of the columns. */
  readonly metrics: readonly string[];
  readonly stop?: StopRule;
  /** At least one. Their cells follow one another in this order. */
  readonly experiments: readonly Experiment[];
}

/** A scenario, what varies in it, and which combinations of values are played. */
export interface Experiment {
  readonly id: string;
  readonly title: string;
  /** The canonical document of the scenario, with what holds for all cells set. */
  readonly scenario: Tree;
  readonly varies: readonly Variation[];
  readonly design: Design;
}

export type Value = number | string | boolean;

/** One path of the scenario, as `--set` takes it, and what it may become. `whole` numbers are rounded. */
export type Variation =
  | { readonly path: string; readonly type: 'list'; readonly values: readonly Value[] }
  | {
      readonly path: string;
      readonly type: 'uniform';
      readonly low: number;
      readonly high: number;
      readonly whole: boolean;
    }
  | {
      readonly path: string;
      readonly type: 'triangular';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
      readonly whole: boolean;
    };

export type Design =
  /** Every combination of the lists; the first path varies slowest. */
  | { readonly type: 'grid' }
  /** The combinations written in the file: a value for each path that varies. */
  | { readonly type: 'list'; readonly cells: readonly (readonly Value[])[] }
  | { readonly type: 'random' | 'latin-hypercube' | 'sobol-sequence'; readonly cells: number }
  /** Walks through a grid over the ranges, each of which moves every path once: elementary effects (Morris 1991). */
  | { readonly type: 'morris'; readonly trajectories: number; readonly levels: number }
  /** Two matrices of so many rows, and their mixtures by factor: the indices of Sobol' (Saltelli et al. 2010). */
  | { readonly type: 'sobol'; readonly rows: number; readonly factors: readonly Factor[] };

/** What an index is of: one number that varies, whose path is its id, or a group of them. */
export interface Factor {
  readonly id: string;
  readonly paths: readonly string[];
}

/** Stop once the 95 % interval of a metric's mean is no wider than this on either side, in every cell. */
export interface StopRule {
  readonly metric: string;
  readonly halfWidth: number;
  /** Judged after so many complete repeats, and after every so many more. */
  readonly every: number;
}

/** One combination of values that is played. */
export interface Cell {
  /** From 0, over all experiments. */
  readonly index: number;
  readonly experiment: Experiment;
  /** In the order of `experiment.varies`. */
  readonly values: readonly Value[];
}
