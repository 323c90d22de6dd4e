import type { PartySetting } from '../../src/rules/party-setting.ts';
import type { Setting } from '../../src/rules/setting.ts';
import type { PartyState, World } from '../../src/rules/world.ts';

/** The same conference, in which one party wants and feels otherwise: all that it keeps to itself is different. */
export function disguised(setting: Setting, party: number): Setting {
  return { ...setting, parties: setting.parties.with(party, otherwise(setting.parties[party]!)) };
}

/** What everybody knows of it (who it is, its weight, what it says in public) stays. */
function otherwise(party: PartySetting): PartySetting {
  const values = party.values.map((row) => row.map((value) => 1 - value / 2).toReversed());
  const best = values.map((row) => row.indexOf(Math.max(...row)));
  return {
    ...party,
    walkAway: 0.97 - party.walkAway / 2,
    pain: party.pain + 0.03,
    expectation: 0.83 - party.expectation / 2,
    optimism: 0.79 - party.optimism / 2,
    patience: party.patience + 1,
    audience: 0.91 - party.audience / 2,
    delegation: 0.71 - party.delegation / 2,
    home: 0.61 - party.home / 2,
    budget: 0.57 - party.budget / 2,
    guarantor: party.guarantor,
    spoiler: party.spoiler === undefined ? { type: 'greedy', step: 0.043 } : undefined,
    tactic: { kind: 'time-dependent', beta: 3.1, reciprocity: 0.47 },
    weights: party.weights.toReversed(),
    values,
    allowed: party.allowed.map((row) => row.map((allowed) => !allowed)),
    best,
    top: 0.99,
  };
}

/** The same state of affairs, in which one party feels otherwise. */
export function feelingOtherwise(world: World, party: number): World {
  const state: PartyState = {
    shift: 0.11,
    pained: 0.07,
    pressed: 0.03,
    pain: 0.09,
    expectation: 0.13,
    optimism: 0.17,
    target: 0.37,
    greed: 0.019,
    audience: 0.23,
    exposed: world.parties[party]!.exposed.map((exposed) => !exposed),
    strain: 9,
  };
  return { ...world, parties: world.parties.with(party, state) };
}
