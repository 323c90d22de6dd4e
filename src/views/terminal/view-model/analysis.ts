import type { Opinion } from '../../../analysis/opinions.ts';
import type { Party } from '../../../model/scenario.ts';
import type { ConferenceState } from '../../../record/state.ts';
import { capitalised, listed } from '../../prose/names.ts';
import type { Viewing } from '../state.ts';
import { bar } from '../widgets/bar.ts';
import { legible, truncated, widthOf } from '../widgets/cells.ts';
import { cell, line, lineWidth, paragraph, span, type Line } from '../widgets/line.ts';
import { plot, windowOf, type Layer } from '../widgets/plot.ts';
import type { Charting } from './charting.ts';
import { heldOption } from './options.ts';
import { scrolledPane, type Column } from './pane.ts';
import { stateInView, type Showing } from './showing.ts';
import { standingOf } from './standing.ts';
import { number } from './words.ts';

const GUTTER = 3;
const TWO_COLUMNS = 110;
const TITLE = 'Analysis: the text in view';
const LEGEND = line('● text  ○ before  • frontier  N Nash  ┼ walk-aways', 'quiet');
const CLOSES = line('Esc closes', 'quiet');

/** Where the text in view lies for those who must sign, and what other models forecast, issue by issue. */
export function analysisColumns(showing: Showing, viewing: Viewing, width: number, height: number): readonly Column[] {
  const charting = showing.charting();
  const at = (rows: readonly Line[], columns: number) =>
    scrolledPane(line(TITLE, 'strong'), rows, columns, height, viewing.scroll, CLOSES);
  if (charting === undefined)
    return [[at(paragraph('It rests on what everybody truly wants, which no seat knows.', width), width)]];
  const state = stateInView(showing, viewing.stop);
  if (width >= TWO_COLUMNS) {
    const left = Math.floor((width - GUTTER) / 2);
    const right = width - GUTTER - left;
    const told = numbers(showing, charting, state, left);
    const chart = chartRows(showing, charting, state, left, Math.min(24, height - told.length - 4));
    const rows = [...told, ...(chart.length === 0 ? [] : [[], ...chart, LEGEND])];
    const notes = explanation(right);
    const rowsEach = 2 * showing.issues.length + 3 + notes.length < height ? 2 : 1;
    const forecasts = [...forecastRows(showing, charting, state, right, rowsEach), [], ...notes];
    const title = line('Beside other models', 'strong');
    return [
      [scrolledPane(line(TITLE, 'strong'), rows, left, height, viewing.scroll)],
      [scrolledPane(title, forecasts, right, height, viewing.scroll, CLOSES)],
    ];
  }
  const forecasts = forecastRows(showing, charting, state, width, 1);
  const room = Math.min(13, Math.max(8, height - forecasts.length - 3));
  const upper = besides(showing, charting, state, width, room);
  return [[at([...upper, [], ...forecasts, [], ...explanation(width)], width)]];
}

/** The plot and to the right of it the numbers; without a plot they have the whole width. */
function besides(
  showing: Showing,
  charting: Charting,
  state: ConferenceState,
  width: number,
  height: number,
): readonly Line[] {
  const left = Math.floor(width * 0.42);
  const chart = chartRows(showing, charting, state, left, height);
  if (chart.length === 0) return numbers(showing, charting, state, width);
  const told = numbers(showing, charting, state, width - left - 2);
  const rows = Array.from({ length: Math.max(chart.length, told.length) }, (_, n) => {
    const row = chart[n] ?? [];
    return [...row, span(' '.repeat(Math.max(0, left + 2 - lineWidth(row)))), ...(told[n] ?? [])];
  });
  return [...rows, LEGEND];
}

function signatories({ parties }: Showing, { landmarks }: Charting): readonly Party[] {
  return landmarks.parties.map((id) => parties.find((party) => party.id === id)!);
}

const FIGURES = [
  ['text', 5],
  ['walk-away', 10],
  ['Nash', 6],
] as const;
const LEAST_BAR = 6;

/** Each who must sign with what the text is worth to it, its walk-away as it stands, and what the Nash point would give. */
function numbers(showing: Showing, charting: Charting, state: ConferenceState, width: number): readonly Line[] {
  const { landmarks, placeOf } = charting;
  const signing = signatories(showing, charting);
  const place = placeOf(state.text);
  const name = Math.min(width < 40 ? 9 : 18, Math.max(8, ...signing.map((party) => widthOf(party.name))));
  const bars = Math.min(24, width - name - 1 - FIGURES.reduce((sum, [, cells]) => sum + cells, 0));
  const head: Line = [
    cell('', name + 1 + (bars < LEAST_BAR ? 0 : bars)),
    ...FIGURES.map(([text, cells]) => cell(text, cells, 'quiet', 'right')),
  ];
  return [
    head,
    ...signing.map((party, i): Line => {
      const { walkAway } = standingOf(state, party);
      const utility = place.utilities[i]!;
      const below = utility < walkAway;
      return [
        cell(party.name, name),
        span(' '),
        ...(bars < LEAST_BAR ? [] : bar(utility, bars, below ? 'against' : 'for', walkAway)),
        ...[utility, walkAway, landmarks.nash?.utilities[i]].map((value, n) =>
          cell(number(value), FIGURES[n]![1], undefined, 'right'),
        ),
      ];
    }),
    ...distances(charting, state, width),
    ...paragraph(zone(charting, state, signing.length), width),
  ];
}

