import { TOLERANCE } from '../rules/arithmetic.ts';
import type { Space } from './space.ts';

/** The texts that suit everybody and that no other improves for one without loss to another. */
export interface Frontier {
  /** How many texts, and at how many different points. */
  readonly outcomes: number;
  readonly distinct: number;
  /** Ascending. */
  readonly points: readonly FrontierPoint[];
}

export interface FrontierPoint {
  /** By voter. */
  readonly utilities: readonly number[];
  /** One text that has them, by issue the index of the option, and how many have them. */
  readonly text: readonly number[];
  readonly count: number;
}

/** Comparisons of two points that a frontier may cost: about a second. Fifteen thousand points need half at most. */
export const FRONTIER_WORK = 250_000_000;
/** Points × voters under comparison at once, to bound memory. */
const MOST_NUMBERS = 8_000_000;

/** Points of `n` numbers each, flat, with the number of texts at each. */
interface Points {
  readonly at: Float64Array;
  readonly counts: Float64Array;
  readonly size: number;
  /** Where each came from: a point of `before`, and the option that was joined to it. */
  readonly parents: Uint32Array;
  readonly options: Uint32Array;
  readonly before: Points | undefined;
}

function noPoints(size: number, n: number, before: Points | undefined) {
  const [at, counts] = [new Float64Array(size * n), new Float64Array(size)];
  return { at, counts, size, parents: new Uint32Array(size), options: new Uint32Array(size), before };
}

/** The first `size` of the points. */
function cut(points: Points, size: number, n: number): Points {
  return {
    at: points.at.slice(0, size * n),
    counts: points.counts.slice(0, size),
    size,
    parents: points.parents.slice(0, size),
    options: points.options.slice(0, size),
    before: points.before,
  };
}

/**
 * The Pareto frontier, or nothing when it would cost more than `work` comparisons of two points.
 *
 * Utilities are sums over the issues, so that a part of a text that another part improves on can be left out before
 * the next issue is joined: whatever completes the one completes the other. So most texts are never listed. A point is
 * dominated by one that is nowhere lower and somewhere higher, by more than the tolerance; equal points are counted.
 */
export function frontierOf(space: Space, work: number = FRONTIER_WORK): Frontier | undefined {
  const n = space.voters.length;
  const budget = { left: work };
  let points: Points = noPoints(1, n, undefined);
  points.counts[0] = 1;
  const reach = reachable(space);
  for (let k = 0; k < space.sizes.length; k++) {
    const joined = join(points, space, k, reach[k + 1]!);
    const kept = joined && (n === 2 ? planarFront(joined) : front(joined, n, budget));
    if (!kept) return undefined;
    points = kept;
  }
  return described(points, n);
}

/** By issue: the most that the issues from there on can still add to each voter's utility. */
function reachable({ voters, sizes, adds, crosses }: Space): readonly (readonly number[])[] {
  const n = voters.length;
  const reach: (readonly number[])[] = [voters.map(() => 0)];
  for (let k = sizes.length - 1; k >= 0; k--) {
    const most = voters.map((_, i) => {
      let best = -Infinity;
      for (let o = 0; o < sizes[k]!; o++)
        if (!isCrossed(crosses[k]!, o, n)) best = Math.max(best, adds[k]![o * n + i]!);
      return reach[0]![i]! + best;
    });
    reach.unshift(most);
  }
  return reach;
}

function isCrossed(crosses: Uint8Array, option: number, n: number): boolean {
  for (let i = 0; i < n; i++) if (crosses[option * n + i] !== 0) return true;
  return false;
}

/** Every point with every option of the next issue, without those that can suit everybody no more. */
function join(points: Points, space: Space, k: number, reach: readonly number[]): Points | undefined {
  const n = space.voters.length;
  const options: number[] = [];
  for (let o = 0; o < space.sizes[k]!; o++) if (!isCrossed(space.crosses[k]!, o, n)) options.push(o);
  if (points.size * options.length * n > MOST_NUMBERS) return undefined;
  const joined = noPoints(points.size * options.length, n, points);
  const { at } = joined;
  const add = space.adds[k]!;
  let size = 0;
  for (let p = 0; p < points.size; p++) {
    for (const o of options) {
      let hopeful = true;
      for (let i = 0; i < n; i++) {
        const sum = points.at[p * n + i]! + add[o * n + i]!;
        at[size * n + i] = sum;
        if (sum + reach[i]! < space.walkAways[i]! - TOLERANCE) hopeful = false;
      }
      if (!hopeful) continue;
      joined.counts[size] = points.counts[p]!;
      joined.parents[size] = p;
      joined.options[size++] = o;
    }
  }
  return { ...joined, size };
}

/**
 * The undominated ones, each against those kept so far, from the greatest sum down: only a greater sum dominates. A
 * point is compared first where it stands out most, for there the fewest are as good.
 */
