import type { Grade, Consideration } from './attendance.ts';
import type { Amendment } from './text.ts';
import type { IssueId, PartyId } from './scenario.ts';

/** What a seat can be asked, in the order in which a conference asks. */
export const QUESTIONS = ['attendance', 'amendments', 'caucus', 'draft', 'vote', 'stay'] as const;
export type QuestionType = (typeof QUESTIONS)[number];

/** The public part of an objection: why, in a word. */
export const OBJECTIONS = ['red-line', 'below-walk-away', 'below-target'] as const;
export type ObjectionCode = (typeof OBJECTIONS)[number];

export interface Objection {
  readonly code: ObjectionCode;
  /** The issue that costs it most. */
  readonly issue: IssueId;
}

/** What one party does to another in the corridor. */
export interface CaucusAct {
  readonly act: 'press';
  readonly on: PartyId;
}

/** What a seat answers: choices only; what follows from them is for the rules. */
export type Answer =
  | { readonly type: 'attendance'; readonly grade: Grade; readonly weighed?: Consideration }
  | { readonly type: 'amendments'; readonly amendments: readonly Amendment[] }
  | { readonly type: 'caucus'; readonly acts: readonly CaucusAct[] }
  | { readonly type: 'draft'; readonly changes: readonly Amendment[] }
  | { readonly type: 'vote'; readonly accepts: true }
  | { readonly type: 'vote'; readonly accepts: false; readonly objection: Objection }
  | { readonly type: 'stay'; readonly stays: boolean };

/** Who holds a seat: the rule, a person, an external program, or a script of recorded answers. */
export const HOLDERS = ['rule', 'person', 'program'] as const;
export type Holder = (typeof HOLDERS)[number];
