import type { Holder } from '../../../model/question.ts';
import type { Party, Relation } from '../../../model/scenario.ts';
import type { ConferenceState, Phase } from '../../../record/state.ts';
import { quantityName } from '../../prose/quantities.ts';
import type { Viewing } from '../state.ts';
import { cell, line, paragraph, span, type Line } from '../widgets/line.ts';
import { issueRows } from './issue.ts';
import { scrolledPane, type Column, type Pane } from './pane.ts';
import { stateInView, type Showing } from './showing.ts';
import { asks, lastVote, measures, moodRow, origins } from './why.ts';
import { stanceRows } from './stances.ts';
import { standingOf } from './standing.ts';
import { signed } from '../../prose/names.ts';
import { legible } from '../widgets/cells.ts';

const GUTTER = 3;
const TWO_COLUMNS = 110;

/** All there is to know about the chosen party or issue at the moment in view. */
export function inspectorColumns(showing: Showing, viewing: Viewing, width: number, height: number): readonly Column[] {
  const state = stateInView(showing, viewing.stop);
  if (viewing.chooses === 'issue') {
    const issue = showing.issues[viewing.issue]!;
    const rows = issueRows(showing, state, showing.stops[viewing.stop]!.moment, issue, width);
    return [[scrolledPane(line(legible(issue.name), 'strong'), rows, width, height, viewing.scroll, CLOSES)]];
  }
  const party = showing.parties[viewing.party]!;
  if (width < TWO_COLUMNS) {
    const rows = [...personal(showing, state, party, width), [], ...interests(showing, state, party, width)];
    return [[scrolledPane(title(party), rows, width, height, viewing.scroll, CLOSES)]];
  }
  const left = Math.floor((width - GUTTER) / 2);
  const right = width - GUTTER - left;
  const panes: readonly Pane[] = [
    scrolledPane(title(party), personal(showing, state, party, left), left, height, viewing.scroll),
    scrolledPane(
      line('Interests and relations', 'strong'),
      interests(showing, state, party, right),
      right,
      height,
      viewing.scroll,
      CLOSES,
    ),
  ];
  return panes.map((pane) => [pane]);
}

const CLOSES = line('Esc closes', 'quiet');

function title({ name, head }: Party): Line {
  return [span(legible(name), 'strong'), span(head === undefined ? '' : ` · ${legible(head)}`, 'quiet')];
}

function personal(showing: Showing, state: ConferenceState, party: Party, width: number): readonly Line[] {
  const trace = state.parties[party.id]!;
  const standing = standingOf(state, party);
  return [
    ...measures(party, standing, width),
    moodRow(party, trace, standing),
    [cell('statechart', 12), span(chartState(state, party)), span(`  played by ${holder(trace.holder)}`, 'quiet')],
    [cell('tactic', 12), ...tactic(party)],
    ...lastVote(showing, state, trace, width),
    ...asks(showing, trace, width),
    [],
    ...parameters(showing, party, width),
    ...origins(party, width),
    [],
    ...paragraph(party.brief.public, width, undefined),
    ...(party.brief.confidential === ''
      ? []
      : [line('In confidence', 'quiet'), ...paragraph(party.brief.confidential, width)]),
  ];
}

function interests(showing: Showing, state: ConferenceState, party: Party, width: number): readonly Line[] {
  return [
    line('What it wants  ✓ in the text  ▹ asks for a change', 'quiet'),
    ...stanceRows(showing, state, party, width),
    [],
    line('Whom it can move, and whom it trusts', 'quiet'),
    ...relationRows(showing, state, party),
    [],
    line('Who can move it', 'quiet'),
    ...inwardRows(showing, state, party),
  ];
}

/** As the chart of a party names its states; between two facts a party listens. */
const ANSWERED: Readonly<Partial<Record<Phase, string>>> = {
  proposing: 'amending',
  caucus: 'caucusing',
  polling: 'voting',
  leaving: 'weighing',
};

function chartState(state: ConferenceState, { id }: Party): string {
  const { grade, left } = state.parties[id]!;
  if (grade === undefined) return 'invited, waiting';
  if (left) return 'away, having left';
  const asked = ANSWERED[state.phase];
  if (grade === 'absent' || grade === 'observer') {
    const where = grade === 'absent' ? 'away' : 'observing';
    return state.phase === 'caucus' ? `${where}, listening after caucusing` : `${where}, listening`;
  }
  return asked === undefined ? 'seated, listening' : `seated, listening after ${asked}`;
}

function holder(by: Holder): string {
  return by === 'rule' ? 'the rule' : `a ${by}`;
}

function tactic({ tactic: one }: Party): Line {
  if (one.kind !== 'time-dependent') return [span(one.kind === 'hardliner' ? 'never concedes' : 'wanders')];
  const beta = one.beta.value;
  const kind = beta < 1 ? 'Boulware: concedes late' : beta > 1 ? 'Conceder: concedes early' : 'concedes evenly';
  return [span(`β ${beta} ${kind}`), span(`  ρ ${one.reciprocity.value} of it in answer to others`, 'quiet')];
}

/** Its single numbers with their ranges; stances have their own rows. */
function parameters({ evidence, names }: Showing, { id }: Party, width: number): readonly Line[] {
  const own = evidence().filter(({ path }) => path.startsWith(`parties.${id}.`) && !path.includes('.stances.'));
  return own.map(({ path, value, low, high }): Line => {
    const { what } = quantityName(path, names);
    return [
      cell(what, Math.min(38, width - 22)),
      span(' '),
      cell(String(value), 6, undefined, 'right'),
      span(low === high ? '' : `  [${low}, ${high}]`, 'quiet'),
    ];
  });
}

function relationRows(showing: Showing, state: ConferenceState, { id }: Party): readonly Line[] {
  const own = showing.scenario.relations.filter((relation) => relation.from === id);
  return own.length === 0 ? [line('  nobody', 'quiet')] : own.map((one) => relationRow(showing, state, one, one.to));
}

function inwardRows(showing: Showing, state: ConferenceState, { id }: Party): readonly Line[] {
  const others = showing.scenario.relations.filter((one) => one.to === id && one.influence.value > 0);
  return others.length === 0
    ? [line('  nobody', 'quiet')]
    : others.map((one) => relationRow(showing, state, one, one.from));
}

/** Trust as it is now; influence as it was at the start, for no fact tells of its changes. */
function relationRow({ names }: Showing, state: ConferenceState, relation: Relation, whom: string): Line {
  const { from, to, influence, trust, channel, via } = relation;
  const now = state.parties[from]!.mood?.trust[to] ?? trust.value;
  const moved = now - trust.value;
  return [
    span('  '),
    cell(names.party(whom), 16),
    span(` influence ${influence.value.toFixed(2)}  trust ${signed(now, 2)}`),
    span(Math.abs(moved) < 0.005 ? '' : ` (${signed(moved, 2)})`, moved < 0 ? 'against' : 'for'),
    span(channel === 'open' ? '' : channel === 'back' ? `  ⇢ ${via ?? 'back channel'}` : '  no channel', 'quiet'),
  ];
}
