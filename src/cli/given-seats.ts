import type { PartyId, Scenario } from '../model/scenario.ts';
import { didYouMean } from '../scenario/spelling.ts';
import { EXIT, Stop } from './exit.ts';

/** Who sits where, as it was asked for; the rules hold all other seats. */
export interface GivenSeats {
  readonly people: readonly PartyId[];
  /** By party, the command that starts its program. */
  readonly programs: Readonly<Record<PartyId, string>>;
  /** Milliseconds that a program has for each answer. */
  readonly within: number;
}

export interface SeatOptions {
  /** `PARTY[,PARTY]` */
  readonly as?: string;
  /** `PARTY=program:CMD` */
  readonly seat?: readonly string[];
  /** Seconds. */
  readonly seatTimeout?: number;
}

const SECONDS = 5;

/** @throws Stop with a usage error that says what was expected. */
export function givenSeats(scenario: Scenario, options: SeatOptions): GivenSeats {
  const people: PartyId[] = [];
  for (const name of (options.as ?? '').split(',').map((one) => one.trim())) {
    if (name === '') continue;
    const party = knownParty(scenario, name, '--as');
    if (people.includes(party)) throw usage(`--as names ${party} twice`);
    people.push(party);
  }
  const programs: Record<PartyId, string> = {};
  for (const given of options.seat ?? []) {
    const [, name, command] = /^([^=]+)=program:(.*\S.*)$/s.exec(given) ?? [];
    if (name === undefined || command === undefined)
      throw usage(
        `--seat expects PARTY=program:CMD, such as --seat ${scenario.parties[0]!.id}=program:'python3 seat.py'; found ${given}`,
      );
    const party = knownParty(scenario, name.trim(), '--seat');
    if (programs[party] !== undefined) throw usage(`--seat gives ${party} to two programs`);
    if (people.includes(party))
      throw usage(`${party} can be played by a person (--as) or by a program (--seat), not both`);
    programs[party] = command;
  }
  return { people, programs, within: Math.round((options.seatTimeout ?? SECONDS) * 1000) };
}

function knownParty({ id, parties }: Scenario, name: string, option: string): PartyId {
  const ids = parties.map((party) => party.id);
  if (ids.includes(name)) return name;
  const { hint } = didYouMean(name, ids);
  throw usage(`${option}: ${id} has no party ${name}; ${hint ?? `its parties are ${ids.join(', ')}`}`);
}

function usage(message: string): Stop {
  return new Stop(EXIT.usage, `parley: ${message}`);
}
