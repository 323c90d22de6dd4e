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

/** A reader that has seen enough (`| head`) is no error. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}

/** The command that a reader can type; inside the repository that is `npm start --`. */
export function commandName(): string {
  return process.env['npm_lifecycle_event'] === 'start' ? 'npm start --' : 'parley';
}

/** A word as a shell takes it whole. */
export function shellWord(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
