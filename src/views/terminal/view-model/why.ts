import type { Party } from '../../../model/scenario.ts';
import type { ConferenceState, PartyTrace } from '../../../record/state.ts';
import { capitalised, score, signed } from '../../prose/names.ts';
import { objection, wishes } from '../../prose/sentences.ts';
import type { Tone } from '../theme.ts';
import { bar, dots } from '../widgets/bar.ts';
import { cell, line, paragraph, span, spread, type Line } from '../widgets/line.ts';
import { pane, type Pane } from './pane.ts';
import type { Showing } from './showing.ts';
import { sourcesOf } from './sources.ts';
import { stanceRows } from './stances.ts';
import { standingOf, type PresentStanding } from './standing.ts';
import { number } from './words.ts';

/** Why the selected party does what it does: all its own numbers, and where they come from. */
export function whyPane(
  showing: Showing,
  state: ConferenceState,
  selected: number,
  width: number,
  height: number,
): Pane {
  const party = showing.parties[selected]!;
  const trace = state.parties[party.id]!;
  const standing = standingOf(state, party);
  const facts = [
    ...measures(party, standing, width),
    moodRow(party, trace, standing),
    ...lastVote(showing, state, trace, width),
  ];
  const from = origins(party, width);
  const wants: readonly Line[] = [
    [],
    spread(line('What it wants', 'quiet'), line('✓ in the text  ▹ asks for a change', 'quiet'), width),
    ...stanceRows(showing, state, party, width),
  ];
  const roomForWants = facts.length + from.length + wants.length <= height - 1;
  const rows = roomForWants ? [...facts, ...from, ...wants] : [...facts, ...from, ...asks(showing, trace, width)];
  const head = party.head === undefined ? '' : party.head;
  return pane(line(`${party.name}: why`, 'strong'), rows, width, height, line(head, 'quiet'));
}

export function measures(party: Party, { utility, walkAway, target }: PresentStanding, width: number): readonly Line[] {
  const moved = walkAway - party.walkAway.value;
  const since = Math.abs(moved) < 0.0005 ? 'as at the start' : `${signed(moved)} since the start`;
  const holdsOut = target === undefined ? '' : 'what it holds out for';
  return [
    measure(
      'score',
      utility,
      gap(utility, walkAway),
      utility !== undefined && utility < walkAway ? 'against' : 'for',
      width,
    ),
    measure('walk-away', walkAway, since, 'quiet', width),
    measure('target', target, holdsOut, 'quiet', width),
  ];
}

function measure(name: string, value: number | undefined, note: string, tone: Tone, width: number): Line {
  const cells = Math.min(30, Math.max(8, width - 46));
  const shown = value === undefined ? [cell('', cells)] : bar(value, cells, tone);
  return [cell(name, 12), ...shown, span('  '), cell(number(value), 6), span(note, tone)];
}

/** How far the text lies from what it would walk away from. */
function gap(utility: number | undefined, walkAway: number): string {
  if (utility === undefined) return '';
  const by = Math.abs(utility - walkAway);
  return `${by < 0.005 ? 'just' : score(by)} ${utility < walkAway ? 'below' : 'above'} its walk-away`;
}

export function moodRow(party: Party, trace: PartyTrace, { readiness }: PresentStanding): Line {
  const of = Math.round(party.patience.value);
  const used = Math.max(0, trace.mood?.strain ?? 0);
  return [
    cell('patience', 12),
    span(dots(used, of), used >= of ? 'against' : undefined),
    span(` ${used} of ${of} rounds used`),
    span('  readiness '),
    ...(readiness === undefined ? [span('–')] : [...bar(readiness, 6, 'quiet'), span(` ${number(readiness)}`)]),
  ];
}

export function lastVote(
  { names }: Showing,
  state: ConferenceState,
  { vote, threatened }: PartyTrace,
  width: number,
): readonly Line[] {
  if (vote === undefined)
    return [line(state.round === 0 ? 'no text has been put to it yet' : 'it has not voted', 'quiet')];
  const when = vote.round === state.round ? '' : ` (round ${vote.round})`;
  const said =
    vote.objection === undefined
      ? `✓ accepts${vote.adReferendum ? ', ad referendum' : ''}`
      : `✗ objects: ${objection(vote.objection, names)}`;
  const rows = paragraph(said + when, width, vote.accepts ? 'for' : 'against');
  return threatened ? [...rows, line('! speaks of leaving', 'strong-against')] : rows;
}

export function asks({ names }: Showing, { asks: changes }: PartyTrace, width: number): readonly Line[] {
  return changes.length === 0 ? [] : paragraph(`asks for ${wishes(changes, names)}`, width);
}

export function origins(party: Party, width: number): readonly Line[] {
  const { numbers, sourced, invented, imported, overridden, paragraphs } = sourcesOf(party);
  const parts = [
    sourced === 0 ? '' : `${sourced} from the source (${paragraphs.map((n) => `¶${n}`).join(' ')})`,
    invented === 0 ? '' : `${invented === numbers ? 'all' : invented} invented`,
    imported === 0 ? '' : `${imported} imported`,
    overridden === 0 ? '' : `${overridden} set by you`,
  ].filter((part) => part !== '');
  const assumed = numbers - sourced - invented - imported - overridden;
  const rest = assumed === 0 ? [] : [`${assumed} assumed`];
  return paragraph(capitalised(`${numbers} numbers: ${[...parts, ...rest].join(', ')}`), width, 'quiet');
}
