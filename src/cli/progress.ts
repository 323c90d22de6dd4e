import type { Progress } from '../study/play/sweep.ts';
import { count, duration } from '../views/prose/amounts.ts';
import { note } from './output.ts';

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
  const start = performance.now();
  const { show, end } = changingLine(quiet);
  return {
    show: (progress) =>
      show(
        (isScreen) => `${isScreen ? `${bar(progress)} ` : ''}${line(progress, performance.now() - start)}`,
        progress.rows === progress.of,
      ),
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
  /** Shows a text if the one before has stood long enough, or this is the last. */
  readonly show: (text: (isScreen: boolean) => string, isLast?: boolean) => void;
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
      process.stderr.write(isScreen ? `\r${text(true)}\u001B[K` : `${text(false)}\n`);
    },
    end() {
      if (open) process.stderr.write('\n');
      open = false;
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
