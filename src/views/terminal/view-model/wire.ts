import type { Viewing } from '../state.ts';
import type { Tone } from '../theme.ts';
import { wrapped } from '../widgets/cells.ts';
import { cell, line, span, type Line } from '../widgets/line.ts';
import { placesOf } from './matches.ts';
import type { News } from './news.ts';
import { pane, type Pane } from './pane.ts';
import type { Showing } from './showing.ts';

const GUTTER = 4;
const INDENT = '  ';
const HANG = new RegExp(`^${INDENT}`);

/** Sentences up to the stop in view, newest last; those of the round in view stand out, and what is searched for is marked. */
export function wirePane(
  { news, scenario, stops }: Showing,
  { stop, search }: Pick<Viewing, 'stop' | 'search'>,
  width: number,
  height: number,
): Pane {
  const room = height - 1;
  const rows: Line[] = [];
  const past = news.slice(0, lastSentence(news, stop, search?.at, room) + 1);
  let round = 0;
  for (let n = past.length - 1; n >= 0 && rows.length < room; n--) {
    round = past[n]!.round;
    const here = search?.at === n;
    rows.unshift(...rowsOf(past[n]!, round === stops[stop]!.round, width, search?.text ?? '', here));
  }
  const [first = [], ...rest] = rows.slice(-room);
  return pane(
    line('The wire', 'strong'),
    [[roundMark(round), ...continued(first.slice(1))], ...rest],
    width,
    height,
    line(scenario.conference.place, 'quiet'),
  );
}

/** The last sentence shown: the newest, or so far back that the one which was gone to is in sight. */
function lastSentence(news: readonly News[], stop: number, at: number | undefined, room: number): number {
  const newest = news.findLastIndex((one) => one.stop <= stop);
  if (at === undefined || news[at]?.stop !== stop) return newest;
  return Math.min(newest, at + Math.floor(room / 3));
}

/** The uppermost row says its round, too. */
function roundMark(round: number): Line[number] {
  return cell(round === 0 ? '' : `R${round}`, GUTTER - 1, 'strong');
}

/** The uppermost row, if it is the rest of a sentence, says that it is. */
function continued([match, text, ...more]: Line): Line {
  if (match === undefined || text === undefined) return [];
  return [match, { ...text, text: text.text.replace(HANG, '… ') }, ...more];
}

/** Wrapped, later rows behind a hanging indent; a round's first sentence behind the number of the round. */
function rowsOf(
  { text, round, first }: News,
  fresh: boolean,
  width: number,
  wanted: string,
  here: boolean,
): readonly Line[] {
  const matches = placesOf(text, wanted).length > 0;
  return wrapped(text, width - GUTTER - 2).map((row, n) => [
    roundMark(first && n === 0 ? round : 0),
    span(matches && n === 0 ? '»' : ' ', 'new'),
    ...highlighted(
      n === 0 ? row : `${INDENT}${row}`,
      matches ? wanted : '',
      here ? 'strong' : fresh ? undefined : 'quiet',
    ),
  ]);
}

/** A row with each place of what is searched for standing out. */
function highlighted(row: string, wanted: string, tone: Tone | undefined): readonly Line[number][] {
  const spans: Line[number][] = [];
  let from = 0;
  for (const [start, end] of placesOf(row, wanted)) {
    spans.push(span(row.slice(from, start), tone), span(row.slice(start, end), 'match'));
    from = end;
  }
  return [...spans, span(row.slice(from), tone)];
}
