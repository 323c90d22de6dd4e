import { AGREEMENTS, KABUL_AT_TABLE, KABUL_OFFICIAL, type Metric, type Unit } from './metrics.ts';
import { FIGHTERS, type Fighter, type Observation } from './observation.ts';
import {
  compare,
  estimate,
  FEWEST_PAIRS,
  verdict,
  type Comparison,
  type Estimate,
  type Sign,
  type Verdict,
} from './paired.ts';
import type { Row } from './rows.ts';
import type { WorldName } from './worlds.ts';

/** Observations by world, replicate by replicate. */
export type Played = (world: WorldName) => readonly Observation[];

export interface JudgedRow {
  readonly id: string;
  readonly change: string;
  readonly from: WorldName;
  readonly to: WorldName;
  readonly n: number;
  readonly holds: boolean;
  readonly claims: readonly JudgedClaim[];
  readonly reported: readonly Measured[];
}

export interface Measured extends Comparison {
  readonly metric: string;
  readonly unit: Unit;
  /** On which seeds: all, or those on which Kabul is official in both worlds. */
  readonly seeds: 'all' | 'Kabul official';
  readonly from: WorldName;
  readonly to: WorldName;
}

export interface JudgedClaim extends Measured {
  readonly sign: Sign;
  readonly verdict: Verdict;
}

/**
 * Every claim of a row on all its seeds and, where that is another question, on those on which Kabul comes officially in
 * both worlds. The row holds when all of them do.
 */
export function judge(row: Row, unit: number, played: Played): JudgedRow {
  const n = row.units * unit;
  const between = (metric: Metric, first: WorldName, second: WorldName) =>
    measured(metric, first, second, played(first).slice(0, n), played(second).slice(0, n));
  const claims = row.claims.flatMap(({ metric, sign }): JudgedClaim[] =>
    between(metric, row.from, row.to).map((found) => ({
      ...found,
      sign,
      verdict: verdict(sign, found.difference),
    })),
  );
  const { id, change, from, to } = row;
  return {
    id,
    change,
    from,
    to,
    n,
    holds: claims.every((claim) => claim.verdict === 'holds'),
    claims,
    reported: row.reported.flatMap((one) => between(one.metric, one.from ?? from, one.to ?? to)),
  };
}

function measured(
  metric: Metric,
  from: WorldName,
  to: WorldName,
  before: readonly Observation[],
  after: readonly Observation[],
): readonly Measured[] {
  const common = { metric: metric.name, unit: metric.unit, from, to };
  const all = { ...common, seeds: 'all', ...compare(before, after, metric.of) } as const;
  if (metric.ofDeals || metric === KABUL_OFFICIAL || metric === KABUL_AT_TABLE) return [all];
  const both = before.flatMap((one, n) => (one.kabul === 'official' && after[n]!.kabul === 'official' ? [n] : []));
  const official = compare(
    both.map((n) => before[n]!),
    both.map((n) => after[n]!),
    metric.of,
  );
  return [all, { ...common, seeds: 'Kabul official', ...official }];
}

/** Whose walk-away binds: the smaller mean margin in the agreements, and by how much Kabul's exceeds the other's. */
export interface Binding {
  readonly side: Fighter;
  readonly margins: Readonly<Record<Fighter, number>>;
  readonly kabulOverTaliban: Estimate;
  /** Whether the interval of that difference excludes zero. */
  readonly shown: boolean;
}

export function bindingSide(base: readonly Observation[]): Binding {
  const deals = base.filter((one) => AGREEMENTS.of(one) === 1);
  const [kabul, taliban] = FIGHTERS.map((id) => estimate(deals.map(({ margin }) => margin[id])).mean);
  const kabulOverTaliban = estimate(deals.map(({ margin }) => margin.kabul - margin.taliban));
  const side = kabulOverTaliban.mean < 0 ? 'kabul' : 'taliban';
  const { n, low, high } = kabulOverTaliban;
  const shown = n >= FEWEST_PAIRS && (low > 0 || high < 0);
  return { side, margins: { kabul: kabul!, taliban: taliban! }, kabulOverTaliban, shown };
}
