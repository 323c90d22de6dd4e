import type { Scenario } from '../model/scenario.ts';
import type { Problem } from './problem.ts';
import type { Tree } from './tree.ts';

/** A scenario that has been checked, and the document that says the same wherever it is embedded. */
export interface Loaded {
  readonly scenario: Scenario;
  /** Stands alone, every number written out; the same bytes under `JSON.stringify` however the file was ordered. */
  readonly document: Tree;
  readonly warnings: readonly Problem[];
}
