import type { Party, PartyId } from '../../../model/scenario.ts';
import { capitalised, listed, namesOf } from '../../prose/names.ts';
import { corridorPane } from '../view-model/corridor.ts';
import { SMALLEST, framed, roomIn, scrollableOf, type Frame } from '../view-model/frame.ts';
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
import { briefOverflow, briefPane } from './brief.ts';
import { coverPane, endPane, seatHelpPane } from './cards.ts';
import { decideHeight, decidePane } from './decide.ts';
import { SEAT_KEYS, type KeyHelp } from './keys.ts';
import type { Sitting } from './sitting.ts';
import { knowingOf, sceneOf, type Scene, type Seated } from './state.ts';

const WIDE = { width: 120, height: 30 } as const;
const GUTTER = 3;
const LEAST = 6;
/** A seat looks at parties and texts, and chooses issues in its question alone. */
const NO_ISSUE = { issue: 0, chooses: 'party' } as const;

/** The pages that Tab turns. On a small screen all but the first take the question's place. */
const NARROW = ['wire', 'table', 'brief', 'numbers', 'corridor'] as const;
const WIDELY = ['brief', 'numbers', 'corridor'] as const;
type Page = (typeof NARROW)[number];

const PAGE: Readonly<Record<Page, string>> = {
  wire: 'wire',
  table: 'text',
  brief: 'brief',
  numbers: 'numbers',
  corridor: 'corridor',
};

export function pagesOf(width: number, height: number): readonly Page[] {
  return isWide(width, height) ? WIDELY : NARROW;
}

/** Whether the page turned to hides the question. */
export function hidesQuestion({ page }: Seated, width: number, height: number): boolean {
  return !isWide(width, height) && page % NARROW.length !== 0;
}

function isWide(width: number, height: number): boolean {
  return width >= WIDE.width && height >= WIDE.height;
}

/** Rows by which the brief can be scrolled, where it is in view and does not fit. */
export function scrollable(sitting: Sitting, seated: Seated, width: number, height: number): number {
  const scene = sceneOf(sitting, seated);
  const onPage = scene.type === 'seat' && hidesQuestion(seated, width, height) && NARROW[seated.page] === 'brief';
  if (scene.type !== 'brief' && !onPage) return 0;
  const showing = showingFor(sitting, scene.seat);
  const state = stateInView(showing, showing.stops.length - 1);
  return briefOverflow(
    showing,
    state,
    partyOf(showing, scene.seat),
    roomIn(width, height).inner,
    roomIn(width, height).room,
  );
}

