import { useState } from 'react';
import { App } from './app.tsx';
import { atTheWall, type Browsing } from './gallery-state.ts';
import { Gallery } from './gallery.tsx';
import type { House } from './house.ts';
import { Keyboard, useKeyboard } from './key-presses.ts';
import { atFirst, type Viewing } from './state.ts';
import type { Programme } from './view-model/programme.ts';
import { showingOf, type Showing } from './view-model/showing.ts';

/** A conference that somebody looks at. */
interface Seat {
  readonly programme: Programme;
  readonly showing: Showing;
  readonly start: 'playing' | 'paused' | Viewing;
}

interface Props {
  readonly house: House;
  /** The conference to begin with; the gallery without one. */
  readonly programme?: Programme;
  readonly pace: number;
  readonly start: 'playing' | 'paused';
  /** Is told which conference is in view, and how many of its facts. */
  readonly onView?: (programme: Programme, moment: number) => void;
}

/** The whole view. */
export function Parley(props: Props) {
  const keyboard = useKeyboard();
  return (
    <Keyboard value={keyboard}>
      <Places {...props} />
    </Keyboard>
  );
}

/** The gallery, the conference taken from it, and what it would have been. */
function Places({ house, programme, pace, start, onView }: Props) {
  // The last is in view; those before it are what it is a what-if of.
  const [seats, setSeats] = useState<readonly Seat[]>(() =>
    programme === undefined ? [] : [{ programme, showing: showingOf(programme), start }],
  );
  const [wall, setWall] = useState<Browsing>(() => atTheWall(house.exhibits, house.firstSeed));

  const seat = seats.at(-1);
  if (seat === undefined) {
    const open = (chosen: Programme, look: 'watch' | 'evidence', browsing: Browsing) => {
      setWall(browsing);
      setSeats([{ programme: chosen, showing: showingOf(chosen), start: look === 'watch' ? start : lookingUp() }]);
    };
    return <Gallery house={house} from={wall} onOpen={open} />;
  }
  const { showing } = seat;
  const fork = (future: Programme, round: number, viewing: Viewing) => {
    const other = showingOf(future);
    const stop = Math.max(
      0,
      other.stops.findIndex((one) => one.round >= round),
    );
    const forked: Seat = { programme: future, showing: other, start: { ...atFirst('paused'), stop } };
    setSeats([...seats.slice(0, -1), { ...seat, start: viewing }, forked]);
  };
  return (
    <App
      key={seats.length}
      showing={showing}
      pace={pace}
      start={seat.start}
      onStop={(stop) => onView?.(seat.programme, showing.stops[stop]!.moment)}
      fork={seat.programme.fork}
      onFork={fork}
      onGallery={() => setSeats([])}
      {...(seats.length > 1 && { onBack: () => setSeats(seats.slice(0, -1)) })}
    />
  );
}

/** All numbers, and nothing moves. */
function lookingUp(): Viewing {
  const first = atFirst('paused');
  return { ...first, over: 'evidence', evidence: { ...first.evidence, of: 'all' } };
}
