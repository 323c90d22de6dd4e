import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';

export interface Setting {
  readonly cols?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** Added to the cleaned environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface Exit {
  readonly code: number;
  /** The number of the signal that ended the program, 0 for none. */
  readonly signal: number;
}

export type Wanted = string | RegExp | ((lines: readonly string[], screen: Screen) => boolean);

/** A program on a terminal of its own, seen as a person sees it. */
export interface Screen {
  readonly pid: number;
  /** The lines on the screen from the top, without trailing blanks. */
  text(): string[];
  /** The lines on the screen as stretches of cells that look alike. */
  runs(): readonly (readonly Run[])[];
  /** The lines of the current buffer with what has scrolled away above the screen. */
  history(): string[];
  /** Resolves with the screen as soon as it shows what is wanted; rejects with a picture of it after the timeout (ms). */
  until(wanted: Wanted, timeout?: number): Promise<string[]>;
  /** Types; see KEYS for the keys that have no character. */
  press(keys: string): void;
  resize(cols: number, rows: number): void;
  buffer(): 'normal' | 'alternate';
  cursorVisible(): boolean;
  /** Every byte the program has written, escape sequences and all. */
  written(): string;
  /** Resolves when the program has ended and its last words are on the screen. */
  readonly exit: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** Ends the program however it can. */
  stop(): Promise<void>;
}

/** Cells side by side that look alike. */
export interface Run {
  readonly text: string;
  /** First cell and number of cells. */
  readonly column: number;
  readonly cells: number;
  /** `#rrggbb`; nothing for the terminal's own colour. */
  readonly color?: string;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly inverse: boolean;
}

export const KEYS = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  shiftTab: '\x1b[Z',
  backspace: '\x7f',
  delete: '\x1b[3~',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageUp: '\x1b[5~',
  pageDown: '\x1b[6~',
  ctrlC: '\x03',
  ctrlD: '\x04',
  ctrlL: '\x0c',
  ctrlZ: '\x1a',
} as const;

const POLL = 10;
const PATIENCE = 15_000;

const opened = new Set<Screen>();

/** For `afterEach`: a failed test leaves no program behind. */
export async function stopAll(): Promise<void> {
  await Promise.all([...opened].map((screen) => screen.stop()));
}

export function open(command: string, args: readonly string[], setting: Setting = {}): Screen {
  const { cols = 80, rows = 24, cwd = process.cwd() } = setting;
  const term = new headless.Terminal({ cols, rows, scrollback: 5000, allowProposedApi: true });
  const env = cleaned(process.env, setting.env);
  const pty = spawn(command, [...args], { name: env['TERM'] ?? 'xterm-256color', cols, rows, cwd, env });

  let written = '';
  let pending = 0;
  let ended: Exit | undefined;
  pty.onData((data) => {
    written += data;
    pending++;
    term.write(data, () => pending--);
  });
  // Programs ask the terminal for its colours and its cursor, and wait for the answer.
  term.onData((answer) => {
    if (ended === undefined) pty.write(answer);
  });

  const exit = new Promise<Exit>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      void settled().then(() => {
        ended = { code: exitCode, signal: signal ?? 0 };
        opened.delete(screen);
        resolve(ended);
      });
    });
  });

  async function settled(): Promise<void> {
    await pause(POLL);
    if (pending > 0) await settled();
  }

  function lines(from: number, to: number): string[] {
    const buffer = term.buffer.active;
    return Array.from({ length: to - from }, (_, row) =>
      (buffer.getLine(from + row)?.translateToString() ?? '').trimEnd(),
    );
  }

  const screen: Screen = {
    pid: pty.pid,
    exit,
    text: () => lines(term.buffer.active.baseY, term.buffer.active.baseY + term.rows),
    runs: () => Array.from({ length: term.rows }, (_, row) => runsOf(term, term.buffer.active.baseY + row)),
    history: () => lines(0, term.buffer.active.length),
    async until(wanted, timeout = PATIENCE) {
      const deadline = Date.now() + timeout;
      for (;;) {
        if (pending === 0) {
          const text = screen.text();
          if (shows(text, wanted, screen)) return text;
          if (ended !== undefined)
            throw new Error(`${command} ended (${ended.code}) before ${String(wanted)}:\n${framed(text)}`);
          if (Date.now() > deadline) throw new Error(`No ${String(wanted)} within ${timeout} ms:\n${framed(text)}`);
        }
        await pause(POLL);
      }
    },
    press: (keys) => pty.write(keys),
    resize(wide, high) {
      term.resize(wide, high);
      pty.resize(wide, high);
    },
    buffer: () => term.buffer.active.type,
    cursorVisible: () => written.lastIndexOf('\x1b[?25l') <= written.lastIndexOf('\x1b[?25h'),
    written: () => written,
    kill: (signal) => pty.kill(signal),
    async stop() {
      for (const signal of ['SIGHUP', 'SIGKILL'] as const) {
        if (ended !== undefined) break;
        signalGroup(pty.pid, signal);
        await Promise.race([exit, pause(1000)]);
      }
      opened.delete(screen);
    },
  };
  opened.add(screen);
  return screen;
}

