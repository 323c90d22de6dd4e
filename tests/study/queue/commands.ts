import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../../dist/cli/parley.js', import.meta.url));

/** A command that runs beside the test. */
export interface Running {
  readonly process: ChildProcess;
  /** What it has said so far. */
  said(): string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

export function begin(args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [BIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_lifecycle_event: '', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (text += data.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, said: () => text, ended };
}

/** Waits for something to come about; fails with what was awaited when it does not. */
export async function until(what: string, test: () => boolean): Promise<void> {
  await awaited(what, () => Promise.resolve(test() || undefined));
}

/** Asks until there is an answer, and gives it; fails with what was awaited when there is none in a minute. */
export async function awaited<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const begun = Date.now(); Date.now() - begun < 60_000;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(50);
  }
  throw new Error(`in a minute it did not come about that ${what}`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Every file of a folder with the digest of its bytes. */
export function digests(folder: string): readonly string[] {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true }) as {
      name: string;
      parentPath: string;
      isFile(): boolean;
    }[]
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file.slice(folder.length)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .sort();
}

export function blocksIn(folder: string): number {
  try {
    return readdirSync(join(folder, 'blocks')).filter((name) => name.endsWith('.parquet')).length;
  } catch {
    return 0;
  }
}
