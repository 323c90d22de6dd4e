import type { Grade } from '../model/attendance.ts';
import type { Change, FactOf, Mood, PressOutcome, Standing } from '../model/fact.ts';
import type { Holder, Objection } from '../model/question.ts';
import type { Channel, IssueId, OptionId, PartyId, Scenario } from '../model/scenario.ts';

/** Where a conference is: the last of its phases that a fact has shown. */
export type Phase =
  'convening' | 'proposing' | 'caucus' | 'drafting' | 'polling' | 'bargaining' | 'leaving' | 'recess' | 'ended';

/** A conference as its facts tell it up to one moment. `evolve` changes it in place; everybody else reads. */
export interface ConferenceState {
  round: number;
  phase: Phase;
  version: number;
  text: Record<IssueId, OptionId>;
  parties: Record<PartyId, PartyTrace>;
  /** What was done in the corridor in this round. */
  acts: Act[];
  /** Changes of the last draft. */
  drafted: readonly Change[];
  ending: FactOf<'conference.ended'> | undefined;
}

export interface PartyTrace {
  /** Nothing before attendance is settled. */
  grade: Grade | undefined;
  holder: Holder;
  standing: Standing | undefined;
  /** What it asked to change in this round. */
  asks: readonly Change[];
  vote:
    | {
        round: number;
        accepts: boolean;
        adReferendum: boolean;
        objection: Objection | undefined;
        /** Nothing where the vote was seen by others only. */
        utility: number | undefined;
        walkAway: number | undefined;
      }
    | undefined;
  threatened: boolean;
  left: boolean;
  mood: Mood | undefined;
}

export interface Act {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly channel: Channel;
  readonly outcome: PressOutcome;
  readonly walkAwayBy: number;
  readonly seenBy: readonly PartyId[] | undefined;
}

/** Before the first fact. */
export function stateAtStart(scenario: Scenario): ConferenceState {
  const parties: Record<PartyId, PartyTrace> = {};
  for (const { id } of scenario.parties) {
    parties[id] = {
      grade: undefined,
      holder: 'rule',
      standing: undefined,
      asks: [],
      vote: undefined,
      threatened: false,
      left: false,
      mood: undefined,
    };
  }
  return {
    round: 0,
    phase: 'convening',
    version: 1,
    text: Object.fromEntries(scenario.issues.map((issue) => [issue.id, issue.opening])),
    parties,
    acts: [],
    drafted: [],
    ending: undefined,
  };
}
