import type { Chance } from '../../model/chance.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { OwnOutcomes } from '../outcomes.ts';
import type { PartySetting } from '../party-setting.ts';
import type { Setting } from '../setting.ts';
import type { Bargaining, Offer } from '../world.ts';

/** What a tactic may know when its turn comes: its own numbers, and what everybody at the table has offered. */
export interface Turn {
  readonly setting: Setting;
  readonly me: PartySetting;
  readonly own: OwnOutcomes;
  readonly bargaining: Bargaining;
  /** Normalised, from 0 towards 1. */
  readonly time: number;
  readonly round: number;
  readonly chance: Chance;
  /** Utility of no agreement, and that of the best outcome. */
  readonly walkAway: number;
  readonly top: number;
}

/** The offers that each other party at the table has made; none of one that has only accepted so far. */
export function offersOfOthers({ bargaining: { order, offers }, me }: Turn): readonly (readonly Offer[])[] {
  return order.filter((i) => i !== me.index).map((i) => offers[i]!);
}

export function ownOffers({ bargaining: { offers }, me }: Turn): readonly Offer[] {
  return offers[me.index]!;
}

export function worthOf({ own }: Turn, outcome: Outcome): number {
  return own.utilities[outcome]!;
}

/** Whether a party could sign it at all: within its red lines, and no less than its walk-away. */
export function isSignable({ own }: Turn, outcome: Outcome): boolean {
  return own.signable[outcome] === 1;
}