/** A whole screen of a seat; nothing when the terminal is too small for one. */
export function seatFrame(sitting: Sitting, seated: Seated, width: number, height: number): Frame | undefined {
  if (width < SMALLEST.width || height < SMALLEST.height) return undefined;
  const scene = sceneOf(sitting, seated);
  const { inner, room } = roomIn(width, height);
  const columns = bodyOf(sitting, scene, seated, inner, room, isWide(width, height));
  const footer = footerRow(sitting, scene, seated, width, height);
  return { ...framed(headerRows(sitting, scene, inner), columns, footer, height), scrollable: scrollableOf(columns) };
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

function bodyOf(
  sitting: Sitting,
  scene: Scene,
  seated: Seated,
  width: number,
  height: number,
  wide: boolean,
): readonly Column[] {
  if (seated.help) return [[seatHelpPane(width, height)]];
  switch (scene.type) {
    case 'cover':
      return [[coverPane(sitting.scenario(scene.seat), scene.seat, width, height)]];
    case 'brief':
      return [pageColumn(showingFor(sitting, scene.seat), 'brief', scene.seat, seated.scroll, width, height)];
    case 'ended':
      return endBody(sitting, scene.seat, width, height);
    case 'seat':
      return wide ? wideBody(sitting, scene, seated, width, height) : narrowBody(sitting, scene, seated, width, height);
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
  const page = NARROW[seated.page % NARROW.length]!;
  if (page !== 'wire') return [pageColumn(showing, page, scene.seat, seated.scroll, width, height)];
  const wanted = moveHeight(sitting, scene, seated, width);
  const left = height - wanted;
  if (left < LEAST) return [[movePane(sitting, scene, seated, width, height)]];
  return [
    [movePane(sitting, scene, seated, width, wanted), ...pageColumn(showing, 'wire', scene.seat, 0, width, left)],
  ];
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
  const page = WIDELY[seated.page % WIDELY.length]!;
  return [
    [
      tablePane(showing, state, { party: indexOf(showing, scene.seat), chooses: 'party' }, left, table),
      ...gapRows(left, 1),
      textPane(showing, state, NO_ISSUE, left, text),
      ...gapRows(left, 1),
      wirePane(showing, atTheEnd(showing), left, height - table - text - 2),
    ],
    rest < LEAST
      ? [movePane(sitting, scene, seated, right, height)]
      : [
          movePane(sitting, scene, seated, right, move),
          ...gapRows(right, 1),
          ...pageColumn(showing, page, scene.seat, 0, right, rest),
        ],
  ];
}

function pageColumn(
  showing: Showing,
  page: Page,
  seat: PartyId,
  scroll: number,
  width: number,
  height: number,
): Column {
  const state = stateInView(showing, showing.stops.length - 1);
  const at = indexOf(showing, seat);
  switch (page) {
    case 'wire':
      return [wirePane(showing, atTheEnd(showing), width, height)];
    case 'table': {
      const table = Math.min(showing.parties.length + 1, Math.floor(height / 2));
      const text = Math.min(showing.issues.length * 2 + 1, height - table);
      const wire = height - table - text;
      return [
        tablePane(showing, state, { party: at, chooses: 'party' }, width, table),
        textPane(showing, state, NO_ISSUE, width, wire < LEAST ? height - table : text),
        ...(wire < LEAST ? [] : [wirePane(showing, atTheEnd(showing), width, wire)]),
      ];
    }
    case 'brief':
      return [briefPane(showing, state, partyOf(showing, seat), scroll, width, height)];
    case 'numbers':
      return [whyPane(showing, state, at, width, height)];
    case 'corridor':
      return [corridorPane(showing, state, width, height)];
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
  if (question !== undefined) return decideHeight(question, knowingOf(sitting, seat), seated, width) + 1;
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

/** How it ended, the last text and, for a single seat, its wire: with several, what one alone saw is not for all. */
function endBody(sitting: Sitting, seat: PartyId | undefined, width: number, height: number): readonly Column[] {
  const eyes = seat ?? sitting.seats[0]!;
  const showing = showingFor(sitting, eyes);
  const state = stateInView(showing, showing.stops.length - 1);
  const end = Math.min(11, Math.floor(height / 2));
  const text = Math.min(showing.issues.length * 2 + 1, height - end);
  const wire = height - end - text;
  return [
    [
      endPane(sitting, seat, width, end),
      textPane(showing, state, NO_ISSUE, width, text),
      ...(seat === undefined || wire < LEAST ? [] : pageColumn(showing, 'wire', seat, 0, width, wire)),
    ],
  ];
}

function headerRows(sitting: Sitting, scene: Scene, width: number): readonly Line[] {
  const seat = scene.type === 'seat' || scene.type === 'brief' ? scene.seat : sitting.seats[0]!;
  const scenario = sitting.scenario(seat);
  const { place, date, rounds } = scenario.conference;
  const title: Line = [
    span(legible(scenario.title), 'strong'),
    span(` · ${legible(place)}, ${legible(date)}`, 'quiet'),
  ];
  if (scene.type === 'cover' || scene.type === 'ended') return [spread(title, [], width), []];
  const { round, phase } = showingFor(sitting, seat).stops.at(-1)!;
  const of = Math.round(rounds.value);
  const question = scene.type === 'seat' ? scene.question : undefined;
  const asked = question?.round ?? round;
  return [
    spread(title, [span(`you are ${legible(namesOf(scenario).party(seat))}`, 'strong-for')], width),
    spread(
      [
        span(asked === 0 ? `${of} rounds` : `round ${asked} of ${of}`, 'strong'),
        span('  '),
        ...progress(asked, of, width >= 100 ? 32 : 16),
        span('  '),
        scene.type === 'brief'
          ? span('before you begin', 'quiet')
          : span(question === undefined ? PHASE[phase] : 'your move', question === undefined ? 'quiet' : 'new'),
      ],
      [span(sitting.holder(seat) === 'rule' ? 'played by the rule' : '', 'quiet')],
      width,
    ),
  ];
}

function footerRow(sitting: Sitting, scene: Scene, seated: Seated, width: number, height: number): Line {
  const { inner } = roomIn(width, height);
  if (seated.leaving)
    return [
      span(sitting.ended() ? 'q' : 'Leave in the middle? q', 'new'),
      span(' leaves  any other key stays', 'quiet'),
    ];
  const right = keyRow([SEAT_KEYS.help, SEAT_KEYS.quit]);
  const fitting: KeyHelp[] = [];
  for (const key of keysIn(sitting, scene, seated, width, height)) {
    if (lineWidth(keyRow([...fitting, key])) + 2 + lineWidth(right) <= inner) fitting.push(key);
  }
  return spread(keyRow(fitting), right, inner);
}

/** The keys that do something now, the first the most needed. */
function keysIn(sitting: Sitting, scene: Scene, seated: Seated, width: number, height: number): readonly KeyHelp[] {
  const { enter, advise, page, pass, hand, take } = SEAT_KEYS;
  const scrolls: readonly KeyHelp[] =
    scrollable(sitting, seated, width, height) > 0 ? [{ keys: '↑↓', short: 'read on', does: '' }] : [];
  const pages = pagesOf(width, height);
  if (scene.type === 'cover') return [{ ...enter, short: 'show' }];
  if (scene.type === 'brief') return [{ ...enter, short: 'to the table' }, ...scrolls];
  if (scene.type === 'ended') return [];
  const next: KeyHelp = { ...page, short: PAGE[pages[(seated.page + 1) % pages.length]!] };
  const back = sitting.seats.some((seat) => sitting.holder(seat) === 'rule') ? [take] : [];
  if (hidesQuestion(seated, width, height))
    return [{ ...enter, short: scene.question === undefined ? 'back' : 'back to the question' }, next, ...scrolls];
  if (scene.question === undefined) {
    const on = sitting.resting() && anyPerson(sitting) ? [{ ...enter, short: 'go on' }] : [];
    return [...on, ...back, next, ...(sitting.holder(scene.seat) === 'person' ? [hand] : [])];
  }
  return [{ keys: '↑↓←→', short: 'pick', does: '' }, enter, next, advise, pass, hand, ...back];
}

function keyRow(keys: readonly KeyHelp[]): Line {
  return keys.flatMap((key, n) => [
    span(n === 0 ? '' : '  '),
    span(key.keys, 'strong'),
    span(` ${key.short}`, 'quiet'),
  ]);
}

/** What is newest, with nothing searched for. */
function atTheEnd({ stops }: Showing) {
  return { stop: stops.length - 1, search: undefined };
}

function indexOf({ parties }: Showing, seat: PartyId): number {
  return parties.findIndex((party) => party.id === seat);
}

function partyOf({ parties }: Showing, seat: PartyId): Party {
  return parties.find((party) => party.id === seat)!;
}
