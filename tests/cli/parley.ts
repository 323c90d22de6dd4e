import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../dist/cli/parley.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command without a terminal, by the Node that runs the tests. */
export function parley(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    cwd: options.cwd,
    env: { ...process.env, npm_lifecycle_event: '', ...options.env },
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}

/** An empty folder of the test's own. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'parley-'));
}
