import type { KeyHelp } from '../keys.ts';
import type { Page, Scrollable, Search, Viewing } from '../state.ts';
import { legible } from '../widgets/cells.ts';
import { lineWidth, span, spread, type Line } from '../widgets/line.ts';
import { matchesOf } from './matches.ts';
import type { Showing } from './showing.ts';

type Labelled = Pick<KeyHelp, 'keys' | 'short'>;

const LAST = ['?', 'q'];
const PAGE: Readonly<Record<Page, string>> = {
  main: 'overview',
  text: 'the text',
  why: 'why',
  corridor: 'the corridor',
  wire: 'the wire',
  ending: 'how it ended',
};

/** The keys that work, as many as fit; help and quit always. */
export function footerRow(
  showing: Showing,
  viewing: Viewing,
  keys: readonly KeyHelp[],
  pages: readonly Page[],
  scrollable: Scrollable,
  width: number,
): Line {
  if (viewing.search !== undefined && !viewing.help && viewing.over === undefined)
    return searchRow(showing, viewing.search, width);
  const right = keyRow(keys.filter((one) => LAST.includes(one.keys)));
  const shown: Labelled[] = [];
  for (const { keys: key, short } of inOrder(keys, viewing, scrollable)) {
    if (!works(key, viewing, pages, scrollable)) continue;
    const labelled = { keys: key, short: labelNow(key, viewing, pages) ?? short };
    if (lineWidth(keyRow([...shown, labelled])) + 2 + lineWidth(right) <= width) shown.push(labelled);
  }
  return spread(keyRow(shown), right, width);
}

/** The keys in a row; the first are shown first. */
export function keyRow(keys: readonly Labelled[]): Line {
  return keys.flatMap((key, n) => [
    span(n === 0 ? '' : '  '),
    span(key.keys, 'strong'),
    span(` ${key.short}`, 'quiet'),
  ]);
}

/** Scrolling comes first where there is something to scroll. */
function inOrder(keys: readonly KeyHelp[], viewing: Viewing, scrollable: Scrollable): readonly KeyHelp[] {
  const first =
    viewing.over === undefined && !viewing.help ? ['PgUp/PgDn'] : ['Enter', 'Esc', '↑/↓', '←/→', 'PgUp/PgDn', 'Tab'];
  if (viewing.over === undefined && !viewing.help && scrollable.last === 0) return keys;
  return [
    ...first.flatMap((key) => keys.filter((one) => one.keys === key)),
    ...keys.filter((one) => !first.includes(one.keys)),
  ];
}

function works(key: string, { over, help, whatIf }: Viewing, pages: readonly Page[], { last }: Scrollable): boolean {
  const answered = whatIf.answer !== undefined;
  if (LAST.includes(key) || key.startsWith('Ctrl') || key === 'n/N') return false;
  if (key === 'PgUp/PgDn') return last > 0 || over === 'evidence';
  if (key === 'Esc') return help || over !== undefined;
  if (help) return key === '↑/↓' && last > 0;
  if (over === 'evidence') return ['Tab', '↑/↓', '←/→', 'i', 'Home/End'].includes(key);
  if (over === 'what-if') return key === '↑/↓' || (!answered && (key === '←/→' || key === 'Tab')) || key === 'Enter';
  if (over === 'analysis') return key === '↑/↓' ? last > 0 : !['Tab', 'Enter', 'i', 'a'].includes(key);
  if (over === 'inspector') return !['Tab', 'Enter'].includes(key);
  return key !== 'Tab' || pages.length > 1;
}

/** What some keys do depends on what is in view. */
function labelNow(keys: string, viewing: Viewing, pages: readonly Page[]): string | undefined {
  const { playing, page, over, chooses, help, evidence, whatIf } = viewing;
  const asked = over === 'what-if' && whatIf.answer !== undefined;
  const other = chooses === 'party' ? 'issue' : 'party';
  switch (keys) {
    case 'space':
      return playing ? 'pause' : 'play';
    case 'Tab':
      if (over === 'what-if') return 'other party';
      if (over === 'evidence') return evidence.of === 'all' ? 'chosen' : 'all';
      return PAGE[pages[(pages.indexOf(page) + 1) % pages.length] ?? 'main'];
    case '↑/↓':
      if (help || asked || over === 'analysis') return 'scroll';
      return over === 'evidence' ? 'number' : over === 'what-if' ? 'choose' : chooses;
    case '←/→':
      return over === 'evidence' ? chooses : over === 'what-if' ? 'turn' : undefined;
    case 'Enter':
      return over === 'what-if' ? (asked ? 'go there' : 'play it') : undefined;
    case 'i':
      return other === 'issue' ? 'issues' : 'parties';
    default:
      return undefined;
  }
}

function searchRow({ news }: Showing, { text, typing, at }: Search, width: number): Line {
  const matches = matchesOf(news, text);
  const found = matches.length === 1 ? '1 match' : `${matches.length} matches`;
  if (typing) {
    const keys = keyRow([
      { keys: 'Enter', short: 'go' },
      { keys: 'Esc', short: 'leave' },
    ]);
    return spread(
      [
        span('/', 'strong'),
        span(legible(text)),
        span('▏'),
        span(text === '' ? '  search the wire' : `  ${found}`, 'quiet'),
      ],
      keys,
      width,
    );
  }
  const place = at === undefined ? found : `match ${matches.indexOf(at) + 1} of ${matches.length}`;
  const keys = keyRow([
    { keys: 'n', short: 'next' },
    { keys: 'N', short: 'back' },
    { keys: '/', short: 'other' },
    { keys: 'Esc', short: 'leave' },
  ]);
  return spread([span(place, 'strong'), span(` of “${legible(text)}”`, 'quiet')], keys, width);
}
