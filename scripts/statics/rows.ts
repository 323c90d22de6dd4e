import type { Frontier } from './frontier.ts';
import * as metrics from './metrics.ts';
import type { Metric } from './metrics.ts';
import { otherFighter, type Fighter } from './observation.ts';
import type { Sign } from './paired.ts';
import type { WorldName } from './worlds.ts';

/** One line of the table: what is changed, and what must come of it. */
export interface Row {
  readonly id: string;
  readonly change: string;
  readonly from: WorldName;
  readonly to: WorldName;
  /** Replicates, in units of `UNIT`. Fixed here before any run; small effects have more. */
  readonly units: number;
  readonly claims: readonly Claim[];
  /** Measured and printed; nothing is expected of them. */
  readonly reported: readonly Reported[];
}

export interface Claim {
  readonly metric: Metric;
  readonly sign: Sign;
}

export interface Reported {
  readonly metric: Metric;
  /** Other worlds than those of the row. */
  readonly from?: WorldName;
  readonly to?: WorldName;
}

/** Replicates of a row of one unit, unless asked otherwise. */
export const UNIT = 10_000;

const more = (metric: Metric): Claim => ({ metric, sign: 'more' });
const less = (metric: Metric): Claim => ({ metric, sign: 'less' });
const notMore = (metric: Metric): Claim => ({ metric, sign: 'not more' });

/**
 * The table of comparative statics (docs/model.md, section 5). `binding` is the side whose walk-away binds,
 * as measured in the agreements of the base.
 */
export function rows(frontier: Frontier, binding: Fighter): readonly Row[] {
  const other = otherFighter(binding);
  return [
    {
      id: 'boulware',
      change: 'both fighters more Boulware (β halved)',
      from: 'base',
      to: 'boulware',
      units: 2,
      claims: [less(metrics.AGREEMENTS), more(metrics.ROUND_OF_AGREEMENT)],
      reported: [],
    },
    {
      id: 'pain',
      change: 'pain × 2.5 on both sides',
      from: 'base',
      to: 'pain',
      units: 2,
      claims: [more(metrics.AGREEMENTS), less(metrics.ROUND_OF_AGREEMENT)],
      reported: [],
    },
    {
      id: 'pain-binding',
      change: `pain × 2.5 on ${metrics.NAMES[binding]}, whose walk-away binds`,
      from: 'base',
      to: `pain-${binding}`,
      units: 2,
      claims: [less(metrics.utilityInAgreements(binding))],
      reported: [{ metric: metrics.utilityInAgreements(other) }, { metric: metrics.AGREEMENTS }],
    },
    {
      id: 'pain-other',
      change: `pain × 2.5 on the other side, ${metrics.NAMES[other]}`,
      from: 'base',
      to: `pain-${other}`,
      units: 2,
      claims: [notMore(metrics.utilityInAgreements(other))],
      reported: [{ metric: metrics.utilityInAgreements(binding) }, { metric: metrics.AGREEMENTS }],
    },
    {
      id: 'no-sway',
      change: 'Moscow’s influence on the Taliban → 0',
      from: 'base',
      to: 'no-sway',
      units: 4,
      claims: [less(metrics.AGREEMENTS)],
      reported: [],
    },
    {
      id: 'formulation',
      change: 'formulation instead of facilitation',
      from: 'facilitation',
      to: 'formulation',
      units: 2,
      claims: [more(metrics.AGREEMENTS), less(metrics.distanceOfAgreements(frontier))],
      // A chair that reads all saliences right shows what misreading has to do with it.
      reported: [
        { metric: metrics.distanceOfLastTexts(frontier) },
        { metric: metrics.AGREEMENTS, to: 'formulation-skilled' },
        { metric: metrics.distanceOfAgreements(frontier), to: 'formulation-skilled' },
        { metric: metrics.distanceOfLastTexts(frontier), to: 'formulation-skilled' },
      ],
    },
    {
      id: 'manipulation',
      change: 'manipulation instead of facilitation',
      from: 'facilitation',
      to: 'manipulation',
      units: 2,
      claims: [more(metrics.AGREEMENTS), less(metrics.DURABILITY_FREEDOM)],
      reported: [
        { metric: metrics.DURABILITY },
        { metric: metrics.AGREEMENTS, from: 'formulation' },
        { metric: metrics.DURABILITY_FREEDOM, from: 'formulation' },
      ],
    },
    {
      id: 'washington',
      change: 'Washington official instead of absent',
      from: 'base',
      to: 'washington',
      units: 2,
      claims: [more(metrics.KABUL_OFFICIAL), more(metrics.AGREEMENTS), more(metrics.DURABILITY_GUARANTEE)],
      reported: [
        { metric: metrics.KABUL_AT_TABLE },
        { metric: metrics.DURABILITY },
        { metric: metrics.DURABILITY_MARGIN },
        { metric: metrics.DURABILITY_FREEDOM },
      ],
    },
    {
      id: 'doha-leaks',
      change: 'the Doha channel leaks in round 2',
      from: 'base',
      to: 'doha-leaks',
      units: 4,
      claims: [less(metrics.KABULS_TRUST), less(metrics.KABULS_EXPECTATION), less(metrics.AGREEMENTS)],
      reported: [],
    },
    {
      id: 'soft-deadline',
      change: 'soft deadline (h → 0)',
      from: 'base',
      to: 'soft-deadline',
      units: 2,
      claims: [less(metrics.AGREEMENTS), more(metrics.CONSULTATIONS)],
      reported: [],
    },
  ];
}
