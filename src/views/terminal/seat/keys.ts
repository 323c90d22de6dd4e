import type { Key } from 'ink';

/** What a key asks for at a seat. */
export type Intent =
  | { readonly type: 'field'; readonly by: 1 | -1 }
  | { readonly type: 'pick'; readonly by: 1 | -1 }
  | { readonly type: 'enter' }
  | { readonly type: 'advise' }
  | { readonly type: 'pass-round' }
  | { readonly type: 'hand-over' }
  | { readonly type: 'take-back' }
  | { readonly type: 'turn-page'; readonly by: 1 | -1 }
  | { readonly type: 'help' }
  | { readonly type: 'escape' }
  | { readonly type: 'quit' }
  | { readonly type: 'interrupt' }
  | { readonly type: 'suspend' }
  | { readonly type: 'other' };

export interface KeyHelp {
  readonly keys: string;
  readonly short: string;
  readonly does: string;
}

/** Every key, for the help and the foot of the screen. */
export const SEAT_KEYS = {
  field: { keys: '↑/↓', short: 'line', does: 'another line of the question' },
  pick: { keys: '←/→', short: 'choose', does: 'another choice on that line' },
  enter: { keys: 'Enter', short: 'send', does: 'give your answer; after a round, go on' },
  advise: { keys: 'a', short: 'advise', does: 'what the rule would answer; again: fill it in' },
  pass: { keys: 'r', short: 'round', does: 'let the rule play this round for you' },
  hand: { keys: 'h', short: 'hand', does: 'hand your seat to the rule until you take it back' },
  take: { keys: 't', short: 'take back', does: 'take your seat back from the rule' },
  page: { keys: 'Tab', short: 'page', does: 'the next page; Shift-Tab the one before' },
  help: { keys: '?', short: 'help', does: 'this page' },
  quit: { keys: 'q', short: 'leave', does: 'leave; asks once' },
  interrupt: { keys: 'Ctrl-C', short: 'break', does: 'leave at once, and tell the shell so' },
  suspend: { keys: 'Ctrl-Z', short: 'stop', does: 'back to the shell; fg returns' },
} as const satisfies Record<string, KeyHelp>;

export function intentOf(input: string, key: Key): Intent {
  if (key.ctrl) return input === 'c' ? { type: 'interrupt' } : input === 'z' ? { type: 'suspend' } : { type: 'other' };
  if (key.upArrow) return { type: 'field', by: -1 };
  if (key.downArrow) return { type: 'field', by: 1 };
  if (key.leftArrow) return { type: 'pick', by: -1 };
  if (key.rightArrow) return { type: 'pick', by: 1 };
  if (key.return) return { type: 'enter' };
  if (key.escape) return { type: 'escape' };
  if (key.tab) return { type: 'turn-page', by: key.shift ? -1 : 1 };
  switch (input) {
    // Keys that were typed fast arrive together, without their names.
    case '\r':
    case '\n':
      return { type: 'enter' };
    case '\t':
      return { type: 'turn-page', by: 1 };
    case 'a':
      return { type: 'advise' };
    case 'r':
      return { type: 'pass-round' };
    case 'h':
      return { type: 'hand-over' };
    case 't':
      return { type: 'take-back' };
    case '?':
      return { type: 'help' };
    case 'q':
    case 'Q':
      return { type: 'quit' };
    default:
      return { type: 'other' };
  }
}
