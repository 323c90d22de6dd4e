import type { SeatQuestion } from '../../../model/choices.ts';
import type { Party, PartyId } from '../../../model/scenario.ts';
import { capitalised, listed, namesOf } from '../../prose/names.ts';
import { corridorPane } from '../view-model/corridor.ts';
import { SMALLEST, type Frame } from '../view-model/frame.ts';
import { gapRows, pane, type Column, type Pane } from '../view-model/pane.ts';
import { showingOf, stateInView, type Showing } from '../view-model/showing.ts';
import { tablePane } from '../view-model/table.ts';
import { textPane } from '../view-model/text.ts';
import { wirePane } from '../view-model/wire.ts';
import { whyPane } from '../view-model/why.ts';
import { PHASE } from '../view-model/words.ts';
import { progress } from '../widgets/bar.ts';
import { legible } from '../widgets/cells.ts';
import { line, lineWidth, paragraph, span, spread, type Line } from '../widgets/line.ts';
import { briefHeight, briefPane } from './brief.ts';
import { coverPane, endPane, seatHelpPane } from './cards.ts';
import { decideHeight, decidePane } from './decide.ts';
import { SEAT_KEYS, type KeyHelp } from './keys.ts';
import type { Sitting } from './sitting.ts';
import { knowingOf, sceneOf, type Scene, type Seated } from './state.ts';

const WIDE = { width: 120, height: 30 } as const;
const AIRY = 30;
const MARGIN = 1;
const GUTTER = 3;
const LEAST = 6;

/** The pages that Tab turns, beside or below the question. */
export const PAGES = ['wire', 'table', 'brief', 'numbers', 'corridor'] as const;
type Page = (typeof PAGES)[number];
const PAGE: Readonly<Record<Page, string>> = {
  wire: 'the wire',
  table: 'table and text',
  brief: 'your brief',
  numbers: 'your numbers',
  corridor: 'the corridor',
};

/** A whole screen of a seat; nothing when the terminal is too small for one. */
export function seatFrame(sitting: Sitting, seated: Seated, width: number, height: number): Frame | undefined {
  if (width < SMALLEST.width || height < SMALLEST.height) return undefined;
  const scene = sceneOf(sitting, seated);
  const inner = width - 2 * MARGIN;
  const air: readonly Line[] = height < AIRY ? [] : [[]];
  const room = height - 3 - 2 * air.length;
  return {
    header: [...headerRows(sitting, scene, inner), ...air],
    columns: bodyOf(sitting, scene, seated, inner, room),
    footer: [...air, footerRow(sitting, scene, seated, inner)],
  };
}

/** Kept while nothing new has happened: a key should cost a frame and no more. */
const shown = new WeakMap<Sitting, { seat: PartyId; version: number; showing: Showing }>();

function showingFor(sitting: Sitting, seat: PartyId): Showing {
  const known = shown.get(sitting);
  if (known?.seat === seat && known.version === sitting.version()) return known.showing;
  const programme = {
    scenario: sitting.scenario(seat),
    seed: '',
    facts: sitting.facts(seat),
    replay: '',
    seats: [seat],
  };
  const showing = showingOf(programme);
  shown.set(sitting, { seat, version: sitting.version(), showing });
  return showing;
}

function bodyOf(sitting: Sitting, scene: Scene, seated: Seated, width: number, height: number): readonly Column[] {
  if (seated.help) return [[seatHelpPane(width, height)]];
  switch (scene.type) {
    case 'cover':
      return [[coverPane(sitting.scenario(scene.seat), scene.seat, width, height)]];
    case 'ended':
      return scene.seat === undefined
        ? [[endPane(sitting, undefined, width, height)]]
        : endBody(sitting, scene.seat, width, height);
    case 'seat':
      return width + 2 * MARGIN >= WIDE.width && height >= WIDE.height - 5
        ? wideBody(sitting, scene, seated, width, height)
        : narrowBody(sitting, scene, seated, width, height);
  }
}

type SeatScene = Extract<Scene, { type: 'seat' }>;

