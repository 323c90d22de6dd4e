import type { Grade } from '../model/attendance.ts';
import type { Ending } from '../model/ending.ts';
import type { Fact } from '../model/fact.ts';
import type { IssueId, OptionId, PartyId, Scenario } from '../model/scenario.ts';
import { evolve } from './evolve.ts';
import { stateAtStart } from './state.ts';

/** How a conference came out, folded from its facts. */
export interface Outcome {
  readonly ending: Ending;
  readonly rounds: number;
  /** The last text. */
  readonly text: Readonly<Record<IssueId, OptionId>>;
  readonly parties: Readonly<Record<PartyId, PartyOutcome>>;
  /** Of an agreement: who has to ratify it and whether they do, and the durability index with its parts. */
  readonly ratified?: Readonly<Record<PartyId, boolean>>;
  readonly durability?: {
    readonly index: number;
    readonly margin: number;
    readonly guarantee: number;
    readonly freedom: number;
  };
}

export interface PartyOutcome {
  readonly attendance: Grade;
  /** What the last text is worth to it, and its walk-away at the end. */
  readonly utility: number;
  readonly walkAway: number;
  readonly signed: boolean;
}

/** Nothing when the facts do not reach an ending. */
export function outcomeOf(scenario: Scenario, facts: readonly Fact[]): Outcome | undefined {
  const state = stateAtStart(scenario);
  for (const fact of facts) evolve(state, fact);
  const { ending } = state;
  if (ending === undefined) return undefined;
  const parties: Record<PartyId, PartyOutcome> = {};
  for (const party of scenario.parties) {
    const { utility, walkAway } = ending.private[party.id]!;
    parties[party.id] = {
      attendance: state.parties[party.id]!.grade ?? 'absent',
      utility,
      walkAway,
      signed: ending.ending === 'agreement' && ending.parties.includes(party.id),
    };
  }
  return { ending: ending.ending, rounds: state.round, text: state.text, parties, ...afterSigning(facts) };
}

function afterSigning(facts: readonly Fact[]): Pick<Outcome, 'ratified' | 'durability'> {
  const weighed = facts.find((fact) => fact.type === 'durability.weighed');
  if (weighed === undefined) return {};
  const { index, margin, guarantee, freedom } = weighed;
  const homes = facts.flatMap((fact) =>
    fact.type === 'agreement.ratified' ? [[fact.party, fact.ratified] as const] : [],
  );
  return { ratified: Object.fromEntries(homes), durability: { index, margin, guarantee, freedom } };
}
