import { transcript } from '../../views/transcript/transcript.ts';
import { conduct } from '../conduct.ts';
import { EXIT } from '../exit.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { commandName, print } from '../output.ts';

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
  const { facts } = conduct(loaded, seed, options.set ?? []);
  if (options.plain || options.input === false || !process.stdout.isTTY || !process.stdin.isTTY) {
    print(transcript(loaded.scenario, seed, facts));
    return;
  }
  const sets = (options.set ?? []).map((one) => ` --set ${one}`).join('');
  const view = await import('../../views/terminal/watch.tsx');
  const left = await view.watch({
    scenario: loaded.scenario,
    seed,
    facts,
    replay: `${commandName()} watch ${nameOrPath} --seed ${seed}${sets}`,
    command: commandName(),
    pace: options.pace,
    start: options.paused ? 'paused' : 'playing',
  });
  if (left === 'interrupted') process.exitCode = EXIT.interrupted;
}
