import { render } from 'ink';
import type { Departure } from '../departure.ts';
import { onEnd } from '../play.tsx';
import { SeatApp } from './app.tsx';
import type { SitOptions } from './sit.tsx';

/** Takes the screen, plays, and gives the screen back. */
export async function play({ sitting, pace }: SitOptions): Promise<Departure> {
  const screen = render(<SeatApp sitting={sitting} pace={pace} />, {
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 15,
    exitOnCtrlC: false,
    interactive: true,
  });
  let ended: NodeJS.Signals | undefined;
  const stopListening = onEnd((signal) => {
    ended = signal;
    screen.unmount();
  });
  try {
    const departure = await screen.waitUntilExit();
    return ended ?? (departure === 'interrupted' ? 'interrupted' : 'quit');
  } finally {
    stopListening();
  }
}
