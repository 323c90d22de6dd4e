import type { ConferenceState } from '../../../record/state.ts';
import type { Viewing } from '../state.ts';
import { issuePane } from './issue.ts';
import type { Pane } from './pane.ts';
import type { Showing } from './showing.ts';
import { whyPane } from './why.ts';

/** What is chosen, explained: a party or an issue. */
export function explainedPane(
  showing: Showing,
  state: ConferenceState,
  viewing: Viewing,
  width: number,
  height: number,
): Pane {
  const { chooses, party, issue, scroll, stop } = viewing;
  return chooses === 'party'
    ? whyPane(showing, state, party, width, height)
    : issuePane(showing, state, showing.stops[stop]!.moment, issue, width, height, scroll);
}
