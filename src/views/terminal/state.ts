import { firstMatch, matchFrom, matchesOf } from './view-model/matches.ts';
import { numbersInView } from './view-model/numbers.ts';
import { leversOf } from './view-model/levers.ts';
import type { Future } from './view-model/programme.ts';
import { nextRound, previousRound } from './view-model/stops.ts';
import type { Showing } from './view-model/showing.ts';
import { withoutLast } from './widgets/cells.ts';

/** What the lower part of a small screen shows; on a large one only an ending takes another's place. */
export type Page = 'main' | 'text' | 'why' | 'corridor' | 'wire' | 'ending';

/** What takes the whole screen between header and footer. */
export type Over = 'inspector' | 'evidence' | 'what-if' | 'analysis';

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;

/** What somebody looks for in the wire. */
export interface Search {
  readonly text: string;
  /** Whether keys are letters of it. */
  readonly typing: boolean;
  /** Index of the sentence that was gone to. */
  readonly at: number | undefined;
}

/** What somebody looks at, and how it moves. */
export interface Viewing {
  /** Index of the stop in view. */
  readonly stop: number;
  readonly playing: boolean;
  /** Index of the speed. */
  readonly speed: number;
  /** Index of the party, as seated. */
  readonly party: number;
  /** Index of the issue, as on the agenda. */
  readonly issue: number;
  /** What ↑ and ↓ choose, and what is explained. */
  readonly chooses: 'party' | 'issue';
  readonly page: Page;
  readonly over: Over | undefined;
  /** Rows scrolled away at the top of what can be scrolled. */
  readonly scroll: number;
  /** The numbers in the evidence view: of what is chosen or all, and which of them is explained. */
  readonly evidence: { readonly of: 'chosen' | 'all'; readonly number: number };
  /** The lever that is turned, what it is turned to, and both futures once they were asked for. */
  readonly whatIf: {
    readonly lever: number;
    readonly value: string | undefined;
    readonly answer: ({ readonly label: string; readonly round: number } & Future) | undefined;
  };
  readonly search: Search | undefined;
  readonly help: boolean;
}

/** How far a page can be scrolled on this screen: rows at most, and rows a page. */
export interface Scrollable {
  readonly last: number;
  readonly page: number;
}

export type Action =
  /** The rest at a stop is over. */
  | { readonly type: 'advance' }
  | { readonly type: 'play-or-pause' }
  | { readonly type: 'round'; readonly by: 1 | -1 }
  | { readonly type: 'step'; readonly by: 1 | -1 }
  | { readonly type: 'turning-point'; readonly by: 1 | -1 }
  | { readonly type: 'end' }
  | { readonly type: 'start' }
  /** ↑ and ↓. */
  | { readonly type: 'choose'; readonly by: 1 | -1; readonly scrollable?: Scrollable }
  /** Whether parties or issues are explained. */
  | { readonly type: 'issues' }
  | { readonly type: 'speed'; readonly by: 1 | -1 }
  /** To the next of the pages that the screen has room for. */
  | { readonly type: 'turn-page'; readonly pages: readonly Page[] }
  | { readonly type: 'scroll'; readonly by: 1 | -1; readonly scrollable: Scrollable }
  | { readonly type: 'over'; readonly over: Over }
  | { readonly type: 'search' }
  | { readonly type: 'typed'; readonly letter: string }
  | { readonly type: 'erased' }
  | { readonly type: 'entered' }
  | { readonly type: 'match'; readonly by: 1 | -1 }
  /** A letter of a number to which a lever is turned. */
  | { readonly type: 'figure'; readonly letter: string }
  | { readonly type: 'future'; readonly future: Future; readonly label: string; readonly round: number }
  | { readonly type: 'help' }
  /** Esc: closes the uppermost of what is open. */
  | { readonly type: 'close' };

const UNTURNED: Viewing['whatIf'] = { lever: 0, value: undefined, answer: undefined };

export function atFirst(start: 'playing' | 'paused', stop = 0): Viewing {
  return {
    stop,
    playing: start === 'playing',
    speed: SPEEDS.indexOf(1),
    party: 0,
    issue: 0,
    chooses: 'party',
    page: 'main',
    over: undefined,
    scroll: 0,
    evidence: { of: 'chosen', number: 0 },
    whatIf: UNTURNED,
    search: undefined,
    help: false,
  };
}

