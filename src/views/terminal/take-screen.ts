import { render } from 'ink';
import type { ReactElement } from 'react';
import type { Departure } from './departure.ts';

/** Takes the screen, shows the view until somebody leaves it, and gives the screen back. */
export async function takeScreen(view: ReactElement): Promise<Departure> {
  const screen = render(view, {
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

/** Signals that end us: the screen goes back first; then whoever called obeys the signal. */
function onEnd(end: (signal: NodeJS.Signals) => void): () => void {
  const signals: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGHUP', 'SIGINT'];
  const listener = (signal: NodeJS.Signals) => {
    stopListening();
    end(signal);
  };
  const stopListening = () => signals.forEach((signal) => process.off(signal, listener));
  for (const signal of signals) process.on(signal, listener);
  return stopListening;
}
