import type { Scrollable } from '../state.ts';
import { cutLine, lineWidth, span, type Line } from '../widgets/line.ts';

/** A titled part of the screen: exactly `height` rows, none wider than `width` cells. */
export interface Pane {
  readonly width: number;
  readonly rows: readonly Line[];
  /** How far it can be scrolled, where it can be. */
  readonly scrollable?: Scrollable;
}

/** A rule with a title on it, above as many rows as fit; `note` stands at the right end of the rule. */
export function pane(title: Line, rows: readonly Line[], width: number, height: number, note: Line = []): Pane {
  return { width, rows: filled([rule(title, width, note), ...rows.map((row) => cutLine(row, width))], height) };
}

/** A pane that shows a part of its rows, and says which where there are more. */
export function scrolledPane(
  title: Line,
  rows: readonly Line[],
  width: number,
  height: number,
  scroll: number,
  note: Line = [],
): Pane {
  const room = Math.max(1, height - 1);
  const last = Math.max(0, rows.length - room);
  const top = Math.min(scroll, last);
  const part = span(`${top + 1}–${top + room} of ${rows.length}`, 'quiet');
  const place: Line = last === 0 ? note : lineWidth(note) === 0 ? [part] : [...note, span(' · ', 'quiet'), part];
  return { ...pane(title, rows.slice(top), width, height, place), scrollable: { last, page: Math.max(1, room - 1) } };
}

/** Panes one below the other. */
export type Column = readonly Pane[];

/** A pane that brings its own rule. */
export function paneUnder(heading: Line, rows: readonly Line[], width: number, height: number): Pane {
  return { width, rows: filled([heading, ...rows], height) };
}

/** Empty rows between two panes, or nothing. */
export function gapRows(width: number, height: number): readonly Pane[] {
  return height === 0 ? [] : [{ width, rows: filled([], height) }];
}

function rule(title: Line, width: number, note: Line): Line {
  const after: Line = note.length === 0 ? [] : [span(' '), ...cutLine(note, Math.floor(width / 2))];
  const head = cutLine([...title, span(' ')], width - lineWidth(after));
  return [...head, span('─'.repeat(Math.max(0, width - lineWidth(head) - lineWidth(after))), 'quiet'), ...after];
}

function filled(rows: readonly Line[], height: number): readonly Line[] {
  return Array.from({ length: Math.max(0, height) }, (_, n) => rows[n] ?? []);
}

/** The `room` rows of a longer list that keep the row at `at` in sight. */
export function inSight<T>(rows: readonly T[], at: number, room: number): readonly T[] {
  if (rows.length <= room) return rows;
  const first = Math.min(Math.max(0, at - Math.floor(room / 2)), rows.length - room);
  return rows.slice(first, first + Math.max(0, room));
}
