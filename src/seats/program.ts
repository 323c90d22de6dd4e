import { spawn, type ChildProcess } from 'node:child_process';
import type { Loss } from '../model/choices.ts';
import type { Answer } from '../model/question.ts';
import { Lines } from './lines.ts';
import { readLine, type ToProgram } from './messages.ts';

/** What came of a question put to a program. `gone`: it will answer no more. */
export type Reply =
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'lost'; readonly reason: Loss; readonly gone: boolean };

export interface ProgramOptions {
  /** As a shell takes it. */
  readonly command: string;
  /** Milliseconds for each answer. */
  readonly within: number;
  /** What it writes on stderr, line by line. */
  readonly onNote: (line: string) => void;
}

/** Turns in a row that a program may sleep through before its seat stays with the rule. */
const PATIENCE = 3;
/** Bytes that may wait for a program to read them. */
const UNREAD = 1024 * 1024;
/** Characters of a line and lines of stderr that are passed on. */
const NOTES = { line: 500, lines: 200 } as const;
/** Milliseconds between being told that it is over, being asked to go, and being made to. */
const GRACE = 500;

interface Waiting {
  readonly number: number;
  readonly resolve: (reply: Reply) => void;
  readonly timer: NodeJS.Timeout;
}

/** An external program in a seat: JSON lines on its stdin and stdout. Whatever it does, every question gets a reply. */
export class Program {
  readonly #child: ChildProcess;
  readonly #within: number;
  readonly #lines = new Lines();
  readonly #exit: Promise<void>;
  #waiting: Waiting | undefined;
  #gone: Loss | undefined;
  #late = 0;
  readonly #atExit = () => this.kill();

  constructor({ command, within, onNote }: ProgramOptions) {
    this.#within = within;
    // A process group of its own, so that nothing that it started outlives it.
    const child = spawn(command, { shell: true, stdio: 'pipe', detached: process.platform !== 'win32' });
    this.#child = child;
    this.#exit = new Promise((resolve) => {
      child.on('close', () => resolve());
      child.on('error', () => resolve());
    });
    // Its last words may still be in the pipe; what it has started must not keep that open.
    child.on('exit', () => this.#signal('SIGKILL'));
    child.on('close', () => this.#leave('crashed'));
    child.on('error', () => this.#leave('crashed'));
    // It may close its ears before it ends.
    child.stdin.on('error', () => {});
    child.stdout.on('data', (chunk: Buffer) => this.#hear(chunk));
    child.stderr.on('data', notesTo(onNote));
    process.on('exit', this.#atExit);
  }

  /** Puts a question; the reply comes within the time it has, whatever happens. */
  ask(question: ToProgram & { readonly type: 'question' }): Promise<Reply> {
    if (this.#gone !== undefined) return Promise.resolve({ type: 'lost', reason: this.#gone, gone: true });
    this.#lines.restart();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#timeUp(), this.#within);
      this.#waiting = { number: question.number, resolve, timer };
      this.tell(question);
    });
  }

  tell(message: ToProgram): void {
    if (this.#gone !== undefined) return;
    this.#child.stdin!.write(`${JSON.stringify(message)}\n`);
    if (this.#child.stdin!.writableLength > UNREAD) this.#leave('not-reading');
  }

  /** Closes its stdin, and sees to it that it goes. */
  async stop(): Promise<void> {
    this.#child.stdin?.end();
    if (this.#gone === undefined) {
      await noLonger(this.#exit, GRACE);
      this.#signal('SIGTERM');
      await noLonger(this.#exit, GRACE);
    }
    this.kill();
  }

  /** At once, with everything that it started. */
  kill(): void {
    process.off('exit', this.#atExit);
    this.#signal('SIGKILL');
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
    this.#leave('crashed');
  }

  #hear(chunk: Buffer): void {
    const lines = this.#gone === undefined ? this.#lines.take(chunk) : [];
    if (lines === undefined) return this.#leave('flooded');
    for (const line of lines) {
      const waiting = this.#waiting;
      // What it says unasked is not for us; it was counted.
      if (waiting === undefined) continue;
      const reading = readLine(line, waiting.number);
      if (reading.type === 'late') continue;
      this.#late = 0;
      this.#reply(reading.type === 'answer' ? reading : { ...reading, gone: false });
    }
  }

  #timeUp(): void {
    this.#late++;
    if (this.#late >= PATIENCE) this.#leave('too-slow');
    else this.#reply({ type: 'lost', reason: 'too-slow', gone: false });
  }

  /** It will not be asked again. */
  #leave(reason: Loss): void {
    if (this.#gone === undefined) {
      this.#gone = reason;
      this.#signal('SIGKILL');
    }
    this.#reply({ type: 'lost', reason: this.#gone, gone: true });
  }

  #reply(reply: Reply): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = undefined;
    clearTimeout(waiting.timer);
    waiting.resolve(reply);
  }

  /** To the whole group; it may have ended by itself. */
  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      if (process.platform === 'win32') this.#child.kill(signal);
      else process.kill(-pid, signal);
    } catch {
      // Nothing of it is left.
    }
  }
}

/** Waits for something, but not for ever. */
function noLonger(done: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return Promise.race([done, over]).finally(() => clearTimeout(timer));
}

/** Passes on lines, none too long and not too many. */
function notesTo(onNote: (line: string) => void): (chunk: Buffer) => void {
  const lines = new Lines();
  let left: number = NOTES.lines;
  return (chunk) => {
    lines.restart();
    if (left <= 0) return;
    const said = lines.take(chunk);
    if (said === undefined) left = 0;
    for (const line of said ?? ['… (it says too much)'])
      if (said === undefined || left-- > 0) onNote(line.slice(0, NOTES.line));
  };
}
