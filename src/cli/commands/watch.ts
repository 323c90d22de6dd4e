import type { Programme } from '../../views/terminal/view-model/programme.ts';
import type { WatchOptions } from '../../views/terminal/watch.tsx';
import { transcript } from '../../views/transcript/transcript.ts';
import { conduct } from '../conduct.ts';
import { EXIT } from '../exit.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { commandName, hasScreen, print, setWords, shellWord } from '../output.ts';

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

interface Viewed extends Pick<WatchOptions, 'pace' | 'start'> {
  readonly programme: Programme;
}

/** The terminal view; without a terminal, or with --plain, the same run as a transcript. */
export async function watch(nameOrPath: string, options: Options): Promise<void> {
  const loaded = givenScenario(nameOrPath, options);
  const seed = givenSeed(options.seed);
  const { facts } = conduct(loaded, seed, options.set ?? []);
  if (options.plain || options.input === false || !hasScreen(process.env)) {
    print(transcript(loaded.scenario, seed, facts, options.set));
    return;
  }
  const name = `${shellWord(nameOrPath)}${setWords(options.set)}`;
  const programme = {
    scenario: loaded.scenario,
    seed,
    facts,
    replay: `${commandName()} watch ${name} --seed ${shellWord(seed)}`,
    command: commandName(),
    name,
  };
  await view({ programme, pace: options.pace, start: options.paused ? 'paused' : 'playing' });
}

/** Takes the screen until somebody leaves it, then says goodbye and how to see the same again. */
export async function view({ programme, ...options }: Viewed): Promise<void> {
  const terminal = await import('../../views/terminal/watch.tsx');
  const { farewell } = await import('../../views/terminal/farewell.ts');
  let seen = 0;
  const left = await terminal.watch({ ...programme, ...options, onLeave: (moment) => (seen = moment) });
  // A terminal that hung up has nobody to say goodbye to.
  if (left !== 'SIGHUP') print(farewell(programme, seen));
  if (left === 'interrupted') process.exitCode = EXIT.interrupted;
  else if (left !== 'quit') process.kill(process.pid, left);
}
