import type { Answer, Holder, QuestionType } from '../model/question.ts';
import type { Setting } from '../rules/setting.ts';
import { objectionTo } from './legality.ts';
import type { Scripted } from './script.ts';
import type { Given, Question } from './port.ts';

/** What became of an answer handed to the desk. */
export type Receipt =
  | { readonly type: 'taken' }
  /** No such question was ever put. */
  | { readonly type: 'unknown' }
  /** Its phase is over. */
  | { readonly type: 'late' }
  /** The question already has an answer. */
  | { readonly type: 'doubled' }
  | { readonly type: 'refused'; readonly why: string };

export interface DeskLinks {
  /** The setting in force when the question was put. */
  readonly settingFor: (question: Question) => Setting;
  /** What a script says of the question, whoever holds the seat. */
  readonly scripted: (question: Question) => Scripted | undefined;
  /** What the rules answer. */
  readonly byRule: (question: Question) => Answer;
  /** Hands an answer to the party whose seat gave it. */
  readonly deliver: (party: number, number: number, answer: Answer) => void;
  /** The phase is complete. */
  readonly complete: (given: readonly Given[]) => void;
}

interface OpenSeat {
  readonly question: Question;
  answer?: Answer;
  holder?: Holder;
  replied: boolean;
}

/**
 * Knows who holds each seat, takes questions there, collects answers, and says when a phase is complete. Its state is
 * never a fact: who is still awaited, and in which order answers came, cannot be seen in a record.
 */
export class Desk {
  readonly #setting: Setting;
  readonly #links: DeskLinks;
  readonly #holders: Holder[];
  readonly #reasons = new Map<number, string>();
  /** The questions of the present phase, by number. */
  #open = new Map<number, OpenSeat>();
  #highest = 0;

  constructor(setting: Setting, holders: Readonly<Record<string, Holder>>, links: DeskLinks) {
    this.#setting = setting;
    this.#links = links;
    this.#holders = setting.parties.map((party) => holders[party.id] ?? 'rule');
  }

  holder(party: number): Holder {
    return this.#holders[party]!;
  }

  /** Questions that wait for a person or a program. */
  pending(): readonly Question[] {
    return [...this.#open.values()].filter((seat) => seat.answer === undefined).map((seat) => seat.question);
  }

  /** The conference opens a phase. */
  open(questions: readonly Question[]): void {
    this.#open = new Map(questions.map((question) => [question.number, { question, replied: false }]));
    for (const { number } of questions) this.#highest = number;
    if (questions.length === 0) this.#links.complete([]);
  }

  /** A party brings its question to its seat. */
  consult(question: Question): void {
    const scripted = this.#links.scripted(question);
    if (scripted !== undefined) {
      if (scripted.reason !== undefined) this.#reasons.set(question.party, scripted.reason);
      this.#take(question.number, scripted.answer ?? this.#links.byRule(question), scripted.holder);
    } else if (this.#holders[question.party] === 'rule')
      this.#take(question.number, this.#links.byRule(question), 'rule');
  }

  /** Somebody outside answers for a seat. */
  answer(number: number, answer: Answer): Receipt {
    const seat = this.#open.get(number);
    if (seat === undefined) return { type: number >= 1 && number <= this.#highest ? 'late' : 'unknown' };
    if (seat.answer !== undefined) return { type: 'doubled' };
    const why = objectionTo(this.#links.settingFor(seat.question), seat.question, answer);
    if (why !== undefined) return { type: 'refused', why };
    this.#take(number, answer, this.#holders[seat.question.party]!);
    return { type: 'taken' };
  }

  /** Gives a seat to another holder: at its open question, else at its next. `reason` goes into the record. */
  hand(party: string, holder: Holder, reason?: string): void {
    const i = this.#setting.partyIndex.get(party);
    if (i === undefined) throw new Error(`no party ${party}`);
    this.#holders[i] = holder;
    if (reason !== undefined) this.#reasons.set(i, reason);
    if (holder !== 'rule') return;
    for (const { question, answer } of this.#open.values()) {
      if (question.party === i && answer === undefined)
        this.#take(question.number, this.#links.byRule(question), 'rule');
    }
  }

  /** What the rules would answer to an open question. */
  advice(number: number): Answer | undefined {
    const seat = this.#open.get(number);
    return seat?.answer === undefined && seat !== undefined ? this.#links.byRule(seat.question) : undefined;
  }

  /** Lets the rules answer one open question; the holder stays. `reason` goes into the record. */
  pass(number: number, reason?: string): Receipt {
    const seat = this.#open.get(number);
    if (seat === undefined) return { type: number >= 1 && number <= this.#highest ? 'late' : 'unknown' };
    if (seat.answer !== undefined) return { type: 'doubled' };
    if (reason !== undefined) this.#reasons.set(seat.question.party, reason);
    this.#take(number, this.#links.byRule(seat.question), 'rule');
    return { type: 'taken' };
  }

  /** A party passes its seat's answer on; with the last one the phase is complete. */
  reply(number: number): void {
    const seat = this.#open.get(number);
    if (seat === undefined || seat.replied) return;
    seat.replied = true;
    const seats = [...this.#open.values()];
    if (seats.every((one) => one.replied)) this.#links.complete(seats.map((one) => this.#given(one)));
  }

  #take(number: number, answer: Answer, holder: Holder): void {
    const seat = this.#open.get(number)!;
    seat.answer = answer;
    seat.holder = holder;
    this.#links.deliver(seat.question.party, number, answer);
  }

  #given({ question, answer, holder }: OpenSeat): Given {
    const reason = this.#reasons.get(question.party);
    this.#reasons.delete(question.party);
    return {
      party: question.party,
      view: question.view,
      answer: answer!,
      holder: holder!,
      ...(reason !== undefined && { reason }),
    };
  }
}

/** Names a question the same way in every run: a seat is asked one thing of a kind a round. */
export function questionKey(round: number, type: QuestionType, party: string): string {
  return `${round} ${type} ${party}`;
}
