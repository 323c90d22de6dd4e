import pow from '@stdlib/math-base-special-pow';
import { textOf } from '../outcomes.ts';
import type { TacticSetting } from '../party-setting.ts';
import { shareConceded } from '../target.ts';
import { offersOfOthers, type Turn } from './turn.ts';

type TimeDependent = Extract<TacticSetting, { kind: 'time-dependent' }>;

/**
 * α(t) = κ + (1 − κ)·t^(1/β); target = b + (top − b)(1 − c), c = (1 − ρ)α + ρr (Faratin, Sierra and Jennings 1998; as a
 * utility, Fatima, Wooldridge and Jennings 2001). β < 1 Boulware, 1 linear, > 1 Conceder. With ρ > 0 the target may
 * rise again, as a weighted mix with tit-for-tat does (Richter, Klusch and Kowalczyk 2010).
 */
export function timeDependentTarget(turn: Turn, { beta, floor = 0, reciprocity }: TimeDependent): number {
  const alpha = floor + (1 - floor) * pow(turn.time, 1 / beta);
  const conceded = reciprocity === 0 ? alpha : (1 - reciprocity) * alpha + reciprocity * concessionOfOthers(turn);
  return turn.walkAway + (turn.top - turn.walkAway) * (1 - conceded);
}

/** r: the mean share of the way to this party's best text that the others have come since their first offers. */
function concessionOfOthers(turn: Turn): number {
  const { setting, me } = turn;
  let sum = 0;
  let count = 0;
  for (const offers of offersOfOthers(turn)) {
    if (offers.length === 0) continue;
    sum += shareConceded(setting, me, textOf(setting, offers[0]!.outcome), textOf(setting, offers.at(-1)!.outcome));
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