/** One line of a terminal's buffer as runs. */
export function runsOf(term: headless.Terminal, row: number): readonly Run[] {
  const line = term.buffer.active.getLine(row);
  const runs: Run[] = [];
  for (let column = 0; column < term.cols; column++) {
    const cell = line?.getCell(column);
    // The second cell of a wide character belongs to the first.
    if (cell === undefined || cell.getWidth() === 0) continue;
    const look = {
      ...(cell.isFgRGB() && { color: `#${cell.getFgColor().toString(16).padStart(6, '0')}` }),
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
      inverse: cell.isInverse() !== 0,
    };
    const before = runs.at(-1);
    const text = cell.getChars() || ' ';
    if (before !== undefined && alike(before, look))
      runs[runs.length - 1] = { ...before, text: before.text + text, cells: before.cells + cell.getWidth() };
    else runs.push({ text, column, cells: cell.getWidth(), ...look });
  }
  return runs;
}

type Look = Pick<Run, 'color' | 'bold' | 'dim' | 'inverse'>;

function alike(one: Look, other: Look): boolean {
  return one.color === other.color && one.bold === other.bold && one.dim === other.dim && one.inverse === other.inverse;
}

/** The prompt of `shell`. */
export const PROMPT = 'shell> ';

/** An interactive bash, whose job control answers Ctrl-Z, `fg` and `bg`. Resolves at its first prompt. */
export async function shell(setting: Setting = {}): Promise<Screen> {
  const screen = open('bash', ['--norc', '--noprofile', '-i'], {
    ...setting,
    env: { PS1: PROMPT, HISTFILE: undefined, BASH_SILENCE_DEPRECATION_WARNING: '1', ...setting.env },
  });
  await screen.until(PROMPT.trim());
  return screen;
}

/** What a person's terminal would say, whatever machine or test runner this is. */
function cleaned(from: NodeJS.ProcessEnv, added: Setting['env'] = {}): Record<string, string> {
  const env: Record<string, string | undefined> = {
    ...from,
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    ...Object.fromEntries(
      Object.keys(from)
        .filter(betraysTests)
        .map((name) => [name, undefined]),
    ),
    ...added,
  };
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

// Ink draws nothing where any of the first is set, even empty; React and chalk listen to the others.
function betraysTests(name: string): boolean {
  return (
    /^(CI|CI_.*|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR)$/.test(name) ||
    /^(NODE_ENV|NODE_OPTIONS|TEST|VITEST|VITEST_.*|DEV|PROD|MODE|COLUMNS|LINES|INK_SCREEN_READER)$/.test(name)
  );
}

function shows(text: readonly string[], wanted: Wanted, screen: Screen): boolean {
  if (typeof wanted === 'function') return wanted(text, screen);
  const whole = text.join('\n');
  return typeof wanted === 'string' ? whole.includes(wanted) : wanted.test(whole);
}

function framed(text: readonly string[]): string {
  return text.map((line) => `| ${line}`).join('\n');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself meanwhile.
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
