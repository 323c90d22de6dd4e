import { compromise } from '../../analysis/opinions.ts';
import { outcomeOf } from '../../record/result.ts';
import { transcript } from '../../views/transcript/transcript.ts';
import { conduct, type Conducted } from '../conduct.ts';
import { EXIT, obey, Stop } from '../exit.ts';
import { givenSeats, type SeatOptions } from '../given-seats.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { commandName, note, print, printJson } from '../output.ts';
import { setWords, shellWord } from '../../views/prose/shell.ts';
import { writeRecord } from '../record-file.ts';
import { RULES } from '../version.ts';
import type { Loaded } from '../../scenario/load.ts';

interface Options extends SeatOptions {
  readonly seed?: string;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly record?: string;
  readonly report?: string;
  readonly quiet?: boolean;
}

export async function run(nameOrPath: string, options: Options): Promise<void> {
  if (options.json && options.jsonl)
    throw new Stop(EXIT.usage, 'parley run: --json and --jsonl both want stdout; choose one');
  const loaded = givenScenario(nameOrPath, options);
  const seed = givenSeed(options.seed);
  const conducted = await conductedWith(loaded, seed, options);
  if (options.record !== undefined) writeRecord('run', options.record, conducted, options);
  if (conducted.stopped !== undefined) return obey(conducted.stopped);
  if (options.report !== undefined) await report(options.report, loaded, seed, conducted, nameOrPath, options);
  if (options.json) printJson(resultOf(loaded, seed, conducted));
  else if (!options.jsonl) print(transcript(loaded.scenario, seed, conducted.facts, options.set));
  // What a program answers is in the record alone.
  if (options.seed === undefined && (options.seat ?? []).length === 0)
    note(
      `seed ${seed}: ${commandName()} run ${shellWord(nameOrPath)} --seed ${seed}${setWords(options.set)} shows this run again`,
      options,
    );
}

/** The debrief of this one run, as `debrief` makes it of its record. */
async function report(
  file: string,
  { scenario }: Loaded,
  seed: string,
  { facts, hash }: Conducted,
  nameOrPath: string,
  options: Options,
): Promise<void> {
  const { writeDebrief } = await import('../debrief-file.ts');
  const { CLOUD } = await import('../cloud.ts');
  const played = `run ${shellWord(nameOrPath)} --seed ${shellWord(seed)}${setWords(options.set)}`;
  await writeDebrief(file, {
    command: 'run',
    scenario,
    groups: [{ source: 'record', name: scenario.id, file: played, seed, hash, scenario, facts, doubts: [] }],
    troubles: [],
    cloud: CLOUD,
    format: /\.(md|markdown)$/i.test(file) ? 'md' : 'html',
    again: `parley ${played} --report ${shellWord(file)}`,
  });
  note(`report ${file}: open it in a browser`, options);
}

/** The conference with programs in the seats that were given to them; without any there is no need to wait. */
async function conductedWith(
  loaded: Loaded,
  seed: string,
  options: Options,
): Promise<Conducted & { readonly stopped?: NodeJS.Signals | undefined }> {
  const onLine = options.jsonl ? print : undefined;
  if ((options.seat ?? []).length === 0) return conduct(loaded, seed, options.set ?? [], onLine);
  const seats = givenSeats(loaded.scenario, options);
  const { openSession, playOut } = await import('../session.ts');
  const onNote = (text: string) => note(text, options);
  const session = openSession(loaded, seed, options.set ?? [], seats, { onNote, ...(onLine && { onLine }) });
  const stopped = await playOut(session);
  return { ...session.conducted(), stopped };
}

/** The object that `run --json` prints; its fields are a contract (docs/json.md). */
export function resultOf({ scenario }: Pick<Loaded, 'scenario'>, seed: string, { facts, hash }: Conducted) {
  const outcome = outcomeOf(scenario, facts);
  if (outcome === undefined) throw new Error('the conference did not end');
  const { ending, rounds, text, parties, ...afterSigning } = outcome;
  return {
    scenario: scenario.id,
    seed,
    ending,
    rounds,
    text,
    parties,
    ...afterSigning,
    baseline: { compromise: compromise(scenario) },
    rules: RULES,
    hash,
  };
}
