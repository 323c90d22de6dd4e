import type { Key } from 'ink';
import type { Action, Page, Scrollable, Viewing } from './state.ts';

/** What a key asks for beyond what is in view. */
export type Intent =
  | Action
  /** Enter in a what-if: both futures, and then the other one by itself. */
  | { readonly type: 'what-if' }
  /** Back to the conference that this one is a what-if of. */
  | { readonly type: 'back' }
  | { readonly type: 'gallery' }
  | { readonly type: 'quit' }
  | { readonly type: 'interrupt' }
  | { readonly type: 'suspend' };

export interface KeyHelp {
  readonly keys: string;
  readonly short: string;
  readonly does: string;
}

/** Every key, for the help and for the foot of the screen: the first are the first to be shown there. */
export const KEYS: readonly KeyHelp[] = [
  { keys: 'space', short: 'play', does: 'play or pause; at the end, play again from the start' },
  { keys: '←/→', short: 'round', does: 'one round back or forward' },
  { keys: 'Tab', short: 'page', does: 'the next page, where not all fits on one' },
  { keys: '↑/↓', short: 'party', does: 'choose the party, or the issue, that is explained' },
  { keys: 'f', short: 'what if', does: 'what if one thing were otherwise from here on, with the same luck' },
  { keys: 'b', short: 'back', does: 'from a what-if back to the conference as it was' },
  { keys: 'i', short: 'issues', does: 'explain issues instead of parties, and back' },
  { keys: 'Enter', short: 'inspect', does: 'all there is to know about what is chosen' },
  { keys: 'e', short: 'evidence', does: 'where the numbers come from' },
  { keys: 'a', short: 'analysis', does: 'how good the text is: walk-aways, frontier, Nash point, forecasts' },
  { keys: 't/T', short: 'turns', does: 'to the next turning point, or the one before' },
  { keys: '/', short: 'search', does: 'search the wire; n and N go to the next match or back' },
  { keys: ',/.', short: 'step', does: 'one phase back or forward' },
  { keys: '−/+', short: 'speed', does: 'slower or faster' },
  { keys: 'Home/End', short: 'jump', does: 'to the start; to how it ended' },
  { keys: 'n/N', short: 'match', does: 'the next match of a search, or the one before' },
  { keys: 'PgUp/PgDn', short: 'scroll', does: 'scroll, where a page is longer than the screen' },
  { keys: 'Esc', short: 'close', does: 'close what is open; end a search' },
  { keys: 'g', short: 'gallery', does: 'to the list of conferences' },
  { keys: '?', short: 'help', does: 'this page' },
  { keys: 'q', short: 'quit', does: 'leave' },
  { keys: 'Ctrl-C', short: 'break', does: 'leave, and tell the shell so' },
  { keys: 'Ctrl-Z', short: 'stop', does: 'back to the shell; fg returns' },
];

/** What a key press depends on besides the key. */
export interface Circumstances {
  readonly viewing: Viewing;
  readonly pages: readonly Page[];
  readonly scrollable: Scrollable;
}

/** What one key press asks for; nothing when the key has no meaning. */
export function intentOf(input: string, key: Key, given: Circumstances): Intent | undefined {
  if (key.ctrl) return input === 'c' ? { type: 'interrupt' } : input === 'z' ? { type: 'suspend' } : undefined;
  if (given.viewing.search?.typing === true) return intentWhileTyping(input, key);
  if (given.viewing.over === 'what-if' && !given.viewing.help) {
    if (isErasing(input, key)) return { type: 'figure', letter: '' };
    if (key.return || input === '\r') return { type: 'what-if' };
    if (/^[\d.-]$/.test(input)) return { type: 'figure', letter: input };
    if (!['q', 'Q', '?', 'f', 'b', ''].includes(input) && input !== '\t') return undefined;
  }
  if (key.rightArrow) return { type: 'round', by: 1 };
  if (key.leftArrow) return { type: 'round', by: -1 };
  if (key.upArrow) return { type: 'choose', by: -1, scrollable: given.scrollable };
  if (key.downArrow) return { type: 'choose', by: 1, scrollable: given.scrollable };
  if (key.pageUp) return { type: 'scroll', by: -1, scrollable: given.scrollable };
  if (key.pageDown) return { type: 'scroll', by: 1, scrollable: given.scrollable };
  if (key.end) return { type: 'end' };
  if (key.home) return { type: 'start' };
  if (key.escape) return { type: 'close' };
  if (key.tab || input === '\t') return { type: 'turn-page', pages: given.pages };
  if (key.return || input === '\r') return { type: 'over', over: 'inspector' };
  return intentOfLetter(input);
}

function intentWhileTyping(input: string, key: Key): Intent | undefined {
  if (key.escape) return { type: 'close' };
  if (key.return || input === '\r') return { type: 'entered' };
  if (isErasing(input, key)) return { type: 'erased' };
  return isLetter(input, key) ? { type: 'typed', letter: input } : undefined;
}

/** Terminals send either for the same key. */
export function isErasing(input: string, key: Key): boolean {
  return key.backspace || key.delete || input === '\u007f' || input === '\b';
}

export function isLetter(input: string, key: Key): boolean {
  return !key.meta && input !== '' && !/\p{Cc}/u.test(input);
}

function intentOfLetter(letter: string): Intent | undefined {
  switch (letter) {
    case ' ':
      return { type: 'play-or-pause' };
    case '.':
      return { type: 'step', by: 1 };
    case ',':
      return { type: 'step', by: -1 };
    case '+':
    case '=':
      return { type: 'speed', by: 1 };
    case '-':
    case '_':
      return { type: 'speed', by: -1 };
    case 'i':
      return { type: 'issues' };
    case 'e':
      return { type: 'over', over: 'evidence' };
    case 'a':
      return { type: 'over', over: 'analysis' };
    case 't':
      return { type: 'turning-point', by: 1 };
    case 'T':
      return { type: 'turning-point', by: -1 };
    case '/':
      return { type: 'search' };
    case 'n':
      return { type: 'match', by: 1 };
    case 'N':
      return { type: 'match', by: -1 };
    case 'f':
      return { type: 'over', over: 'what-if' };
    case 'b':
      return { type: 'back' };
    case 'g':
      return { type: 'gallery' };
    case '?':
      return { type: 'help' };
    case 'q':
    case 'Q':
      return { type: 'quit' };
    default:
      return undefined;
  }
}
