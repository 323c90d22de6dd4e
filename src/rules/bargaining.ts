import type { Text } from '../model/text.ts';
import { replaced } from './arithmetic.ts';
import { outcomeOf } from './outcomes.ts';
import type { Setting } from './setting.ts';
import type { Bargaining, World } from './world.ts';

/**
 * Stacked alternating offers (Aydoğan, Festen, Hindriks and Jonker 2017): in a fixed order each party accepts the offer
 * on the table, puts another in its place, or leaves; when all the others have accepted it in a row it is agreed.
 */
export function bargainingOf({ room }: World): Bargaining {
  if (room.bargaining === undefined) throw new Error('no round of offers has been opened');
  return room.bargaining;
}

/** The parties that can bargain: those who came officially, since an acceptance here is a signature. */
export function bargainers({ order }: Setting, { public: { grades } }: World): readonly number[] {
  return order.filter((i) => grades[i] === 'official');
}

/** Those who must sign and cannot: away, watching, or there without a mandate. */
export function unableToSign(setting: Setting, { public: { grades } }: World): readonly number[] {
  return setting.signatories.filter((i) => grades[i] !== 'official');
}

export function afterRoundOfOffers(setting: Setting, world: World): World {
  const { bargaining } = world.room;
  const next: Bargaining = bargaining
    ? { ...bargaining, turns: 0 }
    : {
        order: bargainers(setting, world),
        turns: 0,
        standing: undefined,
        assents: 0,
        offers: setting.parties.map(() => []),
      };
  return {
    ...world,
    public: { ...world.public, round: world.public.round + 1 },
    room: { ...world.room, bargaining: next },
  };
}

export function afterOffer(setting: Setting, world: World, by: number, text: Text): World {
  const before = bargainingOf(world);
  const { round, version } = world.public;
  const outcome = outcomeOf(setting, text);
  const own = [...before.offers[by]!, { round, outcome }];
  const bargaining: Bargaining = {
    order: before.order,
    turns: before.turns + 1,
    standing: { outcome, by },
    assents: 0,
    offers: replaced(before.offers, by, own),
  };
  return {
    ...world,
    public: { ...world.public, text, version: version + 1 },
    room: { ...world.room, bargaining },
  };
}

export function afterAcceptance(world: World): World {
  const before = bargainingOf(world);
  return {
    ...world,
    room: { ...world.room, bargaining: { ...before, turns: before.turns + 1, assents: before.assents + 1 } },
  };
}

/** Whose turn it is. */
export function partyToMove(world: World): number {
  const { order, turns } = bargainingOf(world);
  return order[turns]!;
}

export function isRoundOfOffersOver(world: World): boolean {
  const { order, turns } = bargainingOf(world);
  return turns >= order.length;
}

export function isAcceptedByAll(world: World): boolean {
  const { order, standing, assents } = bargainingOf(world);
  return standing !== undefined && assents === order.length - 1;
}

/**
 * Normalised time t = (round − 1)/(N + 1), as Genius' parties have it: they open at 0, and the last of N rounds comes
 * at (N − 1)/(N + 1).
 */
export function timeOf({ rounds }: Setting, round: number): number {
  return (round - 1) / (rounds + 1);
}
