import type { Grade, Consideration } from './attendance.ts';
import type { Amendment } from './text.ts';
import type { IssueId, PartyId } from './scenario.ts';

/** What a seat can be asked, in the order in which a conference asks. */
export const QUESTIONS = ['attendance', 'amendments', 'caucus', 'draft', 'vote', 'stay', 'turn'] as const;
export type QuestionType = (typeof QUESTIONS)[number];

/** The public part of an objection: why, in a word. */
export const OBJECTIONS = ['red-line', 'below-walk-away', 'below-target', 'audience', 'no-guarantor'] as const;
export type ObjectionCode = (typeof OBJECTIONS)[number];

export interface Objection {
  readonly code: ObjectionCode;
  /** The issue that costs it most. */
  readonly issue: IssueId;
}

/** What one party does to another in the corridor, each at most once a round. */
export const CAUCUS_ACTS = ['press', 'promise', 'reassure', 'warn', 'leak'] as const;

export type CaucusAct =
  | { readonly act: 'press' | 'reassure' | 'warn' | 'leak'; readonly on: PartyId }
  /** What it would cost the one who promises, a utility, if the text is signed. */
  | { readonly act: 'promise'; readonly on: PartyId; readonly cost: number };

/** What a seat answers: choices only; what follows from them is for the rules. */
export type Answer =
  | { readonly type: 'attendance'; readonly grade: Grade; readonly weighed?: Consideration }
  | { readonly type: 'amendments'; readonly amendments: readonly Amendment[] }
  | { readonly type: 'caucus'; readonly acts: readonly CaucusAct[] }
  | { readonly type: 'draft'; readonly changes: readonly Amendment[] }
  | { readonly type: 'vote'; readonly accepts: true }
  | { readonly type: 'vote'; readonly accepts: false; readonly objection: Objection }
  | { readonly type: 'stay'; readonly stays: boolean }
  /** A turn of alternating offers; an offer says what it changes in the text on the table. */
  | { readonly type: 'turn'; readonly move: 'accept' | 'leave' }
  | { readonly type: 'turn'; readonly move: 'offer'; readonly offer: readonly Amendment[] };

/** Who holds a seat: the rule, a person, an external program, or a script, which sets one answer for a what-if. */
export const HOLDERS = ['rule', 'person', 'program', 'script'] as const;
export type Holder = (typeof HOLDERS)[number];
