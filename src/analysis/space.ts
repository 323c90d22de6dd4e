import { TOLERANCE } from '../rules/arithmetic.ts';
import type { Setting } from '../rules/setting.ts';

/**
 * Every text that could be signed, as those who have a vote value it. A party that has declined or only observes has
 * none and is left out; one that is undecided is counted as coming. Numbers lie flat, party by party.
 */
export interface Space {
  /** Indices into the parties of the setting; those with a vote, unless it was asked for others. */
  readonly voters: readonly number[];
  /** Options of each issue. */
  readonly sizes: readonly number[];
  /** By issue: what each option adds to each voter's utility, at `option × voters + voter`. */
  readonly adds: readonly Float64Array[];
  /** By issue: 1 where an option crosses a voter's red line, at the same places. */
  readonly crosses: readonly Uint8Array[];
  readonly walkAways: readonly number[];
  /** How many texts there are; past 2^53 the nearest number. */
  readonly outcomes: number;
}

export function spaceOf(setting: Setting, voters: readonly number[] = votersOf(setting)): Space {
  const sizes = setting.issues.map((issue) => issue.options.length);
  return {
    voters,
    sizes,
    adds: sizes.map((size, k) =>
      Float64Array.from(
        Array.from({ length: size }, (_, o) =>
          voters.map((i) => setting.parties[i]!.weights[k]! * setting.parties[i]!.values[k]![o]!),
        ).flat(),
      ),
    ),
    crosses: sizes.map((size, k) =>
      Uint8Array.from(
        Array.from({ length: size }, (_, o) => voters.map((i) => (setting.parties[i]!.allowed[k]![o]! ? 0 : 1))).flat(),
      ),
    ),
    walkAways: voters.map((i) => setting.parties[i]!.walkAway),
    outcomes: sizes.reduce((product, size) => product * size, 1),
  };
}

function votersOf({ parties }: Setting): readonly number[] {
  return parties.flatMap(({ index, grade }) => (grade === 'absent' || grade === 'observer' ? [] : [index]));
}

/** What a visitor sees of a text; the arrays are used again for the next one. */
export type Visitor = (utilities: Float64Array, crossed: Uint8Array, text: Int32Array) => void;

/**
 * Shows every text once, the last issue changing fastest. Utilities are sums in the order of the issues, the same to
 * the last bit as the rules reckon them; only what follows the first changed issue is added up again.
 */
export function visit({ voters, sizes, adds, crosses }: Space, see: Visitor): void {
  const n = voters.length;
  const depth = sizes.length;
  const text = new Int32Array(depth);
  const sums = Array.from({ length: depth + 1 }, () => new Float64Array(n));
  const lines = Array.from({ length: depth + 1 }, () => new Uint8Array(n));
  let from = 0;
  for (;;) {
    for (let k = from; k < depth; k++) {
      const at = text[k]! * n;
      const [before, sum, add] = [sums[k]!, sums[k + 1]!, adds[k]!];
      const [open, line, cross] = [lines[k]!, lines[k + 1]!, crosses[k]!];
      for (let i = 0; i < n; i++) {
        sum[i] = before[i]! + add[at + i]!;
        line[i] = open[i]! | cross[at + i]!;
      }
    }
    see(sums[depth]!, lines[depth]!, text);
    from = depth - 1;
    while (from >= 0 && ++text[from]! === sizes[from]!) text[from--] = 0;
    if (from < 0) return;
  }
}

/** Whether a text suits everybody: at or above every walk-away, within every red line. */
export function isRational(utilities: Float64Array, crossed: Uint8Array, walkAways: readonly number[]): boolean {
  for (let i = 0; i < utilities.length; i++) {
    if (crossed[i] !== 0 || utilities[i]! < walkAways[i]! - TOLERANCE) return false;
  }
  return true;
}

/** Shows the texts that suit everybody. */
export function visitRational(space: Space, see: Visitor): void {
  visit(space, (utilities, crossed, text) => {
    if (isRational(utilities, crossed, space.walkAways)) see(utilities, crossed, text);
  });
}

/** By voter: the utility of the text it likes least, red lines or not. */
export function lowestUtilities({ voters, sizes, adds }: Space): readonly number[] {
  const n = voters.length;
  return voters.map((_, i) => {
    let sum = 0;
    for (const [k, size] of sizes.entries()) {
      let least = adds[k]![i]!;
      for (let o = 1; o < size; o++) least = Math.min(least, adds[k]![o * n + i]!);
      sum += least;
    }
    return sum;
  });
}
