import { turningPointsOf } from '../../../analysis/turning-points.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Scenario } from '../../../model/scenario.ts';
import type { Names } from '../../prose/names.ts';
import { turning } from '../../prose/turning.ts';
import type { Stop } from './stops.ts';

/** A turning point where playback rests on it. */
export interface Turn {
  readonly stop: number;
  readonly round: number;
  /** What turned, in words. */
  readonly what: string;
}

export function turnsOf(
  scenario: Scenario,
  facts: readonly Fact[],
  stops: readonly Stop[],
  names: Names,
): readonly Turn[] {
  return turningPointsOf(scenario, facts).map((point) => ({
    stop: stops.findIndex((stop) => stop.moment >= point.moment),
    round: point.round,
    what: turning(point, names),
  }));
}
