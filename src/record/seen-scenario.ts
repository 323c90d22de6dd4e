import type { Quantity } from '../model/quantity.ts';
import type { Conference, Party, PartyId, Scenario, Stance } from '../model/scenario.ts';

/** Stands where a number is not told; it means nothing and must not be shown. */
export const UNDISCLOSED: Quantity = {
  value: 0,
  low: 0,
  high: 1,
  basis: { kind: 'assumption', reason: 'not disclosed to this seat' },
};

/**
 * The scenario as the seats of some parties may know it: their own parts whole; of the others who they are, how they
 * were invited, their weight, their word as a guarantor, their public briefs and the ideals that they voice in public.
 * What is to happen outside the room is not told beforehand.
 */
export function seenScenario(scenario: Scenario, seats: readonly PartyId[]): Scenario {
  const own = (party: PartyId) => seats.includes(party);
  return {
    ...scenario,
    conference: seenConference(scenario.conference, own),
    parties: scenario.parties.map((party) => (own(party.id) ? party : publicPart(party))),
    relations: scenario.relations.filter(({ from, to }) => own(from) || own(to)),
    events: [],
  };
}

/** Who gains how much from a rival forum is its own affair; that there is one is not. */
function seenConference(conference: Conference, own: (party: PartyId) => boolean): Conference {
  const { rival } = conference;
  if (rival === undefined) return conference;
  const draws = Object.fromEntries(Object.entries(rival.draws).filter(([party]) => own(party)));
  return { ...conference, rival: { ...rival, draws } };
}

function publicPart(party: Party): Party {
  const { id, name, spokenOf, head, signatory, attendance, leverage, guarantor, stances, brief } = party;
  return {
    id,
    name,
    ...(spokenOf !== undefined && { spokenOf }),
    ...(head !== undefined && { head }),
    signatory,
    attendance,
    walkAway: UNDISCLOSED,
    pain: UNDISCLOSED,
    expectation: UNDISCLOSED,
    optimism: UNDISCLOSED,
    patience: UNDISCLOSED,
    leverage: bare(leverage),
    audience: UNDISCLOSED,
    delegation: UNDISCLOSED,
    home: UNDISCLOSED,
    budget: UNDISCLOSED,
    guarantor: bare(guarantor),
    tactic: { kind: 'time-dependent', beta: UNDISCLOSED, reciprocity: UNDISCLOSED },
    stances: stances.flatMap(voiced),
    brief: { public: brief.public, confidential: '' },
  };
}

/** An ideal voiced in public is known; how much it matters, and where the red line runs, is not. */
function voiced({ issue, voiced: how, preference }: Stance): readonly Stance[] {
  if (how === 'private' || preference.kind !== 'ideal') return [];
  return [
    { issue, preference: { kind: 'ideal', ideal: bare(preference.ideal) }, salience: UNDISCLOSED, voiced: 'public' },
  ];
}

/** The number without the author's notes on it, which may say more than the party does. */
function bare({ value }: Quantity): Quantity {
  return { value, low: value, high: value, basis: { kind: 'assumption', reason: 'known to everybody' } };
}
