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
  const { silence, blur } = setting.model.estimates;
  const mentions = room.mentions[party]!;
  const raw = mentions.map((count) => silence + (1 - silence) * clamp(count / round));
  let total = 0;
  for (const weight of raw) total += weight;
  const error = blur * (1 - setting.chair.skill);
  return {
    weights: raw.map((weight) => weight / total),
    values: setting.issues.map((issue, k) => {
      const asked = room.asked[party]![k]!;
      if (!issue.ordered) return issue.options.map((_, o) => (o === asked ? 1 : 0));
      const x = chance.at(`reading.${issue.id}/${setting.parties[party]!.id}`, round);
      const position = clamp(issue.positions[asked]! + error * (2 * x - 1));
      const reach = position > 1 - position ? position : 1 - position;
      return issue.positions.map((at) => 1 - (at > position ? at - position : position - at) / reach);
    }),
  };
}

export function estimatedUtility(estimate: Estimate, text: Text): number {
  let sum = 0;
  for (let k = 0; k < text.length; k++) sum += estimate.weights[k]! * estimate.values[k]![text[k]!]!;
  return sum;
}

/**
 * The walk-away supposed of a party after it voted on a text estimated at û. One that calls the text worse than no
 * agreement has a walk-away above it, one that accepts it or merely holds out for more has none; where û says
 * otherwise, the estimate moves by a step. A red line says nothing of it.
 */
export function learnedWalkAway(setting: Setting, supposed: number, estimated: number, vote: Vote): number {
  const { step } = setting.model.estimates;
  const code = vote.accepts ? 'below-target' : vote.objection.code;
  if (code === 'below-walk-away' && estimated >= supposed - TOLERANCE) return clamp(supposed + step);
  if (code === 'below-target' && estimated < supposed - TOLERANCE) return clamp(supposed - step);
  return supposed;
}
