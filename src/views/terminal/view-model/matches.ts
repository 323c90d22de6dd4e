import type { Viewing } from '../state.ts';
import type { News } from './news.ts';
import type { Showing } from './showing.ts';

/** Indices of the sentences that hold a text, whatever the case of its letters. */
export function matchesOf(news: readonly News[], text: string): readonly number[] {
  const wanted = folded(text);
  return wanted === '' ? [] : news.flatMap((one, n) => (folded(one.text).includes(wanted) ? [n] : []));
}

/** Where in a sentence a text stands. */
export function placesOf(sentence: string, text: string): readonly (readonly [start: number, end: number])[] {
  const wanted = folded(text);
  const line = folded(sentence);
  // Folding that changes the length would mark the wrong letters.
  if (wanted === '' || line.length !== sentence.length) return [];
  const places: (readonly [number, number])[] = [];
  for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + wanted.length))
    places.push([at, at + wanted.length]);
  return places;
}

/** The first match that is not yet past at a stop, or else the first of all. */
export function firstMatch({ news }: Showing, matches: readonly number[], stop: number): number | undefined {
  return matches.find((n) => news[n]!.stop >= stop) ?? matches[0];
}

/** The match after the one gone to, or before it; round the end to the other. */
export function matchFrom(showing: Showing, { search, stop }: Viewing, by: 1 | -1): number | undefined {
  const matches = matchesOf(showing.news, search?.text ?? '');
  const at = search?.at;
  if (at === undefined) return firstMatch(showing, matches, stop);
  return by > 0 ? (matches.find((n) => n > at) ?? matches[0]) : (matches.findLast((n) => n < at) ?? matches.at(-1));
}

function folded(text: string): string {
  return text.toLowerCase();
}
