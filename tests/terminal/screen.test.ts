import { afterEach, expect, it } from 'vitest';
import { KEYS, PROMPT, open, shell, stopAll } from './screen.ts';

afterEach(stopAll);

const node = (program: string, setting = {}) => open(process.execPath, ['-e', program], setting);

it('shows what a program writes, and how it ended', async () => {
  const screen = node(`console.log('at the \\x1b[31mtable\\x1b[0m'); process.exitCode = 3`);
  expect(await screen.exit).toEqual({ code: 3, signal: 0 });
  expect(screen.text()[0]).toBe('at the table');
  expect(screen.written()).toContain('\x1b[31m');
});

it('tells the alternate screen from the main one', async () => {
  const screen = node(`
    process.stdout.write('main\\r\\n\\x1b[?1049h\\x1b[H\\x1b[?25laside');
    process.stdin.setRawMode(true).once('data', () => {
      process.stdout.write('\\x1b[?25h\\x1b[?1049l');
      process.exit();
    })`);
  await screen.until('aside');
  expect(screen.buffer()).toBe('alternate');
  expect(screen.cursorVisible()).toBe(false);
  expect(screen.text()).not.toContain('main');

  screen.press('q');
  expect(await screen.exit).toEqual({ code: 0, signal: 0 });
  expect(screen.buffer()).toBe('normal');
  expect(screen.cursorVisible()).toBe(true);
  expect(screen.text()[0]).toBe('main');
});

it('changes its size under the program', async () => {
  const screen = node(
    `const size = () => console.log(process.stdout.getWindowSize().join('x'));
     size(); process.stdout.on('resize', size); setInterval(() => {}, 1000)`,
    { cols: 60, rows: 16 },
  );
  await screen.until('60x16');
  screen.resize(140, 40);
  await screen.until('140x40');
  expect(screen.text()).toHaveLength(40);
});

it('looks like a terminal of a person, not of a test runner', async () => {
  const screen = node(
    `const { CI, NO_COLOR, FORCE_COLOR, NODE_ENV, VITEST, TERM, COLORTERM, PARLEY } = process.env;
     console.log(process.stdin.isTTY, process.stdout.isTTY, process.stdout.getColorDepth());
     console.log([CI, NO_COLOR, FORCE_COLOR, NODE_ENV, VITEST].every((value) => value === undefined));
     console.log(TERM, COLORTERM, PARLEY)`,
    { env: { PARLEY: 'ours' } },
  );
  await screen.exit;
  expect(screen.text().slice(0, 3)).toEqual(['true true 24', 'true', 'xterm-256color truecolor ours']);
});

it('passes keys and signals on', async () => {
  const screen = node(`
    process.on('SIGTERM', () => { console.log('asked to go'); process.exit(143) });
    process.stdin.setRawMode(true).on('data', (key) => console.log(JSON.stringify(String(key))));
    console.log('ready')`);
  await screen.until('ready');
  screen.press(KEYS.end);
  await screen.until(String.raw`"\u001b[F"`);
  screen.kill('SIGTERM');
  expect(await screen.exit).toEqual({ code: 143, signal: 0 });
  expect(screen.text()).toContain('asked to go');
});

it('names the signal that ended a program', async () => {
  const screen = node(`console.log('ready'); setInterval(() => {}, 1000)`);
  await screen.until('ready');
  screen.kill('SIGKILL');
  expect((await screen.exit).signal).toBe(9);
});

it('keeps what has scrolled away', async () => {
  const screen = node(`for (let n = 1; n <= 50; n++) console.log('line ' + n)`, { rows: 10 });
  await screen.exit;
  expect(screen.text()).not.toContain('line 1');
  expect(screen.history()).toContain('line 1');
});

it('says what it saw when it waits in vain', async () => {
  const screen = node(`console.log('silence'); setInterval(() => {}, 1000)`);
  await screen.until('silence');
  await expect(screen.until('applause', 100)).rejects.toThrow(/No applause within 100 ms:\n\| silence/);
  await screen.stop();
  await expect(screen.until('applause')).rejects.toThrow(/ended/);
});

it('has a shell with job control', async () => {
  const screen = await shell();
  screen.press(`${process.execPath} -e "
    const beat = () => console.log('beat of ' + process.pid);
    process.on('SIGCONT', () => console.log('back')); beat(); setInterval(() => {}, 1000)"\r`);
  await screen.until(/^beat of \d+$/m);
  screen.press(KEYS.ctrlZ);
  await screen.until(/Stopped/);
  screen.press('fg\r');
  await screen.until(/^back$/m);
  screen.press(KEYS.ctrlC);
  await screen.until((lines) => lines.findLast((line) => line !== '') === PROMPT.trim());
  screen.press('echo "code $?"\r');
  await screen.until(/^code 130$/m);
  screen.press('exit\r');
  expect(await screen.exit).toEqual({ code: 0, signal: 0 });
});
