/** A way of putting the cells of a study together: by what they have at one path, or at two. */
export interface Grouping {
  readonly paths: readonly string[];
  readonly groups: readonly Group[];
  /** Number of the group of each cell; below 0 for cells that are left out. */
  readonly of: Int32Array;
}

/** Cells that follow one another: those of one experiment, or all. */
export interface Stretch {
  readonly first: number;
  readonly cells: number;
}

export interface Group {
  /** By path: what its cells have there. */
  readonly values: readonly Part[];
  /** How many there are. */
  readonly cells: number;
}

/** A value, or the range of values where there are too many to list; nothing where a cell has none. */
export type Part = number | string | undefined | Range;

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** More different numbers than this at a path are put into fifths of the cells. */
export const MOST_VALUES = 12;
const FIFTHS = 5;

type Value = number | string | undefined;

export function wholeStudy(cells: number): Grouping {
  return { paths: [], groups: [{ values: [], cells }], of: new Int32Array(cells) };
}

/**
 * The cells of a stretch by their values at the paths, in ascending order of numbers, texts as they first come; `all` is
 * how many cells the study has.
 */
export function groupedBy(
  paths: readonly string[],
  valuesOf: (path: number) => readonly Value[],
  { first, cells }: Stretch,
  all: number,
): Grouping {
  const parts = paths.map((_, n) => partsOf(valuesOf(n)));
  const counts = new Map<number, number>();
  const keyOf = (cell: number) => parts.reduce((key, part) => key * part.parts.length + part.of[cell]!, 0);
  for (let cell = 0; cell < cells; cell++) counts.set(keyOf(cell), (counts.get(keyOf(cell)) ?? 0) + 1);
  const keys = [...counts.keys()].sort((a, b) => a - b);
  const numbers = new Map(keys.map((key, n) => [key, n]));
  return {
    paths,
    groups: keys.map((key) => ({ values: unpacked(key, parts), cells: counts.get(key)! })),
    of: Int32Array.from({ length: all }, (_, cell) =>
      cell < first || cell >= first + cells ? -1 : numbers.get(keyOf(cell - first))!,
    ),
  };
}

interface Parts {
  readonly parts: readonly Part[];
  /** By cell. */
  readonly of: readonly number[];
}

function unpacked(key: number, parts: readonly Parts[]): readonly Part[] {
  let rest = key;
  return parts
    .toReversed()
    .map((part) => {
      const digit = rest % part.parts.length;
      rest = (rest - digit) / part.parts.length;
      return part.parts[digit];
    })
    .toReversed();
}

function partsOf(values: readonly Value[]): Parts {
  const distinct = [...new Set(values)];
  const numbers = distinct.filter((value) => typeof value === 'number');
  if (numbers.length > MOST_VALUES) return fifths(values, numbers);
  const ordered = [...numbers.sort((a, b) => a - b), ...distinct.filter((value) => typeof value !== 'number')];
  const places = new Map(ordered.map((value, n) => [value, n]));
  return { parts: ordered, of: values.map((value) => places.get(value)!) };
}

/** As many cells in each as equal values allow; cells without a number are put by themselves. */
function fifths(values: readonly Value[], distinct: readonly number[]): Parts {
  const sorted = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const bounds = Array.from(
    { length: FIFTHS - 1 },
    (_, n) => sorted[Math.ceil(((n + 1) * sorted.length) / FIFTHS) - 1]!,
  );
  const fifthOf = (value: number) => bounds.findIndex((bound) => value <= bound);
  const placeOf = (value: number) => (fifthOf(value) < 0 ? FIFTHS - 1 : fifthOf(value));
  const ranges = Array.from({ length: FIFTHS }, (_, place) => {
    const members = distinct.filter((value) => placeOf(value) === place).sort((a, b) => a - b);
    return members.length === 0 ? undefined : { low: members[0]!, high: members.at(-1)! };
  });
  const others = [...new Set(values.filter((value) => typeof value !== 'number'))];
  return {
    parts: [...ranges, ...others],
    of: values.map((value) => (typeof value === 'number' ? placeOf(value) : FIFTHS + others.indexOf(value))),
  };
}
