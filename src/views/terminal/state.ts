import { nextRound, previousRound } from './view-model/stops.ts';
import type { Showing } from './view-model/showing.ts';

/** What the lower part of a small screen shows; on a large one only an ending takes another's place. */
export type Page = 'main' | 'text' | 'why' | 'corridor' | 'wire' | EndingPage;

/** How it ended, on as many pages as it takes. */
export const ENDING_PAGES = ['ending', 'ending-2', 'ending-3', 'ending-4'] as const;
export type EndingPage = (typeof ENDING_PAGES)[number];

export function isEndingPage(page: Page): page is EndingPage {
  return page.startsWith('ending');
}

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;

/** What somebody looks at, and how it moves. */
export interface Viewing {
  /** Index of the stop in view. */
  readonly stop: number;
  readonly playing: boolean;
  /** Index of the speed. */
  readonly speed: number;
  /** Index of the party, as seated. */
  readonly party: number;
  readonly page: Page;
  readonly help: boolean;
}

export type Action =
  /** The rest at a stop is over. */
  | { readonly type: 'advance' }
  | { readonly type: 'play-or-pause' }
  | { readonly type: 'round'; readonly by: 1 | -1 }
  | { readonly type: 'step'; readonly by: 1 | -1 }
  | { readonly type: 'end' }
  | { readonly type: 'start' }
  | { readonly type: 'party'; readonly by: 1 | -1 }
  | { readonly type: 'speed'; readonly by: 1 | -1 }
  /** To the next of the pages that the screen has room for. */
  | { readonly type: 'turn-page'; readonly pages: readonly Page[] }
  | { readonly type: 'help' }
  | { readonly type: 'close-help' };

export function atFirst(start: 'playing' | 'paused', stop = 0): Viewing {
  return { stop, playing: start === 'playing', speed: SPEEDS.indexOf(1), party: 0, page: 'main', help: false };
}

/** What a key or the clock makes of what is in view. Moving by hand pauses. */
export function reduce({ stops, parties }: Showing, viewing: Viewing, action: Action): Viewing {
  const { stop } = viewing;
  const last = stops.length - 1;
  switch (action.type) {
    case 'advance':
      return viewing.playing ? moved(viewing, last, stop + 1, stop + 1 < last) : viewing;
    case 'play-or-pause':
      return stop === last ? moved(viewing, last, 0, true) : { ...viewing, playing: !viewing.playing };
    case 'round':
      return moved(viewing, last, action.by > 0 ? nextRound(stops, stop) : previousRound(stops, stop));
    case 'step':
      return moved(viewing, last, stop + action.by);
    case 'end':
      return moved(viewing, last, last);
    case 'start':
      return moved(viewing, last, 0);
    case 'party':
      return { ...viewing, party: between(0, viewing.party + action.by, parties.length - 1) };
    case 'speed':
      return { ...viewing, speed: between(0, viewing.speed + action.by, SPEEDS.length - 1) };
    case 'turn-page': {
      const at = action.pages.indexOf(viewing.page);
      return { ...viewing, page: action.pages[(at + 1) % action.pages.length] ?? 'main' };
    }
    case 'help':
      return { ...viewing, help: !viewing.help };
    case 'close-help':
      return { ...viewing, help: false };
    default:
      return action satisfies never;
  }
}

/** At another stop. Coming to the last one opens the page that says how it ended; leaving it closes that page. */
function moved(viewing: Viewing, last: number, to: number, playing = false): Viewing {
  const stop = between(0, to, last);
  if (stop === viewing.stop) return { ...viewing, playing };
  const page = stop === last ? 'ending' : isEndingPage(viewing.page) ? 'main' : viewing.page;
  return { ...viewing, stop, playing, page };
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
