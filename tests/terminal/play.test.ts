import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parley } from '../cli/parley.ts';
import { KEYS, open, stopAll, type Screen } from './screen.ts';

afterEach(stopAll);

const SMALL = { cols: 80, rows: 24 };
const WIDE = { cols: 120, rows: 36 };

function play(size: { cols: number; rows: number; cwd?: string }, ...args: readonly string[]): Screen {
  return open('npm', ['start', '--silent', '--', 'play', ...args], size);
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'parley-play-'));
}

/** Two valleys with a word in each confidential brief that stands nowhere else. */
function withCanaries(): string {
  const file = join(folder(), 'canaries.yaml');
  const brief = (word: string) => `{ brief: { public: Said aloud., confidential: 'The word is ${word}.' } }`;
  writeFileSync(file, `extends: two-valleys\nparties:\n  lower: ${brief('heron')}\n  upper: ${brief('otter')}\n`);
  return file;
}

type Place = 'cover' | 'brief' | 'question' | 'rest' | 'end';

function placeOf(text: string): Place | undefined {
  if (text.includes('How it ended')) return 'end';
  if (text.includes('Pass the keyboard')) return 'cover';
  if (text.includes('before you begin')) return 'brief';
  if (text.includes('your move')) return 'question';
  return text.includes('is over') ? 'rest' : undefined;
}

const settled = (lines: readonly string[]) => placeOf(lines.join('\n')) !== undefined;

/** Goes on by keys as the rule advises; `see` looks at every screen on which somebody rests. */
async function playOn(screen: Screen, see: (text: string, place: Place) => void, until: Place = 'end'): Promise<void> {
  for (let n = 0; n < 200; n++) {
    const text = (await screen.until(settled)).join('\n');
    const place = placeOf(text)!;
    see(text, place);
    if (place === until) return;
    if (place === 'question') {
      screen.press('a');
      see((await screen.until(/The rule would/)).join('\n'), place);
      screen.press('a');
      screen.press(KEYS.enter);
      await screen.until((lines) => !lines.join('\n').includes('The rule would'));
    } else {
      screen.press(KEYS.enter);
      await screen.until((lines) => lines.join('\n') !== text);
    }
  }
  throw new Error('it does not end');
}

