import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { afterEach, describe, expect, it } from 'vitest';
import { GALLERY_KEYS } from '../../src/views/terminal/gallery-keys.ts';
import { KEYS as HELP } from '../../src/views/terminal/keys.ts';
import { KEYS, open, stopAll, type Screen } from './screen.ts';

afterEach(stopAll);

const BIN = fileURLToPath(new URL('../../dist/cli/parley.js', import.meta.url));

const SIZES = [
  [60, 16],
  [80, 24],
  [120, 36],
  [200, 50],
] as const;

/** A key of the help, what is typed for it, and what is then to be seen. */
type Step = readonly [key: string, typed: string, seen: RegExp];

/** From the wall to the end of a conference and back. Each key of both helps is pressed at least once. */
const GALLERY: readonly Step[] = [
  ['↑/↓', KEYS.down, /▸ two-valleys/],
  ['Home/End', KEYS.end, /(\d) of \1/],
  ['Home/End', KEYS.home, /▸ moscow-2018/],
  ['PgUp/PgDn', KEYS.pageDown, /moscow-2018/],
  ['?', '?', /Keys .*Esc closes/],
  ['Esc', KEYS.escape, /▸ moscow-2018/],
  ['e', 'e', /Evidence: every number · 1/],
  ['g', `${KEYS.escape}g`, /▸ moscow-2018/],
  ['↑/↓', KEYS.down, /▸ two-valleys/],
  ['s', 's9', /seed 9▏/],
  ['Esc', KEYS.escape, /^ Parley .* seed 42$/m],
  ['r', 'r', /^ Parley .* seed [0-9a-f]{8}$/m],
  ['s', 's1', /seed 1▏/],
  ['Enter', '\r', /^ Parley .* seed 1$/m],
  ['Enter', '\r', /Two valleys · The mill at the bridge/],
];

const CONFERENCE: readonly Step[] = [
  ['space', ' ', /‖ paused/],
  ['−/+', '+', /2× *$/m],
  ['Home/End', KEYS.end, /How it ended/],
  ['Home/End', KEYS.home, /6 rounds/],
  ['←/→', KEYS.right.repeat(2), /round 1 of 6 .*recess/],
  [',/.', '.', /round 2 of 6 .*amendments/],
  [',/.', ',', /round 1 of 6 .*recess/],
  ['↑/↓', KEYS.down, /▸ Upper valley/],
  ['Enter', '\r', /β 0\.\d+ /],
  ['PgUp/PgDn', KEYS.pageDown, /Upper valley/],
  ['Esc', KEYS.escape, /The table/],
  ['e', 'e', /Evidence: Upper valley · 1 of \d+/],
  ['↑/↓', KEYS.down, /· 2 of \d+/],
  ['Tab', KEYS.tab, /Evidence: every number/],
  ['e', 'e', /The table/],
  ['a', 'a', /Analysis: the text in view/],
  ['←/→', KEYS.right, /round 2 of 6 .*Zone of agreement: 5 of 12/s],
  ['←/→', KEYS.left, /round 1 of 6 .*Analysis/s],
  ['Esc', KEYS.escape, /The table/],
  ['i', 'i', /Summer water ─.*a scale|Who wants what/],
  ['↑/↓', KEYS.down, /Upkeep of the dam ─/],
  ['i', 'i', /Upper valley: why/],
  ['t/T', 't', /◇ /],
  ['t/T', 'T', /round \d/],
  ['f', 'f', /What if: Upper valley · from round \d on|What if: Upper valley · before/],
  ['↑/↓', KEYS.down, /What if: Upper valley/],
  ['←/→', KEYS.right, /▸ .* → /],
  ['Enter', '\r', /As it would have been/],
  ['Enter', '\r', /^ What if .* ‖ paused/ms],
  ['b', 'b', /^ Two valleys ·/m],
  ['/', '/valley', /\/valley▏ +\d+ matches/],
  ['Enter', '\r', /match \d+ of \d+/],
  ['n/N', 'n', /match \d+ of \d+ of “/],
  ['n/N', 'N', /»/],
  ['Esc', KEYS.escape, /q quit/],
  ['Tab', KEYS.tab, /q quit/],
  ['Ctrl-Z', KEYS.ctrlZ, /q quit/],
  ['?', '?', /Keys .*Esc closes/],
  ['Esc', KEYS.escape, /The table/],
  ['g', 'g', /▸ two-valleys/],
];

