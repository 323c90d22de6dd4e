import type { Experiment, Value, Variation } from '../study.ts';
import { valueAt } from './quantile.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { randomPoints } from './random.ts';
import { sobolPoints } from './sobol.ts';
import { cellsOfIndices, mixtures } from '../sensitivity/mixtures.ts';
import { cellsOf, pointsOfWalks } from '../sensitivity/trajectories.ts';

/** The combinations of values that an experiment plays, each found by its number. */
export interface Combinations {
  readonly cells: number;
  /** In the order of `varies`. */
  readonly at: (index: number) => readonly Value[];
}

/** A point of the unit cube for each cell; a draw is named by the seed of the study, the experiment and the path. */
export type Points = (index: number) => readonly number[];

/** What the design of an experiment makes of what varies in it. */
export function combinationsOf({ id, varies, design }: Experiment, seed: string): Combinations {
  const named = { seed: `${seed}/design/${id}`, paths: varies.map(({ path }) => path) };
  switch (design.type) {
    case 'grid':
      return grid(varies);
    case 'list':
      return { cells: design.cells.length, at: (index) => design.cells[index]! };
    case 'random':
      return drawn(varies, design.cells, randomPoints(named));
    case 'latin-hypercube':
      return drawn(varies, design.cells, latinHypercube(named, design.cells));
    case 'sobol-sequence':
      return drawn(varies, design.cells, sobolPoints(named));
    case 'morris': {
      const walks = { numbers: varies.length, trajectories: design.trajectories, levels: design.levels };
      return drawn(varies, cellsOf(walks), pointsOfWalks(walks, named));
    }
    case 'sobol':
      return drawn(varies, cellsOfIndices(design.rows, design.factors), mixtures(named, design.factors));
  }
}

/** Whose draws they are. */
export interface Named {
  readonly seed: string;
  readonly paths: readonly string[];
}

/** Every combination of the lists; the first path varies slowest. */
function grid(varies: readonly Variation[]): Combinations {
  const lists = varies.map((variation) => {
    if (variation.type === 'list') return variation.values;
    throw new Error(`${variation.path} has a distribution in a grid, which the check does not let through`);
  });
  const cells = lists.reduce((product, { length }) => product * length, 1);
  return {
    cells,
    at(index) {
      const values: Value[] = [];
      let rest = index;
      for (let n = lists.length - 1; n >= 0; n--) {
        const { length } = lists[n]!;
        values[n] = lists[n]![rest % length]!;
        rest = Math.floor(rest / length);
      }
      return values;
    },
  };
}

function drawn(varies: readonly Variation[], cells: number, points: Points): Combinations {
  return { cells, at: (index) => points(index).map((u, n) => valueAt(varies[n]!, u)) };
}
