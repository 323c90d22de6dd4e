import { chanceOf } from '../../src/chance/chance.ts';
import type { Ending } from '../../src/model/ending.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { caucus } from './caucus.ts';
import { come } from './coming.ts';
import { draft, learn } from './drafting.ts';
import { isAgreed, isCommunique } from './endings.ts';
import { leave, strain } from './leaving.ts';
import { numbersOf } from './numbers.ts';
import { poll } from './polling.ts';
import { propose } from './proposing.ts';
import { recess } from './recess.ts';
import { begin, stateOf, weighText, type State } from './state.ts';

export interface Oracle {
  /** Plays a conference to its end; the round it ended in and the rest stand in `state`, until the next. */
  play(seed: string): Ending;
  readonly state: Readonly<State>;
}

/**
 * A second opinion on the engine: a conference over a single text as docs/model.md tells it, in flat loops over rows of
 * numbers. It shares with the engine the labelled streams and what a scenario says; of the rules, the charts and the
 * record it knows nothing. Sections in comments are those of docs/model.md.
 */
export function oracleOf(scenario: Scenario): Oracle {
  const n = numbersOf(scenario);
  const s = stateOf(n);
  return {
    state: s,
    // The order of 1.3.
    play(seed) {
      const chance = chanceOf(seed);
      begin(n, s);
      weighText(n, s);
      if (!come(n, s, chance)) return 'no-conference';
      for (;;) {
        s.round += 1;
        propose(n, s, chance);
        caucus(n, s, chance);
        draft(n, s, chance);
        weighText(n, s);
        poll(n, s, chance);
        learn(n, s);
        strain(n, s);
        if (isAgreed(n, s)) return 'agreement';
        if (leave(n, s, chance)) return 'collapse';
        if (s.round >= n.rounds)
          return isCommunique(n, s) ? 'communique' : n.consultations ? 'consultations' : 'collapse';
        recess(n, s, chance);
      }
    },
  };
}