/** What a key or the clock makes of what is in view. Moving by hand pauses. */
export function reduce(showing: Showing, viewing: Viewing, action: Action): Viewing {
  const { stops } = showing;
  const { stop } = viewing;
  const last = stops.length - 1;
  switch (action.type) {
    case 'advance':
      return viewing.playing ? moved(viewing, last, stop + 1, stop + 1 < last) : viewing;
    case 'play-or-pause':
      return stop === last ? moved(viewing, last, 0, true) : { ...viewing, playing: !viewing.playing };
    case 'round':
      if (viewing.over === 'evidence') return chosen(showing, viewing, action.by);
      if (viewing.over === 'what-if') return leverTurned(showing, viewing, action.by);
      return moved(viewing, last, action.by > 0 ? nextRound(stops, stop) : previousRound(stops, stop));
    case 'step':
      return moved(viewing, last, stop + action.by);
    case 'turning-point':
      return moved(viewing, last, turnFrom(showing, stop, action.by) ?? stop);
    case 'end':
      if (viewing.over === 'what-if') return viewing;
      return viewing.over === 'evidence' ? toNumber(showing, viewing, Infinity) : moved(viewing, last, last);
    case 'start':
      if (viewing.over === 'what-if') return viewing;
      return viewing.over === 'evidence' ? toNumber(showing, viewing, 0) : moved(viewing, last, 0);
    case 'choose':
      return choose(showing, viewing, action);
    case 'issues':
      return inSight({ ...viewing, chooses: viewing.chooses === 'party' ? 'issue' : 'party', scroll: 0 });
    case 'speed':
      return { ...viewing, speed: between(0, viewing.speed + action.by, SPEEDS.length - 1) };
    case 'turn-page':
      return turned(showing, viewing, action.pages);
    case 'scroll':
      return viewing.over === 'evidence' && !viewing.help
        ? toNumber(showing, viewing, viewing.evidence.number + action.by * action.scrollable.page)
        : scrolled(viewing, action.by * action.scrollable.page, action.scrollable);
    case 'over':
      return {
        ...viewing,
        over: viewing.over === action.over ? undefined : action.over,
        scroll: 0,
        evidence: FIRST,
        whatIf: UNTURNED,
      };
    case 'figure':
      return leverTyped(viewing, action.letter);
    case 'future': {
      const { future, label, round } = action;
      return { ...viewing, scroll: 0, whatIf: { ...viewing.whatIf, answer: { ...future, label, round } } };
    }
    case 'help':
      return { ...viewing, help: !viewing.help, scroll: 0 };
    case 'close':
      return closed(viewing);
    case 'search':
    case 'typed':
    case 'erased':
    case 'entered':
    case 'match':
      return searched(showing, viewing, action);
    default:
      return action satisfies never;
  }
}

const FIRST: Viewing['evidence'] = { of: 'chosen', number: 0 };

/** At another stop. Coming to the last one opens the page that says how it ended; leaving it closes that page. */
function moved(viewing: Viewing, last: number, to: number, playing = false): Viewing {
  const stop = between(0, to, last);
  if (stop === viewing.stop) return { ...viewing, playing };
  const page = stop === last ? 'ending' : viewing.page === 'ending' ? 'main' : viewing.page;
  return { ...viewing, stop, playing, page, scroll: viewing.over === undefined ? 0 : viewing.scroll };
}

/** The stop of the next turning point, or of the one before. */
function turnFrom({ turns }: Showing, stop: number, by: 1 | -1): number | undefined {
  return by > 0 ? turns.find((turn) => turn.stop > stop)?.stop : turns.findLast((turn) => turn.stop < stop)?.stop;
}

function choose(showing: Showing, viewing: Viewing, { by, scrollable }: Extract<Action, { type: 'choose' }>): Viewing {
  if (viewing.help || viewing.over === 'analysis')
    return scrollable === undefined ? viewing : scrolled(viewing, by, scrollable);
  if (viewing.over === 'evidence') return toNumber(showing, viewing, viewing.evidence.number + by);
  if (viewing.over === 'what-if') {
    if (viewing.whatIf.answer !== undefined)
      return scrollable === undefined ? viewing : scrolled(viewing, by, scrollable);
    const lever = between(0, viewing.whatIf.lever + by, leversOf(showing, viewing).length - 1);
    return { ...viewing, whatIf: { ...UNTURNED, lever } };
  }
  return chosen(showing, viewing, by);
}

