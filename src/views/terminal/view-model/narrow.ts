import type { ConferenceState } from '../../../record/state.ts';
import type { Page, Viewing } from '../state.ts';
import { corridorPane } from './corridor.ts';
import { endingPane } from './ending.ts';
import { explainedPane } from './explained.ts';
import { gapRows, type Column } from './pane.ts';
import { stateInView, type Showing } from './showing.ts';
import { tablePane } from './table.ts';
import { textPane } from './text.ts';
import { wirePane } from './wire.ts';

const LEAST_WIRE = 4;
const LEAST_DETAIL = 9;
/** With what a party wants, issue by issue. */
const FULL_WHY = 20;
/** From this height on, an empty row parts the panes. */
const AIRY = 24;

/** One column: the table, the text and the wire, and by Tab the rest. */
export function narrowBody(showing: Showing, viewing: Viewing, width: number, height: number): readonly Column[] {
  const state = stateInView(showing, viewing.stop);
  const page = presentPage(showing, viewing, height);
  const table = Math.min(showing.parties.length + 1, height - LEAST_WIRE);
  const rest = height - table;
  const below = (column: Column): readonly Column[] => [[tablePane(showing, state, viewing, width, table), ...column]];
  switch (page) {
    case 'main':
      return below(overview(showing, state, viewing, width, rest));
    case 'text':
      return [[textPane(showing, state, viewing, width, height)]];
    case 'why':
      return rest >= LEAST_DETAIL
        ? below([explainedPane(showing, state, viewing, width, rest)])
        : [[explainedPane(showing, state, viewing, width, height)]];
    case 'corridor':
      return rest >= LEAST_DETAIL
        ? below([corridorPane(showing, state, width, rest)])
        : [[corridorPane(showing, state, width, height)]];
    case 'wire':
      return [[wirePane(showing, viewing, width, height)]];
    case 'ending':
      return [[endingPane(showing.conclusion!, 'all', width, height, viewing.scroll)]];
  }
}

export function narrowPages(showing: Showing, { stop }: Viewing, height: number): readonly Page[] {
  const ended = stop === showing.stops.length - 1 && showing.conclusion !== undefined;
  const text: readonly Page[] = textFits(showing, height) ? [] : ['text'];
  return [...(ended ? (['ending'] as const) : []), 'main', ...text, 'why', 'corridor', 'wire'];
}

/** The page asked for, or the overview where this screen or moment has no such page. */
function presentPage(showing: Showing, viewing: Viewing, height: number): Page {
  const pages = narrowPages(showing, viewing, height);
  return pages.includes(viewing.page) ? viewing.page : 'main';
}

/** The text and the wire; between them the reasons, where all three have room. */
function overview(showing: Showing, state: ConferenceState, viewing: Viewing, width: number, height: number): Column {
  const gap = height >= AIRY ? 1 : 0;
  const text = textHeight(showing, height - gap);
  const why = height - 3 * gap - text - FULL_WHY >= 2 * LEAST_WIRE ? FULL_WHY : 0;
  if (text === 0) return [wirePane(showing, viewing, width, height)];
  const reasons = why === 0 ? [] : [...gapRows(width, gap), explainedPane(showing, state, viewing, width, why)];
  const wire = height - 2 * gap - text - (why === 0 ? 0 : why + gap);
  return [
    ...gapRows(width, gap),
    textPane(showing, state, viewing, width, text),
    ...reasons,
    ...gapRows(width, gap),
    wirePane(showing, viewing, width, wire),
  ];
}

function textFits(showing: Showing, height: number): boolean {
  return textHeight(showing, height - showing.parties.length - 1) > 0;
}

/** Two rows an issue where the wire still has plenty, one where it has enough; none otherwise. */
function textHeight({ issues }: Showing, height: number): number {
  const roomy = issues.length * 2 + 1;
  const tight = issues.length + 1;
  if (height - roomy >= 3 * LEAST_WIRE) return roomy;
  return height - tight >= LEAST_WIRE ? tight : 0;
}
