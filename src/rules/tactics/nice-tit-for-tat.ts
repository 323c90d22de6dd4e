import type { Outcome } from '../../model/outcome.ts';
import { clamp, TOLERANCE } from '../arithmetic.ts';
import { nearestPlace, placeOf } from '../outcomes.ts';
import type { TacticSetting } from '../party-setting.ts';
import { frequencyModel, modelledUtilities } from './frequency-model.ts';
import { isSignable, offersOfOthers, worthOf, type Turn } from './turn.ts';
import type { Offer } from '../world.ts';

type NiceTitForTat = Extract<TacticSetting, { kind: 'nice-tit-for-tat' }>;

/**
 * Nice tit-for-tat (Baarslag, Hindriks and Jonker 2013): comes towards the Nash point as far as the others have. Of the
 * outcomes worth about its target it offers the one that the others seem to like best, and it repeats the best that it
 * was offered rather than ask for less. What the others want is estimated by frequency (the original: by Bayes).
 */
export function niceTitForTatOffer(turn: Turn, tactic: NiceTitForTat): Outcome {
  const { own } = turn;
  const heard = offersOfOthers(turn).filter((offers) => offers.length > 0);
  if (heard.length === 0) return own.ranked[0]!;
  const models = heard.map((offers) => modelledUtilities(frequencyModel(turn.setting, offers)));
  const aim = aimOf(turn, tactic, heard, models);
  const target = niceTarget(turn, tactic, heard, aim);
  const planned = kindestOf(turn, target, tactic.band, models);
  const best = bestHeard(turn, heard);
  return best !== undefined && worthOf(turn, best) >= worthOf(turn, planned) ? best : planned;
}

/** N: its utility at the estimated Nash point × (reach − gap × (1 − lowest first offer)), clipped to [least, top]. */
export function aimOf(
  turn: Turn,
  { reach, gap, least }: NiceTitForTat,
  heard: readonly (readonly Offer[])[],
  models: readonly Float64Array[],
): number {
  let first = 1;
  for (const offers of heard) {
    const worth = worthOf(turn, offers[0]!.outcome);
    if (worth < first) first = worth;
  }
  const aim = ownNashUtility(turn, models) * (reach - gap * (1 - first));
  return aim > turn.top ? turn.top : aim < least ? clamp(least, 0, turn.top) : aim;
}

/** c = min(1, (best − first)/(N − first)), the mean over the others; top − c·(top − N), less a bonus late on. */
export function niceTarget(
  turn: Turn,
  { hurry, rush }: Pick<NiceTitForTat, 'hurry' | 'rush'>,
  heard: readonly (readonly Offer[])[],
  aim: number,
): number {
  let sum = 0;
  for (const offers of heard) {
    const first = worthOf(turn, offers[0]!.outcome);
    let best = first;
    for (const { outcome } of offers) best = worthOf(turn, outcome) > best ? worthOf(turn, outcome) : best;
    sum += aim - first > TOLERANCE ? clamp((best - first) / (aim - first)) : 1;
  }
  const target = turn.top - (sum / heard.length) * (turn.top - aim);
  const bonus = clamp((turn.time - hurry) / rush);
  const hurried = target > aim ? target - bonus * (target - aim) : target;
  return hurried > turn.walkAway ? hurried : turn.walkAway;
}

/** What the outcome with the greatest product of its gain and the others' estimated utilities is worth to it. */
function ownNashUtility({ own, walkAway }: Turn, models: readonly Float64Array[]): number {
  let found = own.worth[0]!;
  let greatest = -1;
  for (let place = 0; place < own.ranked.length; place++) {
    let product = own.worth[place]! - walkAway;
    for (const model of models) product *= model[own.ranked[place]!]!;
    if (product <= greatest + TOLERANCE) continue;
    greatest = product;
    found = own.worth[place]!;
  }
  return found;
}

/** Of the outcomes within the band around the target, the one whose estimated worth to the others sums to most. */
function kindestOf({ own }: Turn, target: number, band: number, models: readonly Float64Array[]): Outcome {
  let kindest = own.ranked[nearestPlace(own, target)]!;
  let most = -1;
  for (let place = placeOf(own, target + band); place < own.ranked.length; place++) {
    if (own.worth[place]! < target - band) break;
    let sum = 0;
    for (const model of models) sum += model[own.ranked[place]!]!;
    if (sum <= most + TOLERANCE) continue;
    most = sum;
    kindest = own.ranked[place]!;
  }
  return kindest;
}

/** Of the offers that it could sign the one worth most to it; nothing where there is none. */
function bestHeard(turn: Turn, heard: readonly (readonly Offer[])[]): Outcome | undefined {
  let best: Outcome | undefined;
  for (const offers of heard) {
    for (const { outcome } of offers) {
      if (!isSignable(turn, outcome)) continue;
      if (best === undefined || worthOf(turn, outcome) > worthOf(turn, best)) best = outcome;
    }
  }
  return best;
}
