import type { Fact, Private } from '../model/fact.ts';
import { fixedGrade, type PartyId, type Scenario } from '../model/scenario.ts';

/**
 * What the seats of one or more parties may know of a conference, fact by fact: the same rule as `rules/visibility.ts`,
 * for what is told afterwards. Private numbers are their own alone; what others did unseen, answered or heard in a room
 * that they stayed out of is left out. Views and programs read a conference only through this.
 */
export class Witness {
  readonly #seats: readonly PartyId[];
  readonly #absent: Set<PartyId>;

  constructor(scenario: Scenario, seats: readonly PartyId[]) {
    this.#seats = seats;
    const stayedAway = scenario.parties.filter((party) => fixedGrade(party.attendance) === 'absent');
    this.#absent = new Set(stayedAway.map((party) => party.id));
  }

  /** The fact as these seats saw it; nothing when they did not. Facts must come in their order. */
  see(fact: Fact): Fact | undefined {
    if (fact.type === 'attendance.settled') this.#seat(fact.party, fact.grade === 'absent');
    if (fact.type === 'party.left') this.#seat(fact.party, true);
    if (!this.#saw(fact)) return undefined;
    return 'private' in fact ? ({ ...fact, private: this.#own(fact.private) } as Fact) : fact;
  }

  #seat(party: PartyId, absent: boolean): void {
    if (absent) this.#absent.add(party);
    else this.#absent.delete(party);
  }

  #saw(fact: Fact): boolean {
    switch (fact.type) {
      case 'amendments.tabled':
        return this.#seats.some((seat) => !this.#absent.has(seat));
      case 'party.pressed':
      case 'party.promised':
      case 'party.reassured':
      case 'party.warned':
        return fact.seenBy === undefined || fact.seenBy.some((party) => this.#seats.includes(party));
      case 'answer.given':
        return this.#seats.includes(fact.party);
      case 'course.changed':
        // What somebody outside the conference supposed.
        return false;
      case 'durability.weighed':
        // Its parts are made of every signatory's own numbers.
        return false;
      case 'attendance.settled':
      case 'round.opened':
      case 'channel.leaked':
      case 'text.drafted':
      case 'offer.made':
      case 'offer.accepted':
      case 'vote.cast':
      case 'walk-out.threatened':
      case 'party.left':
      case 'event.struck':
      case 'round.closed':
      case 'conference.ended':
      case 'agreement.ratified':
      case 'seat.held':
        return true;
      default:
        return fact satisfies never;
    }
  }

  #own(numbers: Private<unknown> | undefined): Private<unknown> {
    return Object.fromEntries(Object.entries(numbers ?? {}).filter(([party]) => this.#seats.includes(party)));
  }
}

/** All that these seats saw. */
export function seenFacts(scenario: Scenario, facts: readonly Fact[], seats: readonly PartyId[]): readonly Fact[] {
  const witness = new Witness(scenario, seats);
  return facts.flatMap((fact) => witness.see(fact) ?? []);
}
