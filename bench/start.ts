import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { figure, heading } from './figures.ts';

const BIN = fileURLToPath(new URL('../dist/cli/parley.js', import.meta.url));
const RUNS = 15;

/** What a newcomer waits for: help, and the first picture. Runs the built command: `npm run build` first. */
export async function bench(): Promise<void> {
  const bare: number[] = [];
  const help: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    bare.push(timed(['-e', '0']));
    help.push(timed([BIN, '--help']));
  }
  const frames: number[] = [];
  for (let n = 0; n < 5; n++) frames.push(await firstFrame());
  heading('The first moments');
  figure(
    '--help over bare Node',
    `${(median(help) - median(bare)).toFixed(0)} ms`,
    `target: 80 ms; bare Node ${median(bare).toFixed(0)} ms`,
  );
  figure('first frame of watch', `${median(frames).toFixed(0)} ms`, 'target: 2,000 ms');
}

function timed(args: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} exited ${status}`);
  return performance.now() - start;
}

/** Milliseconds until the title stands on the alternate screen. */
function firstFrame(): Promise<number> {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...env } = process.env;
  const start = performance.now();
  const terminal = spawn(process.execPath, [BIN, 'watch', 'moscow-2018', '--seed', '42'], {
    cols: 120,
    rows: 36,
    env: { ...env, TERM: 'xterm-256color' },
  });
  let shown = '';
  return new Promise((resolve) => {
    terminal.onData((data) => {
      shown += data;
      if (!shown.includes('\u001b[?1049h') || !shown.includes('Moscow')) return;
      resolve(performance.now() - start);
      shown = '';
      terminal.kill();
    });
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
