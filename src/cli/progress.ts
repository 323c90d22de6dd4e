import type { Progress } from '../study/play/sweep.ts';
import { count, duration } from '../views/prose/amounts.ts';

/** Milliseconds between two lines where nothing can be overwritten, and between two states of the line where it can. */
const SELDOM = 15_000;
const OFTEN = 200;
const WIDTH = 24;

export interface Meter {
  readonly show: (progress: Progress) => void;
  /** Leaves the line, so that others can write below it. */
  readonly end: () => void;
}

/** Progress with rate and time left, on stderr: one line that changes on a terminal, a line now and then elsewhere. */
export function meter(quiet: boolean | undefined): Meter {
  if (quiet === true) return { show: () => {}, end: () => {} };
  const isScreen = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  const start = performance.now();
  let last = isScreen ? 0 : start;
  let drawn = false;
  return {
    show(progress) {
      const now = performance.now();
      const isLast = progress.rows === progress.of;
      if (now - last < (isScreen ? OFTEN : SELDOM) && !(isLast && drawn)) return;
      last = now;
      drawn = true;
      const text = line(progress, now - start);
      process.stderr.write(isScreen ? `\r${bar(progress)} ${text}\u001B[K` : `${text}\n`);
    },
    end() {
      if (isScreen && drawn) process.stderr.write('\n');
    },
  };
}

function line({ rows, of, played }: Progress, milliseconds: number): string {
  const share = `${count(rows)} of ${count(of)} runs, ${Math.floor((100 * rows) / of)} %`;
  if (played === 0) return share;
  const rate = (1000 * played) / milliseconds;
  const left = (of - rows) / rate;
  return `${share}, ${count(Math.round(rate))} a second${of > rows ? `, ${duration(left)} left` : ''}`;
}

function bar({ rows, of }: Progress): string {
  const full = Math.floor((WIDTH * rows) / of);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`;
}
