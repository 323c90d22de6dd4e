import { transcript } from '../../views/transcript/transcript.ts';
import { conduct } from '../conduct.ts';
import { EXIT } from '../exit.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { house, programmeOf } from '../house.ts';
import { hasScreen, print } from '../output.ts';
import type { WatchOptions } from '../../views/terminal/watch.tsx';

interface Options {
  readonly seed?: string;
  readonly set?: readonly string[];
  readonly pace: number;
  readonly paused?: boolean;
  readonly plain?: boolean;
  readonly quiet?: boolean;
  /** False where nothing may wait for a key. */
  readonly input?: boolean;
}

/** The terminal view; without a terminal, or with --plain, the same run as a transcript. */
export async function watch(nameOrPath: string, options: Options): Promise<void> {
  const loaded = givenScenario(nameOrPath, options);
  const seed = givenSeed(options.seed);
  if (options.plain || options.input === false || !hasScreen(process.env)) {
    print(transcript(loaded.scenario, seed, conduct(loaded, seed, options.set ?? []).facts, options.set));
    return;
  }
  const programme = programmeOf(loaded, nameOrPath, seed, options.set);
  await view({ programme, pace: options.pace, start: options.paused ? 'paused' : 'playing' });
}

/** Takes the screen until somebody leaves it, then says goodbye and how to see the same again. */
export async function view(options: Omit<WatchOptions, 'house'>): Promise<void> {
  const terminal = await import('../../views/terminal/watch.tsx');
  const { farewell } = await import('../../views/terminal/farewell.ts');
  const { how, seen } = await terminal.watch({ house: house(), ...options });
  // A terminal that hung up has nobody to say goodbye to.
  if (how !== 'SIGHUP' && seen !== undefined) print(farewell(seen.programme, seen.moment));
  if (how === 'interrupted') process.exitCode = EXIT.interrupted;
  else if (how !== 'quit') process.kill(process.pid, how);
}
