import type { Page, Viewing } from '../state.ts';
import { span, type Line } from '../widgets/line.ts';
import { footerRow } from './footer.ts';
import { headerRows } from './header.ts';
import { helpPane } from './help.ts';
import { narrowBody, narrowPages } from './narrow.ts';
import type { Column } from './pane.ts';
import type { Showing } from './showing.ts';
import { wideBody, widePages } from './wide.ts';

export const SMALLEST = { width: 60, height: 16 } as const;
const WIDE = { width: 120, height: 24 } as const;
/** From this height on, an empty row parts header and footer from the rest. */
const AIRY = 30;
const MARGIN = 1;

/** A whole screen as rows of cells: never taller than the terminal, nor wider. */
export interface Frame {
  readonly header: readonly Line[];
  readonly columns: readonly Column[];
  readonly footer: readonly Line[];
}

/** Nothing when the terminal is too small for one. */
export function frameOf(showing: Showing, viewing: Viewing, width: number, height: number): Frame | undefined {
  if (isTooSmall(width, height)) return undefined;
  const inner = width - 2 * MARGIN;
  const room = bodyHeight(height);
  const pages = pagesOf(showing, viewing, width, height);
  const body = viewing.help
    ? [[helpPane(inner, room)]]
    : isWide(width, height)
      ? wideBody(showing, viewing, inner, room)
      : narrowBody(showing, viewing, inner, room);
  const air: readonly Line[] = height < AIRY ? [] : [[]];
  return {
    header: [...headerRows(showing, viewing, inner), ...air],
    columns: body,
    footer: [...air, footerRow(viewing, pages, inner)],
  };
}

/** What header and footer leave. */
function bodyHeight(height: number): number {
  return height - 3 - (height < AIRY ? 0 : 2);
}

/** The pages that Tab turns on a screen of this size. */
export function pagesOf(showing: Showing, viewing: Viewing, width: number, height: number): readonly Page[] {
  const inner = width - 2 * MARGIN;
  const room = bodyHeight(height);
  return isWide(width, height) ? widePages(showing, viewing, inner, room) : narrowPages(showing, viewing, inner, room);
}

export function tooSmallRows(width: number, height: number): readonly Line[] {
  return [
    [span(`Parley needs ${SMALLEST.width}×${SMALLEST.height}`, 'strong')],
    [span(`this is ${width}×${height}`)],
    [span('q quits', 'quiet')],
  ];
}

function isTooSmall(width: number, height: number): boolean {
  return width < SMALLEST.width || height < SMALLEST.height;
}

function isWide(width: number, height: number): boolean {
  return width >= WIDE.width && height >= WIDE.height;
}
