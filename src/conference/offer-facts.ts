import type { FactOf, Standing } from '../model/fact.ts';
import { bargainingOf, unableToSign } from '../rules/bargaining.ts';
import { outcomesOf } from '../rules/outcomes.ts';
import type { Setting } from '../rules/setting.ts';
import { readiness } from '../rules/target.ts';
import { utility, walkAway } from '../rules/utility.ts';
import type { World } from '../rules/world.ts';
import { changesBetween, factOfEnding } from './facts.ts';

/** Facts of alternating offers, from states. */

/** What each party holds out for is what its last offer is worth to it; before it has made one, its best. */
export function roundOfOffersOpened(setting: Setting, world: World): FactOf<'round.opened'> {
  const { offers } = bargainingOf(world);
  const standings: Record<string, Standing> = {};
  setting.parties.forEach((party, i) => {
    const state = world.parties[i]!;
    const last = offers[i]!.at(-1);
    const b = walkAway(party, state);
    standings[party.id] = {
      utility: utility(party, world.public.text),
      walkAway: b,
      target: last === undefined ? party.top : outcomesOf(setting, party, b).utilities[last.outcome]!,
      readiness: readiness(setting, state),
    };
  });
  return { type: 'round.opened', round: world.public.round, private: standings };
}

export function offerMade(setting: Setting, before: World, after: World, party: number): FactOf<'offer.made'> {
  const worth: Record<string, { readonly utility: number }> = {};
  for (const one of setting.parties) worth[one.id] = { utility: utility(one, after.public.text) };
  return {
    type: 'offer.made',
    round: after.public.round,
    party: setting.parties[party]!.id,
    version: after.public.version,
    changes: changesBetween(setting, before.public.text, after.public.text),
    private: worth,
  };
}

export function offerAccepted(setting: Setting, world: World, i: number): FactOf<'offer.accepted'> {
  const party = setting.parties[i]!;
  return {
    type: 'offer.accepted',
    round: world.public.round,
    party: party.id,
    of: setting.parties[bargainingOf(world).standing!.by]!.id,
    private: {
      [party.id]: { utility: utility(party, world.public.text), walkAway: walkAway(party, world.parties[i]!) },
    },
  };
}

/** Nobody weighs a hazard here: a party leaves or does not. */
export function partyLeftOffers(setting: Setting, world: World, party: number): FactOf<'party.left'> {
  const { id, signatory } = setting.parties[party]!;
  return { type: 'party.left', round: world.public.round, party: id, signatory, private: { [id]: { hazard: 1 } } };
}

/** Everybody at the table must accept, so whoever leaves ends it. */
export function endedWithoutAgreement(
  setting: Setting,
  world: World,
  left: readonly number[],
): FactOf<'conference.ended'> {
  const closing = left.length > 0 ? 'signatory-left' : 'time-up';
  return factOfEnding(setting, world, 'collapse', closing, left, []);
}

export function endedForWantOfMandates(setting: Setting, world: World): FactOf<'conference.ended'> {
  const closing = setting.consultations ? 'postponed' : 'declined';
  const missing = unableToSign(setting, world);
  const away = setting.order.filter((i) => world.public.grades[i] !== 'official').toSorted((a, b) => a - b);
  return factOfEnding(setting, world, 'no-conference', closing, missing.length > 0 ? missing : away, []);
}
