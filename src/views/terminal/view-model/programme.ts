import type { Fact } from '../../../model/fact.ts';
import type { Scenario } from '../../../model/scenario.ts';

/** A conference that has been played, and how it was asked for. */
export interface Programme {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly facts: readonly Fact[];
  /** The command that shows this run again. */
  readonly replay: string;
  /** How commands begin: `parley`, or `npm start --` inside the repository. */
  readonly command?: string;
  /** What the scenario was called on the command line; its id when left out. */
  readonly name?: string;
}
