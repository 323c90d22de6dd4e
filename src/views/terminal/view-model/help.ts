import { KEYS, type KeyHelp } from '../keys.ts';
import { cell, line, span, type Line } from '../widgets/line.ts';
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

/** Every key and every sign; scrolled where there is no room for all. */
export function helpPane(keys: readonly KeyHelp[], width: number, height: number, scroll: number): Pane {
  const rows = [
    ...keys.map(({ keys: key, does }): Line => [span('  '), cell(key, 10, 'strong'), span(does)]),
    [],
    line('Signs', 'strong'),
    ...SIGNS.map(([sign, means]): Line => [span('  '), cell(sign, 10, 'strong'), span(means)]),
  ];
  return scrolledPane(line('Keys', 'strong'), rows, width, height, scroll, line('Esc closes', 'quiet'));
}

/** The keys that have a meaning here: without a gallery there is none to go back to. */
export function keysFor({ gallery, fork, parent }: Facilities): readonly KeyHelp[] {
  const missing = [gallery ? '' : 'g', fork ? '' : 'f', parent ? '' : 'b'];
  return KEYS.filter(({ keys }) => !missing.includes(keys));
}
