import { LiveConference } from '../conference/live.ts';
import type { Receipt } from '../conference/desk.ts';
import type { Question } from '../conference/port.ts';
import type { OwnValues, SeatQuestion } from '../model/choices.ts';
import type { Fact, FactOf } from '../model/fact.ts';
import type { Answer, Holder } from '../model/question.ts';
import type { PartyId, Scenario } from '../model/scenario.ts';
import { Witness } from '../record/seen.ts';
import { settingOf, type Setting } from '../rules/setting.ts';
import { PROTOCOL } from './messages.ts';
import { Program } from './program.ts';
import { ownValues, seatQuestion } from './question.ts';
import { seatScenario } from './scenario.ts';

export interface TableOptions {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Parties whose seats people hold. */
  readonly people: readonly PartyId[];
  /** Parties whose seats programs hold, with the command that starts each. */
  readonly programs: Readonly<Record<PartyId, string>>;
  /** Milliseconds that a program has for each answer. */
  readonly within: number;
  readonly onFact: (fact: Fact) => void;
  /** What a program says on stderr. */
  readonly onNote: (party: PartyId, line: string) => void;
}

interface ProgramSeat {
  readonly program: Program;
  readonly witness: Witness;
  /** Facts that it has been offered. */
  told: number;
  asked: number;
}

/**
 * A conference with people and programs at it. It goes on by itself until a person must answer, and rests after each
 * round until `resume`. People are answered for by the views, programs here; each is told what its seat may know.
 */
export class Table {
  readonly facts: Fact[] = [];
  readonly #setting: Setting;
  readonly #conference: LiveConference;
  readonly #programs = new Map<PartyId, ProgramSeat>();
  readonly #listeners = new Set<() => void>();
  /** Seats whose person leaves a round to the rule, and which. */
  readonly #passing = new Map<PartyId, number>();
  #failure: unknown;
  #closed = false;

