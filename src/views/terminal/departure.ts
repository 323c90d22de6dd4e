import { useApp } from 'ink';

/** How somebody left: by q, by Ctrl-C, or by a signal that is still to be obeyed. */
export type Departure = 'quit' | 'interrupted' | NodeJS.Signals;

/** Gives the function that leaves the view for good. */
export function useDeparture(): (how: 'quit' | 'interrupted') => void {
  const { exit } = useApp();
  return (how) => exit(how);
}
