import type { Consideration, Grade } from './attendance.ts';
import type { Closing, Ending } from './ending.ts';
import type { Answer, Holder, Objection, QuestionType } from './question.ts';
import type { Channel, ChairStyle, IssueId, OptionId, PartyId } from './scenario.ts';

/** Numbers that belong to the party they stand under, and to nobody else at the table. */
export type Private<T> = Readonly<Record<PartyId, T>>;

export interface Change {
  readonly issue: IssueId;
  readonly from: OptionId;
  readonly to: OptionId;
}

/** What a party weighs when it votes; all utilities. It accepts when utility + promises − audience − commitment ≥ threshold. */
export interface VoteTerms {
  readonly utility: number;
  readonly promises: number;
  readonly audience: number;
  readonly commitment: number;
  readonly threshold: number;
  readonly walkAway: number;
}

/** How far a party is from what it wants as a round opens; all in [0, 1]. */
export interface Standing {
  readonly utility: number;
  readonly walkAway: number;
  readonly target: number;
  readonly readiness: number;
}

/** What a party carries out of a round; trust is its own, in each party that has a relation to it. */
export interface Mood {
  readonly walkAway: number;
  readonly expectation: number;
  /** Rounds of patience used. */
  readonly strain: number;
  readonly trust: Readonly<Record<PartyId, number>>;
}

/** What went into a decision to come: each term as it enters the logit, and the probability of coming officially. */
export interface AttendanceTerms {
  readonly probability: number;
  readonly prospects: number;
  readonly format: number;
  readonly company: number;
  readonly pressure: number;
  readonly exposure: number;
}

/** Why the draft changed an issue: the middle of what was asked, most voices, or the best product of estimated gains. */
export type DraftReason = 'median' | 'plurality' | 'nash' | 'chair';

export type PressOutcome = 'worked' | 'failed' | 'backfired';

/**
 * What happened, in the past tense, with codes and numbers; sentences are made in the views.
 * `round` is 0 before the first round. `seenBy` lists who saw it; everybody did when it is left out.
 * `private` holds each party's own numbers.
 */
