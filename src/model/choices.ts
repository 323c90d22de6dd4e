import type { Grade } from './attendance.ts';
import type { CaucusAct, ObjectionCode, QuestionType } from './question.ts';
import type { Channel, IssueId, OptionId, PartyId } from './scenario.ts';

/** Why a turn was lost to the rule, or a seat: what a program did that could not be taken for an answer. */
export const LOSSES = [
  'too-slow',
  'crashed',
  'flooded',
  'not-reading',
  'not-json',
  'not-an-answer',
  'wrong-number',
  'illegal',
] as const;
export type Loss = (typeof LOSSES)[number];

/** What the text under discussion means to the seat that is asked; all utilities. */
export interface OwnNumbers {
  /** Of the text as it stands. */
  readonly utility: number;
  readonly walkAway: number;
  /** What its rule would hold out for. */
  readonly target: number;
  /** What was promised to it, less what it promised, if the text is signed. */
  readonly promises: number;
  /** What signing would cost it at home, for what it asked for in public. */
  readonly audience: number;
  /** What it takes off for promises that must be kept later. */
  readonly commitment: number;
  /** Rounds of patience used, and how many it has. */
  readonly strain: number;
  readonly patience: number;
}

/** What every option is worth to a seat: a text is worth the sum of its options, in [0, 1]. */
export interface OwnValues {
  readonly worth: Readonly<Record<IssueId, Readonly<Record<OptionId, number>>>>;
  /** Options across its red lines. */
  readonly never: Readonly<Record<IssueId, readonly OptionId[]>>;
}

/** The legal answers to a question. Amendments and drafts choose among the options of the scenario. */
export type Choices =
  | { readonly type: 'attendance'; readonly grades: readonly Grade[] }
  | { readonly type: 'amendments' }
  | {
      readonly type: 'caucus';
      readonly acts: readonly { readonly act: CaucusAct['act']; readonly on: PartyId; readonly channel: Channel }[];
      /** What all its promises together may cost, a utility, and what those that stand cost now. */
      readonly budget: number;
      readonly promised: Readonly<Record<PartyId, number>>;
    }
  /** Issues that a draft may change at most. */
  | { readonly type: 'draft'; readonly atMost: number }
  | { readonly type: 'vote'; readonly codes: readonly ObjectionCode[]; readonly issues: readonly IssueId[] }
  | { readonly type: 'stay' }
  /** A turn of alternating offers: whether there is an offer on the table to accept. */
  | { readonly type: 'turn'; readonly mayAccept: boolean };

/** A question as its seat sees it. */
export interface SeatQuestion {
  readonly number: number;
  readonly question: QuestionType;
  readonly party: PartyId;
  readonly round: number;
  /** The text under discussion. */
  readonly text: Readonly<Record<IssueId, OptionId>>;
  readonly own: OwnNumbers;
  readonly choices: Choices;
}
