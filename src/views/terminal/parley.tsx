import { useState } from 'react';
import { App } from './app.tsx';
import { atTheWall, type Browsing } from './gallery-state.ts';
import { Gallery } from './gallery.tsx';
import type { House } from './house.ts';
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

/** The whole view: the gallery, and the conference taken from it. */
export function Parley({ house, programme, pace, start, onView }: Props) {
  const [seat, setSeat] = useState<Seat | undefined>(() =>
    programme === undefined ? undefined : { programme, showing: showingOf(programme), start },
  );
  const [wall, setWall] = useState<Browsing>(() => atTheWall(house.exhibits, house.drawSeed()));

  if (seat === undefined) {
    const open = (chosen: Programme, look: 'watch' | 'evidence', browsing: Browsing) => {
      setWall(browsing);
      const first = atFirst('paused');
      const looking: Viewing = { ...first, over: 'evidence', evidence: { ...first.evidence, of: 'all' } };
      setSeat({
        programme: chosen,
        showing: showingOf(chosen),
        start: look === 'watch' ? start : looking,
      });
    };
    return <Gallery house={house} from={wall} onOpen={open} />;
  }
  const { showing } = seat;
  return (
    <App
      key={showing.seed}
      showing={showing}
      pace={pace}
      start={seat.start}
      onStop={(stop) => onView?.(seat.programme, showing.stops[stop]!.moment)}
      onGallery={() => setSeat(undefined)}
    />
  );
}
