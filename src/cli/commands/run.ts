import { writeFileSync } from 'node:fs';
import { compromise } from '../../analysis/opinions.ts';
import { outcomeOf } from '../../record/result.ts';
import { transcript } from '../../views/transcript/transcript.ts';
import { conduct, type Conducted } from '../conduct.ts';
import { EXIT, Stop } from '../exit.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { commandName, note, print, printJson, reasonOf, setWords, shellWord } from '../output.ts';
import { RULES } from '../version.ts';
import type { Loaded } from '../../scenario/load.ts';

interface Options {
  readonly seed?: string;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly record?: string;
  readonly quiet?: boolean;
}

export function run(nameOrPath: string, options: Options): void {
  if (options.json && options.jsonl)
    throw new Stop(EXIT.usage, 'parley run: --json and --jsonl both want stdout; choose one');
  const loaded = givenScenario(nameOrPath, options);
  const seed = givenSeed(options.seed);
  const conducted = conduct(loaded, seed, options.set ?? [], options.jsonl ? print : undefined);
  if (options.record !== undefined) writeRecord(options.record, conducted, options);
  if (options.json) printJson(resultOf(loaded, seed, conducted));
  else if (!options.jsonl) print(transcript(loaded.scenario, seed, conducted.facts, options.set));
  if (options.seed === undefined)
    note(
      `seed ${seed}: ${commandName()} run ${shellWord(nameOrPath)} --seed ${seed}${setWords(options.set)} shows this run again`,
      options,
    );
}

/** The object that `run --json` prints; its fields are a contract (docs/json.md). */
export function resultOf({ scenario }: Loaded, seed: string, { facts, hash }: Conducted) {
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

function writeRecord(file: string, conducted: Conducted, options: Options): void {
  try {
    writeFileSync(file, conducted.lines.map((line) => `${line}\n`).join(''));
  } catch (error) {
    throw new Stop(EXIT.failed, `parley run: the record could not be written to ${file}: ${reasonOf(error)}`);
  }
  note(
    `record ${file}: ${conducted.facts.length} facts, hash ${conducted.hash.slice(0, 16)}; ${commandName()} verify ${shellWord(file)} proves it`,
    options,
  );
}