function front(points: Points, n: number, budget: { left: number }): Points | undefined {
  const { at, counts, size } = points;
  const sums = new Float64Array(size);
  for (let p = 0; p < size; p++) for (let i = 0; i < n; i++) sums[p]! += at[p * n + i]!;
  const order = Uint32Array.from({ length: size }, (_, p) => p).sort((a, b) => sums[b]! - sums[a]! || a - b);
  const result = noPoints(size, n, points.before);
  const columns = Array.from({ length: n }, () => new Float64Array(size));
  const outstanding = prominence(points, n);
  let count = 0;
  for (const p of order) {
    const start = p * n;
    const dims = outstanding(p);
    const [first, second] = [dims[0]!, dims[1] ?? dims[0]!];
    const [a, b] = [columns[first]!, columns[second]!];
    const [leastA, leastB] = [at[start + first]! - TOLERANCE, at[start + second]! - TOLERANCE];
    let open = true;
    let q = 0;
    for (; q < count && open; q++) {
      if (a[q]! < leastA || b[q]! < leastB) continue;
      let above = false;
      let d = 0;
      for (; d < n; d++) {
        const i = dims[d]!;
        const lead = columns[i]![q]! - at[start + i]!;
        if (lead < -TOLERANCE) break;
        if (lead > TOLERANCE) above = true;
      }
      if (d < n) continue;
      open = false;
      if (!above) result.counts[q]! += counts[p]!;
    }
    budget.left -= q;
    if (budget.left < 0) return undefined;
    if (!open) continue;
    for (let i = 0; i < n; i++) columns[i]![count] = at[start + i]!;
    keep(points, p, result, count++, n);
  }
  return cut(result, count, n);
}

/** For a point: the voters, first the one to whom it is better than most other points are, by standard deviations. */
function prominence({ at, size }: Points, n: number): (point: number) => Uint32Array {
  const mean = new Float64Array(n);
  const spread = new Float64Array(n);
  for (let p = 0; p < size; p++) for (let i = 0; i < n; i++) mean[i]! += at[p * n + i]! / size;
  for (let p = 0; p < size; p++)
    for (let i = 0; i < n; i++) spread[i]! += (at[p * n + i]! - mean[i]!) * (at[p * n + i]! - mean[i]!);
  for (let i = 0; i < n; i++) spread[i] = spread[i]! > 0 ? Math.sqrt(spread[i]! / size) : 1;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const height = new Float64Array(n);
  return (point) => {
    for (let i = 0; i < n; i++) height[i] = (at[point * n + i]! - mean[i]!) / spread[i]!;
    // Insertion: the order of the last point is a start as good as any, and n is small.
    for (let d = 1; d < n; d++) {
      const i = order[d]!;
      let place = d;
      for (; place > 0 && height[order[place - 1]!]! < height[i]!; place--) order[place] = order[place - 1]!;
      order[place] = i;
    }
    return order;
  };
}

function keep(from: Points, p: number, to: Points, place: number, n: number): void {
  for (let i = 0; i < n; i++) to.at[place * n + i] = from.at[p * n + i]!;
  to.counts[place] = from.counts[p]!;
  to.parents[place] = from.parents[p]!;
  to.options[place] = from.options[p]!;
}

/** For two voters one sweep from the right will do. */
function planarFront(points: Points): Points {
  const { at, counts, size } = points;
  const order = Uint32Array.from({ length: size }, (_, p) => p).sort(
    (a, b) => at[2 * b]! - at[2 * a]! || at[2 * b + 1]! - at[2 * a + 1]! || a - b,
  );
  const result = noPoints(size, 2, points.before);
  const kept = result.at;
  let [count, right, near] = [0, 0, 0];
  // The highest so far of those clearly further right, and of those not clearly further left.
  let [highestRight, highestNear] = [-Infinity, -Infinity];
  for (const p of order) {
    const [x, y] = [at[2 * p]!, at[2 * p + 1]!];
    for (; right < size && at[2 * order[right]!]! > x + TOLERANCE; right++)
      highestRight = Math.max(highestRight, at[2 * order[right]! + 1]!);
    for (; near < size && at[2 * order[near]!]! >= x - TOLERANCE; near++)
      highestNear = Math.max(highestNear, at[2 * order[near]! + 1]!);
    if (highestRight >= y - TOLERANCE || highestNear > y + TOLERANCE) continue;
    const last = 2 * (count - 1);
    if (count > 0 && kept[last]! - x <= TOLERANCE && Math.abs(kept[last + 1]! - y) <= TOLERANCE) {
      result.counts[count - 1]! += counts[p]!;
      continue;
    }
    keep(points, p, result, count++, 2);
  }
  return cut(result, count, 2);
}

function described(last: Points, n: number): Frontier {
  const points = Array.from({ length: last.size }, (_, p) => ({
    utilities: [...last.at.subarray(p * n, p * n + n)],
    text: textOf(last, p),
    count: last.counts[p]!,
  }));
  points.sort(({ utilities: a }, { utilities: b }) => {
    for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
    return 0;
  });
  return { outcomes: last.counts.reduce((sum, count) => sum + count, 0), distinct: last.size, points };
}

/** The options of a point, back from the last issue to the first. */
function textOf(last: Points, place: number): readonly number[] {
  const text: number[] = [];
  for (let points = last, p = place; points.before; p = points.parents[p]!, points = points.before)
    text.push(points.options[p]!);
  return text.reverse();
}
