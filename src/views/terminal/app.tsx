import { useWindowSize } from 'ink';
import { useEffect, useRef, useState } from 'react';
import { Screen, TooSmall } from './components/screen.tsx';
import { useKeys } from './key-presses.ts';
import { intentOf, type Intent } from './keys.ts';
import { atFirst, reduce, SPEEDS, type Action, type Viewing } from './state.ts';
import { useJobControl } from './job-control.ts';
import { useDeparture } from './departure.ts';
import { frameOf, pagesOf, type Facilities } from './view-model/frame.ts';
import type { Showing } from './view-model/showing.ts';
import { whatIfLabel } from '../prose/quantities.ts';
import { whatIfOf } from './view-model/levers.ts';
import type { Programme } from './view-model/programme.ts';
import { restAt } from './view-model/stops.ts';

interface Props {
  readonly showing: Showing;
  /** Seconds a round. */
  readonly pace: number;
  /** Where to begin: at the start, or as it was left. */
  readonly start: 'playing' | 'paused' | Viewing;
  /** Is told the index of every stop that comes into view. */
  readonly onStop?: (stop: number) => void;
  /** Plays the rest otherwise, where that can be done. */
  readonly fork?: Programme['fork'] | undefined;
  /** Opens a conference as it would have gone; `viewing` is how this one is left. */
  readonly onFork?: (programme: Programme, round: number, viewing: Viewing) => void;
  /** Where there is a gallery: leads back to it. */
  readonly onGallery?: () => void;
  /** In a what-if: leads back to the conference that it is one of. */
  readonly onBack?: () => void;
}

/** A conference played back; leaves with `quit` or `interrupted`. */
export function App({ showing, pace, start, onStop, fork, onFork, onGallery, onBack }: Props) {
  const { columns, rows } = useWindowSize();
  const { viewing, latest, dispatch } = useViewing(showing, start);
  const leave = useDeparture();
  const suspend = useJobControl();
  useClock(showing, viewing, pace, dispatch);
  useEffect(() => onStop?.(viewing.stop), [onStop, viewing.stop]);

  const facilities: Facilities = {
    gallery: onGallery !== undefined,
    fork: fork !== undefined,
    parent: onBack !== undefined,
  };
  const ask = (now: Viewing) => {
    const { answer } = now.whatIf;
    if (answer?.ok === true)
      return onFork?.(answer.programme, answer.round, { ...now, over: undefined, playing: false });
    const whatIf = whatIfOf(showing, now);
    if (answer !== undefined || whatIf === undefined || fork === undefined) return undefined;
    return dispatch({
      type: 'future',
      future: fork(whatIf),
      label: whatIfLabel(whatIf, showing.names),
      round: whatIf.round,
    });
  };
  const follow = (intent: Intent) => {
    switch (intent.type) {
      case 'quit':
        return leave('quit');
      case 'interrupt':
        return leave('interrupted');
      case 'suspend':
        return suspend();
      case 'gallery':
        return onGallery?.();
      case 'back':
        return onBack?.();
      case 'what-if':
        return ask(latest.current);
      case 'over':
        return intent.over === 'what-if' && fork === undefined ? undefined : dispatch(intent);
      default:
        return dispatch(intent);
    }
  };
  useKeys((input, key) => {
    const now = latest.current;
    const { scrollable = { last: 0, page: 1 } } = frameOf(showing, now, columns, rows, facilities) ?? {};
    const pages = pagesOf(showing, now, columns, rows);
    const intent = intentOf(input, key, { viewing: now, pages, scrollable });
    if (intent !== undefined) follow(intent);
  });

  const frame = frameOf(showing, viewing, columns, rows, facilities);
  return frame === undefined ? (
    <TooSmall columns={columns} rows={rows} />
  ) : (
    <Screen frame={frame} columns={columns} rows={rows} />
  );
}

/** What is in view. `latest` is ahead of it while several keys are taken at once. */
function useViewing(showing: Showing, start: Props['start']) {
  const [viewing, setViewing] = useState(() => (typeof start === 'string' ? atFirst(start, showing.first) : start));
  const latest = useRef(viewing);
  const [dispatch] = useState(() => (action: Action) => {
    latest.current = reduce(showing, latest.current, action);
    setViewing(latest.current);
  });
  return { viewing, latest, dispatch };
}

/** Moves on when the rest at a stop is over; waits while something lies over what is played. */
function useClock(
  { stops }: Showing,
  { stop, playing, speed, help, over }: Viewing,
  pace: number,
  dispatch: (action: Action) => void,
): void {
  const running = playing && !help && over !== 'evidence' && over !== 'what-if';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setTimeout(() => dispatch({ type: 'advance' }), restAt(stops, stop, pace) / SPEEDS[speed]!);
    return () => clearTimeout(timer);
  }, [running, stops, stop, speed, pace, dispatch]);
}
