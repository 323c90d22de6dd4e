import { afterEach, describe, expect, it } from 'vitest';
import { KEYS, PROMPT, open, shell, stopAll, type Screen } from './screen.ts';

afterEach(stopAll);

const COMMAND = ['start', '--silent', '--', 'watch', 'two-valleys', '--seed', '1'];

function watch(size: { cols: number; rows: number }, ...options: readonly string[]): Screen {
  return open('npm', [...COMMAND, ...options], size);
}

async function opened(size: { cols: number; rows: number }, ...options: readonly string[]): Promise<Screen> {
  const screen = watch(size, ...options);
  await screen.until(/q quit/);
  return screen;
}

const WIDE = { cols: 120, rows: 36 };
const SMALL = { cols: 80, rows: 24 };
const SIZES = [
  [140, 40],
  [60, 16],
  [200, 50],
  [100, 20],
  [80, 24],
] as const;

/** The shell is as it was: main screen, visible cursor, nothing wiped from the scrollback, two lines left behind. */
function expectTidy(screen: Screen, summary: RegExp): void {
  expect(screen.buffer()).toBe('normal');
  expect(screen.cursorVisible()).toBe(true);
  expect(screen.written()).not.toContain('\x1b[3J');
  const left = screen.text().filter((line) => line !== '');
  expect(left.slice(-2).join('\n')).toMatch(summary);
  expect(left.at(-1)).toContain('npm start -- watch two-valleys --seed 1');
}