/** The question, and below it the page that is turned to. */
function narrowBody(
  sitting: Sitting,
  scene: SeatScene,
  seated: Seated,
  width: number,
  height: number,
): readonly Column[] {
  const showing = showingFor(sitting, scene.seat);
  const page = PAGES[seated.page]!;
  const wanted = moveHeight(sitting, scene, seated, width);
  const left = height - wanted;
  // A page that does not fit below the question takes its place.
  if (page !== 'wire' && left < pageHeight(showing, page, scene.seat, width))
    return [pageColumn(showing, page, scene.seat, width, height)];
  if (left < LEAST) return [[movePane(sitting, scene, seated, width, height)]];
  return [[movePane(sitting, scene, seated, width, wanted), ...pageColumn(showing, page, scene.seat, width, left)]];
}

/** Left what happens at the table, right the question and the page. */
function wideBody(
  sitting: Sitting,
  scene: SeatScene,
  seated: Seated,
  width: number,
  height: number,
): readonly Column[] {
  const showing = showingFor(sitting, scene.seat);
  const state = stateInView(showing, showing.stops.length - 1);
  const left = Math.floor((width - GUTTER) / 2);
  const right = width - GUTTER - left;
  const table = Math.min(showing.parties.length + 1, Math.floor(height / 3));
  const text = Math.min(showing.issues.length * 2 + 1, height - table - 2 - LEAST);
  const move = Math.min(moveHeight(sitting, scene, seated, right), height);
  const rest = height - move - 1;
  const page = widePage(seated);
  return [
    [
      tablePane(showing, state, indexOf(showing, scene.seat), left, table),
      ...gapRows(left, 1),
      textPane(showing, state, left, text),
      ...gapRows(left, 1),
      wirePane(showing, showing.stops.length - 1, left, height - table - text - 2),
    ],
    rest < LEAST
      ? [movePane(sitting, scene, seated, right, height)]
      : [
          movePane(sitting, scene, seated, right, move),
          ...gapRows(right, 1),
          ...pageColumn(showing, page, scene.seat, right, rest),
        ],
  ];
}

/** The wire, the table and the text are always in view there. */
function widePage({ page }: Seated): Page {
  return (['brief', 'numbers', 'corridor', 'brief', 'numbers'] as const)[page]!;
}

function pageColumn(showing: Showing, page: Page, seat: PartyId, width: number, height: number): Column {
  const state = stateInView(showing, showing.stops.length - 1);
  const at = indexOf(showing, seat);
  switch (page) {
    case 'wire':
      return [wirePane(showing, showing.stops.length - 1, width, height)];
    case 'table': {
      const table = Math.min(showing.parties.length + 1, Math.floor(height / 2));
      return [tablePane(showing, state, at, width, table), textPane(showing, state, width, height - table)];
    }
    case 'brief':
      return [briefPane(showing, state, partyOf(showing, seat), width, height)];
    case 'numbers':
      return [whyPane(showing, state, at, width, height)];
    case 'corridor':
      return [corridorPane(showing, state, width, height)];
  }
}

/** Rows that a page needs to be worth showing below a question. */
function pageHeight(showing: Showing, page: Page, seat: PartyId, width: number): number {
  switch (page) {
    case 'wire':
    case 'corridor':
      return LEAST;
    case 'table':
      return showing.parties.length + showing.issues.length + 2;
    case 'brief':
      return briefHeight(showing, stateInView(showing, showing.stops.length - 1), partyOf(showing, seat), width);
    case 'numbers':
      return 9;
  }
}

/** The question, or what is waited for. */
function movePane(sitting: Sitting, scene: SeatScene, seated: Seated, width: number, height: number): Pane {
  const { question, seat } = scene;
  if (question !== undefined) return decidePane(question, knowingOf(sitting, seat), seated, width, height);
  const { title, text } = waitingWords(sitting, seat);
  return pane(line(title, 'strong'), paragraph(text, width), width, height);
}

function moveHeight(sitting: Sitting, { question, seat }: SeatScene, seated: Seated, width: number): number {
  if (question !== undefined)
    return decideHeight(question as SeatQuestion, knowingOf(sitting, seat), seated, width) + 1;
  return paragraph(waitingWords(sitting, seat).text, width).length + 2;
}

