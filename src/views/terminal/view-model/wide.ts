import { isEndingPage, type EndingPage, type Page, type Viewing } from '../state.ts';
import { corridorPane } from './corridor.ts';
import { endingPages, endingPane, nextStepsPane } from './ending.ts';
import type { Conclusion } from './conclusion.ts';
import { gapRows, type Column } from './pane.ts';
import { stateInView, type Showing } from './showing.ts';
import { tablePane } from './table.ts';
import { textPane } from './text.ts';
import { whyPane } from './why.ts';
import { wirePane } from './wire.ts';

const GUTTER = 3;
const LEAST_WHY = 9;
/** With what a party wants, issue by issue. */
const FULL_WHY = 22;
/** From this height on, an empty row parts the panes. */
const AIRY = 30;

/** The last page in view, where it takes the place of other panes. */
interface Concluding {
  readonly conclusion: Conclusion;
  readonly page: EndingPage;
}

/** Two columns: who and what happens on the left, the text and the reasons on the right. */
export function wideBody(showing: Showing, viewing: Viewing, width: number, height: number): readonly Column[] {
  const { page } = viewing;
  const { conclusion } = showing;
  const shown = isEndingPage(page) && widePages(showing, viewing, width, height).includes(page);
  const concluding = shown && conclusion !== undefined ? { conclusion, page } : undefined;
  const [left, right] = halves(width);
  return [
    leftColumn(showing, viewing, concluding, left, height),
    rightColumn(showing, viewing, concluding, right, height),
  ];
}

export function widePages(showing: Showing, { stop }: Viewing, width: number, height: number): readonly Page[] {
  const { conclusion, stops } = showing;
  if (stop < stops.length - 1 || conclusion === undefined) return ['main'];
  return [...endingPages(conclusion, 'account', halves(width)[0], underTable(showing, height)), 'main'];
}

function leftColumn(
  showing: Showing,
  viewing: Viewing,
  concluding: Concluding | undefined,
  width: number,
  height: number,
): Column {
  const { stop, party } = viewing;
  const state = stateInView(showing, viewing.stop);
  const gap = gapIn(height);
  const under = underTable(showing, height);
  const head = [tablePane(showing, state, party, width, height - under - gap), ...gapRows(width, gap)];
  if (concluding !== undefined) {
    return [...head, endingPane(concluding.conclusion, concluding.page, 'account', width, under)];
  }
  const corridor = Math.min(Math.max(3, showing.busiest + 1), Math.floor(under * 0.4));
  return [
    ...head,
    corridorPane(showing, state, width, corridor),
    ...gapRows(width, gap),
    wirePane(showing, stop, width, under - corridor - gap),
  ];
}

function rightColumn(
  showing: Showing,
  viewing: Viewing,
  concluding: Concluding | undefined,
  width: number,
  height: number,
): Column {
  const state = stateInView(showing, viewing.stop);
  const gap = gapIn(height);
  const text = textHeight(showing, height);
  const head = [textPane(showing, state, width, text), ...gapRows(width, gap)];
  const room = height - text - gap;
  if (concluding === undefined) return [...head, whyPane(showing, state, viewing.party, width, room)];
  const next = nextStepsPane(concluding.conclusion, width);
  const why = room - next.rows.length - gap;
  if (why < LEAST_WHY) return [...head, next];
  return [...head, next, ...gapRows(width, gap), whyPane(showing, state, viewing.party, width, why)];
}

function halves(width: number): readonly [number, number] {
  const left = Math.floor((width - GUTTER) / 2);
  return [left, width - GUTTER - left];
}

function gapIn(height: number): number {
  return height >= AIRY ? 1 : 0;
}

/** Rows that the table leaves. */
function underTable({ parties }: Showing, height: number): number {
  return height - Math.min(parties.length + 1, Math.floor(height / 2)) - gapIn(height);
}

/** Two rows an issue where that leaves enough for the reasons. */
function textHeight({ issues }: Showing, height: number): number {
  const roomy = issues.length * 2 + 1;
  const gap = gapIn(height);
  if (roomy + gap + FULL_WHY <= height) return roomy;
  return Math.min(issues.length + 1, height - gap - LEAST_WHY);
}
