import { useInput, type Key } from 'ink';
import { createContext, useContext, useLayoutEffect, useRef, useState } from 'react';

type Press = (input: string, key: Key) => void;

/** Hands the keys to whoever is to take them from now on. */
export const Keyboard = createContext<((taker: Press) => void) | undefined>(undefined);

/**
 * One listener for as long as the view lives: when one screen follows another, a key pressed in between finds
 * somebody to take it, and the terminal never leaves its raw mode.
 */
export function useKeyboard(): (taker: Press) => void {
  const taker = useRef<Press>(() => {});
  useInput((input, key) => one(taker.current, input, key));
  const [hand] = useState(() => (press: Press) => void (taker.current = press));
  return hand;
}

/** Takes the keys, each by itself. A screen that stands alone listens for itself. */
export function useKeys(press: Press): void {
  const hand = useContext(Keyboard);
  useLayoutEffect(() => hand?.(press));
  useInput((input, key) => one(press, input, key), { isActive: hand === undefined });
}

/** Keys held down or typed fast arrive together. */
function one(press: Press, input: string, key: Key): void {
  // Esc and a letter in one go look like Alt and the letter, for which there is no use here.
  if (key.meta && input !== '') press('', { ...key, meta: false, escape: true });
  for (const letter of input === '' ? [''] : input) press(letter, { ...key, meta: false });
}
