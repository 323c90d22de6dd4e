import type { Departure } from '../departure.ts';
import { takeScreen } from '../take-screen.ts';
import { SeatApp } from './app.tsx';
import type { SitOptions } from './sit.tsx';

/** Plays seats on the screen until somebody leaves. */
export async function play({ sitting, pace }: SitOptions): Promise<Departure> {
  return takeScreen(<SeatApp sitting={sitting} pace={pace} />);
}
