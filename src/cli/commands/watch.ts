import { transcript } from '../../views/transcript/transcript.ts';
import { conduct } from '../conduct.ts';
import { EXIT } from '../exit.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { commandName, print, shellWord } from '../output.ts';

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
  const sets = (options.set ?? []).map((one) => ` --set ${shellWord(one)}`).join('');
  const programme = {
    scenario: loaded.scenario,
    seed,
    facts,
    replay: `${commandName()} watch ${shellWord(nameOrPath)} --seed ${shellWord(seed)}${sets}`,
    command: commandName(),
    name: nameOrPath,
  };
  const view = await import('../../views/terminal/watch.tsx');
  const { farewell } = await import('../../views/terminal/farewell.ts');
  let seen = 0;
  const onLeave = (moment: number) => (seen = moment);
  const left = await view.watch({
    ...programme,
    pace: options.pace,
    start: options.paused ? 'paused' : 'playing',
    onLeave,
  });
  print(farewell(programme, seen));
  if (left === 'interrupted') process.exitCode = EXIT.interrupted;
}
