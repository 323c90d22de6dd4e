import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

export interface Options {
  readonly json: boolean;
  readonly n: number | undefined;
  readonly threads: number;
}

/** `--json`, `--n N`, `--threads N`; nothing and a sentence on stderr when they make no sense. */
export function options(usage: string): Options | undefined {
  const whole = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  try {
    const { values } = parseArgs({
      options: { json: { type: 'boolean' }, n: { type: 'string' }, threads: { type: 'string' } },
    });
    const n = whole(values.n);
    const threads = whole(values.threads) ?? availableParallelism();
    if (n !== undefined && !(Number.isInteger(n) && n > 0)) throw new Error('--n takes a whole number above 0');
    if (!(Number.isInteger(threads) && threads >= 0)) throw new Error('--threads takes a whole number');
    return { json: values.json ?? false, n, threads };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return undefined;
  }
}
