import { GENERATOR } from '../chance/chance.ts';
import { playBulk } from '../conference/bulk.ts';
import { scriptOf } from '../conference/script.ts';
import type { Fact } from '../model/fact.ts';
import type { Chain } from '../record/chain.ts';
import { otherRules } from './broken.ts';
import { numbersOf, setsOf } from './course.ts';
import { RULES } from './version.ts';

/** Why a record does not come out when it is run again, and at which of its lines, counted from 1. */
export interface Doubt {
  readonly line?: number;
  readonly message: string;
  /** The facts that there are all come out; the conference went on after them. */
  readonly unended?: true;
}

/** Runs a conference again from the header and the inputs of its record alone; nothing when it comes out the same. */
export function doubtOn({ header, facts }: Pick<Chain, 'header' | 'facts'>): Doubt | undefined {
  if (header.generator !== GENERATOR)
    return { line: 1, message: `the record names another random generator: ${header.generator}` };
  if (header.rules !== RULES) return { message: otherRules({ header }) };
  const numbers = numbersOf(header, setsOf(facts));
  if (!numbers.ok) {
    const [problem] = numbers.error;
    if (problem?.usage !== true)
      return { line: 1, message: `the scenario in the header is not valid: ${problem?.message}` };
    const line = facts.findIndex((fact) => fact.type === 'course.changed') + 2;
    return { line, message: `a what-if sets what cannot be set: ${problem.message} (${problem.file})` };
  }
  const { setting, course } = numbers.value;
  const again = playBulk(setting, header.seed, { script: scriptOf(facts), course });
  const differs = firstDifference(facts, again);
  if (differs === undefined) return undefined;
  const unended = differs === facts.length && { unended: true as const };
  return { line: differs + 2, message: difference(facts[differs], again[differs]), ...unended };
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

/** "vote.cast (kabul) of round 3": a fact as the record has it. */
export function named(fact: Fact): string {
  const party = 'party' in fact ? ` (${fact.party})` : '';
  return `${fact.type}${party} of round ${fact.round}`;
}
