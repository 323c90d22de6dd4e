import { fileURLToPath } from 'node:url';
import { KEYS, open, stopAll } from '../tests/terminal/screen.ts';
import { figure, heading } from './figures.ts';

const SCREEN = fileURLToPath(new URL('./long-screen.ts', import.meta.url));
const SIZE = { cols: 200, rows: 50 } as const;
const PRESSES = 200;

/** A record of 200 rounds and 40 parties on a real terminal of 200×50. Runs what was built: `npm run build` first. */
export async function bench(): Promise<void> {
  const screen = open(process.execPath, ['--expose-gc', SCREEN], SIZE);
  await screen.until(/q quit/);
  const keys: number[] = [];
  const moves = [KEYS.right, KEYS.right, '.', KEYS.down, '.', KEYS.up, KEYS.left];
  for (let n = 0; n < PRESSES; n++) keys.push(await answered(screen, moves[n % moves.length]!));

  const before = screen.written().length;
  const ticks = 100;
  for (let n = 0; n < ticks; n++) await answered(screen, '.');
  const bytes = (screen.written().length - before) / ticks;
  screen.press('q');
  await screen.exit;
  const memory = JSON.parse(screen.text().findLast((line) => line.startsWith('{'))!) as {
    before: number;
    after: number;
    ticks: number;
  };
  await stopAll();

  heading(`The terminal view of 40 parties × 200 rounds at ${SIZE.cols}×${SIZE.rows}`);
  figure('key to frame, median', `${at(keys, 0.5).toFixed(1)} ms`, 'target: 50 ms');
  figure(
    'key to frame, 99th percentile',
    `${at(keys, 0.99).toFixed(1)} ms`,
    `${PRESSES} presses; waits for the next frame of 15 a second`,
  );
  figure('bytes a tick', bytes.toFixed(0), `${ticks} phases`);
  figure(
    'memory after an hour of playback',
    `${(memory.after / 2 ** 20).toFixed(0)} MB`,
    `${memory.ticks} frames; ${(memory.before / 2 ** 20).toFixed(0)} MB before them`,
  );
}

/** Milliseconds from a key to the first bytes that answer it. */
async function answered(screen: ReturnType<typeof open>, key: string): Promise<number> {
  const quiet = screen.written().length;
  const start = performance.now();
  screen.press(key);
  while (screen.written().length === quiet) {
    if (performance.now() - start > 2000) return performance.now() - start;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  const took = performance.now() - start;
  // The frame may come in several pieces.
  await new Promise((resolve) => {
    setTimeout(resolve, 80);
  });
  return took;
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
}
