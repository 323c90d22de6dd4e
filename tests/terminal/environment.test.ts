import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { parley } from '../cli/parley.ts';
import { open, stopAll } from './screen.ts';

afterEach(stopAll);

const BIN = fileURLToPath(new URL('../../dist/cli/parley.js', import.meta.url));
const RECORD = join(mkdtempSync(join(tmpdir(), 'parley-')), 'r.jsonl');
parley(['run', 'two-valleys', '--seed', '1', '--record', RECORD]);

const WATCH = ['watch', 'two-valleys', '--seed', '1'];
const REPLAY = ['replay', RECORD];
const PLAY = ['play', 'two-valleys', '--as', 'lower', '--seed', '1'];

const SIZE = { cols: 80, rows: 24 };
const COLOUR = '\x1b[38;';

describe('on a terminal', () => {
  it.each([
    ['watch', 'NO_COLOR', '1', false, WATCH],
    ['replay', 'NO_COLOR', '1', false, REPLAY],
    ['play', 'NO_COLOR', '1', false, PLAY],
    ['play', 'FORCE_COLOR', '0', false, PLAY],
    ['watch', 'NO_COLOR', '', true, WATCH],
    ['play', 'FORCE_COLOR', '3', true, PLAY],
  ])('%s with %s=%s has colours: %s', async (_, name, value, colours, args) => {
    const screen = open(process.execPath, [BIN, ...args], { ...SIZE, env: { [name]: value } });
    await screen.until(/\? help/);
    expect(screen.buffer()).toBe('alternate');
    expect(screen.written().includes(COLOUR)).toBe(colours);
  });

  it('FORCE_COLOR wins over NO_COLOR', async () => {
    const env = { NO_COLOR: '1', FORCE_COLOR: '3' };
    const screen = open(process.execPath, [BIN, ...WATCH], { ...SIZE, env });
    await screen.until(/\? help/);
    expect(screen.written()).toContain(COLOUR);
  });

  it.each([
    ['TERM', 'dumb'],
    ['INK_SCREEN_READER', 'true'],
  ])('replay prints the transcript and waits for no key with %s=%s', async (name, value) => {
    const screen = open(process.execPath, [BIN, ...REPLAY], { ...SIZE, env: { [name]: value } });
    expect((await screen.exit).code).toBe(0);
    expect(screen.history().join(' ')).toContain('Reading');
    expect(screen.written()).not.toContain('\x1b[');
  });

  it.each([
    ['TERM', 'dumb'],
    ['INK_SCREEN_READER', 'true'],
  ])('play says why it cannot with %s=%s, and waits for no key', async (name, value) => {
    const screen = open(process.execPath, [BIN, ...PLAY], { ...SIZE, env: { [name]: value } });
    expect((await screen.exit).code).toBe(2);
    expect(screen.history().join(' ')).toContain('people need a terminal to play at');
    expect(screen.written()).not.toContain('\x1b[');
  });
});

describe('a reader that has seen enough', () => {
  it.each([
    ['watch', WATCH],
    ['replay', REPLAY],
  ])('ends %s quietly', async (_, args) => {
    const pipe = 'set -o pipefail; "$0" "$@" | head -n 1';
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', pipe, process.execPath, BIN, ...args]);
    expect({ stdout, stderr }).toEqual({ stdout: 'Two valleys\n', stderr: '' });
  });
});
