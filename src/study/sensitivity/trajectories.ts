import { chanceOf } from '../../chance/chance.ts';
import type { Named, Points } from '../design/combinations.ts';
import { replaced } from '../../rules/arithmetic.ts';
import type { Chance } from '../../model/chance.ts';

/** Morris's design: so many walks through a grid, each of which moves every number once. */
export interface Trajectories {
  readonly numbers: number;
  readonly trajectories: number;
  /** Of the grid on [0, 1], both ends among them: even, so that each level is as likely as any other. */
  readonly levels: number;
}

/** One walk: from its start, the numbers move one after the other in this order, half of the levels up or down. */
export interface Trajectory {
  /** Which number moves at each step. */
  readonly order: readonly number[];
  /** By number: the lower of the two levels it takes, from 0. */
  readonly low: readonly number[];
  /** By number: whether it moves from the lower to the higher level. */
  readonly rises: readonly boolean[];
}

/** How far every number moves, as a share of its range: a little over a half (Morris 1991, Technometrics 33). */
export function stepOf({ levels }: Pick<Trajectories, 'levels'>): number {
  return levels / 2 / (levels - 1);
}

export function cellsOf({ numbers, trajectories }: Trajectories): number {
  return trajectories * (numbers + 1);
}

export function trajectoryOf({ numbers, levels }: Trajectories, chance: Chance, index: number): Trajectory {
  const order = Array.from({ length: numbers }, (_, n) => n);
  // Fisher and Yates, in the form of Durstenfeld (1964).
  for (let n = numbers - 1; n > 0; n--) {
    const other = Math.floor(chance.at(`trajectory/${index}/order`, n) * (n + 1));
    [order[n], order[other]] = [order[other]!, order[n]!];
  }
  const low = order.map((_, n) => Math.floor((chance.at(`trajectory/${index}/level`, n) * levels) / 2));
  const rises = order.map((_, n) => chance.at(`trajectory/${index}/rises`, n) < 0.5);
  return { order, low, rises };
}

/** Where every number stands after so many steps, in [0, 1]. */
export function pointOf({ levels }: Trajectories, { order, low, rises }: Trajectory, steps: number): readonly number[] {
  const isHigh = rises.map((rise) => !rise);
  for (const moved of order.slice(0, steps)) isHigh[moved] = !isHigh[moved];
  return low.map((level, n) => (isHigh[n] ? level + levels / 2 : level) / (levels - 1));
}

/** The walks of a design; the same for the cells that are played and for what is read from them. */
export function walksOf(design: Trajectories, { seed }: Pick<Named, 'seed'>): (index: number) => Trajectory {
  const chance = chanceOf(seed);
  let last: { readonly index: number; readonly walk: Trajectory } | undefined;
  return (index) => {
    if (last?.index !== index) last = { index, walk: trajectoryOf(design, chance, index) };
    return last.walk;
  };
}

/** The points of all walks, each from its start to its last step; the next step is quickest made from the last. */
export function pointsOfWalks(design: Trajectories, named: Named): Points {
  const walkAt = walksOf(design, named);
  const { numbers, levels } = design;
  let last: { readonly index: number; readonly point: readonly number[] } | undefined;
  return (index) => {
    const [walk, steps] = [walkAt(Math.floor(index / (numbers + 1))), index % (numbers + 1)];
    if (last?.index !== index) {
      const isNext = last !== undefined && last.index === index - 1 && steps > 0;
      last = { index, point: isNext ? stepped(last!.point) : pointOf(design, walk, steps) };
    }
    return last.point;

    function stepped(point: readonly number[]): readonly number[] {
      const moved = walk.order[steps - 1]!;
      const level = walk.low[moved]! + (walk.rises[moved]! ? levels / 2 : 0);
      return replaced(point, moved, level / (levels - 1));
    }
  };
}
