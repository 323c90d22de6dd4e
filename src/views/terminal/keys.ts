import type { Key } from 'ink';
import type { Action, Page } from './state.ts';

/** What a key asks for beyond what is in view. */
export type Intent = Action | { readonly type: 'quit' } | { readonly type: 'interrupt' } | { readonly type: 'suspend' };

/** Every key, for the help and for the foot of the screen: the first are the first to be shown there. */
export const KEYS: readonly { readonly keys: string; readonly short: string; readonly does: string }[] = [
  { keys: 'space', short: 'play', does: 'play or pause; at the end, play again from the start' },
  { keys: '←/→', short: 'round', does: 'one round back or forward' },
  { keys: 'Tab', short: 'page', does: 'the next page, where not all fits on one' },
  { keys: ',/.', short: 'step', does: 'one phase back or forward' },
  { keys: '↑/↓', short: 'party', does: 'choose the party that is explained' },
  { keys: 'Home/End', short: 'jump', does: 'to the start; to how it ended' },
  { keys: '−/+', short: 'speed', does: 'slower or faster' },
  { keys: '?', short: 'help', does: 'this page' },
  { keys: 'q', short: 'quit', does: 'leave' },
  { keys: 'Ctrl-C', short: 'break', does: 'leave, and tell the shell so' },
  { keys: 'Ctrl-Z', short: 'stop', does: 'back to the shell; fg returns' },
];

/** What one key press asks for; nothing when the key has no meaning. */
export function intentOf(input: string, key: Key, pages: readonly Page[]): Intent | undefined {
  if (key.ctrl) return input === 'c' ? { type: 'interrupt' } : input === 'z' ? { type: 'suspend' } : undefined;
  if (key.rightArrow) return { type: 'round', by: 1 };
  if (key.leftArrow) return { type: 'round', by: -1 };
  if (key.upArrow) return { type: 'party', by: -1 };
  if (key.downArrow) return { type: 'party', by: 1 };
  if (key.end) return { type: 'end' };
  if (key.home) return { type: 'start' };
  if (key.escape) return { type: 'close-help' };
  if (key.tab) return { type: 'turn-page', pages };
  return intentOfLetter(input);
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
    case '?':
      return { type: 'help' };
    case 'q':
    case 'Q':
      return { type: 'quit' };
    default:
      return undefined;
  }
}
