import { askersOf } from '../../../analysis/influence.ts';
import type { FactOf } from '../../../model/fact.ts';
import type { Issue, Party, Stance } from '../../../model/scenario.ts';
import type { ConferenceState } from '../../../record/state.ts';
import { DRAFTED } from '../../prose/quantities.ts';
import { legible } from '../widgets/cells.ts';
import { line, paragraph, span, spread, type Line } from '../widgets/line.ts';
import { scrolledPane, type Pane } from './pane.ts';
import type { Showing } from './showing.ts';
import { isRedLine, wantedOption } from './stances.ts';

/** What an issue is about, who stands where on it, and who moved it when. */
export function issuePane(
  showing: Showing,
  state: ConferenceState,
  moment: number,
  selected: number,
  width: number,
  height: number,
  scroll: number,
): Pane {
  const issue = showing.issues[selected]!;
  const rows = issueRows(showing, state, moment, issue, width);
  return scrolledPane(line(legible(issue.name), 'strong'), rows, width, height, scroll, line(kind(issue), 'quiet'));
}

export function issueRows(
  showing: Showing,
  state: ConferenceState,
  moment: number,
  issue: Issue,
  width: number,
): readonly Line[] {
  return [
    spread(line('Who wants what', 'quiet'), line('▹ asks for it now  ✗ a red line', 'quiet'), width),
    ...issue.options.flatMap((option) => optionRows(showing, state, issue, option, width)),
    [],
    line('What moved it', 'quiet'),
    ...history(showing, moment, issue, width),
    ...(issue.about === '' ? [] : [[], ...paragraph(issue.about, width, 'quiet')]),
  ];
}

function kind({ ordered, guarantee, commitment }: Issue): string {
  return [ordered ? 'a scale' : 'alternatives', guarantee ? 'the guarantee' : '', commitment ? 'to be kept later' : '']
    .filter((word) => word !== '')
    .join(', ');
}

/** An option with what adopting it would mean, and below it those who want it, ask for it or would never sign it. */
function optionRows(
  showing: Showing,
  state: ConferenceState,
  issue: Issue,
  option: Issue['options'][number],
  width: number,
): readonly Line[] {
  const held = state.text[issue.id] === option.id;
  const notes = [
    issue.opening === option.id ? 'opening text' : '',
    issue.statusQuo === option.id ? 'as things are' : '',
  ]
    .filter((word) => word !== '')
    .join(', ');
  const name = legible(option.name);
  const head: Line = [
    span(held ? `[${name}]` : ` ${name} `, held ? 'strong' : undefined),
    ...(notes === '' ? [] : [span(` ${notes}`, 'quiet')]),
  ];
  const who = showing.parties.flatMap((party) => standsAt(state, party, issue, option));
  return [
    head,
    ...paragraph(option.meaning, width, 'quiet', 4),
    ...(who.length === 0 ? [] : paragraph(who.join(' · '), width, undefined, 4)),
  ];
}

function standsAt(
  state: ConferenceState,
  party: Party,
  issue: Issue,
  option: Issue['options'][number],
): readonly string[] {
  const stance = party.stances.find((one): one is Stance => one.issue === issue.id);
  if (stance === undefined) return [];
  const asks = state.parties[party.id]!.asks.some((change) => change.issue === issue.id && change.to === option.id);
  const wants = stance.salience.value > 0 && wantedOption(issue, stance).id === option.id;
  const never = stance.redLine !== undefined && isRedLine(stance.redLine, option);
  if (!asks && !wants && !never) return [];
  return [
    `${never ? '✗ ' : asks ? '▹ ' : ''}${party.name}${wants && stance.voiced === 'private' ? ' (not said aloud)' : ''}`,
  ];
}

/** Each change of the draft up to a moment, with its reason and who had asked for it. */
function history({ timeline, names }: Showing, moment: number, issue: Issue, width: number): readonly Line[] {
  const asked = new Map<string, string>();
  const rows: Line[] = [];
  for (const fact of timeline.facts.slice(0, moment)) {
    if (fact.type === 'round.opened') asked.clear();
    if (fact.type === 'amendments.tabled') {
      const change = fact.changes.find((one) => one.issue === issue.id);
      if (change !== undefined) asked.set(fact.party, change.to);
    }
    if (fact.type === 'text.drafted') rows.push(...draftRows(fact, issue, asked, names, width));
  }
  return rows.length === 0 ? [line('  the chair has not touched it', 'quiet')] : rows;
}

function draftRows(
  fact: FactOf<'text.drafted'>,
  issue: Issue,
  asked: ReadonlyMap<string, string>,
  names: Showing['names'],
  width: number,
): readonly Line[] {
  const change = fact.changes.find((one) => one.issue === issue.id);
  if (change === undefined) return [];
  const pulled = askersOf(
    issue,
    change,
    [...asked].map(([party, to]) => ({ party, changes: [{ ...change, to }] })),
  );
  const by = pulled.length === 0 ? '' : `, as asked by ${pulled.map(names.party).join(', ')}`;
  const text = `R${fact.round} from “${names.option(issue.id, change.from)}” to “${names.option(issue.id, change.to)}”: ${DRAFTED[fact.reason]}${by}`;
  return paragraph(text, width, undefined, 2);
}
