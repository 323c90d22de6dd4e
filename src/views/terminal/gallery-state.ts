import type { Card, Exhibit } from './house.ts';
import { withoutLast } from './widgets/cells.ts';

/** The list of conferences, and what somebody does with it. */
export interface Browsing {
  readonly exhibits: readonly Exhibit[];
  /** Those read so far. */
  readonly cards: ReadonlyMap<string, Card>;
  readonly at: number;
  readonly seed: string;
  /** The seed being typed. */
  readonly typing: string | undefined;
  /** Rows of the preview scrolled away. */
  readonly scroll: number;
  readonly help: boolean;
  /** What is being done, or why it could not be. */
  readonly notice: string | undefined;
}

export type BrowsingAction =
  | { readonly type: 'read'; readonly name: string; readonly card: Card }
  | { readonly type: 'choose'; readonly to: number }
  | { readonly type: 'type-seed' }
  | { readonly type: 'typed'; readonly letter: string }
  | { readonly type: 'erased' }
  | { readonly type: 'entered' }
  | { readonly type: 'draw'; readonly seed: string }
  | { readonly type: 'scroll'; readonly by: number; readonly last: number }
  | { readonly type: 'help' }
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'close' };

/** Longer seeds are possible on the command line. */
const LONGEST_SEED = 40;

export function atTheWall(exhibits: readonly Exhibit[], seed: string): Browsing {
  return { exhibits, cards: new Map(), at: 0, seed, typing: undefined, scroll: 0, help: false, notice: undefined };
}

export function browse(now: Browsing, action: BrowsingAction): Browsing {
  switch (action.type) {
    case 'read':
      return { ...now, cards: new Map([...now.cards, [action.name, action.card]]) };
    case 'choose': {
      const at = Math.max(0, Math.min(now.exhibits.length - 1, action.to));
      return { ...now, at, scroll: 0, notice: undefined };
    }
    case 'type-seed':
      return { ...now, typing: '', notice: undefined };
    case 'typed':
      return { ...now, typing: `${now.typing ?? ''}${action.letter}`.slice(0, LONGEST_SEED) };
    case 'erased':
      return { ...now, typing: withoutLast(now.typing ?? '') };
    case 'entered': {
      const seed = (now.typing ?? '').trim();
      return { ...now, typing: undefined, seed: seed === '' ? now.seed : seed };
    }
    case 'draw':
      return { ...now, seed: action.seed, notice: undefined };
    case 'scroll':
      return { ...now, scroll: Math.max(0, Math.min(action.last, now.scroll + action.by)) };
    case 'help':
      return { ...now, help: !now.help, scroll: 0 };
    case 'notice':
      return { ...now, notice: action.text };
    case 'close':
      return { ...now, typing: undefined, help: false, notice: undefined };
  }
}
