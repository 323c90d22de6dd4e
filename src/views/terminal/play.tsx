import { render } from 'ink';
import { App } from './app.tsx';
import type { WatchOptions } from './watch.tsx';
import { showingOf } from './view-model/showing.ts';

/** How somebody left: by q, by Ctrl-C, or by a signal that is still to be obeyed. */
export type Departure = 'quit' | 'interrupted' | NodeJS.Signals;

/** Takes the screen, plays, and gives the screen back. */
export async function play(options: WatchOptions): Promise<Departure> {
  const showing = showingOf(options);
  let stop = 0;
  const moment = () => showing.stops[stop]!.moment;
  const screen = render(
    <App showing={showing} pace={options.pace} start={options.start ?? 'playing'} onStop={(at) => void (stop = at)} />,
    { alternateScreen: true, incrementalRendering: true, maxFps: 15, exitOnCtrlC: false, interactive: true },
  );
  let ended: NodeJS.Signals | undefined;
  const stopListening = onEnd((signal) => {
    ended = signal;
    screen.unmount();
  });
  try {
    const departure = await screen.waitUntilExit();
    options.onLeave?.(moment());
    return ended ?? (departure === 'interrupted' ? 'interrupted' : 'quit');
  } finally {
    stopListening();
  }
}

/** Signals that end us: the screen goes back first; then whoever called obeys the signal. */
export function onEnd(end: (signal: NodeJS.Signals) => void): () => void {
  const signals: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGHUP', 'SIGINT'];
  const listener = (signal: NodeJS.Signals) => {
    stopListening();
    end(signal);
  };
  const stopListening = () => signals.forEach((signal) => process.off(signal, listener));
  for (const signal of signals) process.on(signal, listener);
  return stopListening;
}
