import { TOLERANCE } from '../rules/arithmetic.ts';
import { SOUGHT, measuresOf, type Texts } from './solutions.ts';
import { isRational, type Space } from './space.ts';

/** Starting texts at most, and sweeps over all issues from each. */
const STARTS = 12;
const SWEEPS = 40;

/** What a search finds where the texts are too many to list. */
export interface Found {
  /** The texts it ended at that suit everybody. */
  readonly texts: Texts;
  /** By voter: the greatest utility that it found among texts that suit everybody; nothing when it found none. */
  readonly ideal: readonly number[] | undefined;
  /** Distance from (1, …, 1) to the nearest text that it found. */
  readonly opposition: number;
  /** The least by which it saw all walk-aways fall short together; nothing when every text crosses a red line. */
  readonly shortfall: number | undefined;
}

interface Candidate {
  readonly text: Int32Array;
  readonly utilities: Float64Array;
}

type Measure = (utilities: Float64Array) => number;

/**
 * Coordinate search: from each voter's best text, the best for all together and the first one, one issue at a time is
 * set to what does most for a measure, until nothing does more. It finds good texts and proves nothing: a better one
 * may need two issues changed at once. Without chance, so that it finds the same every time.
 */
export function search(space: Space, disagreement: readonly number[]): Found {
  const n = space.voters.length;
  const options = space.sizes.map((size, k) => allowed(space, k, size));
  const starts = startsOf(space, options);
  const ended: Candidate[] = [];
  const climb = (measure: Measure, from: readonly Candidate[] = starts) => {
    for (const start of from) ended.push(ascend(space, options, start, measure));
  };
  const nearness: Measure = (u) => -distanceOf(u);
  const every = space.sizes.map((size) => Array.from({ length: size }, (_, o) => o));
  const opposition = starts.reduce(
    (least, start) => Math.min(least, distanceOf(ascend(space, every, start, nearness, false).utilities)),
    Infinity,
  );
  if (options.some((open) => open.length === 0))
    return { texts: () => {}, ideal: undefined, opposition, shortfall: undefined };

  for (let i = 0; i < n; i++) climb((u) => u[i]!, [starts[Math.min(i, starts.length - 1)]!]);
  const ideal = idealOf(ended, space);
  if (ideal) {
    const measures = measuresOf({ disagreement, ideal });
    for (const concept of SOUGHT) climb(measures[concept]);
  }
  const rational = ended.filter(({ utilities }) => isRational(utilities, NOTHING_CROSSED(n), space.walkAways));
  return {
    texts: (see) => unique(rational).forEach(({ utilities, text }) => see(utilities, text)),
    ideal: idealOf(ended, space),
    opposition,
    shortfall: Math.max(0, Math.min(...ended.map(({ utilities }) => lacking(utilities, space.walkAways)))),
  };
}

const NOTHING_CROSSED = (n: number) => new Uint8Array(n);

function allowed({ voters, crosses }: Space, k: number, size: number): readonly number[] {
  const n = voters.length;
  const open: number[] = [];
  for (let o = 0; o < size; o++) if (!crosses[k]!.subarray(o * n, o * n + n).includes(1)) open.push(o);
  return open;
}

function startsOf(space: Space, options: readonly (readonly number[])[]): readonly Candidate[] {
  const n = space.voters.length;
  const best = (worth: (k: number, o: number) => number) =>
    candidate(
      space,
      options.map((open, k) => open.reduce((most, o) => (worth(k, o) > worth(k, most) ? o : most), open[0] ?? 0)),
    );
  const together = (k: number, o: number) =>
    space.adds[k]!.subarray(o * n, o * n + n).reduce((sum, add) => sum + add, 0);
  const own = space.voters.slice(0, STARTS - 2).map((_, i) => best((k, o) => space.adds[k]![o * n + i]!));
  return [...own, best(together), best(() => 0)];
}

function candidate(space: Space, options: readonly number[]): Candidate {
  const n = space.voters.length;
  const utilities = new Float64Array(n);
  for (const [k, o] of options.entries()) for (let i = 0; i < n; i++) utilities[i]! += space.adds[k]![o * n + i]!;
  return { text: Int32Array.from(options), utilities };
}

/** The texts nearer to suiting everybody come first; among those that do, the greater measure. */
function ascend(
  space: Space,
  options: readonly (readonly number[])[],
  start: Candidate,
  measure: Measure,
  suiting = true,
): Candidate {
  const n = space.voters.length;
  const text = start.text.slice();
  let { utilities } = start;
  const trial = new Float64Array(n);
  const short = (u: Float64Array) => (suiting ? Math.max(0, lacking(u, space.walkAways) - TOLERANCE) : 0);
  let [gap, value] = [short(utilities), measure(utilities)];
  for (let sweep = 0, moved = true; sweep < SWEEPS && moved; sweep++) {
    moved = false;
    for (const [k, open] of options.entries()) {
      const add = space.adds[k]!;
      const from = text[k]! * n;
      let best = text[k]!;
      for (const o of open) {
        for (let i = 0; i < n; i++) trial[i] = utilities[i]! + add[o * n + i]! - add[from + i]!;
        const gapThere = short(trial);
        const valueThere = measure(trial);
        if (gapThere > gap || (gapThere === gap && valueThere <= value + TOLERANCE)) continue;
        [gap, value, best] = [gapThere, valueThere, o];
      }
      if (best === text[k]) continue;
      text[k] = best;
      ({ utilities } = candidate(space, [...text]));
      [gap, value] = [short(utilities), measure(utilities)];
      moved = true;
    }
  }
  return { text, utilities };
}

function lacking(utilities: Float64Array, walkAways: readonly number[]): number {
  let most = -Infinity;
  for (let i = 0; i < utilities.length; i++) most = Math.max(most, walkAways[i]! - utilities[i]!);
  return most;
}

function distanceOf(utilities: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < utilities.length; i++) sum += (1 - utilities[i]!) * (1 - utilities[i]!);
  return Math.sqrt(sum);
}

function idealOf(ended: readonly Candidate[], { walkAways }: Space): readonly number[] | undefined {
  const rational = ended.filter(({ utilities }) => lacking(utilities, walkAways) <= TOLERANCE);
  if (rational.length === 0) return undefined;
  return walkAways.map((_, i) => Math.max(...rational.map(({ utilities }) => utilities[i]!)));
}

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((one) => [one.text.join(), one])).values()];
}