describe.each(SIZES)('every screen by every key at %i×%i', (cols, rows) => {
  it('is a whole frame, no larger than the terminal, and leaves the shell clean', async () => {
    const screen = open(process.execPath, [BIN], { cols, rows });
    await screen.until(/▸ moscow-2018/);
    for (const [key, typed, seen] of [...GALLERY, ...CONFERENCE]) {
      for (const letter of apart(typed)) screen.press(letter);
      const lines = await screen.until(seen).catch((error: unknown) => {
        throw new Error(`after ${key}: ${String(error)}`);
      });
      expectOneFrame(lines, cols, rows, key);
    }
    screen.press('q');
    expect(await screen.exit).toEqual({ code: 0, signal: 0 });
    expectClean(screen);
    expect(screen.text().join('')).toMatch(/^Two valleys, seed 1: .*again: parley watch two-valleys --seed 1/);
  });
});

it('every key of the helps is pressed above', () => {
  const pressed = (steps: readonly Step[]) => new Set(steps.map(([key]) => key));
  const elsewhere = ['q', 'Ctrl-C', 'Ctrl-Z'];
  const unpressed = (all: readonly { keys: string }[], steps: readonly Step[]) =>
    all.map(({ keys }) => keys).filter((key) => !pressed(steps).has(key) && !elsewhere.includes(key));
  expect(unpressed(GALLERY_KEYS, GALLERY)).toEqual([]);
  expect(unpressed(HELP, CONFERENCE)).toEqual([]);
});

describe('a what-if', () => {
  it('is played with the same luck, opened, asked again, and left for the conference as it was', async () => {
    const screen = open(process.execPath, [BIN, 'watch', 'two-valleys', '--seed', '1', '--paused'], {
      cols: 120,
      rows: 36,
    });
    await screen.until(/q quit/);
    screen.press(KEYS.right.repeat(2));
    await screen.until(/round 1 of 6 .*recess/);
    screen.press('f');
    await screen.until(/What if: Lower valley · from round 1 on, with the same luck/);
    screen.press(KEYS.down);
    await screen.until(/▸ walk-away/);
    screen.press('\r9\x7f0.99');
    await screen.until(/▸ walk-away .* → 0\.99/);
    screen.press('\r');
    await screen.until(/As it would have been/);
    await screen.until(/0\.99 lies outside the range/);
    screen.press('\r');
    await screen.until(/^ What if the lower valley: walk-away were 0\.99 from round 1 on · Two valleys/m);
    screen.press(KEYS.end);
    await screen.until(/How it ended/);
    screen.press('f');
    await screen.until(/What if: Lower valley · from round \d on/);
    screen.press(KEYS.escape);
    await screen.until(/How it ended/);
    screen.press('q');
    expect((await screen.exit).code).toBe(0);
    expect(screen.text().join(' ')).toMatch(
      /again: parley watch two-valleys --seed 1, then f: the lower valley: walk-away/,
    );
  });

  it('says what stands in the way where it cannot be played', async () => {
    const screen = open(process.execPath, [BIN, 'watch', 'two-valleys', '--seed', '1', '--paused'], {
      cols: 80,
      rows: 24,
    });
    await screen.until(/q quit/);
    screen.press(KEYS.right.repeat(2));
    await screen.until(/round 1 of 6 .*recess/);
    screen.press(`f${KEYS.down}`);
    await screen.until(/▸ walk-away/);
    screen.press('7');
    await screen.until(/→ 7/);
    screen.press('\r');
    await screen.until(/This cannot be played:/);
    screen.press(KEYS.escape);
    expect((await screen.until(/▸ walk-away .* → 7/)).join('')).not.toContain('cannot');
  });
});

describe('the gallery', () => {
  it('is left by Ctrl-C with 130, and nothing stays behind', async () => {
    const screen = open(process.execPath, [BIN], { cols: 80, rows: 24 });
    await screen.until(/q quit/);
    screen.press(KEYS.ctrlC);
    expect((await screen.exit).code).toBe(130);
    expectClean(screen);
    expect(screen.text().filter((line) => line !== '')).toEqual([]);
  });

  it('shows the scenarios of the folder, says of a broken one what to do, and keeps the seed', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'parley-'));
    writeFileSync(join(cwd, 'mill.yaml'), 'extends: two-valleys\ntitle: The mill burns\n');
    writeFileSync(join(cwd, 'broken.yaml'), 'extends: nowhere\n');
    writeFileSync(join(cwd, 'unsound.yaml'), 'extends: two-valleys\nconference: { rounds: -3 }\n');
    writeFileSync(join(cwd, 'compose.yaml'), 'services: {}\n');
    const screen = open(process.execPath, [BIN], { cols: 120, rows: 36, cwd });
    await screen.until(/yours: The mill burns/);
    expect(screen.text().join('\n')).not.toContain('compose');
    screen.press('sluck\r');
    await screen.until(/seed luck/);
    screen.press(KEYS.end);
    await screen.until(/▸ \.\/unsound\.yaml/);
    screen.press('\r');
    await screen.until(/! \.\/unsound\.yaml cannot be played: .*check/);
    screen.press(KEYS.up.repeat(2));
    await screen.until(/▸ \.\/broken\.yaml/);
    await screen.until(/parley check \.\/broken\.yaml/);
    screen.press(KEYS.down);
    await screen.until(/▸ \.\/mill\.yaml/);
    screen.press('\r');
    await screen.until(/The mill burns .*seed luck/);
    screen.press('g');
    await screen.until(/▸ \.\/mill\.yaml/);
    await screen.until(/seed luck/);
  });
});

