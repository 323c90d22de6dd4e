import type { Party } from '../../../model/scenario.ts';
import type { ConferenceState } from '../../../record/state.ts';
import { line, paragraph, spread, type Line } from '../widgets/line.ts';
import { pane, type Pane } from '../view-model/pane.ts';
import type { Showing } from '../view-model/showing.ts';
import { stanceRows } from '../view-model/stances.ts';

/** What a party is told: what all may know of it, what it keeps to itself, what it wants issue by issue. */
export function briefPane(showing: Showing, state: ConferenceState, party: Party, width: number, height: number): Pane {
  const said = party.brief.public.trim() === '' ? 'Nothing.' : party.brief.public.trim();
  const kept = party.brief.confidential.trim();
  const wants: readonly Line[] = [
    [],
    spread(line('What you want', 'strong'), line('✓ in the text', 'quiet'), width),
    ...stanceRows(showing, state, party, width),
  ];
  const rows = [
    line('In public', 'quiet'),
    ...paragraph(said, width),
    ...(kept === '' ? [] : [[], line('For your eyes only', 'quiet'), ...paragraph(kept, width)]),
    ...wants,
  ];
  return pane(line('Your brief', 'strong'), rows, width, height, line(party.head ?? '', 'quiet'));
}
