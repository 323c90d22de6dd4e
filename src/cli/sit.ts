import type { Fact } from '../model/fact.ts';
import type { PartyId, Scenario } from '../model/scenario.ts';
import { seenScenario } from '../record/seen-scenario.ts';
import { Witness } from '../record/seen.ts';
import type { Loaded } from '../scenario/load.ts';
import type { Table } from '../seats/table.ts';
import type { Sitting } from '../views/terminal/seat/sitting.ts';
import { EXIT, obey } from './exit.ts';
import type { GivenSeats } from './given-seats.ts';
import { commandName, note, print } from './output.ts';
import { shellWord } from '../views/prose/shell.ts';
import { writeRecord } from './record-file.ts';
import { openSession } from './session.ts';

interface Asked {
  readonly loaded: Loaded;
  readonly seats: GivenSeats;
  readonly seed: string;
  readonly options: { readonly set?: readonly string[]; readonly record?: string; readonly quiet?: boolean };
}

/** Seconds a round while the rules hold all seats. */
const PACE = 2;
/** Lines of the programs' stderr that are kept until the screen is free again. */
const NOTES = 20;

/** People play until they leave or the conference ends; what was played is written down either way. */
export async function sit({ loaded, seats, seed, options }: Asked): Promise<void> {
  const { scenario } = loaded;
  const notes: string[] = [];
  const keep = (text: string) => {
    notes.push(text);
    if (notes.length > NOTES) notes.shift();
  };
  const session = openSession(loaded, seed, options.set ?? [], seats, { onNote: keep });
  const { table } = session;
  const view = await import('../views/terminal/seat/sit.tsx');
  const reveal = options.record === undefined ? undefined : `${commandName()} replay ${shellWord(options.record)}`;
  let left;
  try {
    left = await view.sit({ sitting: sittingOf(table, scenario, seats.people, reveal), pace: PACE });
  } finally {
    await table.close();
  }
  if (table.failure !== undefined) throw table.failure;
  if (options.record !== undefined) writeRecord('play', options.record, session.conducted(), options);
  for (const text of notes) note(text, options);
  // A terminal that hung up has nobody to say goodbye to.
  if (left !== 'SIGHUP') print(goodbye(scenario, seed, table, reveal));
  if (left === 'interrupted') process.exitCode = EXIT.interrupted;
  else if (left !== 'quit') obey(left);
}

/** The conference as the view may have it: facts and scenario of each seat through the projection. */
export function sittingOf(
  table: Table,
  scenario: Scenario,
  seats: readonly PartyId[],
  reveal: string | undefined,
): Sitting {
  const eyes = new Map(
    seats.map((seat) => [
      seat,
      {
        scenario: seenScenario(scenario, [seat]),
        witness: new Witness(scenario, [seat]),
        facts: [] as Fact[],
        told: 0,
      },
    ]),
  );
  let version = 0;
  table.subscribe(() => version++);
  return {
    seats,
    reveal,
    scenario: (seat) => eyes.get(seat)!.scenario,
    facts: (seat) => {
      const own = eyes.get(seat)!;
      const { facts } = table;
      for (; own.told < facts.length; own.told++) {
        const fact = own.witness.see(facts[own.told]!);
        if (fact !== undefined) own.facts.push(fact);
      }
      return own.facts;
    },
    values: (seat) => table.values(seat),
    holder: (seat) => table.holder(seat),
    questions: () => table.questions(),
    awaited: () => table.awaited(),
    resting: () => table.resting,
    ended: () => table.ended,
    answer: (number, answer) => {
      const receipt = table.answer(number, answer);
      return receipt.type === 'refused' ? receipt.why : undefined;
    },
    advice: (number) => table.advice(number),
    passRound: (seat) => table.passRound(seat),
    hand: (seat, holder) => table.hand(seat, holder),
    resume: () => table.resume(),
    subscribe: (listener) => table.subscribe(listener),
    // Asked at every change, so that a view does not wait for ever at a conference that has failed.
    version: () => {
      if (table.failure !== undefined) throw table.failure;
      return version;
    },
  };
}

/** What stays behind on the shell's own screen: two lines. */
function goodbye({ title, conference }: Scenario, seed: string, table: Table, reveal: string | undefined): string {
  const last = table.facts.at(-1);
  const rounds = Math.round(conference.rounds.value);
  const where =
    last?.type === 'conference.ended'
      ? `ended in round ${last.round} of ${rounds}`
      : `left ${last === undefined || last.round === 0 ? 'before round 1' : `in round ${last.round}`} of ${rounds}`;
  const again = reveal === undefined ? 'not recorded; --record FILE keeps the next one' : `look back: ${reveal}`;
  return `${title}, seed ${seed}: ${where}\n${again}`;
}
