import { render } from 'ink';
import type { Departure } from './departure.ts';
import { Parley } from './parley.tsx';
import type { Left, WatchOptions } from './watch.tsx';

/** Takes the screen, plays, and gives the screen back. */
export async function play({ house, programme, pace, start = 'playing' }: WatchOptions): Promise<Left> {
  let seen: Left['seen'];
  const first = programme === undefined ? {} : { programme };
  const screen = render(
    <Parley
      house={house}
      {...first}
      pace={pace}
      start={start}
      onView={(conference, moment) => void (seen = { programme: conference, moment })}
    />,
    { alternateScreen: true, incrementalRendering: true, maxFps: 15, exitOnCtrlC: false, interactive: true },
  );
  let ended: NodeJS.Signals | undefined;
  const stopListening = onEnd((signal) => {
    ended = signal;
    screen.unmount();
  });
  try {
    const departure = await screen.waitUntilExit();
    const how: Departure = ended ?? (departure === 'interrupted' ? 'interrupted' : 'quit');
    return { how, seen };
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
