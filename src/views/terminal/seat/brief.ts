import type { Party } from '../../../model/scenario.ts';
import type { ConferenceState } from '../../../record/state.ts';
import { line, paragraph, spread, type Line } from '../widgets/line.ts';
import { pane, type Pane } from '../view-model/pane.ts';
import type { Showing } from '../view-model/showing.ts';
import { stanceRows } from '../view-model/stances.ts';

/** What a party is told: what all may know of it, what it keeps to itself, what it wants issue by issue. */
export function briefPane(
  showing: Showing,
  state: ConferenceState,
  party: Party,
  scroll: number,
  width: number,
  height: number,
): Pane {
  const rows = briefRows(showing, state, party, width);
  const last = Math.max(0, rows.length - (height - 1));
  const from = Math.min(scroll, last);
  const more = from < last ? '↓ more' : from > 0 ? '↑ more' : (party.head ?? '');
  return pane(line('Your brief', 'strong'), rows.slice(from), width, height, line(more, from < last ? 'new' : 'quiet'));
}

/** How many rows of it a pane of this size leaves out. */
export function briefOverflow(
  showing: Showing,
  state: ConferenceState,
  party: Party,
  width: number,
  height: number,
): number {
  return Math.max(0, briefRows(showing, state, party, width).length - (height - 1));
}

function briefRows(showing: Showing, state: ConferenceState, party: Party, width: number): readonly Line[] {
  const said = party.brief.public.trim() === '' ? 'Nothing.' : party.brief.public.trim();
  const kept = party.brief.confidential.trim();
  return [
    line('In public', 'quiet'),
    ...paragraph(said, width),
    ...(kept === '' ? [] : [[], line('For your eyes only', 'quiet'), ...paragraph(kept, width)]),
    [],
    spread(line('What you want', 'strong'), line('✓ in the text', 'quiet'), width),
    ...stanceRows(showing, state, party, width),
  ];
}
