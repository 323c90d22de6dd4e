import type { Scenario } from '../../model/scenario.ts';
import { capitalised, listed, namesOf, type Names } from '../prose/names.ts';
import { quantityName } from '../prose/quantities.ts';
import { NOT_ESTIMATED } from '../prose/reading.ts';
import { lettersOf, mapLines, mark } from './flip-map.ts';
import type { Alone, Crossing, Place, Told, Together } from './flip-told.ts';
import { paragraph } from './wrap.ts';

const WIDTH = 80;

/** Which number must move how far before the outcome changes: one after the other, then in pairs, then in a sentence. */
export function flipText(scenario: Scenario, told: Told): string {
  const names = namesOf(scenario);
  const letters = lettersOf(told);
  const lines = [
    ...wrapped(`${scenario.title}: what would change ${asked(told)}`),
    ...wrapped(
      `As it is: ${shares(told.base)}. Every value is played ${told.runs} times, with the seeds ${told.seed}/1 to ${told.seed}/${told.runs}.`,
    ),
    ...(told.base.sure
      ? []
      : wrapped(`${capitalised(told.base.outcome)} is itself not sure at 95 %: take more --runs.`)),
    '',
    ...told.over.flatMap((one) => [...aloneLines(one, told, names, letters), '']),
    ...told.pairs.flatMap((pair) => [...pairLines(pair, told, names, letters), '']),
    ...wrapped(key(letters)),
    '',
    ...wrapped(`${inSum(told, names)} ${NOT_ESTIMATED}`),
  ];
  return lines.join('\n');
}

function asked({ metric, threshold }: Told): string {
  if (threshold === null) return `the most frequent ${metric}`;
  return `on which side of ${threshold} the mean of ${metric} lies`;
}

function aloneLines(one: Alone, told: Told, names: Names, letters: ReadonlyMap<string, string>): readonly string[] {
  const words = inWords(one.path, names);
  const marks = one.scan.map((place) => mark(place, letters));
  const own = one.scan.findIndex(({ value }) => value === one.value);
  const strip = marks
    .map((letter, n) => (n === own ? `[${letter}]` : letter))
    .join(' ')
    .replaceAll(' [', '[')
    .replaceAll('] ', ']');
  const left = one.leftOut === 0 ? '' : `; ${one.leftOut} values make no sound scenario`;
  return [
    one.path === words ? `${one.path} = ${number(one.value)}` : `${one.path} = ${number(one.value)}, ${words}`,
    `  ${number(one.low)} ${strip} ${number(one.high)}${left}`,
    ...wayLines(one, one.up, 'up', told),
    ...wayLines(one, one.down, 'down', told),
  ];
}

/** All changes one way, or how near it comes to one. */
function wayLines(one: Alone, crossings: readonly Crossing[], way: 'up' | 'down', told: Told): readonly string[] {
  const end = way === 'up' ? one.high : one.low;
  if (end === one.value) return indented(`It stands at the ${way === 'up' ? 'upper' : 'lower'} end of its range.`);
  if (crossings.length > 0) return crossings.flatMap((crossing) => indented(crossingWords(one, crossing)));
  const places = one.scan.filter(({ value }) => (way === 'up' ? value > one.value : value < one.value));
  const [near] = places.toSorted((a, b) => lead(a, told) - lead(b, told));
  const isNearer = near !== undefined && lead(near, told) < lead(told.base, told);
  const where = isNearer ? `; nearest at ${number(near.value)}: ${shares(near)}` : '; it comes no nearer to it';
  return indented(`${way === 'up' ? 'Up' : 'Down'} to ${number(end)} nothing flips${where}.`);
}

function crossingWords(one: Alone, { from, to, at, sure, gone }: Crossing): string {
  const move = Math.round(100 * Math.abs((at - one.value) / (one.high - one.low)));
  const until = sure === null ? `${from} is nowhere sure before it` : `${from} is sure up to ${number(sure)}`;
  const since = gone === null ? 'is not surely gone anywhere beyond' : `surely gone from ${number(gone)}`;
  return `At ${number(at)}, ${move} % of the range ${at > one.value ? 'up' : 'down'}: ${from} gives way to ${to}. At 95 %, ${until}, and ${since}.`;
}

