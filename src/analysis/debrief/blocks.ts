import type { Fact, FactOf } from '../../model/fact.ts';
import type { ObjectionCode } from '../../model/question.ts';
import type { IssueId, PartyId, Scenario } from '../../model/scenario.ts';

/** What a party refused texts over, and how often. */
export interface Block {
  readonly party: PartyId;
  readonly issue: IssueId;
  readonly code: ObjectionCode;
  /** Rounds of the polls in which it objected so. */
  readonly rounds: readonly number[];
  /** Whether its refusal by itself prevents an agreement: it must sign, or has a veto. */
  readonly needed: boolean;
  /** Of these polls, those in which everybody else whose assent is needed accepted. */
  readonly alone: readonly number[];
}

/** Who blocked what and why, from the votes: first those whose assent is needed, then who refused most often. */
export function blocksOf(scenario: Scenario, facts: readonly Fact[]): readonly Block[] {
  const needed = neededIn(scenario);
  const votes = facts.filter((fact): fact is FactOf<'vote.cast'> => fact.type === 'vote.cast');
  const stoodAlone = (vote: FactOf<'vote.cast'>) =>
    needed.has(vote.party) &&
    votes.every(
      (other) => other.round !== vote.round || other.party === vote.party || !needed.has(other.party) || other.accepts,
    );
  const blocks = new Map<string, Block>();
  for (const vote of votes) {
    if (vote.objection === undefined) continue;
    const { party, round, objection } = vote;
    const key = `${party} ${objection.issue} ${objection.code}`;
    const before = blocks.get(key) ?? { party, ...objection, rounds: [], needed: needed.has(party), alone: [] };
    blocks.set(key, {
      ...before,
      rounds: [...before.rounds, round],
      alone: stoodAlone(vote) ? [...before.alone, round] : before.alone,
    });
  }
  return [...blocks.values()].sort((a, b) => Number(b.needed) - Number(a.needed) || b.rounds.length - a.rounds.length);
}

/** Those whose refusal alone prevents an agreement. */
export function neededIn({ parties, conference }: Scenario): ReadonlySet<PartyId> {
  return new Set([...parties.filter((party) => party.signatory).map((party) => party.id), ...conference.rule.vetoes]);
}
