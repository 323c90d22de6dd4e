import type { Fact } from '../../../model/fact.ts';
import { ENDING } from '../../prose/codes.ts';
import { capitalised, type Names } from '../../prose/names.ts';
import { sentence } from '../../prose/sentences.ts';

/** What happened in a round in one future and not in the other. */
export interface Difference {
  readonly round: number;
  readonly here: readonly string[];
  readonly there: readonly string[];
}

/** Two conferences of the same luck side by side: only the rounds in which they differ, and how each ends. */
export function differences(here: readonly Fact[], there: readonly Fact[], names: Names): readonly Difference[] {
  const [a, b] = [toldByRound(here, names), toldByRound(there, names)];
  const rounds = [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y);
  return rounds.flatMap((round) => {
    const [one = [], other = []] = [a.get(round), b.get(round)];
    const only = (of: readonly string[], besides: readonly string[]) => of.filter((text) => !besides.includes(text));
    const difference = { round, here: only(one, other), there: only(other, one) };
    return difference.here.length + difference.there.length === 0 ? [] : [difference];
  });
}

/** How a future ends, and in which round. */
export function endingOf(facts: readonly Fact[]): string {
  const ended = facts.find((fact) => fact.type === 'conference.ended');
  if (ended === undefined) return 'It does not end';
  return `It ends in ${ENDING[ended.ending]}${ended.round === 0 ? '' : `, round ${ended.round}`}`;
}

function toldByRound(facts: readonly Fact[], names: Names): ReadonlyMap<number, readonly string[]> {
  const rounds = new Map<number, string[]>();
  for (const fact of facts) {
    const text = counts(fact) ? sentence(fact, names) : undefined;
    if (text !== undefined) rounds.set(fact.round, [...(rounds.get(fact.round) ?? []), capitalised(text)]);
  }
  return rounds;
}

/** What was only asked for or tried in vain is left out: it would bury what came of it. */
function counts(fact: Fact): boolean {
  switch (fact.type) {
    case 'party.pressed':
      return fact.outcome !== 'failed';
    case 'amendments.tabled':
    case 'party.promised':
    case 'party.reassured':
    case 'seat.held':
      return false;
    default:
      return true;
  }
}
