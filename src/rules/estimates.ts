import type { Chance } from '../model/chance.ts';
import type { Text } from '../model/text.ts';
import { clamp } from './arithmetic.ts';
import type { Setting } from './setting.ts';
import type { RoomState, Vote } from './world.ts';

/** What an outsider makes of a party: û(text) in [0, 1] from weights and option values it has inferred. */
export interface Estimate {
  readonly weights: readonly number[];
  readonly values: readonly (readonly number[])[];
}

/**
 * The chair's estimate of a party, from what it asked to change and objected to in public, and nothing else.
 * Salience: how often a round it amended the issue or objected over it; silence counts as low salience, not as
 * firmness. The chair misreads it by up to (1 − skill)·blur of itself, the same way throughout a conference: positions
 * are tabled, how much they matter is not. Value of an option: its distance to the option last asked for.
 */
export function estimateOf(setting: Setting, room: RoomState, party: number, round: number, chance: Chance): Estimate {
  const weights = weightsOf(setting, room, party, round, chance);
  const values = setting.issues.map(({ ordered, options, positions }, k) => {
    const asked = room.asked[party]![k]!;
    return ordered
      ? positions.map((at) => nearness(at, positions[asked]!))
      : options.map((_, o) => (o === asked ? 1 : 0));
  });
  return { weights, values };
}

/** û of one text, without the rest of the estimate. */
export function estimatedUtilityOf(
  setting: Setting,
  room: RoomState,
  party: number,
  round: number,
  chance: Chance,
  text: Text,
): number {
  const weights = weightsOf(setting, room, party, round, chance);
  let sum = 0;
  for (let k = 0; k < text.length; k++) {
    const { ordered, positions } = setting.issues[k]!;
    const asked = room.asked[party]![k]!;
    const o = text[k]!;
    sum += weights[k]! * (ordered ? nearness(positions[o]!, positions[asked]!) : o === asked ? 1 : 0);
  }
  return sum;
}

function weightsOf(setting: Setting, room: RoomState, party: number, round: number, chance: Chance): number[] {
  const { silence, blur } = setting.model.estimates;
  const error = blur * (1 - setting.chair.skill);
  const streams = setting.parties[party]!.readingStreams;
  const weights: number[] = [];
  let total = 0;
  for (const count of room.mentions[party]!) {
    const salience = silence + (1 - silence) * (count / round);
    const weight = salience * (1 + error * (2 * chance.at(streams[weights.length]!, 0) - 1));
    weights.push(weight);
    total += weight;
  }
  for (let k = 0; k < weights.length; k++) weights[k]! /= total;
  return weights;
}

function nearness(at: number, ideal: number): number {
  const reach = ideal > 1 - ideal ? ideal : 1 - ideal;
  return 1 - (at > ideal ? at - ideal : ideal - at) / reach;
}

/**
 * The walk-away supposed of a party after it voted on a text estimated at û. One that calls the text worse than no
 * agreement has a walk-away above û, one that accepts it or merely holds out for more has one below; where the
 * estimate says otherwise it moves past û by a step. A red line says nothing of it.
 */
export function learnedWalkAway(setting: Setting, supposed: number, estimated: number, vote: Vote): number {
  const { step } = setting.model.estimates;
  const code = vote.accepts ? undefined : vote.objection.code;
  if (code === 'red-line') return supposed;
  const bound = clamp(code === 'below-walk-away' ? estimated + step : estimated - step);
  const contradicts = code === 'below-walk-away' ? supposed < bound : supposed > bound;
  return contradicts ? bound : supposed;
}
