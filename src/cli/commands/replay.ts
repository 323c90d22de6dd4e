import { transcript } from '../../views/transcript/transcript.ts';
import { distrust } from '../distrust.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenRecord } from '../given-record.ts';
import { programmeOfRecord } from '../house.ts';
import { hasScreen, print } from '../output.ts';
import { RULES } from '../version.ts';

interface Options {
  readonly round?: number;
  readonly pace: number;
  readonly plain?: boolean;
  readonly quiet?: boolean;
  /** False where nothing may wait for a key. */
  readonly input?: boolean;
}

/** A record in the terminal view; without a terminal, or with --plain, its transcript. */
export async function replay(file: string, options: Options): Promise<void> {
  const record = givenRecord('replay', file);
  const { scenario, facts, header } = record;
  distrust('replay', record, options);
  const rounds = facts.filter((fact) => fact.type === 'round.opened').length;
  const { round } = options;
  if (round !== undefined && round > rounds)
    throw new Stop(
      EXIT.usage,
      `parley replay: there is no round ${round} in ${file}: ${rounds === 0 ? 'none was opened' : `its last is round ${rounds}`}`,
    );
  if (options.plain || options.input === false || !hasScreen(process.env)) {
    print(transcript(scenario, header.seed, facts, header.overrides));
    return;
  }
  const programme = { ...programmeOfRecord(record), ...(round !== undefined && { round }) };
  const { view } = await import('./watch.ts');
  const { forkOf } = await import('../house.ts');
  // What other rules made cannot be played on by these.
  const asked = header.rules === RULES ? { ...programme, fork: forkOf(programme, header) } : programme;
  await view({ programme: asked, pace: options.pace, start: round === undefined ? 'playing' : 'paused' });
}
