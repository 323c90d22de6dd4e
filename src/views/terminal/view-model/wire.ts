import { wrapped } from '../widgets/cells.ts';
import { cell, line, span, type Line } from '../widgets/line.ts';
import type { News } from './news.ts';
import { pane, type Pane } from './pane.ts';
import type { Showing } from './showing.ts';

const GUTTER = 4;

/** Sentences up to the stop in view, newest last; those of the round in view stand out. */
export function wirePane({ news, scenario, stops }: Showing, stop: number, width: number, height: number): Pane {
  const room = height - 1;
  const rows: Line[] = [];
  const past = news.slice(0, news.findLastIndex((one) => one.stop <= stop) + 1);
  let round = 0;
  for (let n = past.length - 1; n >= 0 && rows.length < room; n--) {
    round = past[n]!.round;
    rows.unshift(...rowsOf(past[n]!, round === stops[stop]!.round, width));
  }
  const [first = [], ...rest] = rows.slice(-room);
  return pane(
    line('The wire', 'strong'),
    [[roundMark(round), ...first.slice(1)], ...rest],
    width,
    height,
    line(scenario.conference.place, 'quiet'),
  );
}

/** The uppermost row says its round, too. */
function roundMark(round: number): Line[number] {
  return cell(round === 0 ? '' : `R${round}`, GUTTER, 'strong');
}

/** Wrapped, later rows behind a hanging indent; a round's first sentence behind the number of the round. */
function rowsOf({ text, round, first }: News, fresh: boolean, width: number): readonly Line[] {
  return wrapped(text, width - GUTTER - 2).map((row, n) => [
    roundMark(first && n === 0 ? round : 0),
    span(n === 0 ? row : `  ${row}`, fresh ? undefined : 'quiet'),
  ]);
}