describe('parley play', () => {
  test('takes one person through a whole conference by keys, and the record verifies', async () => {
    const file = join(folder(), 'r.jsonl');
    const screen = play(SMALL, 'two-valleys', '--as', 'lower', '--seed', '1', '--record', file);
    const seen = new Set<Place>();
    await playOn(screen, (text, place) => {
      seen.add(place);
      expect(text).not.toContain('The mending ruins us');
    });
    expect(seen).toEqual(new Set(['brief', 'question', 'rest', 'end']));
    expect(screen.text().join('\n')).toMatch(/The last text is worth [^]* to you/);
    expect(screen.text().join('\n')).toContain(`replay ${file}`);
    expect(screen.buffer()).toBe('alternate');
    screen.press('q');
    await screen.until(/q leaves/);
    screen.press('q');
    expect(await screen.exit).toEqual({ code: 0, signal: 0 });
    expect(screen.buffer()).toBe('normal');
    expect(screen.cursorVisible()).toBe(true);
    expect(screen.written()).not.toContain('The mending ruins us');
    expect(parley(['verify', file]).stdout).toMatch(/verified: \d+ facts/);
    // Who does what the rule would do changes nothing but the inputs.
    const facts = (text: string) => text.split('\n').filter((line) => !/"type":"(seat.held|answer.given)"/.test(line));
    const byRule = parley(['run', 'two-valleys', '--seed', '1', '--jsonl']).stdout;
    const bare = (text: string) => facts(text).map((line) => line.replace(/"hash":"[^"]*"/, ''));
    expect(bare(readFileSync(file, 'utf8'))).toEqual(bare(byRule));
  });

  test('takes two people through it, with a cover whenever the keyboard changes hands', async () => {
    const file = join(folder(), 'r.jsonl');
    const screen = play(SMALL, withCanaries(), '--as', 'lower,upper', '--seed', '1', '--record', file);
    const words = { lower: 'heron', upper: 'otter' } as const;
    const briefed = new Set<string>();
    let covers = 0;
    let written = '';
    await playOn(screen, (text, place) => {
      const shown = /you are the (lower|upper) valley/.exec(text)?.[1] as 'lower' | 'upper' | undefined;
      if (place === 'cover' || place === 'end') expect(shown).toBeUndefined();
      for (const [seat, word] of Object.entries(words)) if (seat !== shown) expect(text).not.toContain(word);
      if (place === 'cover') {
        covers++;
        // The first time that a seat is covered nothing of it has reached the terminal.
        const next = /keyboard to the (lower|upper) valley/.exec(text)![1] as 'lower' | 'upper';
        if (!briefed.has(next)) expect(screen.written()).not.toContain(words[next]);
        // The last screen is wiped before the keyboard is passed on.
        expect(text).not.toMatch(/walk-away|target/);
      }
      if (place === 'brief') {
        briefed.add(shown!);
        expect(text).toContain(words[shown!]);
      }
      // What was written for one seat holds nothing of the other's.
      const fresh = screen.written().slice(written.length);
      if (place === 'question' && shown !== undefined)
        expect(fresh).not.toContain(words[shown === 'lower' ? 'upper' : 'lower']);
      written = screen.written();
    });
    expect(covers).toBeGreaterThan(2);
    expect([...briefed].sort()).toEqual(['lower', 'upper']);
    screen.press('q');
    await screen.until(/q leaves/);
    screen.press('q');
    expect((await screen.exit).code).toBe(0);
    expect(screen.history().join('\n')).not.toMatch(/heron|otter/);
    expect(parley(['verify', file]).stdout).toMatch(/verified: \d+ facts/);
  });

  test('lets a seat go to the rule and come back, at a wide screen that changes its size', async () => {
    const file = join(folder(), 'r.jsonl');
    const screen = play(WIDE, 'two-valleys', '--as', 'upper', '--seed', '1', '--record', file);
    await screen.until(/before you begin/);
    screen.press(KEYS.enter);
    await screen.until(/What do you ask for/);
    screen.press('h');
    await screen.until(/The rule holds your seat/);
    screen.press('t');
    await screen.until(/Round 1 is over/);
    screen.resize(80, 24);
    await screen.until((lines) => lines.length === 24 && lines.at(-1)!.endsWith('q leave'));
    screen.press(KEYS.enter);
    await screen.until(/round 2 of 6 .*your move/);
    screen.press(KEYS.tab);
    await screen.until(/Enter back to the question/);
    screen.press(KEYS.enter);
    await screen.until(/What do you ask for/);
    screen.press('r');
    await screen.until(/Round 2 is over/);
    screen.resize(200, 50);
    await screen.until((lines) => lines.length === 50 && lines.at(-1)!.endsWith('q leave'));
    await playOn(screen, () => {});
    screen.press('q');
    await screen.until(/q leaves/);
    screen.press('q');
    expect((await screen.exit).code).toBe(0);
    expect(screen.written()).not.toContain('\x1b[3J');
    const held = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"seat.held"'));
    expect(held.map((line) => /"round":(\d).*"holder":"(\w+)"/.exec(line)!.slice(1).join(' '))).toEqual(['3 person']);
    expect(parley(['verify', file]).stdout).toMatch(/verified: \d+ facts/);
  });

  test('refuses what may not be done and says why, and asks before it leaves', async () => {
    const screen = play(SMALL, 'two-valleys', '--as', 'lower', '--seed', '1');
    await screen.until(/before you begin/);
    screen.press(KEYS.enter);
    await screen.until(/What do you ask for/);
    screen.press(KEYS.enter);
    await screen.until(/Do you accept the text/);
    screen.press(KEYS.enter);
    await screen.until(/Choose first/);
    screen.press('q');
    await screen.until(/Leave in the middle\? q leaves/);
    screen.press('x');
    await screen.until(/\? help/);
    screen.press('?');
    await screen.until(/hand your seat to the rule/);
    screen.press(KEYS.escape);
    await screen.until(/Do you accept the text/);
    screen.press(KEYS.left);
    await screen.until(/\[object\]/);
    screen.press(KEYS.enter);
    await screen.until(/Do you stay\?/);
    screen.resize(50, 12);
    await screen.until(/Parley needs 60×16/);
    screen.resize(80, 24);
    await screen.until(/Do you stay\?/);
    screen.press('q');
    await screen.until(/Leave in the middle/);
    screen.press('q');
    expect((await screen.exit).code).toBe(0);
    expect(screen.text().join('\n')).toMatch(/Two valleys, seed 1: left in round 1 of 6\nnot recorded/);
  });

  test('leaves with 130 by Ctrl-C, and writes the record as far as it went', async () => {
    const file = join(folder(), 'r.jsonl');
    const screen = play(SMALL, 'two-valleys', '--as', 'lower', '--seed', '1', '--record', file);
    await playOn(screen, () => {}, 'rest');
    screen.press(KEYS.ctrlC);
    expect((await screen.exit).code).toBe(130);
    expect(screen.buffer()).toBe('normal');
    expect(screen.cursorVisible()).toBe(true);
    expect(screen.text().join('')).toContain('unfinished');
    const verified = parley(['verify', file]);
    expect(verified.code).toBe(1);
    expect(verified.stderr).toMatch(/the record stops before .* of round 2: its conference had not ended/);
  });

  test('plays a person against a program, and ends the program on the way out', async () => {
    const dir = folder();
    const program = join(dir, 'seat.mjs');
    const pid = join(dir, 'pid');
    writeFileSync(
      program,
      `import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
writeFileSync(${JSON.stringify(pid)}, String(process.pid));
console.error('the seat is taken');
createInterface({ input: process.stdin }).on('line', (line) => {
  const { type, number, question } = JSON.parse(line);
  if (type !== 'question') return;
  const answer = { amendments: { amendments: [] }, caucus: { acts: [] }, vote: { accepts: true }, stay: { stays: true } }[question];
  console.log(JSON.stringify({ type: 'answer', number, answer: { type: question, ...answer } }));
});
`,
    );
    const seat = `upper=program:${process.execPath} ${program}`;
    const screen = play(SMALL, 'two-valleys', '--as', 'lower', '--seed', '1', '--seat', seat);
    await playOn(screen, () => {}, 'rest');
    screen.press(KEYS.ctrlC);
    expect((await screen.exit).code).toBe(130);
    expect(screen.text().join('\n')).toContain('upper: the seat is taken');
    const running = parley(['--version']).code === 0 && isRunning(Number(readFileSync(pid, 'utf8')));
    expect(running).toBe(false);
  });

  test('writes the same bytes for one seat, whatever another that acts the same wants and feels', async () => {
    const bytes: string[] = [];
    for (const upper of ['{ walkAway: 0.4 }', '{ walkAway: 0.401, pain: 0.011 }']) {
      const cwd = folder();
      writeFileSync(join(cwd, 'valleys.yaml'), `extends: two-valleys\nparties:\n  upper: ${upper}\n`);
      const screen = open(
        process.execPath,
        [join(process.cwd(), 'dist/cli/parley.js'), 'play', 'valleys.yaml', '--as', 'lower', '--seed', '1'],
        { ...SMALL, cwd },
      );
      await calmly(screen);
      bytes.push(screen.written());
      await screen.stop();
    }
    expect(bytes[0]!.length).toBeGreaterThan(5000);
    expect(bytes[1]).toBe(bytes[0]);
  });
});

/** Plays two rounds, each key only when all that the one before it did has been written. */
async function calmly(screen: Screen): Promise<void> {
  await screen.until(/before you begin/);
  for (const key of [
    KEYS.enter,
    'a',
    'a',
    KEYS.enter,
    KEYS.tab,
    KEYS.tab,
    KEYS.tab,
    KEYS.enter,
    'a',
    'a',
    KEYS.enter,
    KEYS.enter,
    'a',
    'a',
    KEYS.enter,
  ]) {
    await quiet(screen);
    screen.press(key);
  }
  await quiet(screen);
}

/** Resolves when nothing has been written for a while. */
async function quiet(screen: Screen): Promise<void> {
  for (let before = -1; before !== screen.written().length;) {
    before = screen.written().length;
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
  }
}

function isRunning(pid: number): boolean {
  try {
    // A process that has ended and was not yet waited for has no command line.
    return process.kill(pid, 0) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}
