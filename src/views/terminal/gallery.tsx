import { useWindowSize } from 'ink';
import { useEffect, useRef, useState } from 'react';
import { Screen, TooSmall } from './components/screen.tsx';
import { useDeparture } from './departure.ts';
import { galleryIntent, type GalleryIntent } from './gallery-keys.ts';
import { browse, type Browsing, type BrowsingAction } from './gallery-state.ts';
import type { House, Opened } from './house.ts';
import { useKeys } from './key-presses.ts';
import { useJobControl } from './job-control.ts';
import type { Programme } from './view-model/programme.ts';
import { galleryFrame } from './view-model/gallery.ts';

interface Props {
  readonly house: House;
  readonly from: Browsing;
  /** Takes a conference off the wall: to watch it, or to see where its numbers come from. */
  readonly onOpen: (programme: Programme, look: 'watch' | 'evidence', browsing: Browsing) => void;
}

/** The conferences that there are, with what each asks. */
export function Gallery({ house, from, onOpen }: Props) {
  const { columns, rows } = useWindowSize();
  const { browsing, latest, dispatch } = useBrowsing(from);
  const leave = useDeparture();
  const suspend = useJobControl();
  useReading(house, browsing, dispatch);
  const opening = useRef(false);

  const open = async (look: 'watch' | 'evidence') => {
    const { exhibits, at, seed } = latest.current;
    const exhibit = exhibits[at];
    if (exhibit === undefined || opening.current) return;
    opening.current = true;
    const opened: Opened = await house.open(exhibit.name, seed);
    opening.current = false;
    if (opened.type === 'refused') dispatch({ type: 'notice', text: opened.why });
    else onOpen(opened.programme, look, latest.current);
  };
  const follow = (intent: GalleryIntent) => {
    switch (intent.type) {
      case 'quit':
        return leave('quit');
      case 'interrupt':
        return leave('interrupted');
      case 'suspend':
        return suspend();
      case 'watch':
      case 'evidence':
        return void open(intent.type);
      case 'draw':
        return dispatch({ type: 'draw', seed: house.drawSeed() });
      default:
        return dispatch(intent);
    }
  };
  useKeys((input, key) => {
    const scrollable = galleryFrame(latest.current, house.command, columns, rows)?.scrollable;
    const intent = galleryIntent(input, key, latest.current, scrollable ?? { last: 0, page: 1 });
    if (intent !== undefined) follow(intent);
  });

  const frame = galleryFrame(browsing, house.command, columns, rows);
  return frame === undefined ? (
    <TooSmall columns={columns} rows={rows} />
  ) : (
    <Screen frame={frame} columns={columns} rows={rows} />
  );
}

function useBrowsing(from: Browsing) {
  const [browsing, setBrowsing] = useState(from);
  const latest = useRef(browsing);
  const [dispatch] = useState(() => (action: BrowsingAction) => {
    latest.current = browse(latest.current, action);
    setBrowsing(latest.current);
  });
  return { browsing, latest, dispatch };
}

/** Reads the cards one by one, that of the chosen exhibit first, so that the first picture waits for none. */
function useReading(
  { card }: House,
  { exhibits, cards, at }: Browsing,
  dispatch: (action: BrowsingAction) => void,
): void {
  const unread = [exhibits[at], ...exhibits].find((one) => one !== undefined && !cards.has(one.name))?.name;
  useEffect(() => {
    if (unread === undefined) return undefined;
    const timer = setTimeout(() => dispatch({ type: 'read', name: unread, card: card(unread) }), 0);
    return () => clearTimeout(timer);
  }, [unread, card, dispatch]);
}
