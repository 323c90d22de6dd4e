import { KEYS } from '../keys.ts';
import type { Page, Viewing } from '../state.ts';
import { lineWidth, span, spread, type Line } from '../widgets/line.ts';

type Labelled = Pick<(typeof KEYS)[number], 'keys' | 'short'>;

const LAST = ['?', 'q'];
const PAGE: Readonly<Record<Page, string>> = {
  main: 'overview',
  text: 'the text',
  why: 'why',
  corridor: 'the corridor',
  wire: 'the wire',
  ending: 'how it ended',
  'ending-2': 'more',
  'ending-3': 'more',
  'ending-4': 'more',
};

/** The keys that work, as many as fit; help and quit always. */
export function footerRow(viewing: Viewing, pages: readonly Page[], width: number): Line {
  const right = keyRow(KEYS.filter(({ keys }) => LAST.includes(keys)));
  const shown: Labelled[] = [];
  for (const { keys, short } of KEYS) {
    if (LAST.includes(keys) || keys.startsWith('Ctrl') || (keys === 'Tab' && pages.length < 2)) continue;
    const key = { keys, short: labelNow(keys, viewing, pages) ?? short };
    if (lineWidth(keyRow([...shown, key])) + 2 + lineWidth(right) <= width) shown.push(key);
  }
  return spread(keyRow(shown), right, width);
}

/** What some keys do depends on what is in view. */
function labelNow(keys: string, { playing, page }: Viewing, pages: readonly Page[]): string | undefined {
  if (keys === 'space') return playing ? 'pause' : 'play';
  return keys === 'Tab' ? PAGE[pages[(pages.indexOf(page) + 1) % pages.length] ?? 'main'] : undefined;
}

function keyRow(keys: readonly Labelled[]): Line {
  return keys.flatMap((key, n) => [
    span(n === 0 ? '' : '  '),
    span(key.keys, 'strong'),
    span(` ${key.short}`, 'quiet'),
  ]);
}
