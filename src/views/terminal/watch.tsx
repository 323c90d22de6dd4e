import type { Departure } from './departure.ts';
import { settleColours } from './environment.ts';
import type { House } from './house.ts';
import type { Programme } from './view-model/programme.ts';

export interface WatchOptions {
  readonly house: House;
  /** The conference to begin with; the gallery without one. */
  readonly programme?: Programme;
  /** Seconds a round. */
  readonly pace: number;
  readonly start?: 'playing' | 'paused';
}

/** How somebody left, and the last conference in view with how many of its facts had been: what `farewell` wants to know. */
export interface Left {
  readonly how: Departure;
  readonly seen: { readonly programme: Programme; readonly moment: number } | undefined;
}

/**
 * Shows the gallery, or plays a conference back, on the alternate screen of a terminal until somebody leaves: by q
 * (`quit`) or by Ctrl-C (`interrupted`), or a signal asks us to, which the caller then obeys. The screen is as it was
 * when the promise settles; it rejects when the view itself fails.
 */
export async function watch(options: WatchOptions): Promise<Left> {
  settleColours(process.env);
  const terminal = silenced();
  try {
    const { play } = await import('./play.tsx');
    return await play(options);
  } finally {
    terminal.restore();
  }
}

/** No key is echoed while the view is being loaded; those typed meanwhile are not lost. */
export function silenced(): { restore(): void } {
  process.stdin.setRawMode(true);
  process.stdout.write('\r\u001b[K');
  return { restore: () => void process.stdin.setRawMode(false) };
}
