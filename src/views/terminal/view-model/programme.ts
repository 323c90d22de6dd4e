import type { Fact } from '../../../model/fact.ts';
import type { PartyId, Scenario } from '../../../model/scenario.ts';

/** A conference that has been played, and how it was asked for. */
export interface Programme {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly facts: readonly Fact[];
  /** Whose eyes it is seen with, facts and scenario being theirs; everybody's when left out. */
  readonly seats?: readonly PartyId[];
  /** The command that shows this run again. */
  readonly replay: string;
  /** How commands begin: `parley`, or `npm start --` inside the repository. */
  readonly command?: string;
  /** What was asked for, as a shell reads it back: the scenario and what was set in it. Its id when left out. */
  readonly name?: string;
}