/** To the next choice up or down. */
function leverTurned(showing: Showing, viewing: Viewing, by: 1 | -1): Viewing {
  const { lever, value, answer } = viewing.whatIf;
  const one = leversOf(showing, viewing)[lever];
  if (one === undefined || answer !== undefined) return viewing;
  const at = one.choices.indexOf(value ?? one.was);
  const next = at < 0 ? one.was : one.choices[between(0, at + by, one.choices.length - 1)];
  return { ...viewing, whatIf: { ...viewing.whatIf, value: next } };
}

function leverTyped(viewing: Viewing, letter: string): Viewing {
  const { value, answer } = viewing.whatIf;
  if (answer !== undefined) return viewing;
  const typed = letter === '' ? (value ?? '').slice(0, -1) : `${value ?? ''}${letter}`;
  return { ...viewing, whatIf: { ...viewing.whatIf, value: typed } };
}

/** Another party or issue. */
function chosen({ parties, issues }: Showing, viewing: Viewing, by: 1 | -1): Viewing {
  const now = { ...viewing, scroll: viewing.over === undefined ? viewing.scroll : 0, evidence: FIRST };
  return viewing.chooses === 'party'
    ? { ...now, party: between(0, viewing.party + by, parties.length - 1) }
    : { ...now, issue: between(0, viewing.issue + by, issues.length - 1) };
}

/** What is chosen is explained somewhere on the screen: not beside how it ended. */
function inSight(viewing: Viewing): Viewing {
  return viewing.page === 'ending' || viewing.page === 'main' ? { ...viewing, page: 'why' } : viewing;
}

function toNumber(showing: Showing, viewing: Viewing, to: number): Viewing {
  const number = between(0, to, numbersInView(showing, viewing).length - 1);
  return { ...viewing, evidence: { ...viewing.evidence, number } };
}

function turned({ parties }: Showing, viewing: Viewing, pages: readonly Page[]): Viewing {
  if (viewing.over === 'evidence')
    return { ...viewing, evidence: { of: viewing.evidence.of === 'all' ? 'chosen' : 'all', number: 0 } };
  if (viewing.over === 'what-if')
    return viewing.whatIf.answer === undefined
      ? { ...viewing, party: (viewing.party + 1) % parties.length, whatIf: UNTURNED }
      : viewing;
  if (viewing.over !== undefined) return viewing;
  const at = pages.indexOf(viewing.page);
  return { ...viewing, page: pages[(at + 1) % pages.length] ?? 'main', scroll: 0 };
}

function scrolled(viewing: Viewing, by: number, { last }: Scrollable): Viewing {
  return { ...viewing, scroll: between(0, Math.min(viewing.scroll, last) + by, last) };
}

function closed(viewing: Viewing): Viewing {
  if (viewing.help) return { ...viewing, help: false, scroll: 0 };
  if (viewing.over === 'what-if' && viewing.whatIf.answer !== undefined)
    return { ...viewing, scroll: 0, whatIf: { ...viewing.whatIf, answer: undefined } };
  if (viewing.over !== undefined) return { ...viewing, over: undefined, scroll: 0 };
  return { ...viewing, search: undefined };
}

type SearchAction = Extract<Action, { type: 'search' | 'typed' | 'erased' | 'entered' | 'match' }>;

/** Matches are gone to in time: the stop that brought the sentence comes into view. */
function searched(showing: Showing, viewing: Viewing, action: SearchAction): Viewing {
  const search = viewing.search ?? { text: '', typing: true, at: undefined };
  const found = (text: string): Viewing => ({ ...viewing, search: { ...search, text } });
  switch (action.type) {
    case 'search': {
      const page = viewing.page === 'wire' ? 'wire' : 'main';
      return { ...viewing, search: { text: '', typing: true, at: undefined }, playing: false, over: undefined, page };
    }
    case 'typed':
      return found(search.text + action.letter);
    case 'erased':
      return found(withoutLast(search.text));
    case 'entered': {
      const matches = matchesOf(showing.news, search.text);
      if (search.text === '') return { ...viewing, search: undefined };
      return toSentence(
        showing,
        { ...viewing, search: { ...search, typing: false } },
        firstMatch(showing, matches, viewing.stop),
      );
    }
    case 'match':
      return toSentence(showing, viewing, matchFrom(showing, viewing, action.by));
  }
}

function toSentence(showing: Showing, viewing: Viewing, at: number | undefined): Viewing {
  const { search } = viewing;
  if (at === undefined || search === undefined) return viewing;
  const to = moved(viewing, showing.stops.length - 1, showing.news[at]!.stop);
  return { ...to, page: to.page === 'wire' ? 'wire' : 'main', search: { ...search, at } };
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
