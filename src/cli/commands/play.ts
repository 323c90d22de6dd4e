import { EXIT, Stop } from '../exit.ts';
import { givenSeats, type GivenSeats, type SeatOptions } from '../given-seats.ts';
import { givenScenario, givenSeed } from '../given.ts';
import { commandName, hasScreen } from '../output.ts';
import { run } from './run.ts';
import type { Loaded } from '../../scenario/load.ts';

interface Options extends SeatOptions {
  readonly seed?: string;
  readonly set?: readonly string[];
  readonly record?: string;
  readonly quiet?: boolean;
  /** False where nothing may wait for a key. */
  readonly input?: boolean;
}

/** People play seats at this terminal; where only programs do, the conference runs and its transcript is printed. */
export async function play(nameOrPath: string, options: Options): Promise<void> {
  const loaded = givenScenario(nameOrPath, options);
  const seats = givenSeats(loaded.scenario, options);
  if (seats.people.length === 0 && Object.keys(seats.programs).length === 0) throw nobody(loaded, nameOrPath);
  if (seats.people.length === 0) return run(nameOrPath, options);
  if (options.input === false || !hasScreen(process.env)) throw noScreen(nameOrPath, seats);
  const { sit } = await import('../sit.ts');
  return sit({ loaded, seats, seed: givenSeed(options.seed), options });
}

function nobody({ scenario }: Loaded, nameOrPath: string): Stop {
  const list = scenario.parties.map(({ id, name }) => `  ${id.padEnd(14)} ${name}`).join('\n');
  const [first] = scenario.parties;
  return new Stop(
    EXIT.usage,
    `parley play: say whom you decide for, such as ${commandName()} play ${nameOrPath} --as ${first!.id}\n${scenario.title} has these parties:\n${list}`,
  );
}

function noScreen(nameOrPath: string, { people }: GivenSeats): Stop {
  const seats = people.map((party) => `--seat ${party}=program:CMD`).join(' ');
  return new Stop(
    EXIT.usage,
    `parley play: people need a terminal to play at, with a screen and a keyboard, and this is none.\nWithout one a program can take the seat: ${commandName()} play ${nameOrPath} ${seats} (docs/seat-protocol.md).`,
  );
}
