import { EXIT } from './exit.ts';

/** stdout carries data, stderr the rest. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

export function note(text: string, options: { readonly quiet?: boolean } = {}): void {
  if (options.quiet !== true) process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

/**
 * A reader that has seen enough (`| head`) is no error. Any other trouble with stdout ends the command in one line;
 * trouble with stderr is nobody's business, for there is nowhere left to tell it.
 */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') note(`parley: the output could not be written: ${reasonOf(error)}`);
    process.exit(error.code === 'EPIPE' ? undefined : EXIT.failed);
  });
  process.stderr.on('error', () => {});
}

/** Why a file or stream could not be used, in words. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? `the system says ${code ?? String(error)}`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'that is not allowed here',
  EPERM: 'that is not allowed here',
  EROFS: 'nothing can be written there',
  EISDIR: 'that is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'it exists already',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
  ERR_STRING_TOO_LONG: 'it is too large to read',
};

/** Whether there is a screen to draw on and somebody to press a key: not in CI, for a screen reader, or on a dumb terminal. */
export function hasScreen(env: NodeJS.ProcessEnv): boolean {
  const isSet = (name: string) => !['', '0', 'false'].includes(env[name] ?? '');
  if (!process.stdout.isTTY || !process.stdin.isTTY) return false;
  return (env['TERM'] ?? '') !== '' && env['TERM'] !== 'dumb' && !isSet('CI') && !isSet('INK_SCREEN_READER');
}

/** The command that a reader can type; inside the repository that is `npm start --`. */
export function commandName(): string {
  return process.env['npm_lifecycle_event'] === 'start' ? 'npm start --' : 'parley';
}
