import type { Chance } from '../model/chance.ts';
import { TOLERANCE } from './arithmetic.ts';
import { isPolled } from './polling.ts';
import type { Setting } from './setting.ts';
import { utility, walkAway } from './utility.ts';
import type { PartyView } from './visibility.ts';
import type { World } from './world.ts';

/**
 * Strain after a poll: one more for a text below the walk-away, one back for a better one. A red line alone is an
 * objection and strains nobody.
 */
export function afterStrain(setting: Setting, world: World): World {
  const { text, grades } = world.public;
  const parties = world.parties.map((state, i) => {
    const party = setting.parties[i]!;
    if (!isPolled(grades[i]!)) return state;
    if (utility(party, text) < walkAway(party, state) - TOLERANCE) return { ...state, strain: state.strain + 1 };
    return state.strain === 0 ? state : { ...state, strain: state.strain > 1 ? state.strain - 1 : 0 };
  });
  return { ...world, parties };
}

/**
 * Probability of leaving this round: nothing within the party's patience, then the same more with each round. One that
 * has left keeps its strain, but has nothing left to leave.
 */
export function hazardOfLeaving(setting: Setting, view: PartyView): number {
  if (!isPolled(view.public.grades[view.me.index]!)) return 0;
  const { hazard, cap } = setting.model.leaving;
  const beyond = view.own.strain - view.me.patience;
  if (beyond <= 0) return 0;
  return hazard * beyond < cap ? hazard * beyond : cap;
}

export function decideStay(setting: Setting, view: PartyView, chance: Chance): boolean {
  const hazard = hazardOfLeaving(setting, view);
  return hazard === 0 || chance.at(`leaving/${view.me.id}`, view.public.round) >= hazard;
}
