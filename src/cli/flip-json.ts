import type { Scenario } from '../model/scenario.ts';
import type { Alone } from '../study/flip/alone.ts';
import type { Crossing } from '../study/flip/line.ts';
import type { Question, Standing } from '../study/flip/standing.ts';
import type { Together } from '../study/flip/together.ts';
import type { Metric } from '../study/metrics.ts';
import type * as told from '../views/transcript/flip-told.ts';

export interface Found {
  readonly scenario: Scenario;
  readonly metric: Metric;
  readonly question: Question;
  readonly seed: string;
  /** Conferences at every value. */
  readonly runs: number;
  readonly base: Standing;
  readonly ones: readonly Alone[];
  readonly pairs: readonly Together[];
  readonly played: number;
}

/** What was found as plain data, for `--json` and for the text alike. */
export function flipJson({ scenario, metric, question, seed, runs, base, ones, pairs, played }: Found): told.Told {
  return {
    scenario: scenario.id,
    seed,
    runs,
    metric: metric.name,
    threshold: question.type === 'mean' ? question.threshold : null,
    base: placeOf(base, runs),
    over: ones.map((one) => aloneOf(one, runs)),
    pairs: pairs.map(togetherOf),
    played,
  };
}

function placeOf(standing: Standing, runs: number): told.Place {
  const { outcome, counts, mean } = standing;
  const shares = [...counts].map(([name, count]) => [name, count / runs]);
  return {
    outcome,
    sure: standing.holds(outcome) === 'holds',
    shares: shares.length === 0 ? null : Object.fromEntries(shares),
    mean: mean ?? null,
  };
}

function aloneOf({ number, scan, leftOut, up, down }: Alone, runs: number): told.Alone {
  const { path, value, low, high } = number;
  const crossing = ({ from, to, at, sure, gone }: Crossing): told.Crossing => ({
    from,
    to,
    at,
    move: (at - value) / (high - low),
    sure: sure ?? null,
    gone: gone ?? null,
  });
  return {
    path,
    value,
    low,
    high,
    leftOut,
    scan: scan.map((stop) => ({ value: stop.at, ...placeOf(stop.standing, runs) })),
    up: up.map(crossing),
    down: down.map(crossing),
  };
}

function togetherOf({ a, b, map, move }: Together): told.Together {
  const { runs, across, down, places } = map;
  const sure = (hold: string) => hold === 'holds' || hold === 'gone';
  return {
    paths: [a.path, b.path],
    map: {
      runs,
      across,
      down,
      places: places.map((row) =>
        row.map((place) => (place === undefined ? null : { outcome: place.outcome, sure: sure(place.hold) })),
      ),
    },
    move:
      move === undefined
        ? null
        : {
            from: move.from,
            to: move.to,
            values: [move.a, move.b],
            distance: move.distance,
            sure: move.sure ?? null,
            gone: move.gone ?? null,
          },
  };
}