describe('the terminal view', () => {
  it('opens on the alternate screen and plays by itself', async () => {
    const screen = await opened(WIDE, '--pace', '0.5');
    expect(screen.buffer()).toBe('alternate');
    expect(screen.cursorVisible()).toBe(false);
    await screen.until(/▶ 1×/);
    await screen.until(/round 2 of 6/);
    await screen.until(/■ end/);
    await screen.until(/How it ended/);
    await screen.until(/Baseline: /);
    await screen.until(/npm start -- watch two-valleys --seed 2/);
  });

  it('pauses, steps and jumps by key, and leaves by q', async () => {
    const screen = await opened(SMALL, '--paused');
    await screen.until(/‖ paused/);
    screen.press(KEYS.right);
    await screen.until(/6 rounds/);
    screen.press(KEYS.right);
    await screen.until(/round 1 of 6 .* recess/);
    screen.press('.');
    await screen.until(/round 2 of 6 .* amendments/);
    screen.press(',');
    await screen.until(/round 1 of 6 .* recess/);
    screen.press(KEYS.down);
    await screen.until(/▸ Upper valley/);
    screen.press(' ');
    await screen.until(/▶ 1×/);
    screen.press('+');
    await screen.until(/▶ 2×/);
    screen.press(KEYS.end);
    await screen.until(/■ end/);
    screen.press(KEYS.home);
    await screen.until(/6 rounds/);
    screen.press('?');
    await screen.until(/Keys ─+ Esc closes/);
    screen.press(KEYS.escape);
    await screen.until(/The table/);

    screen.press('q');
    expect(await screen.exit).toEqual({ code: 0, signal: 0 });
    expectTidy(screen, /^Two valleys, seed 1: left before round 1 of 6/);
  });

  it('says how it ended when it was watched to the end', async () => {
    const screen = await opened(SMALL, '--paused');
    screen.press(KEYS.end);
    await screen.until(/■ end/);
    screen.press('q');
    expect((await screen.exit).code).toBe(0);
    expectTidy(screen, /^Two valleys, seed 1: ended in .*, round \d of 6/);
  });

  it('opens without colours where they are not wanted', async () => {
    const screen = open('npm', [...COMMAND, '--paused'], { ...SMALL, env: { NO_COLOR: '1' } });
    await screen.until(/q quit/);
    screen.press(KEYS.end);
    await screen.until(/■ end/);
    expect(screen.buffer()).toBe('alternate');
    expect(screen.written()).not.toContain('\x1b[38;');
  });

  it.each([
    ['TERM', 'dumb'],
    ['CI', 'true'],
    ['INK_SCREEN_READER', 'true'],
  ])('prints the transcript and waits for no key with %s=%s', async (name, value) => {
    const screen = open('npm', COMMAND, { ...SMALL, env: { [name]: value } });
    expect((await screen.exit).code).toBe(0);
    expect(screen.history().join(' ')).toContain('Reading');
    expect(screen.written()).not.toContain('\x1b[?1049h');
  });

  it('loses no key that was typed while it was loading', async () => {
    const screen = watch(SMALL, '--paused');
    screen.press(KEYS.end);
    const lines = await screen.until(/■ end/);
    expect(lines[0]).toMatch(/^ Two valleys/);
    expect(lines.at(-1)).toMatch(/q quit$/);
  });

  it('stays clean while the window changes its size in the middle of playing', async () => {
    const screen = await opened(SMALL, '--pace', '2');
    await screen.until(/round 1 of 6/);
    for (const [cols, rows] of SIZES) {
      screen.resize(cols, rows);
      await screen.until(isOneFrame(cols, rows));
    }
    screen.resize(50, 12);
    await screen.until(/Parley needs 60×16/);
    screen.resize(120, 36);
    await screen.until(isOneFrame(120, 36));
    screen.press('q');
    expect((await screen.exit).code).toBe(0);
    expect(screen.written()).not.toContain('\x1b[3J');
  });

  it.each(SIZES)('looks after changes of size as it would have looked at once, on %i×%i', async (cols, rows) => {
    const atOnce = await opened({ cols, rows }, '--paused');
    const changed = await opened({ cols: 150, rows: 45 }, '--paused');
    for (const screen of [atOnce, changed]) {
      screen.press(KEYS.right.repeat(3));
      await screen.until(/round 2 of 6/);
    }
    for (const [wide, high] of [
      [70, 20],
      [50, 10],
      [180, 50],
      [cols, rows],
    ] as const) {
      changed.resize(wide, high);
      await pause(120);
    }
    // As when a window is dragged by its corner.
    for (let n = 0; n < 20; n++) changed.resize(cols + n, rows + n);
    changed.resize(cols, rows);
    const wanted = shown(atOnce.text(), cols);
    expect(shown(await changed.until((lines) => shown(lines, cols) === wanted), cols)).toBe(wanted);
  });

  it('asks for a larger window where it has no room, and can still be left', async () => {
    const screen = watch({ cols: 50, rows: 12 });
    await screen.until(/Parley needs 60×16/);
    await screen.until(/this is 50×12/);
    screen.press('q');
    expect((await screen.exit).code).toBe(0);
  });

  it('leaves by Ctrl-C with 130', async () => {
    const screen = await opened(SMALL);
    screen.press(KEYS.ctrlC);
    expect((await screen.exit).code).toBe(130);
    expectTidy(screen, /^Two valleys, seed 1: left /);
  });

  it.each([
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)('gives the screen back at %s, and ends by it', async (signal, number) => {
    const screen = open(process.execPath, ['dist/cli/parley.js', ...COMMAND.slice(3)], SMALL);
    await screen.until(/q quit/);
    screen.kill(signal);
    expect((await screen.exit).signal).toBe(number);
    expect(screen.buffer()).toBe('normal');
    expect(screen.cursorVisible()).toBe(true);
    if (signal === 'SIGHUP') return;
    const left = screen.text().join('\n');
    expect(left).toMatch(/^Two valleys, seed 1: left .*\nagain: parley watch/);
    expect(left.match(/again:/g)).toHaveLength(1);
  });

  it('gives the screen back when a sleeping npm is told to end', async () => {
    const screen = await shell(SMALL);
    screen.press(`npm ${COMMAND.join(' ')}\r`);
    await screen.until(/q quit/);
    screen.press(KEYS.ctrlZ);
    await screen.until(/Stopped/);
    screen.press('kill -TERM %1; fg\r');
    await screen.until(isAtPrompt);
    expect(screen.buffer()).toBe('normal');
    expect(screen.cursorVisible()).toBe(true);
  });

  it('sleeps by Ctrl-Z and comes back by fg', async () => {
    const screen = await shell(SMALL);
    screen.press(`npm ${COMMAND.join(' ')} --paused\r`);
    await screen.until(/q quit/);
    screen.press(KEYS.right);
    screen.press(KEYS.right);
    await screen.until(/round 1 of 6/);

    screen.press(KEYS.ctrlZ);
    await screen.until(/Stopped/);
    expect(screen.buffer()).toBe('normal');
    expect(screen.cursorVisible()).toBe(true);
    screen.press('echo "the shell $((40 + 2))"\r');
    await screen.until(/^the shell 42$/m);

    screen.resize(120, 36);
    screen.press('fg\r');
    await screen.until(isOneFrame(120, 36));
    await screen.until(/round 1 of 6/);
    expect(screen.buffer()).toBe('alternate');
    screen.press(KEYS.right);
    await screen.until(/round 2 of 6/);
    screen.press('q');
    await screen.until(/again: npm start/);
    await screen.until(isAtPrompt);
    screen.press('echo "left with $?"\r');
    await screen.until(/^left with 0$/m);
  });

  it('stays awake at Ctrl-Z where no shell could wake it', async () => {
    const screen = await opened(SMALL, '--paused');
    screen.press(KEYS.ctrlZ);
    await pause(300);
    screen.press(KEYS.right.repeat(2));
    await screen.until(/round 1 of 6/);
    expect(screen.buffer()).toBe('alternate');
    screen.press('q');
    expect((await screen.exit).code).toBe(0);
  });
});

/** A frame from the first row to the last, and nothing left over of an earlier one. */
function isOneFrame(cols: number, rows: number) {
  return (all: readonly string[]): boolean => {
    const lines = shown(all, cols).split('\n');
    return (
      lines.length === rows &&
      lines[0]!.startsWith(' Two valleys ·') &&
      lines.at(-1)!.endsWith('q quit') &&
      lines.filter((line) => /Two valleys ·|q quit$/.test(line)).length === 2
    );
  };
}

/** What stands within the window: the emulator keeps what a narrower one has cut off. */
function shown(lines: readonly string[], cols: number): string {
  return lines.map((line) => line.slice(0, cols).trimEnd()).join('\n');
}

function isAtPrompt(lines: readonly string[]): boolean {
  return lines.findLast((line) => line !== '') === PROMPT.trim();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
