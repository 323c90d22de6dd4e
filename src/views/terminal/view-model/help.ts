import { KEYS, type KeyHelp } from '../keys.ts';
import { cell, line, span, type Line } from '../widgets/line.ts';
import { wrapped } from '../widgets/cells.ts';
import type { Facilities } from './frame.ts';
import { scrolledPane, type Pane } from './pane.ts';

export const SIGNS: readonly (readonly [string, string])[] = [
  ['*', 'must sign, or there is no agreement'],
  ['!', 'speaks of leaving'],
  ['✓ ✗ –', 'accepts, objects, has not voted'],
  ['▄▄│', 'what the text is worth to it; the tick is where it walks away'],
  ['[ ]', 'the option that the text holds'],
  ['▹', 'asks for this change now'],
  ['◆', 'changed in this round'],
  ['◇', 'a turning point, on the bar of rounds'],
  ['⇒ ⇢', 'presses openly; on a back channel'],
  ['¶4', 'paragraph of the source that a number rests on'],
  ['»', 'a match of the search'],
  ['● ○', 'in the analysis: the text, and those of earlier rounds'],
  ['• N', 'the frontier, and the Nash point'],
];

const KEY = 10;

/** Every key and every sign; scrolled where there is no room for all. */
export function helpPane(keys: readonly KeyHelp[], width: number, height: number, scroll: number): Pane {
  const rows = [
    ...keys.flatMap(({ keys: key, does }) => entry(key, does, width)),
    [],
    line('Signs', 'strong'),
    ...SIGNS.flatMap(([sign, means]) => entry(sign, means, width)),
  ];
  return scrolledPane(line('Keys', 'strong'), rows, width, height, scroll, line('Esc closes', 'quiet'));
}

/** A key or a sign, and what it means, in as many rows as that takes. */
export function entry(key: string, means: string, width: number): readonly Line[] {
  return wrapped(means, width - 2 - KEY).map((row, n) => [
    span('  '),
    cell(n === 0 ? key : '', KEY, 'strong'),
    span(row),
  ]);
}

/** The keys that have a meaning here: without a gallery there is none to go back to. */
export function keysFor({ gallery, fork, parent }: Facilities): readonly KeyHelp[] {
  const missing = [gallery ? '' : 'g', fork ? '' : 'f', parent ? '' : 'b'];
  return KEYS.filter(({ keys }) => !missing.includes(keys));
}
