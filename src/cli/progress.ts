import type { Progress } from '../study/play/sweep.ts';
import { count, duration } from '../views/prose/amounts.ts';
import { note } from './output.ts';

/** Milliseconds between two lines where nothing can be overwritten, and between two states of the line where it can. */
const SELDOM = 15_000;
const OFTEN = 200;
/** Columns of the bar at most, and where fewer than `LEAST` are left there is none. */
const [MOST, LEAST] = [24, 6];

export interface Meter {
  readonly show: (progress: Progress) => void;
  /** Leaves the line, so that others can write below it. */
  readonly end: () => void;
}

/** Progress with rate and time left, on stderr: one line that changes on a terminal, a line now and then elsewhere. */
export function meter(quiet: boolean | undefined): Meter {
  const { show, end } = changingLine(quiet);
  // Threads take a moment to start; the rate is that of what comes after.
  let first: { readonly at: number; readonly rows: number } | undefined;
  return {
    show(progress) {
      const now = performance.now();
      const rows = progress.played + progress.underway;
      if (rows > 0) first ??= { at: now, rows };
      const rate =
        first === undefined || rows === first.rows ? undefined : (1000 * (rows - first.rows)) / (now - first.at);
      show(
        (width) => (width === undefined ? forms(progress, rate)[0]! : barred(progress, rate, width)),
        progress.rows === progress.of,
      );
    },
    end,
  };
}

export interface Counter {
  /** Says in a line of its own what begins. */
  readonly start: (what: string) => void;
  /** So many more conferences were played. */
  readonly add: (conferences: number) => void;
  readonly played: () => number;
  readonly end: () => void;
}

/** As `meter`, where nobody knows how many conferences there will be. */
export function counter(quiet: boolean | undefined): Counter {
  const start = performance.now();
  const { show, end } = changingLine(quiet);
  let played = 0;
  return {
    start(what) {
      end();
      note(what, { quiet: quiet === true });
    },
    add(conferences) {
      played += conferences;
      const rate = (1000 * played) / (performance.now() - start);
      show(() => `${count(played)} conferences, ${count(Math.round(rate))} a second`);
    },
    played: () => played,
    end,
  };
}

interface ChangingLine {
  /**
   * Shows a text if the one before has stood long enough, or this is the last. `width` is the room in columns, where there
   * is a screen.
   */
  readonly show: (text: (width: number | undefined) => string, isLast?: boolean) => void;
  readonly end: () => void;
}

function changingLine(quiet: boolean | undefined): ChangingLine {
  if (quiet === true) return { show: () => {}, end: () => {} };
  const isScreen = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  let last = isScreen ? 0 : performance.now();
  let [drawn, open] = [false, false];
  return {
    show(text, isLast = false) {
      const now = performance.now();
      if (now - last < (isScreen ? OFTEN : SELDOM) && !(isLast && drawn)) return;
      last = now;
      drawn = true;
      open = isScreen;
      // A line that fills its last column would wrap, and leave itself behind at every change.
      if (isScreen) process.stderr.write(`\r${text((process.stderr.columns || 80) - 1)}\u001B[K`);
      else process.stderr.write(`${text(undefined)}\n`);
    },
    end() {
      if (open) process.stderr.write('\n');
      open = false;
    },
  };
}

/** The fullest form that fits, behind a bar where there is room for one; `rate` is rows a second, once it is known. */
export function barred(progress: Progress, rate: number | undefined, width: number): string {
  const all = forms(progress, rate);
  const text = all.find((form) => form.length <= width) ?? '';
  // By the longest that the line can become, so that the bar keeps its length.
  const room = Math.min(MOST, width - longest(progress) - '[] '.length);
  return room < LEAST ? text : `${bar(progress, room)} ${text}`;
}

/** Rows that are played, rate and time left; then with less and less of it. */
function forms(progress: Progress, rate: number | undefined): readonly string[] {
  const { of, mayStop } = progress;
  const done = doneOf(progress);
  const percent = `${Math.floor((100 * done) / of)} %`;
  const runs = `${count(done)} of ${mayStop ? 'at most ' : ''}${count(of)} runs`;
  if (rate === undefined) return [`${runs}, ${percent}`, percent];
  const left = of > done ? `, ${mayStop ? 'at most ' : ''}${duration((of - done) / rate)} left` : '';
  const speed = `, ${count(Math.round(rate))} a second`;
  return [`${runs}, ${percent}${speed}${left}`, `${runs}, ${percent}${left}`, `${percent}${left}`, percent];
}

function longest({ of, mayStop }: Progress): number {
  const runs = `${count(of)} of ${mayStop ? 'at most ' : ''}${count(of)} runs, 100 %`;
  return runs.length + ', 99,999 a second'.length + (mayStop ? ', at most'.length : 1) + ' 59 min 59 s left'.length;
}

function bar(progress: Progress, width: number): string {
  const full = Math.floor((width * doneOf(progress)) / progress.of);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]`;
}

function doneOf({ rows, underway }: Progress): number {
  return rows + underway;
}
