import type { Page, Scrollable, Viewing } from '../state.ts';
import { span, type Line } from '../widgets/line.ts';
import { analysisColumns } from './analysis.ts';
import { evidenceColumns } from './evidence.ts';
import { footerRow } from './footer.ts';
import { headerRows } from './header.ts';
import { helpPane, keysFor } from './help.ts';
import { inspectorColumns } from './inspector.ts';
import { narrowBody, narrowPages } from './narrow.ts';
import type { Column } from './pane.ts';
import type { Showing } from './showing.ts';
import { whatIfColumns } from './what-if.ts';
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
  /** How far what is in view can be scrolled. */
  readonly scrollable: Scrollable;
}

/** What the view can do here besides showing one conference. */
export interface Facilities {
  readonly gallery: boolean;
  /** Whether the conference can be played otherwise, and whether this is one that was. */
  readonly fork: boolean;
  readonly parent: boolean;
}

const ALONE: Facilities = { gallery: false, fork: false, parent: false };

/** Nothing when the terminal is too small for one. */
export function frameOf(
  showing: Showing,
  viewing: Viewing,
  width: number,
  height: number,
  facilities: Facilities = ALONE,
): Frame | undefined {
  if (isTooSmall(width, height)) return undefined;
  const { inner, room } = roomIn(width, height);
  const keys = keysFor(facilities);
  const columns = viewing.help
    ? [[helpPane(keys, inner, room, viewing.scroll)]]
    : bodyOf(showing, viewing, inner, room, isWide(width, height));
  const scrollable = scrollableOf(columns);
  const pages = pagesOf(showing, viewing, width, height);
  const footer = footerRow(showing, viewing, keys, pages, scrollable, inner);
  return { ...framed(headerRows(showing, viewing, inner), columns, footer, height), scrollable };
}

function bodyOf(showing: Showing, viewing: Viewing, width: number, height: number, wide: boolean): readonly Column[] {
  switch (viewing.over) {
    case 'inspector':
      return inspectorColumns(showing, viewing, width, height);
    case 'evidence':
      return evidenceColumns(showing, viewing, width, height);
    case 'analysis':
      return analysisColumns(showing, viewing, width, height);
    case 'what-if':
      return whatIfColumns(showing, viewing, width, height);
    case undefined:
      return wide ? wideBody(showing, viewing, width, height) : narrowBody(showing, viewing, width, height);
  }
}

/** Header and footer around a body, with air where there is room for it. */
export function framed(
  header: readonly Line[],
  columns: readonly Column[],
  footer: Line,
  height: number,
): Omit<Frame, 'scrollable'> {
  const air: readonly Line[] = height < AIRY ? [] : [[]];
  return { header: [...header, ...air], columns, footer: [...air, footer] };
}

/** What margins, a header of two rows and a footer of one leave. */
export function roomIn(width: number, height: number): { readonly inner: number; readonly room: number } {
  return { inner: width - 2 * MARGIN, room: height - 3 - (height < AIRY ? 0 : 2) };
}

/** As far as the longest of what stands side by side. */
export function scrollableOf(columns: readonly Column[]): Scrollable {
  const all = columns.flat().flatMap((pane) => (pane.scrollable === undefined ? [] : [pane.scrollable]));
  return { last: Math.max(0, ...all.map(({ last }) => last)), page: Math.max(1, ...all.map(({ page }) => page)) };
}

/** The pages that Tab turns on a screen of this size. */
export function pagesOf(showing: Showing, viewing: Viewing, width: number, height: number): readonly Page[] {
  return isWide(width, height)
    ? widePages(showing, viewing)
    : narrowPages(showing, viewing, roomIn(width, height).room);
}

export function tooSmallRows(width: number, height: number): readonly Line[] {
  return [
    [span(`Parley needs ${SMALLEST.width}×${SMALLEST.height}`, 'strong')],
    [span(`this is ${width}×${height}`)],
    [span('q quits', 'quiet')],
  ];
}

export function isTooSmall(width: number, height: number): boolean {
  return width < SMALLEST.width || height < SMALLEST.height;
}

export function isWide(width: number, height: number): boolean {
  return width >= WIDE.width && height >= WIDE.height;
}
