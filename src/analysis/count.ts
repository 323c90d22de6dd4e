import { TOLERANCE } from '../rules/arithmetic.ts';
import { isRational, type Space } from './space.ts';

/** Sums of a part and of the rest are not rounded as the whole is; so near to a walk-away the whole decides. */
const NEAR = 2 * TOLERANCE;

/** What the issues from one on can still add, and in how many ways, red lines left out. */
interface Rest {
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly texts: number;
}

/**
 * How many texts suit everybody. Parts of a text that nothing can complete to one that does are not followed, and of
 * those that everything completes the ways are multiplied: few texts are looked at to the end.
 */
export function countRational(space: Space): number {
  const { voters, sizes, adds, crosses, walkAways } = space;
  const n = voters.length;
  const open = sizes.map((size, k) =>
    Array.from({ length: size }, (_, o) => o).filter((o) => !crosses[k]!.subarray(o * n, o * n + n).includes(1)),
  );
  const rest = restsOf(space, open);
  const uncrossed = new Uint8Array(n);
  const sums = Array.from({ length: sizes.length + 1 }, () => new Float64Array(n));
  const follow = (k: number): number => {
    const [before, after] = [sums[k]!, sums[k + 1]!];
    if (k === sizes.length) return isRational(before, uncrossed, walkAways) ? 1 : 0;
    const { least, most, texts } = rest[k + 1]!;
    let count = 0;
    for (const o of open[k]!) {
      let [hopeless, certain] = [false, true];
      for (let i = 0; i < n; i++) {
        after[i] = before[i]! + adds[k]![o * n + i]!;
        if (after[i]! + most[i]! < walkAways[i]! - NEAR) hopeless = true;
        if (after[i]! + least[i]! < walkAways[i]! + NEAR) certain = false;
      }
      if (!hopeless) count += certain ? texts : follow(k + 1);
    }
    return count;
  };
  return follow(0);
}

/** By issue, and after the last one. */
function restsOf({ voters, adds }: Space, open: readonly (readonly number[])[]): readonly Rest[] {
  const n = voters.length;
  const rests: Rest[] = [{ least: voters.map(() => 0), most: voters.map(() => 0), texts: 1 }];
  for (let k = open.length - 1; k >= 0; k--) {
    const { least, most, texts } = rests[0]!;
    const added = voters.map((_, i) => open[k]!.map((o) => adds[k]![o * n + i]!));
    rests.unshift({
      least: least.map((sum, i) => sum + added[i]!.reduce((a, b) => Math.min(a, b), Infinity)),
      most: most.map((sum, i) => sum + added[i]!.reduce((a, b) => Math.max(a, b), -Infinity)),
      texts: texts * open[k]!.length,
    });
  }
  return rests;
}
