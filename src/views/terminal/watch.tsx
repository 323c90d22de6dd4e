import { settleColours } from './environment.ts';
import type { Departure } from './play.tsx';
import type { Programme } from './view-model/programme.ts';

export interface WatchOptions extends Programme {
  /** Seconds a round. */
  readonly pace: number;
  readonly start?: 'playing' | 'paused';
  /** Is told at leaving how many facts had been in view: what `farewell` wants to know. */
  readonly onLeave?: (moment: number) => void;
}

/**
 * Plays a conference back on the alternate screen of a terminal until somebody leaves: by q (`quit`) or by Ctrl-C
 * (`interrupted`), or a signal asks us to, which the caller then obeys. The screen is as it was when the promise settles; it rejects when the view itself fails.
 */
export async function watch(options: WatchOptions): Promise<Departure> {
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
