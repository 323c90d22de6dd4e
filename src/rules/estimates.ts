import type { Chance } from '../model/chance.ts';
import type { Text } from '../model/text.ts';
import { TOLERANCE, clamp } from './arithmetic.ts';
import type { Setting } from './setting.ts';
import type { RoomState, Vote } from './world.ts';

/** What an outsider makes of a party: û(text) in [0, 1] from weights and option values it has inferred. */
export interface Estimate {
  readonly weights: readonly number[];
  readonly values: readonly (readonly number[])[];
}

/**
 * The chair's estimate of a party, from what it asked to change and objected to in public, and nothing else.
 * Salience: the share of rounds in which it amended the issue; silence counts as low salience, not as firmness.
 * Value of an option: its distance to the option last asked for, read with an error of up to (1 − skill)·blur.
 */
export function estimateOf(setting: Setting, room: RoomState, party: number, round: number, chance: Chance): Estimate {
  const weights = weightsOf(setting, room, party, round);
  const values = setting.issues.map(({ ordered, options, positions }, k) => {
    if (!ordered) return options.map((_, o) => (o === room.asked[party]![k]! ? 1 : 0));
    const ideal = readIdeal(setting, room, party, k, round, chance);
    const row: number[] = [];
    for (const at of positions) row.push(nearness(at, ideal));
    return row;
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
  const weights = weightsOf(setting, room, party, round);
  let sum = 0;
  for (let k = 0; k < text.length; k++) {
    const { ordered, positions } = setting.issues[k]!;
    const o = text[k]!;
    const value = ordered
      ? nearness(positions[o]!, readIdeal(setting, room, party, k, round, chance))
      : o === room.asked[party]![k]
        ? 1
        : 0;
    sum += weights[k]! * value;
  }
  return sum;
}

function weightsOf(setting: Setting, room: RoomState, party: number, round: number): number[] {
  const { silence } = setting.model.estimates;
  const weights: number[] = [];
  let total = 0;
  for (const count of room.mentions[party]!) {
    const weight = silence + (1 - silence) * clamp(count / round);
    weights.push(weight);
    total += weight;
  }
  for (let k = 0; k < weights.length; k++) weights[k]! /= total;
  return weights;
}

/** The position last asked for, read with an error of up to (1 − skill)·blur. */
function readIdeal(setting: Setting, room: RoomState, party: number, k: number, round: number, chance: Chance): number {
  const error = setting.model.estimates.blur * (1 - setting.chair.skill);
  const x = chance.at(setting.parties[party]!.readingStreams[k]!, round);
  return clamp(setting.issues[k]!.positions[room.asked[party]![k]!]! + error * (2 * x - 1));
}

function nearness(at: number, ideal: number): number {
  const reach = ideal > 1 - ideal ? ideal : 1 - ideal;
  return 1 - (at > ideal ? at - ideal : ideal - at) / reach;
}

/**
 * The walk-away supposed of a party after it voted on a text estimated at û. One that calls the text worse than no
 * agreement has a walk-away above it, one that accepts it or merely holds out for more has none; where û says
 * otherwise, the estimate moves by a step. A red line says nothing of it.
 */
export function learnedWalkAway(setting: Setting, supposed: number, estimated: number, vote: Vote): number {
  const { step } = setting.model.estimates;
  const code = vote.accepts ? undefined : vote.objection.code;
  if (code === 'below-walk-away' && estimated >= supposed - TOLERANCE) return clamp(supposed + step);
  if (code !== 'below-walk-away' && code !== 'red-line' && estimated < supposed - TOLERANCE)
    return clamp(supposed - step);
  return supposed;
}
