import type { Act, ConferenceState } from '../../../record/state.ts';
import { signed } from '../../prose/names.ts';
import type { Tone } from '../theme.ts';
import { widthOf } from '../widgets/cells.ts';
import { cell, line, span, type Line } from '../widgets/line.ts';
import { pane, type Pane } from './pane.ts';
import type { Showing } from './showing.ts';

const ARROW = { open: '⇒', back: '⇢', none: '⇢' } as const;
const OUTCOME: Readonly<Record<Act['outcome'], { readonly word: string; readonly tone: Tone }>> = {
  worked: { word: '✓ worked', tone: 'for' },
  failed: { word: '– no effect', tone: 'quiet' },
  backfired: { word: '✗ backfired', tone: 'against' },
};

/** What was done outside the room in this round: first what moved somebody. */
export function corridorPane(showing: Showing, state: ConferenceState, width: number, height: number): Pane {
  const acts = [
    ...state.acts.filter((act) => act.outcome !== 'failed'),
    ...state.acts.filter((act) => act.outcome === 'failed'),
  ];
  const name = Math.min(Math.max(...showing.parties.map((party) => widthOf(party.name))), width >= 70 ? 20 : 13);
  const room = height - 1;
  const shown = acts.length > room ? acts.slice(0, room - 1) : acts;
  const rest = acts.length - shown.length;
  const rows: readonly Line[] =
    acts.length === 0
      ? [line(quietCorridor(state), 'quiet')]
      : [
          ...shown.map((act) => actRow(showing, act, name)),
          ...(rest === 0 ? [] : [line(`  and ${rest} more`, 'quiet')]),
        ];
  return pane(
    line('The corridor', 'strong'),
    rows,
    width,
    height,
    line(state.round === 0 ? '' : `round ${state.round}`, 'quiet'),
  );
}

function quietCorridor({ phase, round }: ConferenceState): string {
  if (round === 0) return '  the conference has not opened';
  return phase === 'proposing' ? '  nobody has pressed anybody yet' : '  nobody pressed anybody';
}

function actRow({ scenario, parties }: Showing, act: Act, width: number): Line {
  const name = (id: string) => parties.find((party) => party.id === id)?.name ?? id;
  const { word, tone } = OUTCOME[act.outcome];
  const relation = scenario.relations.find((one) => one.from === act.from && one.to === act.to);
  const via = act.channel === 'back' ? (relation?.via ?? 'quietly') : '';
  return [
    span('  '),
    cell(name(act.from), width),
    span(` ${ARROW[act.channel]} `, act.outcome === 'failed' ? 'quiet' : 'strong'),
    cell(name(act.to), width),
    span('  '),
    cell(word, 12, tone),
    cell(act.walkAwayBy === 0 ? '' : signed(act.walkAwayBy), 8),
    span(via, 'quiet'),
  ];
}
