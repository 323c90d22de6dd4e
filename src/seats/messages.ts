import type { Loss, SeatQuestion } from '../model/choices.ts';
import type { Fact, FactOf } from '../model/fact.ts';
import type { Answer } from '../model/question.ts';
import type { PartyId } from '../model/scenario.ts';
import { isAnswer } from '../record/inputs.ts';
import type { SeatScenario } from './scenario.ts';

/** Raised when a message changes its meaning or loses a field. docs/seat-protocol.md says what each is. */
export const PROTOCOL = 1;

/** What we say to a program, one JSON object a line. */
export type ToProgram =
  | {
      readonly type: 'hello';
      readonly protocol: typeof PROTOCOL;
      readonly seat: PartyId;
      /** Milliseconds for each answer. */
      readonly within: number;
      readonly scenario: SeatScenario;
    }
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  | ({ readonly type: 'question' } & SeatQuestion)
  /** The turn has gone to the rule. */
  | { readonly type: 'lost'; readonly number: number; readonly reason: Loss; readonly why?: string }
  | ({ readonly type: 'end' } & Pick<FactOf<'conference.ended'>, 'ending' | 'closing' | 'round' | 'parties'> & {
        readonly utility?: number;
        readonly walkAway?: number;
      });

/** What a program's line amounts to, while the question with this number is open. */
export type Reading =
  | { readonly type: 'answer'; readonly answer: Answer }
  /** An answer to an earlier question, which is over. */
  | { readonly type: 'late' }
  | { readonly type: 'lost'; readonly reason: Loss };

export function readLine(line: string, number: number): Reading {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return { type: 'lost', reason: 'not-json' };
  }
  if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== 'answer')
    return { type: 'lost', reason: 'not-an-answer' };
  const { number: named, answer } = message as { number?: unknown; answer?: unknown };
  if (typeof named !== 'number') return { type: 'lost', reason: 'wrong-number' };
  if (Number.isInteger(named) && named > 0 && named < number) return { type: 'late' };
  if (named !== number) return { type: 'lost', reason: 'wrong-number' };
  return isAnswer(answer)
    ? { type: 'answer', answer: plain(answer as Answer) }
    : { type: 'lost', reason: 'not-an-answer' };
}

/** The answer with the fields that it has by its type, and in one order: what goes into the record is ours. */
function plain(answer: Answer): Answer {
  switch (answer.type) {
    case 'attendance':
      return { type: answer.type, grade: answer.grade };
    case 'amendments':
      return { type: answer.type, amendments: answer.amendments.map(({ issue, option }) => ({ issue, option })) };
    case 'draft':
      return { type: answer.type, changes: answer.changes.map(({ issue, option }) => ({ issue, option })) };
    case 'caucus':
      return {
        type: answer.type,
        acts: answer.acts.map((one) =>
          one.act === 'promise' ? { act: one.act, on: one.on, cost: one.cost } : { act: one.act, on: one.on },
        ),
      };
    case 'vote': {
      if (answer.accepts) return { type: answer.type, accepts: true };
      const { code, issue } = answer.objection;
      return { type: answer.type, accepts: false, objection: { code, issue } };
    }
    case 'stay':
      return { type: answer.type, stays: answer.stays };
    case 'turn':
      if (answer.move !== 'offer') return { type: answer.type, move: answer.move };
      return {
        type: answer.type,
        move: answer.move,
        offer: answer.offer.map(({ issue, option }) => ({ issue, option })),
      };
  }
}
