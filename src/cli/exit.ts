/** What the shell is told. */
export const EXIT = {
  done: 0,
  /** Failed or different: a record that does not verify, two runs that differ. */
  failed: 1,
  usage: 2,
  /** A file we were given cannot be used. */
  badInput: 65,
  /** Our bug. */
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Obeys a signal that was held back until all was put in order. */
export function obey(signal: NodeJS.Signals): void {
  if (signal === 'SIGINT') process.exitCode = EXIT.interrupted;
  else process.kill(process.pid, signal);
}

/** Ends a command with a message for stderr; the only error that is not a bug. */
export class Stop extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
