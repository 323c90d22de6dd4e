import pow from '@stdlib/math-base-special-pow';
import type { Chance } from '../model/chance.ts';
import type { Text } from '../model/text.ts';
import { clamp } from './arithmetic.ts';
import type { PartySetting } from './party-setting.ts';
import type { Setting } from './setting.ts';
import { utility, walkAway } from './utility.ts';
import type { PartyView } from './visibility.ts';
import type { PartyState } from './world.ts';

/**
 * Readiness R = motivation × optimism, in [0, 1] (Pruitt 2005, after Zartman's ripeness). Both factors are smooth:
 * motivation = pain / (pain + painHalf); optimism is mixed with what the party expects of this conference.
 */
export function readiness(setting: Setting, state: PartyState): number {
  const { painHalf, expectation } = setting.model.readiness;
  const motivation = state.pain / (state.pain + painHalf);
  return motivation * ((1 - expectation) * state.optimism + expectation * state.expectation);
}

/** t' = (t − 1)/(T − 1), in [0, 1]. */
export function normalisedTime(setting: Setting, round: number): number {
  return clamp((round - 1) / (setting.rounds - 1));
}

/**
 * The utility a party holds out for in a round:
 * α = κ + (1 − κ)·t'^(1/β), the time-dependent tactic (Faratin, Sierra and Jennings 1998), β = β₀·(.5 + R);
 * c = (1 − ρ)α + ρr; target = b + (top − b)(1 − c), and never above what it was.
 */
export function targetAt(setting: Setting, view: PartyView, round: number, chance: Chance): number {
  const { me, own } = view;
  const b = walkAway(me, own);
  const room = me.top > b ? me.top - b : 0;
  switch (me.tactic.kind) {
    case 'time-dependent':
      return timeDependentTarget(setting, view, me.tactic, round);
    case 'hardliner':
      return b + room;
    case 'random-walker':
      return b + room * chance.at(`walk/${me.id}`, round);
    case 'tit-for-tat':
    case 'nice-tit-for-tat':
    case 'micro':
      throw new Error(`${me.id} plays ${me.tactic.kind} over a single text, which the check does not let through`);
  }
}

function timeDependentTarget(
  setting: Setting,
  view: PartyView,
  tactic: { readonly beta: number; readonly reciprocity: number },
  round: number,
): number {
  const { me, own } = view;
  const { floor, readiness: base } = setting.model.concession;
  const beta = tactic.beta * (base + readiness(setting, own));
  const alpha = floor + (1 - floor) * pow(normalisedTime(setting, round), 1 / beta);
  const { reciprocity } = tactic;
  const conceded = (1 - reciprocity) * alpha + (reciprocity > 0 ? reciprocity * concessionOfOthers(setting, view) : 0);
  const b = walkAway(me, own);
  const target = me.top > b ? b + (me.top - b) * (1 - conceded) : b;
  return target < own.target ? target : own.target;
}

/**
 * What a party holds out for now: its target, with what a greedy spoiler adds to it up to its best text, or its
 * walk-away where that has risen above it.
 */
export function heldTarget(party: PartySetting, state: PartyState): number {
  const b = walkAway(party, state);
  const greedy = state.target + state.greed;
  const target = greedy < party.top ? greedy : party.top;
  return target > b ? target : b;
}

/**
 * r: the mean over the other signatories present of the share of the way that each has come from its first proposal
 * to this party's best text, as this party values it; 0 while nobody has spoken.
 */
function concessionOfOthers(setting: Setting, { me, room }: PartyView): number {
  if (room === undefined) return 0;
  let sum = 0;
  let count = 0;
  for (const other of setting.signatories) {
    const first = room.first[other];
    const now = room.proposals[other];
    if (other === me.index || first === undefined || now === undefined) continue;
    sum += shareConceded(setting, me, first, now);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** The share of the way from one text to this party's best that another text is, as this party values them. */
export function shareConceded(setting: Setting, me: PartySetting, first: Text, now: Text): number {
  const { scale } = setting.model.concession;
  const atFirst = utility(me, first);
  const gap = me.top - atFirst;
  return clamp((utility(me, now) - atFirst) / (gap > scale ? gap : scale));
}