function waitingWords(sitting: Sitting, seat: PartyId): { readonly title: string; readonly text: string } {
  const names = namesOf(sitting.scenario(seat));
  const awaited = sitting.awaited();
  if (awaited.length > 0) {
    const who = listed(awaited.map(names.party));
    return { title: 'Others decide', text: `${capitalised(who)} ${awaited.length === 1 ? 'is' : 'are'} thinking.` };
  }
  if (sitting.holder(seat) === 'rule')
    return {
      title: 'The rule holds your seat',
      text: anyPerson(sitting)
        ? 'Enter goes on with the next round. t takes the seat back: at your next question.'
        : 'Rounds go on by themselves; Enter does not wait. t takes the seat back: at your next question.',
    };
  const round = showingFor(sitting, seat).stops.at(-1)!.round;
  return {
    title: round === 0 ? 'Before the first round' : `Round ${round} is over`,
    text: 'Read what happened; Enter goes on with the next round.',
  };
}

/** Whether anybody here decides for a seat. */
export function anyPerson(sitting: Sitting): boolean {
  return sitting.seats.some((seat) => sitting.holder(seat) === 'person');
}

function endBody(sitting: Sitting, seat: PartyId, width: number, height: number): readonly Column[] {
  const showing = showingFor(sitting, seat);
  const end = Math.min(12, Math.floor(height / 2));
  return [[endPane(sitting, seat, width, end), ...pageColumn(showing, 'wire', seat, width, height - end)]];
}

function headerRows(sitting: Sitting, scene: Scene, width: number): readonly Line[] {
  const seat = scene.type === 'seat' ? scene.seat : sitting.seats[0]!;
  const scenario = sitting.scenario(seat);
  const { place, date, rounds } = scenario.conference;
  const title: Line = [
    span(legible(scenario.title), 'strong'),
    span(` · ${legible(place)}, ${legible(date)}`, 'quiet'),
  ];
  if (scene.type !== 'seat') return [spread(title, [], width), []];
  const { round, phase } = showingFor(sitting, seat).stops.at(-1)!;
  const of = Math.round(rounds.value);
  const asked = scene.question?.round ?? round;
  return [
    spread(title, [span(`you are ${namesOf(scenario).party(seat)}`, 'strong-for')], width),
    spread(
      [
        span(asked === 0 ? `${of} rounds` : `round ${asked} of ${of}`, 'strong'),
        span('  '),
        ...progress(asked, of, width >= 100 ? 32 : 16),
        span('  '),
        span(scene.question === undefined ? PHASE[phase] : 'your move', scene.question === undefined ? 'quiet' : 'new'),
      ],
      [span(sitting.holder(seat) === 'rule' ? 'played by the rule' : '', 'quiet')],
      width,
    ),
  ];
}

function footerRow(sitting: Sitting, scene: Scene, seated: Seated, width: number): Line {
  if (seated.leaving)
    return [
      span(sitting.ended() ? 'q' : 'Leave in the middle? q', 'new'),
      span(' leaves  any other key stays', 'quiet'),
    ];
  const right = keyRow([SEAT_KEYS.help, SEAT_KEYS.quit]);
  const fitting: KeyHelp[] = [];
  for (const key of keysIn(sitting, scene, seated)) {
    if (lineWidth(keyRow([...fitting, key])) + 2 + lineWidth(right) <= width) fitting.push(key);
  }
  return spread(keyRow(fitting), right, width);
}

/** The keys that do something now, the first the most needed. */
function keysIn(sitting: Sitting, scene: Scene, seated: Seated): readonly KeyHelp[] {
  const { enter, field, pick, advise, page, pass, hand, take } = SEAT_KEYS;
  if (scene.type === 'cover') return [{ ...enter, short: 'show' }];
  if (scene.type === 'ended') return [];
  const next = { ...page, short: PAGE[PAGES[(seated.page + 1) % PAGES.length]!] };
  const back = sitting.seats.some((seat) => sitting.holder(seat) === 'rule') ? [take] : [];
  if (scene.question === undefined) {
    const on = sitting.resting() ? [{ ...enter, short: 'go on' }] : [];
    return [...on, ...back, next, ...(sitting.holder(scene.seat) === 'person' ? [hand] : [])];
  }
  return [field, pick, enter, advise, next, pass, hand, ...back];
}

function keyRow(keys: readonly KeyHelp[]): Line {
  return keys.flatMap((key, n) => [
    span(n === 0 ? '' : '  '),
    span(key.keys, 'strong'),
    span(` ${key.short}`, 'quiet'),
  ]);
}

function indexOf({ parties }: Showing, seat: PartyId): number {
  return parties.findIndex((party) => party.id === seat);
}

function partyOf({ parties }: Showing, seat: PartyId): Party {
  return parties.find((party) => party.id === seat)!;
}
