import type { Page, Viewing } from '../state.ts';
import { corridorPane } from './corridor.ts';
import { explainedPane } from './explained.ts';
import { balancePane, endingPane, nextStepsPane } from './ending.ts';
import type { Conclusion } from './conclusion.ts';
import { gapRows, type Column } from './pane.ts';
import { stateInView, type Showing } from './showing.ts';
import { tablePane } from './table.ts';
import { textPane } from './text.ts';
import { wirePane } from './wire.ts';

const GUTTER = 3;
const LEAST_WHY = 9;
/** With what a party wants, issue by issue. */
const FULL_WHY = 22;
/** From this height on, an empty row parts the panes. */
const AIRY = 30;

/** Two columns: who and what happens on the left, the text and the reasons on the right. */
export function wideBody(showing: Showing, viewing: Viewing, width: number, height: number): readonly Column[] {
  const concluding = viewing.page === 'ending' && widePages(showing, viewing).includes('ending');
  const conclusion = concluding ? showing.conclusion : undefined;
  const [left, right] = halves(width);
  return [
    leftColumn(showing, viewing, conclusion, left, height),
    rightColumn(showing, viewing, conclusion, right, height),
  ];
}

export function widePages({ conclusion, stops }: Showing, { stop }: Viewing): readonly Page[] {
  return stop < stops.length - 1 || conclusion === undefined ? ['main'] : ['ending', 'main'];
}

function leftColumn(
  showing: Showing,
  viewing: Viewing,
  conclusion: Conclusion | undefined,
  width: number,
  height: number,
): Column {
  const state = stateInView(showing, viewing.stop);
  const gap = gapIn(height);
  const under = underTable(showing, height);
  const head = [tablePane(showing, state, viewing, width, height - under - gap), ...gapRows(width, gap)];
  if (conclusion !== undefined) return [...head, endingPane(conclusion, 'account', width, under, viewing.scroll)];
  const corridor = Math.min(Math.max(3, showing.busiest + 1), Math.floor(under * 0.4));
  return [
    ...head,
    corridorPane(showing, state, width, corridor),
    ...gapRows(width, gap),
    wirePane(showing, viewing, width, under - corridor - gap),
  ];
}

function rightColumn(
  showing: Showing,
  viewing: Viewing,
  conclusion: Conclusion | undefined,
  width: number,
  height: number,
): Column {
  const state = stateInView(showing, viewing.stop);
  const gap = gapIn(height);
  const text = textHeight(showing, height);
  const head = [textPane(showing, state, viewing, width, text), ...gapRows(width, gap)];
  const room = height - text - gap;
  if (conclusion === undefined) return [...head, explainedPane(showing, state, viewing, width, room)];
  const next = nextStepsPane(conclusion, width);
  const rest = room - next.rows.length - gap;
  if (rest < LEAST_WHY) return [...head, next];
  return [...head, balancePane(conclusion, width, rest), ...gapRows(width, gap), next];
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