function pairLines(pair: Together, told: Told, names: Names, letters: ReadonlyMap<string, string>): readonly string[] {
  const [a, b] = pair.paths;
  return [
    `${a} across, ${b} upwards`,
    ...mapLines(pair, told, letters).map((line) => `  ${line}`),
    ...indented(pairWords(pair, names)),
  ];
}

function pairWords({ paths, move }: Together, names: Names): string {
  if (move === null) return 'Nothing flips anywhere on this map, nor along either number alone.';
  const [x, y] = paths.map((path, n) => `${inWords(path, names)} at ${number(move.values[n]!)}`);
  const open = [
    move.sure === null
      ? `${move.from} is nowhere sure on the way`
      : `${move.from} is sure up to a distance of ${number(move.sure)}`,
    move.gone === null ? 'not surely gone at its end' : `surely gone from ${number(move.gone)}`,
  ];
  return `The smallest move found is ${number(move.distance)} of a range: with ${x} and ${y}, ${move.from} gives way to ${move.to}. At 95 %, ${listed(open)}.`;
}

/** The smallest of the moves alone, and how many numbers flip nothing. */
function inSum(told: Told, names: Names): string {
  const moves = told.over
    .flatMap((one) =>
      [one.up[0], one.down[0]].flatMap((crossing) =>
        crossing ? [{ one, crossing, move: Math.abs(crossing.move) }] : [],
      ),
    )
    .toSorted((a, b) => a.move - b.move);
  const still = told.over.filter(({ up, down }) => up.length + down.length === 0).length;
  const [least] = moves;
  if (least === undefined)
    return told.over.length === 1
      ? `Nothing flips: ${told.base.outcome} stays over the whole range.`
      : `Nothing flips: ${told.base.outcome} stays over the whole range of each of the ${told.over.length} numbers.`;
  const { one, crossing, move } = least;
  const rest =
    still === 0
      ? ''
      : ` ${still} of the ${told.over.length} ${still === 1 ? 'flips nothing within its range' : 'flip nothing within their ranges'}.`;
  return `The smallest move of one number: ${inWords(one.path, names)} from ${number(one.value)} to ${number(crossing.at)}, ${Math.round(100 * move)} % of its range, and ${crossing.to} takes the place of ${crossing.from}.${rest}`;
}

function key(letters: ReadonlyMap<string, string>): string {
  const each = [...letters].map(([outcome, letter]) => `${letter} ${outcome}`);
  return `${each.join(', ')}; small letters where 95 % leave it open; [ ] the scenario’s own value.`;
}

function shares({ outcome, shares: each, mean }: Place): string {
  if (each === null) return mean === null ? outcome : `a mean of ${number(mean)}`;
  return listed(
    Object.entries(each)
      .slice(0, 4)
      .map(([name, share]) => `${name} ${(100 * share).toFixed(0)} %`),
  );
}

/** By how much the scenario's outcome leads there. */
function lead(place: Place, told: Told): number {
  if (place.shares === null) return place.mean === null ? Infinity : Math.abs(place.mean - told.threshold!);
  const others = Object.entries(place.shares).flatMap(([name, share]) => (name === told.base.outcome ? [] : [share]));
  return (place.shares[told.base.outcome] ?? 0) - Math.max(0, ...others);
}

function inWords(path: string, names: Names): string {
  if (!/^(parties|relations)\./.test(path)) return path;
  const { of, what } = quantityName(path, names);
  return `${of}: ${what}`;
}

function indented(text: string): readonly string[] {
  return wrapped(text, '  ');
}

/** A number stays with its per cent sign. */
function wrapped(text: string, indent = ''): readonly string[] {
  return paragraph(text.replaceAll(' %', '\u{A0}%'), WIDTH, indent).map((line) => line.replaceAll('\u{A0}', ' '));
}

export function number(value: number): string {
  return String(Number(value.toPrecision(3)));
}