export type Fact =
  | {
      readonly type: 'attendance.settled';
      readonly round: 0;
      readonly party: PartyId;
      readonly grade: Grade;
      /** Whether the scenario fixed it or the party decided. */
      readonly decided: boolean;
      readonly weighed?: Consideration;
      readonly private?: Private<AttendanceTerms>;
    }
  | { readonly type: 'round.opened'; readonly round: number; readonly private: Private<Standing> }
  | {
      readonly type: 'amendments.tabled';
      readonly round: number;
      readonly party: PartyId;
      readonly changes: readonly Change[];
      readonly private: Private<{ readonly utility: number; readonly target: number }>;
    }
  | {
      readonly type: 'party.pressed';
      readonly round: number;
      readonly from: PartyId;
      readonly to: PartyId;
      readonly channel: Channel;
      /** What the pressed party objected to. */
      readonly over?: IssueId;
      readonly outcome: PressOutcome;
      readonly seenBy?: readonly PartyId[];
      /** Probability that it works under the presser; the change of its walk-away under the pressed. */
      readonly private: Private<{ readonly probability: number } | { readonly walkAwayBy: number }>;
    }
  | {
      readonly type: 'party.promised';
      readonly round: number;
      readonly from: PartyId;
      readonly to: PartyId;
      readonly channel: Channel;
      readonly seenBy?: readonly PartyId[];
      /** What it is worth to the one, and costs the other, if the text is signed; the last promise of a pair stands. */
      readonly private: Private<{ readonly gain: number } | { readonly cost: number }>;
    }
  | {
      readonly type: 'party.reassured';
      readonly round: number;
      readonly from: PartyId;
      readonly to: PartyId;
      readonly channel: Channel;
      readonly credible: boolean;
      readonly seenBy?: readonly PartyId[];
      readonly private: Private<{ readonly expectationBy: number }>;
    }
  | {
      readonly type: 'party.warned';
      readonly round: number;
      readonly from: PartyId;
      readonly to: PartyId;
      readonly channel: Channel;
      readonly credible: boolean;
      readonly seenBy?: readonly PartyId[];
      readonly private: Private<{ readonly targetBy: number }>;
    }
  | {
      /** A back channel turned open: by an act of one end, by chance, or by an event. */
      readonly type: 'channel.leaked';
      readonly round: number;
      readonly from: PartyId;
      readonly to: PartyId;
      readonly by: 'act' | 'chance' | 'event';
      /** Who was left out, and trusts the one who kept it secret less. */
      readonly leftOut: readonly PartyId[];
    }
  | {
      readonly type: 'text.drafted';
      readonly round: number;
      readonly version: number;
      readonly style: ChairStyle;
      readonly reason: DraftReason;
      readonly changes: readonly Change[];
    }
  | {
      readonly type: 'vote.cast';
      readonly round: number;
      readonly party: PartyId;
      readonly accepts: boolean;
      /** An unofficial delegation can only refer its acceptance home. */
      readonly adReferendum: boolean;
      readonly objection?: Objection;
      readonly private: Private<VoteTerms>;
    }
  | {
      /** A turn of alternating offers: this is now the text on the table, and nobody else has accepted it yet. */
      readonly type: 'offer.made';
      readonly round: number;
      readonly party: PartyId;
      readonly version: number;
      /** Against the text that was on the table. */
      readonly changes: readonly Change[];
      readonly private: Private<{ readonly utility: number }>;
    }
  | {
      readonly type: 'offer.accepted';
      readonly round: number;
      readonly party: PartyId;
      /** Whose offer it is. */
      readonly of: PartyId;
      readonly private: Private<{ readonly utility: number; readonly walkAway: number }>;
    }
  | {
      readonly type: 'walk-out.threatened';
      readonly round: number;
      readonly party: PartyId;
      readonly private: Private<{ readonly hazard: number }>;
    }
  | {
      readonly type: 'party.left';
      readonly round: number;
      readonly party: PartyId;
      readonly signatory: boolean;
      readonly private: Private<{ readonly hazard: number }>;
    }
  | { readonly type: 'event.struck'; readonly round: number; readonly event: string; readonly headline: string }
  | { readonly type: 'round.closed'; readonly round: number; readonly private: Private<Mood> }
  | {
      readonly type: 'conference.ended';
      readonly round: number;
      readonly ending: Ending;
      readonly closing: Closing;
      /** Who signed, who left, or who stayed away: those that made it end so. */
      readonly parties: readonly PartyId[];
      /** The issues that the ending settles: all of an agreement, the agreed ones of a communiqué. */
      readonly settled: readonly IssueId[];
      /** What the last text is worth to each party, and its walk-away at the end. */
      readonly private: Private<{ readonly utility: number; readonly walkAway: number }>;
    }
  | {
      readonly type: 'agreement.ratified';
      readonly round: number;
      readonly party: PartyId;
      readonly ratified: boolean;
      readonly private: Private<{ readonly probability: number }>;
    }
  | {
      /** An index in [0, 1] with its parts, not a probability. */
      readonly type: 'durability.weighed';
      readonly round: number;
      readonly index: number;
      readonly margin: number;
      readonly guarantee: number;
      readonly freedom: number;
    }
  /** Inputs: what did not come from the rules, so that a conference can be replayed from its record. */
  | {
      readonly type: 'seat.held';
      readonly round: number;
      readonly party: PartyId;
      readonly question: QuestionType;
      readonly holder: Holder;
      readonly reason?: string;
    }
  | { readonly type: 'answer.given'; readonly round: number; readonly party: PartyId; readonly answer: Answer }
  | {
      /** A what-if: what the scenario says is otherwise from this round on. It stands where the round opens; no party sees it. */
      readonly type: 'course.changed';
      readonly round: number;
      readonly seenBy: readonly [];
      /** `path=value`, as `--set` takes it. */
      readonly sets: readonly string[];
    };

export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
