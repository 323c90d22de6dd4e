import { distanceTo, type Frontier } from './frontier.ts';
import { MOOD_ROUND, type Durability, type Fighter, type Observation } from './observation.ts';

export type Unit = 'share' | 'rounds' | 'amount';

/** One thing measured of a conference; nothing where it has no value, and then the pair of seeds is left out. */
export interface Metric {
  readonly name: string;
  readonly unit: Unit;
  /** Whether it exists in agreements alone: then Kabul was there officially anyway. */
  readonly ofDeals: boolean;
  readonly of: (observation: Observation) => number | undefined;
}

export const AGREEMENTS = share('agreements', (one) => one.ending === 'agreement');
export const CONSULTATIONS = share('consultations', (one) => one.ending === 'consultations');
export const KABUL_OFFICIAL = share('Kabul comes officially', (one) => one.kabul === 'official');
export const KABUL_AT_TABLE = share('Kabul comes at all', (one) => one.kabul !== 'absent');
export const ROUND_OF_AGREEMENT = ofDeals('round of agreement', 'rounds', ({ round }) => round);
export const KABULS_TRUST = mood('Kabul’s trust in Washington', (kabul) => kabul.trustInWashington);
export const KABULS_EXPECTATION = mood('Kabul’s expectation', (kabul) => kabul.expectation);
export const DURABILITY = durability('durability: index', ({ index }) => index);
export const DURABILITY_MARGIN = durability('durability: margins', ({ margin }) => margin);
export const DURABILITY_GUARANTEE = durability('durability: guarantor', ({ guarantee }) => guarantee);
/** Freedom from pressure: less of it is more pressure. */
export const DURABILITY_FREEDOM = durability('durability: freedom', ({ freedom }) => freedom);

/** What the text signed is worth to one of the two, promises not counted. */
export function utilityInAgreements(fighter: Fighter): Metric {
  return ofDeals(`utility of ${NAMES[fighter]} in agreements`, 'amount', ({ utility }) => utility[fighter]);
}

export function distanceOfAgreements(frontier: Frontier): Metric {
  return ofDeals('distance of agreements to the frontier', 'amount', ({ utility }) => distanceTo(frontier, utility));
}

/** Agreements are few under facilitation; this looks at the last text of every conference that was held. */
export function distanceOfLastTexts(frontier: Frontier): Metric {
  return {
    name: 'distance of last texts to the frontier',
    unit: 'amount',
    ofDeals: false,
    of: ({ ending, utility }) => (ending === 'no-conference' ? undefined : distanceTo(frontier, utility)),
  };
}

export const NAMES: Readonly<Record<Fighter, string>> = { kabul: 'Kabul', taliban: 'the Taliban' };

function share(name: string, test: (observation: Observation) => boolean): Metric {
  return { name, unit: 'share', ofDeals: false, of: (observation) => (test(observation) ? 1 : 0) };
}

function ofDeals(name: string, unit: Unit, of: (observation: Observation) => number): Metric {
  return { name, unit, ofDeals: true, of: (one) => (one.ending === 'agreement' ? of(one) : undefined) };
}

function durability(name: string, of: (parts: Durability) => number): Metric {
  return { name, unit: 'amount', ofDeals: true, of: (one) => one.durability && of(one.durability) };
}

/** At the end of `MOOD_ROUND`. */
function mood(name: string, of: (kabul: NonNullable<Observation['mood']>) => number): Metric {
  return {
    name: `${name}, round ${MOOD_ROUND}`,
    unit: 'amount',
    ofDeals: false,
    of: (one) => one.mood && of(one.mood),
  };
}
