import type { PartyId } from '../../../model/scenario.ts';
import type { Party } from '../../../model/scenario.ts';
import type { ConferenceState, PartyTrace } from '../../../record/state.ts';

/** A party's numbers at the moment in view, each the latest that a fact has told. */
export interface PresentStanding {
  /** What the text is worth to it; nothing before the first round. */
  readonly utility: number | undefined;
  readonly walkAway: number;
  readonly target: number | undefined;
  readonly readiness: number | undefined;
}

export function standingOf(state: ConferenceState, party: Party): PresentStanding {
  const trace = state.parties[party.id]!;
  const atEnd = state.ending?.private[party.id];
  const vote = trace.vote?.round === state.round ? trace.vote : undefined;
  return {
    utility: atEnd?.utility ?? vote?.utility ?? trace.standing?.utility,
    walkAway: atEnd?.walkAway ?? walkAwayOf(state, trace, party.id) ?? party.walkAway.value,
    target: trace.standing?.target,
    readiness: trace.standing?.readiness,
  };
}

/** Pressure moves it in the caucus, pain and events in the recess. */
function walkAwayOf(state: ConferenceState, trace: PartyTrace, id: PartyId): number | undefined {
  if (state.phase === 'recess' && trace.mood !== undefined) return trace.mood.walkAway;
  if (trace.vote?.round === state.round) return trace.vote.walkAway;
  if (trace.standing === undefined) return undefined;
  return state.acts.reduce((sum, act) => (act.to === id ? sum + act.walkAwayBy : sum), trace.standing.walkAway);
}