describe('names in any script', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'parley-'));
  writeFileSync(
    join(cwd, 'babel.yaml'),
    `extends: moscow-2018
title: "Babel \\u001b]0;taken over\\u0007\\u001b[31m and \\u009b2J more"
parties:
  kabul: { name: "کابل، جمهوری اسلامی", head: "\\u001b[2Jhead" }
  taliban: { name: "喀布尔塔利班代表团" }
  moscow: { name: "Москва\\u0301 Россия" }
  iran: { name: "Zu\\u0308rich e\\u0301e\\u0301e\\u0301" }
  china: { name: "中国" }
`,
  );

  it.each(SIZES)('keep the panes straight and the terminal ours at %i×%i', async (cols, rows) => {
    const screen = open(process.execPath, [BIN, 'watch', './babel.yaml', '--seed', '3', '--paused'], {
      cols,
      rows,
      cwd,
    });
    await screen.until(/q quit/);
    screen.press(KEYS.right.repeat(3));
    await screen.until(/round 2 of 8|■ end/);
    const wide = cols >= 120;
    const lines = screen.text();
    // The gutter between the two columns is blank from the first row of the panes to the last.
    const gutter = 1 + Math.floor((cols - 2 - 3) / 2);
    for (const line of lines.slice(3, wide ? -2 : 0))
      expect(
        cells(line)
          .slice(gutter, gutter + 3)
          .join(''),
      ).toMatch(/^ *$/);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(cols);
    screen.press('\r');
    await screen.until(/Esc close/);
    screen.press(KEYS.escape);
    await screen.until(/The table/);
    screen.press('q');
    await screen.exit;
    for (const taken of ['\x1b]0;', '\x1b[31m', '\x9b2J', '\x1b[2J']) expect(screen.written()).not.toContain(taken);
    expect(screen.text().join('\n')).toContain('Babel');
  });

  it.each([
    ['run', ['run', './babel.yaml', '--seed', '3']],
    ['evidence', ['evidence', './babel.yaml']],
    ['analyse', ['analyse', './babel.yaml']],
  ])('%s prints nothing that a terminal obeys', async (_, args) => {
    const screen = open(process.execPath, [BIN, ...args], { cols: 80, rows: 24, cwd });
    expect((await screen.exit).code).toBe(0);
    expect(screen.history().join('\n')).toContain('Babel');
    expect(screen.written().replaceAll(/[\r\n]/g, '')).not.toMatch(/\p{Cc}/u);
  });
});

/** Letters that belong to one key press go together, all others one by one, as they are typed. */
function apart(typed: string): readonly string[] {
  return typed.startsWith('\x1b') && !typed.startsWith('\x1bg') ? [typed] : Array.from(typed);
}

/** One string for each cell; the second cell of a wide character is empty. */
function cells(line: string): readonly string[] {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segments.segment(line), ({ segment }) => segment).flatMap((cluster) =>
    stringWidth(cluster) === 2 ? [cluster, ''] : [cluster],
  );
}

function expectOneFrame(lines: readonly string[], cols: number, rows: number, key: string): void {
  expect(lines, key).toHaveLength(rows);
  expect(Math.max(...lines.map((line) => stringWidth(line))), key).toBeLessThanOrEqual(cols);
  expect(lines[0], key).toMatch(/^ (Parley|Two valleys|Moscow conference|What if)/);
}

function expectClean(screen: Screen): void {
  expect(screen.buffer()).toBe('normal');
  expect(screen.cursorVisible()).toBe(true);
  for (const wipe of ['\x1b[3J', '\x1b[2J']) expect(screen.written()).not.toContain(wipe);
}