function distances({ landmarks, placeOf }: Charting, state: ConferenceState, width: number): readonly Line[] {
  const { toFrontier, toNash } = placeOf(state.text);
  const told = [
    ...(toFrontier === null
      ? []
      : [toFrontier < 0.005 ? 'on the frontier' : `${number(toFrontier)} from the frontier`]),
    ...(toNash === null ? [] : [toNash < 0.005 ? 'at the Nash point' : `${number(toNash)} from the Nash point`]),
  ];
  const unknown =
    landmarks.frontier === null ? 'The frontier is too much work for a key press; parley analyse may have it.' : '';
  const found = landmarks.method.solutions === 'search' && toNash !== null ? ' (found, not proved)' : '';
  return [
    ...(told.length === 0 ? [] : paragraph(`${capitalised(listed(told))}${found}.`, width, 'strong')),
    ...(unknown === '' ? [] : paragraph(unknown, width, 'quiet')),
  ];
}

/** How many texts suit those who must sign, and whether this is one of them. */
function zone({ landmarks, placeOf }: Charting, state: ConferenceState, count: number): string {
  const { rational, outcomes } = landmarks;
  const whom = count === 1 ? 'it' : count === 2 ? 'both' : 'all of them';
  const isOne = placeOf(state.text).suits ? 'this is one' : 'this is none';
  if (rational === null)
    return `Zone of agreement: ${grouped(outcomes)} texts, too many to look at each; ${isOne} that suits ${whom}.`;
  const share = ((100 * rational) / outcomes).toFixed(1);
  return `Zone of agreement: ${grouped(rational)} of ${grouped(outcomes)} texts (${share} %) suit ${whom} before the first round; ${isOne} of them.`;
}

function grouped(count: number): string {
  return count >= 1e15 ? count.toExponential(1) : String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** Two who must sign as the axes of a plot; nothing for more or fewer, whose bars have to do. */
function chartRows(
  showing: Showing,
  charting: Charting,
  state: ConferenceState,
  width: number,
  height: number,
): readonly Line[] {
  const [right, up, more] = signatories(showing, charting);
  if (right === undefined || up === undefined || more !== undefined || height < 6) return [];
  const { frontier, nash } = charting.landmarks;
  const walk = { x: standingOf(state, right).walkAway, y: standingOf(state, up).walkAway };
  const place = charting.placeOf(state.text).utilities;
  const known = [...(frontier ?? []), ...(nash === null ? [] : [nash.utilities])];
  // The same at every moment of a conference, so that the points do not jump while it is stepped through.
  const all = [
    ...known,
    ...charting.texts.map(({ utilities }) => utilities),
    [right.walkAway.value, up.walkAway.value],
  ];
  const before = charting.texts.filter(({ round }) => round < state.round).map(({ utilities }) => utilities);
  const layers: readonly Layer[] = [
    { mark: '•', points: frontier ?? [] },
    { mark: '○', points: before },
    { mark: 'N', tone: 'strong', points: nash === null ? [] : [nash.utilities] },
    { mark: '●', tone: 'strong-for', points: [place] },
  ];
  const half = Math.floor(width / 2);
  return [
    [
      cell(`↑ ${legible(up.name)}`, half - 1, 'quiet'),
      span(' '),
      cell(`${truncated(right.name, width - half - 2)} →`, width - half, 'quiet', 'right'),
    ],
    ...plot(layers, walk, windowOf([...all, place]), width, height - 1),
  ];
}

/** What the text holds and what is forecast, issue by issue, in one row or two; ✓ where they are the same. */
function forecastRows(
  { issues }: Showing,
  { forecasts }: Charting,
  state: ConferenceState,
  width: number,
  rows: 1 | 2,
): readonly Line[] {
  const longest = Math.max(...issues.map((issue) => widthOf(issue.name)));
  const name = rows === 2 ? 1 : Math.min(longest, Math.floor(width * 0.3));
  const column = Math.floor((width - name) / 3) - 1;
  const row = (first: Line[number], rest: Line): Line => [first, ...rest.flatMap((one) => [span(' '), one])];
  return [
    row(
      cell('', name),
      ['the text', 'compromise', 'median'].map((text) => cell(text, column, 'quiet')),
    ),
    ...issues.flatMap((issue): readonly Line[] => {
      const held = heldOption(issue, state);
      const forecast = (opinion: Opinion | undefined) => {
        if (opinion === undefined) return cell('–', column, 'quiet');
        if (opinion.option === held.id) return cell('✓ the same', column, 'for');
        return cell(legible(issue.options.find(({ id }) => id === opinion.option)!.name), column);
      };
      const cells = [
        cell(held.name, column, 'strong'),
        forecast(forecasts.compromise[issue.id]),
        forecast(forecasts.median[issue.id]),
      ];
      return rows === 1 ? [row(cell(issue.name, name), cells)] : [line(legible(issue.name)), row(span(' '), cells)];
    }),
  ];
}

function explanation(width: number): readonly Line[] {
  return [
    'The compromise is the mean of what all want, weighted by leverage and salience, the median the middle of the same. They know no procedure and no walk-away, and nothing of issues without an order.',
    'The frontier and the Nash point are those of the parties that must sign, from their true stances, which nobody at the table knows, and their walk-aways before the first round.',
  ].flatMap((text) => paragraph(text, width, 'quiet'));
}
