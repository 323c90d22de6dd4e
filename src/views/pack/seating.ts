import type { Chance } from '../../model/chance.ts';
import { fixedGrade, type PartyId, type Scenario } from '../../model/scenario.ts';

export interface Seated {
  readonly party: PartyId;
  readonly person: string;
}

/** Who sits where in one group. */
export interface Seating {
  /** `group-1`; what the sheet of outcomes calls it. */
  readonly group: string;
  readonly seats: readonly Seated[];
  /** Seats for which there are too few people: the rules play them, or the teacher answers for them. */
  readonly empty: readonly PartyId[];
  /** In the chair, where no party holds it. */
  readonly chair?: string;
  readonly observers: readonly string[];
  readonly mirrors: readonly Seated[];
}

/**
 * The seats to be filled, those without which nothing can be agreed first: signatories, vetoes, the chair and the host,
 * then the others by weight; those who only observe come last, and those who stay away have none.
 */
export function seatsOf(scenario: Scenario): readonly PartyId[] {
  const { rule, chair, hostParty } = scenario.conference;
  const rank = (id: PartyId, signatory: boolean, observes: boolean) => {
    if (observes) return 4;
    if (signatory) return 0;
    if (rule.vetoes.includes(id)) return 1;
    return id === chair.party || id === hostParty ? 2 : 3;
  };
  return scenario.parties
    .filter(({ attendance }) => fixedGrade(attendance) !== 'absent')
    .map(({ id, signatory, attendance, leverage }) => ({
      id,
      rank: rank(id, signatory, fixedGrade(attendance) === 'observer'),
      weight: leverage.value,
    }))
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Whether somebody without a seat has to lead: a chair writes the texts, and no party holds it. */
export function needsChair({ conference: { chair, protocol } }: Scenario): boolean {
  return chair.party === undefined && protocol !== 'alternating-offers';
}

/**
 * Seats a class by chance: people are shuffled and dealt into groups whose sizes differ by one at most, and fill the
 * seats in their order. Of those left over in a group the first takes the chair where no party holds it, the next
 * observes, and the others mirror a seat each.
 */
export function seatClass(
  scenario: Scenario,
  people: readonly string[],
  groups: number,
  chance: Chance,
): readonly Seating[] {
  const seats = seatsOf(scenario);
  const shuffled = shuffle(people, chance);
  return Array.from({ length: groups }, (_, g) => {
    const members = shuffled.filter((_person, index) => index % groups === g);
    const left = members.slice(seats.length);
    const chairs = needsChair(scenario) ? left.splice(0, 1) : [];
    const observers = left.splice(0, 1);
    const mirrors = left.splice(0, seats.length);
    return {
      group: `group-${g + 1}`,
      seats: seats.slice(0, members.length).map((party, index) => ({ party, person: members[index]! })),
      empty: seats.slice(members.length),
      ...(chairs[0] !== undefined && { chair: chairs[0] }),
      observers: [...observers, ...left],
      mirrors: mirrors.map((person, index) => ({ party: seats[index]!, person })),
    };
  });
}

/** As many groups as a class fills, and one at least. */
export function groupsFor(scenario: Scenario, people: number): number {
  return Math.max(1, Math.floor(people / seatsOf(scenario).length));
}

function shuffle(people: readonly string[], chance: Chance): readonly string[] {
  const shuffled = [...people];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(chance.at('seating/world', last) * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