  constructor({ scenario, seed, people, programs, within, onFact, onNote }: TableOptions) {
    this.#setting = settingOf(scenario);
    const holders: Record<PartyId, Holder> = {};
    for (const party of people) holders[party] = 'person';
    for (const party of Object.keys(programs)) holders[party] = 'program';
    this.#conference = new LiveConference(this.#setting, seed, {
      holders,
      onFact: (fact) => {
        this.facts.push(fact);
        onFact(fact);
      },
    });
    for (const [party, command] of Object.entries(programs)) {
      const program = new Program({ command, within, onNote: (line) => onNote(party, line) });
      const hello = { protocol: PROTOCOL, seat: party, within } as const;
      program.tell({ type: 'hello', ...hello, scenario: seatScenario(scenario, party, this.values(party)) });
      this.#programs.set(party, { program, witness: new Witness(scenario, [party]), told: 0, asked: 0 });
    }
    this.#serve();
  }

  get ended(): boolean {
    return this.#conference.ended;
  }

  /** Whether it rests after a round: nobody is awaited, and it has not ended. */
  get resting(): boolean {
    return !this.ended && this.#conference.pending().length === 0;
  }

  /** Questions that wait for a person. */
  questions(): readonly SeatQuestion[] {
    return this.#conference
      .pending()
      .filter((question) => this.holder(question.id) === 'person')
      .map((question) => seatQuestion(this.#setting, question));
  }

  /** Programs that are thinking. */
  awaited(): readonly PartyId[] {
    return this.#conference.pending().flatMap(({ id }) => (this.holder(id) === 'program' ? [id] : []));
  }

  values(party: PartyId): OwnValues {
    return ownValues(this.#setting, this.#setting.parties[this.#index(party)]!);
  }

  holder(party: PartyId): Holder {
    return this.#conference.holder(this.#index(party));
  }

  answer(number: number, answer: Answer): Receipt {
    return this.#change(() => this.#conference.answer(number, answer));
  }

  /** What the rule would answer to an open question. */
  advice(number: number): Answer | undefined {
    return this.#conference.advice(number);
  }

  /** Leaves the rest of this round to the rule; the seat stays with its person. */
  passRound(party: PartyId): void {
    const open = this.#conference.pending().find((question) => question.id === party);
    if (open === undefined) return;
    this.#change(() => this.#passing.set(party, open.round));
  }

  /** Gives a seat to its person or to the rule: at its open question, else at its next. */
  hand(party: PartyId, holder: 'person' | 'rule'): void {
    this.#change(() => this.#conference.hand(party, holder));
  }

  /** Goes on after a round. */
  resume(): void {
    if (this.resting) this.#change(() => this.#conference.resume());
  }

  /** Calls back after every change; gives the function that ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Plays on until it ends, a round after the other, where no person holds a seat.
   * @throws what a rule has thrown.
   */
  async playOut(): Promise<void> {
    while (!this.ended && !this.#closed) {
      if (this.resting) this.resume();
      else await this.#nextChange();
      if (this.#failure !== undefined) throw this.#failure;
    }
  }

  /** What a rule has thrown while a program was answering: a bug of ours. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Ends the programs; with a conference that has ended they are told how first. */
  async close(): Promise<void> {
    this.#closed = true;
    const ended = this.facts.findLast((fact): fact is FactOf<'conference.ended'> => fact.type === 'conference.ended');
    const seats = [...this.#programs.entries()];
    for (const [party, seat] of seats) {
      if (ended === undefined) continue;
      this.#tellFacts(seat);
      const { ending, closing, round, parties, private: numbers } = ended;
      seat.program.tell({ type: 'end', ending, closing, round, parties, ...numbers[party] });
    }
    await Promise.all(seats.map(([, { program }]) => program.stop()));
  }

  /** At once: on the way out. */
  kill(): void {
    this.#closed = true;
    for (const { program } of this.#programs.values()) program.kill();
    this.#notify();
  }

  #index(party: PartyId): number {
    return this.#setting.partyIndex.get(party)!;
  }

  #change<T>(act: () => T): T {
    const result = act();
    this.#serve();
    this.#notify();
    return result;
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const done = this.subscribe(() => {
        done();
        resolve();
      });
    });
  }

  /** Answers for those who have left the round to the rule, and asks the programs that are awaited. */
  #serve(): void {
    const passed = () => this.#conference.pending().find(({ id, round }) => this.#passing.get(id) === round);
    for (let open = passed(); open !== undefined; open = passed()) this.#conference.pass(open.number);
    for (const question of this.#conference.pending()) {
      const seat = this.#programs.get(question.id);
      if (seat === undefined || seat.asked >= question.number || this.holder(question.id) !== 'program') continue;
      seat.asked = question.number;
      void this.#ask(seat, question).catch((failure: unknown) => {
        this.#failure = failure;
        this.#notify();
      });
    }
  }

  async #ask(seat: ProgramSeat, question: Question): Promise<void> {
    this.#tellFacts(seat);
    const reply = await seat.program.ask({ type: 'question', ...seatQuestion(this.#setting, question) });
    if (this.#closed) return;
    const { number, id } = question;
    if (reply.type === 'answer') {
      const receipt = this.#change(() => this.#conference.answer(number, reply.answer));
      if (receipt.type !== 'refused') return;
      seat.program.tell({ type: 'lost', number, reason: 'illegal', why: receipt.why });
      this.#change(() => this.#conference.pass(number, 'illegal'));
    } else if (reply.gone) {
      this.#change(() => this.#conference.hand(id, 'rule', reply.reason));
    } else {
      seat.program.tell({ type: 'lost', number, reason: reply.reason });
      this.#change(() => this.#conference.pass(number, reply.reason));
    }
  }

  #tellFacts(seat: ProgramSeat): void {
    const facts = this.facts.slice(seat.told).flatMap((fact) => seat.witness.see(fact) ?? []);
    seat.told = this.facts.length;
    if (facts.length > 0) seat.program.tell({ type: 'facts', facts });
  }
}
