import { ENDINGS, type Ending } from '../../src/model/ending.ts';
import type { Observation } from './observation.ts';

/** A share with its binomial standard error √(p(1 − p)/n). */
export interface Share {
  readonly share: number;
  readonly error: number;
}

/** The endings of one world over its seeds. */
export interface Endings {
  readonly n: number;
  readonly shares: Readonly<Record<Ending, Share>>;
  readonly conditions: Readonly<Record<Condition, Met>>;
  /** Of the conferences that ended in consultations: those to which Kabul had come unofficially. */
  readonly unofficial: Share & { readonly n: number };
}

export interface Met {
  readonly holds: boolean;
  readonly found: string;
}

/** The target (docs/model.md, section 4). It was a target and not a finding. */
export const CONDITIONS = {
  ceiling: 'no ending above 70 %',
  variety: 'at least three endings at 5 % or more',
  foremost: '“consultations” the most frequent by 3 standard errors',
} as const;
export type Condition = keyof typeof CONDITIONS;

const CEILING = 0.7;
const VARIETY = { endings: 3, share: 0.05 };
const FOREMOST = { ending: 'consultations', errors: 3 } as const;

export function endingsOf(observations: readonly Observation[]): Endings {
  const n = observations.length;
  const counts = new Map<Ending, number>(ENDINGS.map((ending) => [ending, 0]));
  let unofficial = 0;
  for (const { ending, kabul } of observations) {
    counts.set(ending, counts.get(ending)! + 1);
    if (ending === FOREMOST.ending && kabul === 'unofficial') unofficial += 1;
  }
  const shares = ofEndings((ending) => shareOf(counts.get(ending)!, n));
  const consultations = counts.get(FOREMOST.ending)!;
  return {
    n,
    shares,
    conditions: conditionsOf(shares, n),
    unofficial: { n: consultations, ...shareOf(unofficial, consultations) },
  };
}

export function ofEndings<T>(of: (ending: Ending) => T): Readonly<Record<Ending, T>> {
  return Object.fromEntries(ENDINGS.map((ending) => [ending, of(ending)])) as Record<Ending, T>;
}

/** Nothing to speak of where n is 0. */
export function shareOf(count: number, n: number): Share {
  const share = count / n;
  return { share, error: Math.sqrt((share * (1 - share)) / n) };
}

function conditionsOf(shares: Endings['shares'], n: number): Endings['conditions'] {
  const ranked = ENDINGS.toSorted((a, b) => shares[b].share - shares[a].share);
  const [most] = ranked;
  const frequent = ENDINGS.filter((ending) => shares[ending].share >= VARIETY.share);
  const runnerUp = ranked.find((ending) => ending !== FOREMOST.ending)!;
  const lead = leadOf(shares[FOREMOST.ending].share, shares[runnerUp].share, n);
  return {
    ceiling: { holds: shares[most!].share <= CEILING, found: `${most} ${percent(shares[most!].share)}` },
    variety: { holds: frequent.length >= VARIETY.endings, found: frequent.join(', ') },
    foremost: {
      holds: lead.share > 0 && lead.share >= FOREMOST.errors * lead.error,
      found: `${percent(lead.share)} ahead of ${runnerUp}, standard error ${percent(lead.error)}`,
    },
  };
}

/** By how much one share exceeds another of the same sample; error √((p + q − (p − q)²)/n), multinomial. */
export function leadOf(p: number, q: number, n: number): Share {
  return { share: p - q, error: Math.sqrt((p + q - (p - q) * (p - q)) / n) };
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1).replace('-', '−')} %`;
}
