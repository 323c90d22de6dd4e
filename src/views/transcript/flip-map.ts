import type { Place, Told, Together } from './flip-told.ts';

/** A capital letter for every outcome that occurs, its own where no other has it. */
export function lettersOf({ base, over, pairs }: Told): ReadonlyMap<string, string> {
  const outcomes = new Set([
    base.outcome,
    ...over.flatMap(({ scan, up, down }) => [
      ...scan.map(({ outcome }) => outcome),
      ...[...up, ...down].map(({ to }) => to),
    ]),
    ...pairs.flatMap(({ map }) => map.places.flatMap((row) => row.flatMap((place) => (place ? [place.outcome] : [])))),
  ]);
  const letters = new Map<string, string>();
  for (const outcome of outcomes) {
    const own = outcome.toUpperCase().replaceAll(/[^A-Z]/g, '');
    const free = `${own}ABCDEFGHIJKLMNOPQRSTUVWXYZ`.split('').find((letter) => ![...letters.values()].includes(letter));
    letters.set(outcome, free ?? '?');
  }
  return letters;
}

/** The map of a pair, the highest value of the second number on top; `·` where the two make no sound scenario. */
export function mapLines(
  { paths, map }: Together,
  { over }: Told,
  letters: ReadonlyMap<string, string>,
): readonly string[] {
  const { across, down, places } = map;
  const label = (value: number) => String(Number(value.toPrecision(3)));
  const widest = Math.max(...down.map((value) => label(value).length));
  const [x, y] = [across, down].map((values, n) => {
    const own = over.find(({ path }) => path === paths[n])!.value;
    return nearestTo(own, values);
  });
  const rows = places.map((row, j) => {
    const line = row.map((place, i) => `${gap(i - x!, j === y)}${mark(place, letters)}`).join('');
    return `${label(down[j]!).padStart(widest)} ${line}${gap(row.length - x!, j === y)}`.trimEnd();
  });
  const [first, last] = [label(across[0]!), label(across.at(-1)!)];
  const ends = `${first}${last.padStart(Math.max(last.length + 1, 2 * across.length - first.length))}`;
  return [...rows.toReversed(), `${' '.repeat(widest + 1)} ${ends}`];
}

/** Brackets go around the place nearest to the scenario's own values. */
function gap(beyond: number, isOwnRow: boolean): string {
  if (!isOwnRow || (beyond !== 0 && beyond !== 1)) return ' ';
  return beyond === 0 ? '[' : ']';
}

function nearestTo(value: number, values: readonly number[]): number {
  const off = values.map((one) => Math.abs(one - value));
  return off.indexOf(Math.min(...off));
}

/** A capital where the outcome is sure. */
export function mark(place: Pick<Place, 'outcome' | 'sure'> | null, letters: ReadonlyMap<string, string>): string {
  if (place === null) return '·';
  const letter = letters.get(place.outcome) ?? '?';
  return place.sure ? letter : letter.toLowerCase();
}
