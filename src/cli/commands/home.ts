import { transcript } from '../../views/transcript/transcript.ts';
import { conduct } from '../conduct.ts';
import { FIRST_SEED, givenScenario } from '../given.ts';
import { commandName, hasScreen, note, print } from '../output.ts';

const SCENARIO = 'moscow-2018';

/** Seconds a round. */
const PACE = 3;

/** `parley` alone: the gallery on a terminal, the first case as a transcript without one. */
export async function home(options: { readonly quiet?: boolean; readonly input: boolean }): Promise<void> {
  if (options.input && hasScreen(process.env)) {
    const { view } = await import('./watch.ts');
    return view({ pace: PACE });
  }
  const loaded = givenScenario(SCENARIO, options);
  print(transcript(loaded.scenario, FIRST_SEED, conduct(loaded, FIRST_SEED, []).facts));
  note(`next: ${commandName()} run ${SCENARIO} --seed 7, or ${commandName()} --help`, options);
}
