import type { Grade } from '../model/attendance.ts';
import type { Fact } from '../model/fact.ts';
import type { Answer, Holder, QuestionType } from '../model/question.ts';
import type { PartyView } from '../rules/visibility.ts';

/** A question to one party. Its number is its own within the conference; an answer names it. */
export interface Question {
  readonly number: number;
  readonly type: QuestionType;
  /** Index and id of the party asked. */
  readonly party: number;
  readonly id: string;
  readonly round: number;
  /** What the seat may know when it answers. */
  readonly view: PartyView;
}

/** An answer as it reaches the conference. */
export interface Given {
  readonly party: number;
  /** What its seat knew when it answered. */
  readonly view: PartyView;
  readonly answer: Answer;
  readonly holder: Holder;
  /** Why the holder is not who it was, when that needs saying: a program that was too slow, say. */
  readonly reason?: string;
}

export type GivenOf<T extends QuestionType> = Given & { readonly answer: Extract<Answer, { readonly type: T }> };

export type ConferenceEvent =
  { readonly type: 'answers.in'; readonly given: readonly Given[] } | { readonly type: 'table.resume' };

export type PartyEvent =
  | { readonly type: `table.${QuestionType}`; readonly question: Question }
  | { readonly type: 'table.seated'; readonly grade: Grade }
  | { readonly type: 'table.dismissed' }
  | { readonly type: 'seat.answer'; readonly number: number; readonly answer: Answer };

/** The only way out of the conference's updates. */
export interface ConferencePort {
  fact(fact: Fact): void;
  /** Opens a phase: `answers.in` follows when all of these are answered, at once when there are none. */
  ask(questions: readonly Question[]): void;
  tell(party: { readonly index: number; readonly id: string }, event: PartyEvent): void;
}

/** The only way out of a party's updates. */
export interface PartyPort {
  /** Takes the question to whoever holds the seat. */
  ask(question: Question): void;
  reply(number: number, answer: Answer): void;
}
