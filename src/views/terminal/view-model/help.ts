import { KEYS } from '../keys.ts';
import { cell, line, span, type Line } from '../widgets/line.ts';
import { pane, type Pane } from './pane.ts';

const SIGNS: readonly (readonly [string, string])[] = [
  ['*', 'must sign, or there is no agreement'],
  ['!', 'speaks of leaving'],
  ['✓ ✗ –', 'accepts, objects, has not voted'],
  ['▄▄│', 'what the text is worth to it; the tick is where it walks away'],
  ['[ ]', 'the option that the text holds'],
  ['◆', 'changed in this round'],
  ['⇒ ⇢', 'presses openly; on a back channel'],
];

/** Every key, and every sign where there is room. */
export function helpPane(width: number, height: number): Pane {
  const keys: readonly Line[] = KEYS.map(({ keys: key, does }) => [span('  '), cell(key, 10, 'strong'), span(does)]);
  const signs: readonly Line[] = [
    [],
    line('Signs', 'strong'),
    ...SIGNS.map(([sign, means]): Line => [span('  '), cell(sign, 10, 'strong'), span(means)]),
  ];
  const rows = keys.length + signs.length < height ? [...keys, ...signs] : keys;
  return pane(line('Keys', 'strong'), rows, width, height, line('? or Esc closes this', 'quiet'));
}
