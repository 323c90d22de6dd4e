import type { Party } from '../../../model/scenario.ts';
import type { ConferenceState } from '../../../record/state.ts';
import type { Viewing } from '../state.ts';
import type { Tone } from '../theme.ts';
import { bar } from '../widgets/bar.ts';
import { truncated, widthOf } from '../widgets/cells.ts';
import { cell, span, type Line, type Span } from '../widgets/line.ts';
import { sparkline } from '../../prose/sparkline.ts';
import { inSight, paneUnder, type Pane } from './pane.ts';
import type { Showing } from './showing.ts';
import { standingOf } from './standing.ts';
import { gradeWord, number, voteWord } from './words.ts';

/** Cells of each column; a column of none is left out. */
interface Columns {
  readonly name: number;
  readonly grade: number;
  readonly vote: number;
  readonly bar: number;
  readonly number: number;
  readonly history: number;
}

/** Who is at the table, how they voted last, and what the text is worth to each. */
export function tablePane(
  showing: Showing,
  state: ConferenceState,
  { party: selected, chooses }: Pick<Viewing, 'party' | 'chooses'>,
  width: number,
  height: number,
): Pane {
  const columns = columnsFor(showing, width);
  const rows = showing.parties.map((party, n) =>
    partyRow(showing, state, party, chooses === 'party' && n === selected, columns),
  );
  return paneUnder(heading(columns, width), inSight(rows, selected, height - 1), width, height);
}

function columnsFor({ parties, scenario }: Showing, width: number): Columns {
  const longest = Math.max(...parties.map((party) => widthOf(party.name) + (party.signatory ? 3 : 0)));
  const name = Math.min(longest, width >= 90 ? 24 : width >= 70 ? 18 : 14);
  const grade = 10;
  const history = Math.min(Math.round(scenario.conference.rounds.value), width >= 70 ? 12 : 6);
  const free = width - (2 + name + 1 + grade + 1 + 1);
  const vote = width >= 90 ? free - 22 - history : 17;
  const rest = free - vote;
  const figure = rest >= 20 ? 4 : 0;
  return {
    name,
    grade,
    vote,
    bar: Math.min(20, rest - history - 1 - (figure === 0 ? 0 : figure + 1)),
    number: figure,
    history,
  };
}

function heading({ name, grade, vote, bar: score, number: figure, history }: Columns, width: number): Line {
  const scores = score + (figure === 0 ? 0 : figure + 1) + 1;
  const left = width - (2 + name + 1 + grade + 1 + vote + 1);
  return [
    ...head('The table', 2 + name + 1, 'strong'),
    ...head('came as', grade + 1),
    ...head('last vote', vote + 1),
    ...(history < 7 ? lastHead('score', left) : [...head('own score', scores), ...lastHead('history', left - scores)]),
  ];
}

/** A heading at the start of its column, on the rule; the column's last cell is a gap. */
function head(text: string, width: number, tone: Tone = 'quiet'): readonly Span[] {
  return [...lastHead(text, width - 1, tone), span(' ')];
}

function lastHead(text: string, width: number, tone: Tone = 'quiet'): readonly Span[] {
  const shown = truncated(text, width);
  const rule = width - widthOf(shown) - 1;
  return [span(shown, tone), span(rule < 0 ? '' : ` ${'─'.repeat(rule)}`, 'quiet')];
}

function partyRow(showing: Showing, state: ConferenceState, party: Party, selected: boolean, columns: Columns): Line {
  const trace = state.parties[party.id]!;
  const away = trace.grade === 'absent';
  const tone: Tone | undefined = selected ? 'strong' : away ? 'quiet' : undefined;
  const { utility, walkAway } = standingOf(state, party);
  const below = utility !== undefined && utility < walkAway;
  const figure =
    columns.number === 0
      ? []
      : [
          span(' '),
          cell(
            utility === undefined ? '' : number(utility),
            columns.number,
            away ? 'quiet' : below ? 'against' : undefined,
            'right',
          ),
        ];
  return [
    span(selected ? '▸ ' : '  ', 'strong'),
    cell(nameCell(party, trace.threatened, columns.name), columns.name, tone),
    span(' '),
    cell(gradeWord(showing.scenario, state, party), columns.grade, away ? 'quiet' : undefined),
    span(' '),
    voteCell(showing, state, party, columns.vote),
    span(' '),
    ...(utility === undefined
      ? [cell('', columns.bar)]
      : bar(utility, columns.bar, away ? 'quiet' : below ? 'against' : 'for', walkAway)),
    ...figure,
    span(' '),
    cell(
      sparkline(showing.timeline.scores(party.id, trace.vote?.round ?? 0), columns.history, showing.scores),
      columns.history,
      'quiet',
    ),
  ];
}

/** The marks stay, however long the name. */
function nameCell({ name, signatory }: Party, threatens: boolean, width: number): string {
  const marks = `${signatory ? '*' : ''}${threatens ? '!' : ''}`;
  return marks === '' ? name : `${truncated(name, width - 1 - marks.length)} ${marks}`;
}

function voteCell({ names }: Showing, state: ConferenceState, { id }: Party, width: number): Span {
  const trace = state.parties[id]!;
  const { vote } = trace;
  const over = vote?.objection === undefined || width < 24 ? '' : `: ${names.issue(vote.objection.issue)}`;
  const tone = vote === undefined || vote.round < state.round ? 'quiet' : vote.accepts ? 'for' : 'against';
  return cell(voteWord(trace) + over, width, tone);
}
