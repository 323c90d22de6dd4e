import type { Progress } from '../study/play/sweep.ts';
import { count, duration } from '../views/prose/amounts.ts';

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
  if (quiet === true) return { show: () => {}, end: () => {} };
  const isScreen = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  let last = isScreen ? 0 : performance.now();
  let drawn = false;
  // Threads take a moment to start; the rate is that of what comes after.
  let first: { readonly at: number; readonly rows: number } | undefined;
  return {
    show(progress) {
      const now = performance.now();
      const rows = progress.played + progress.underway;
      if (rows > 0) first ??= { at: now, rows };
      const rate =
        first === undefined || rows === first.rows ? undefined : (1000 * (rows - first.rows)) / (now - first.at);
      const isLast = progress.rows === progress.of;
      if (now - last < (isScreen ? OFTEN : SELDOM) && !(isLast && drawn)) return;
      last = now;
      drawn = true;
      // A line that fills its last column would wrap, and leave itself behind at every change.
      if (isScreen) process.stderr.write(`\r${barred(progress, rate, (process.stderr.columns || 80) - 1)}\u001B[K`);
      else process.stderr.write(`${forms(progress, rate)[0]}\n`);
    },
    end() {
      if (isScreen && drawn) process.stderr.write('\n');
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
