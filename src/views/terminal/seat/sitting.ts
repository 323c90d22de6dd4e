import type { OwnValues, SeatQuestion } from '../../../model/choices.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Answer, Holder } from '../../../model/question.ts';
import type { PartyId, Scenario } from '../../../model/scenario.ts';

/**
 * A conference that is being played, as the people at this terminal may know it. Whoever calls the view makes one; all
 * that it tells of a seat has gone through the projection, so that a screen has nothing to hide.
 */
export interface Sitting {
  /** The seats that people here decide for. */
  readonly seats: readonly PartyId[];
  readonly scenario: (seat: PartyId) => Scenario;
  readonly facts: (seat: PartyId) => readonly Fact[];
  readonly values: (seat: PartyId) => OwnValues;
  readonly holder: (seat: PartyId) => Holder;
  /** Questions that wait for somebody here. */
  readonly questions: () => readonly SeatQuestion[];
  /** Parties whose programs are thinking. */
  readonly awaited: () => readonly PartyId[];
  /** Nobody is awaited; `resume` goes on with the next round. */
  readonly resting: () => boolean;
  readonly ended: () => boolean;
  /** Why an answer was not taken; nothing when it was. */
  readonly answer: (number: number, answer: Answer) => string | undefined;
  /** What the rule would answer. */
  readonly advice: (number: number) => Answer | undefined;
  /** Leaves the rest of this round to the rule. */
  readonly passRound: (seat: PartyId) => void;
  readonly hand: (seat: PartyId, holder: 'person' | 'rule') => void;
  readonly resume: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Counts the changes. */
  readonly version: () => number;
  /** The command that shows afterwards what everybody kept to itself. */
  readonly reveal: string | undefined;
}
