import { useInput, type Key } from 'ink';
import { createContext, useContext, useLayoutEffect, useRef, type RefObject } from 'react';

type Press = (input: string, key: Key) => void;

/** Whoever takes the keys at the moment. */
export const Keyboard = createContext<RefObject<Press> | undefined>(undefined);

/**
 * One listener for as long as the view lives: when one screen follows another, a key pressed in between finds
 * somebody to take it, and the terminal never leaves its raw mode.
 */
export function useKeyboard(): RefObject<Press> {
  const taker = useRef<Press>(() => {});
  useInput((input, key) => one(taker.current, input, key));
  return taker;
}

/** Takes the keys, each by itself. A screen that stands alone listens for itself. */
export function useKeys(press: Press): void {
  const keyboard = useContext(Keyboard);
  useLayoutEffect(() => {
    if (keyboard !== undefined) keyboard.current = press;
  });
  useInput((input, key) => one(press, input, key), { isActive: keyboard === undefined });
}

/** Keys held down or typed fast arrive together. */
function one(press: Press, input: string, key: Key): void {
  // Esc and a letter in one go look like Alt and the letter, for which there is no use here.
  if (key.meta && input !== '') press('', { ...key, meta: false, escape: true });
  for (const letter of input === '' ? [''] : input) press(letter, { ...key, meta: false });
}
