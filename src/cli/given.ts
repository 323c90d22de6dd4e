import { randomBytes } from 'node:crypto';
import { load, type Loaded } from '../scenario/load.ts';
import { printed } from '../scenario/problem-text.ts';
import { EXIT, Stop } from './exit.ts';
import { note } from './output.ts';

/** A scenario by bundled name or file, overrides applied; stops with every problem named when there are any. */
export function givenScenario(
  nameOrPath: string,
  options: { readonly set?: readonly string[]; readonly quiet?: boolean } = {},
): Loaded {
  const result = load(nameOrPath, options.set ?? []);
  if (!result.ok) {
    const code = result.error.some((problem) => problem.usage) ? EXIT.usage : EXIT.badInput;
    throw new Stop(code, printed(result.error));
  }
  if (result.value.warnings.length > 0) note(printed(result.value.warnings), options);
  return result.value;
}

/** A run of the first case that lasts at least four rounds, so that a first look shows a whole conference. */
export const FIRST_SEED = '42';

/** The seed asked for, or one drawn now; it is always shown. */
export function givenSeed(seed: string | undefined): string {
  return seed ?? randomBytes(4).toString('hex');
}
