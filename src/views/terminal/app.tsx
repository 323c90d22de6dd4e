import { useApp, useInput, useWindowSize } from 'ink';
import { useEffect, useReducer } from 'react';
import { Screen, TooSmall } from './components/screen.tsx';
import { intentOf, type Intent } from './keys.ts';
import { atFirst, reduce, SPEEDS, type Action, type Viewing } from './state.ts';
import { useJobControl } from './job-control.ts';
import { frameOf, pagesOf } from './view-model/frame.ts';
import type { Showing } from './view-model/showing.ts';
import { restAt } from './view-model/stops.ts';

interface Props {
  readonly showing: Showing;
  /** Seconds a round. */
  readonly pace: number;
  readonly start: 'playing' | 'paused';
  /** Is told the index of every stop that comes into view. */
  readonly onStop?: (stop: number) => void;
}

/** A conference played back; leaves with `quit` or `interrupted`. */
export function App({ showing, pace, start, onStop }: Props) {
  const { columns, rows } = useWindowSize();
  const [viewing, dispatch] = useReducer(
    (before: Viewing, action: Action) => reduce(showing, before, action),
    start,
    () => atFirst(start, showing.first),
  );
  const { exit } = useApp();
  const suspend = useJobControl();
  useClock(showing, viewing, pace, dispatch);
  useEffect(() => onStop?.(viewing.stop), [onStop, viewing.stop]);

  const follow = (intent: Intent) => {
    if (intent.type === 'quit') exit('quit');
    else if (intent.type === 'interrupt') exit('interrupted');
    else if (intent.type === 'suspend') suspend();
    else dispatch(intent);
  };
  useInput((input, key) => {
    const pages = pagesOf(showing, viewing, columns, rows);
    // Keys held down or typed fast arrive together.
    for (const letter of input === '' ? [''] : input) {
      const intent = intentOf(letter, key, pages);
      if (intent !== undefined) follow(intent);
    }
  });

  const frame = frameOf(showing, viewing, columns, rows);
  return frame === undefined ? (
    <TooSmall columns={columns} rows={rows} />
  ) : (
    <Screen frame={frame} columns={columns} rows={rows} />
  );
}

/** Moves on when the rest at a stop is over; waits while the help is open. */
function useClock(
  { stops }: Showing,
  { stop, playing, speed, help }: Viewing,
  pace: number,
  dispatch: (action: Action) => void,
): void {
  const running = playing && !help;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setTimeout(() => dispatch({ type: 'advance' }), restAt(stops, stop, pace) / SPEEDS[speed]!);
    return () => clearTimeout(timer);
  }, [running, stops, stop, speed, pace, dispatch]);
}
