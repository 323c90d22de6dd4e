import type { Fact } from '../../../model/fact.ts';
import type { Quantity } from '../../../model/quantity.ts';
import type { PartyId, Scenario } from '../../../model/scenario.ts';
import type { WhatIf } from '../../../model/what-if.ts';

/** One number with its path in the scenario, as `evidence` lists it. */
export interface Evidence extends Pick<Quantity, 'value' | 'low' | 'high' | 'basis'> {
  readonly path: string;
}

/** A conference as it would have gone, or why it cannot be played so. */
export type Future =
  | { readonly ok: true; readonly programme: Programme; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly why: readonly string[] };

/** Something to try next, with its command. */
export interface Suggestion {
  readonly what: string;
  readonly command: string;
}

/** A conference that has been played, and how it was asked for. */
export interface Programme {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly facts: readonly Fact[];
  /** The round to open at; the start when left out. */
  readonly round?: number;
  /** Whose eyes it is seen with, facts and scenario being theirs; everybody's when left out. */
  readonly seats?: readonly PartyId[];
  /** The command that shows this run again. */
  readonly replay: string;
  /** How commands begin: `parley`, or `npm start --` inside the repository. */
  readonly command?: string;
  /** What was asked for, as a shell reads it back: the scenario and what was set in it. Its id when left out. */
  readonly name?: string;
  /** What to try next, where that is not this scenario with other luck, another number or a seat of one's own. */
  readonly next?: readonly Suggestion[];
  /** In a fork: what is otherwise in it, for its title. */
  readonly whatIf?: string;
  /** Plays the rest of this conference otherwise, with the same luck; left out where it cannot be. */
  readonly fork?: (whatIf: WhatIf) => Future;
  /** Where every number comes from; asked for when somebody looks. */
  readonly evidence?: () => readonly Evidence[];
}
