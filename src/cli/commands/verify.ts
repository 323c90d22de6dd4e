import { readFileSync, statSync } from 'node:fs';
import { GENERATOR } from '../../chance/chance.ts';
import { playBulk } from '../../conference/bulk.ts';
import { scriptOf } from '../../conference/script.ts';
import type { Fact } from '../../model/fact.ts';
import { readChain, type Break, type Chain } from '../../record/chain.ts';
import { settingOf } from '../../rules/setting.ts';
import { scenarioFrom } from '../../scenario/load.ts';
import { EXIT } from '../exit.ts';
import { note, print, printJson, reasonOf } from '../output.ts';
import { RELEASE_OF_RULES, RULES } from '../version.ts';

/** What became of one record: `verified`, or why not and where. */
export interface Verdict {
  readonly record: string;
  readonly verified: boolean;
  /** The file itself could not be read. */
  readonly unreadable?: true;
  readonly hash?: string;
  readonly facts?: number;
  /** Counted from 1. */
  readonly line?: number;
  readonly message: string;
}

export function verify(
  records: readonly string[],
  options: { readonly json?: boolean; readonly quiet?: boolean },
): void {
  const verdicts = records.map(verdictOnFile);
  if (options.json) printJson(verdicts);
  for (const verdict of verdicts) {
    if (options.json) continue;
    if (verdict.verified) print(`${verdict.record}: ${verdict.message}`);
    else note(`${verdict.record}${verdict.line === undefined ? '' : `:${verdict.line}`}: ${verdict.message}`);
  }
  if (verdicts.some((verdict) => verdict.unreadable)) process.exitCode = EXIT.badInput;
  else if (verdicts.some((verdict) => !verdict.verified)) process.exitCode = EXIT.failed;
}

function verdictOnFile(record: string): Verdict {
  try {
    if (!statSync(record).isFile())
      return { record, verified: false, unreadable: true, message: 'this is no ordinary file' };
    return verdictOn(record, readFileSync(record, 'utf8'));
  } catch (error) {
    // Only the file system's errors have a code; anything else is ours.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { record, verified: false, unreadable: true, message: reasonOf(error) };
  }
}

export function verdictOn(record: string, text: string): Verdict {
  const read = readChain(text);
  if (!read.ok) return { record, verified: false, line: read.problem.line, message: inWords(read.problem) };
  const { chain } = read;
  const found = { record, hash: chain.hash, facts: chain.facts.length };
  if (chain.header.generator !== GENERATOR)
    return {
      ...found,
      verified: false,
      line: 1,
      message: `the record names another random generator: ${chain.header.generator}`,
    };
  if (chain.header.rules !== RULES) return { ...found, verified: false, message: otherRules(chain) };
  const scenario = scenarioFrom(chain.header.scenario);
  if (!scenario.ok)
    return {
      ...found,
      verified: false,
      line: 1,
      message: `the scenario in the header is not valid: ${scenario.error[0]?.message}`,
    };
  const again = playBulk(settingOf(scenario.value), chain.header.seed, { script: scriptOf(chain.facts) });
  const differs = firstDifference(chain.facts, again);
  if (differs !== undefined)
    return { ...found, verified: false, line: differs + 2, message: difference(chain.facts[differs], again[differs]) };
  return { ...found, verified: true, message: `verified: ${chain.facts.length} facts, hash ${chain.hash}` };
}

/** The index of the first fact that comes out otherwise when the conference is run again. */
function firstDifference(recorded: readonly Fact[], again: readonly Fact[]): number | undefined {
  const length = Math.max(recorded.length, again.length);
  for (let n = 0; n < length; n++) if (JSON.stringify(recorded[n]) !== JSON.stringify(again[n])) return n;
  return undefined;
}

function difference(recorded: Fact | undefined, again: Fact | undefined): string {
  if (recorded === undefined) return `the record stops before ${named(again!)}: its conference had not ended`;
  if (again === undefined) return `the conference had ended before ${named(recorded)}`;
  return `${named(recorded)} does not come out when the conference is run again; the rules give ${named(again)}${named(recorded) === named(again) ? ' with other values' : ''}`;
}

function named(fact: Fact): string {
  const party = 'party' in fact ? ` (${fact.party})` : '';
  return `${fact.type}${party} of round ${fact.round}`;
}

function inWords({ code, fact, found, after }: Break): string {
  const place = after === undefined ? '' : `, after ${after.type} of round ${after.round}`;
  const what = fact === undefined ? 'the header' : `${fact.type} of round ${fact.round}`;
  switch (code) {
    case 'empty':
      return 'the record is empty';
    case 'not-json':
      return `the chain breaks here${place}: this line is not JSON`;
    case 'no-header':
      return 'this is not a Parley record: its first line is no header';
    case 'format':
      return `the record has format ${found}, which this release cannot read`;
    case 'no-fact':
      return `the chain breaks here${place}: this line holds no fact`;
    case 'no-input':
      return `${what} is no answer that a seat could give`;
    case 'unended-line':
      return 'the last line is not complete: the record was cut off';
    case 'changed':
      return `the chain breaks here: ${what} is not what was written`;
  }
}

function otherRules({ header }: Chain): string {
  const release = RELEASE_OF_RULES[header.rules];
  const newer = header.rules > RULES ? 'a newer release of parley-sim' : 'no release of parley-sim that is known';
  const who = release === undefined ? newer : `parley-sim ${release}`;
  return `the chain holds, but the record was made by rules ${header.rules} and these are rules ${RULES}; ${who} can run it again`;
}
