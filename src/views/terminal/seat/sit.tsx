import { settleColours } from '../environment.ts';
import type { Departure } from '../departure.ts';
import { silenced } from '../watch.tsx';
import type { Sitting } from './sitting.ts';

export interface SitOptions {
  readonly sitting: Sitting;
  /** Seconds a round, while the rules hold all seats. */
  readonly pace: number;
}

/** People play seats on the alternate screen of a terminal until they leave. The screen is as it was when it settles. */
export async function sit(options: SitOptions): Promise<Departure> {
  settleColours(process.env);
  const terminal = silenced();
  try {
    const { play } = await import('./play.tsx');
    return await play(options);
  } finally {
    terminal.restore();
  }
}
