import type { Key } from 'ink';
import type { Browsing } from './gallery-state.ts';
import { isErasing, isLetter, type KeyHelp } from './keys.ts';
import type { Scrollable } from './state.ts';

export type GalleryIntent =
  | { readonly type: 'choose'; readonly to: number }
  | { readonly type: 'scroll'; readonly by: number; readonly last: number }
  | { readonly type: 'watch' }
  | { readonly type: 'evidence' }
  | { readonly type: 'draw' }
  | { readonly type: 'type-seed' | 'erased' | 'entered' | 'help' | 'close' }
  | { readonly type: 'typed'; readonly letter: string }
  | { readonly type: 'quit' | 'interrupt' | 'suspend' };

export const GALLERY_KEYS: readonly KeyHelp[] = [
  { keys: '↑/↓', short: 'choose', does: 'choose a conference' },
  { keys: 'Enter', short: 'watch', does: 'watch it, with the seed shown' },
  { keys: 's', short: 'seed', does: 'type a seed: the same seed gives the same conference' },
  { keys: 'r', short: 'redraw', does: 'draw another seed' },
  { keys: 'e', short: 'evidence', does: 'where its numbers come from' },
  { keys: 'PgUp/PgDn', short: 'scroll', does: 'scroll what it is about' },
  { keys: 'Home/End', short: 'jump', does: 'to the first or the last' },
  { keys: 'Esc', short: 'close', does: 'leave the seed as it was; close this page' },
  { keys: '?', short: 'help', does: 'this page' },
  { keys: 'q', short: 'quit', does: 'leave' },
  { keys: 'Ctrl-C', short: 'break', does: 'leave, and tell the shell so' },
  { keys: 'Ctrl-Z', short: 'stop', does: 'back to the shell; fg returns' },
];

/** What one key press asks for in the gallery. */
export function galleryIntent(
  input: string,
  key: Key,
  { typing, at, help }: Browsing,
  { last, page }: Scrollable,
): GalleryIntent | undefined {
  if (key.ctrl) return input === 'c' ? { type: 'interrupt' } : input === 'z' ? { type: 'suspend' } : undefined;
  const enter = key.return || input === '\r';
  if (key.escape) return { type: 'close' };
  if (typing !== undefined) {
    if (enter) return { type: 'entered' };
    if (isErasing(input, key)) return { type: 'erased' };
    return isLetter(input, key) ? { type: 'typed', letter: input } : undefined;
  }
  if (help && key.upArrow) return { type: 'scroll', by: -1, last };
  if (help && key.downArrow) return { type: 'scroll', by: 1, last };
  if (key.upArrow) return { type: 'choose', to: at - 1 };
  if (key.downArrow) return { type: 'choose', to: at + 1 };
  if (key.home) return { type: 'choose', to: 0 };
  if (key.end) return { type: 'choose', to: Infinity };
  if (key.pageUp) return { type: 'scroll', by: -page, last };
  if (key.pageDown) return { type: 'scroll', by: page, last };
  if (enter) return { type: 'watch' };
  switch (input) {
    case 's':
      return { type: 'type-seed' };
    case 'r':
      return { type: 'draw' };
    case 'e':
      return { type: 'evidence' };
    case '?':
      return { type: 'help' };
    case 'q':
    case 'Q':
      return { type: 'quit' };
    default:
      return undefined;
  }
}
