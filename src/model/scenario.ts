import type { Grade, Invitation } from './attendance.ts';
import type { Quantity } from './quantity.ts';

export type PartyId = string;
export type IssueId = string;
export type OptionId = string;

/** Somewhere that numbers are drawn from, with our paraphrase of each paragraph. */
export interface Source {
  readonly citation: string;
  readonly paragraphs: Readonly<Record<number, string>>;
}

/** How a chair works on the text: Touval and Zartman's communicator, formulator and manipulator. */
export const CHAIR_STYLES = ['facilitation', 'formulation', 'manipulation'] as const;
export type ChairStyle = (typeof CHAIR_STYLES)[number];

export interface Chair {
  /** The party that holds the chair; absent for a chair from outside. */
  readonly party?: PartyId;
  readonly name: string;
  readonly style: ChairStyle;
  /** In [0, 1]; 1 reads the parties' amendments without error. */
  readonly skill: Quantity;
  /** Issues it changes at most in one round. */
  readonly pace: Quantity;
}

/** Who must assent for an agreement, besides every signatory. */
export interface AgreementRule {
  /** Share in [0, 1] of the other official parties present whose acceptance is needed. */
  readonly quorum?: Quantity;
  /** Or: how many of the other official parties present may refuse. */
  readonly allBut?: Quantity;
  /** Parties whose objection blocks, when they are there officially. */
  readonly vetoes: readonly PartyId[];
}

/**
 * How the parties come to a text: over a single negotiating text that a chair redrafts (Raiffa 1982), or by stacked
 * alternating offers, in turns (Aydoğan et al. 2017).
 */
export const PROTOCOLS = ['single-text', 'alternating-offers'] as const;
export type ProtocolName = (typeof PROTOCOLS)[number];

export interface Conference {
  /** A single text when left out. */
  readonly protocol?: ProtocolName;
  /** The order of turns in alternating offers; that of the ids when left out. */
  readonly order?: readonly PartyId[];
  readonly place: string;
  readonly date: string;
  readonly host: string;
  /** The party that hosts; absent when the host has no stake. */
  readonly hostParty?: PartyId;
  readonly chair: Chair;
  readonly rounds: Quantity;
  /** What one round stands for, such as half a day. */
  readonly roundStandsFor: string;
  /** The issue about who owns the process, and the option that this conference's format embodies. */
  readonly ownership?: { readonly issue: IssueId; readonly format: OptionId };
  /** How hard the host was asked to press the undecided to come, in [0, 1]. */
  readonly pressureToCome: Quantity;
  /** h in [0, 1]: 1 means there is no later date. */
  readonly deadlineHardness: Quantity;
  /** Whether the parties may agree to consult again when time is up. */
  readonly consultations: boolean;
  /** A second forum. While it is open, the walk-away of those who prefer it is higher by what is stated. */
  readonly rival?: { readonly name: string; readonly draws: Readonly<Record<PartyId, Quantity>> };
  readonly rule: AgreementRule;
}

export interface Option {
  readonly id: OptionId;
  readonly name: string;
  /** One line: what adopting it would mean. */
  readonly meaning: string;
  /** Position in [0, 1] on an ordered issue. */
  readonly position: number;
}

export interface Issue {
  readonly id: IssueId;
  readonly name: string;
  readonly about: string;
  readonly ordered: boolean;
  readonly options: readonly Option[];
  readonly statusQuo: OptionId;
  /** The option that the opening text holds. */
  readonly opening: OptionId;
  /** Its options say how far the deal is guaranteed, from not at all to fully. */
  readonly guarantee: boolean;
  /** What is promised here must be kept later. */
  readonly commitment: boolean;
}

export type Preference =
  | { readonly kind: 'ideal'; readonly ideal: Quantity; readonly curvature?: Quantity }
  /** One value in [0, 1] an option. */
  | { readonly kind: 'values'; readonly values: Readonly<Record<OptionId, Quantity>> };

export type RedLine =
  | { readonly kind: 'bounds'; readonly atLeast?: Quantity; readonly atMost?: Quantity }
  | { readonly kind: 'never'; readonly options: readonly OptionId[] };

export interface Stance {
  readonly issue: IssueId;
  readonly preference: Preference;
  /** 0 to 10; divided by the party's sum it is the weight of the issue. */
  readonly salience: Quantity;
  readonly redLine?: RedLine;
  readonly voiced: 'public' | 'private';
}

export const TACTICS = [
  'time-dependent',
  'hardliner',
  'random-walker',
  'tit-for-tat',
  'nice-tit-for-tat',
  'micro',
] as const;
export type TacticKind = (typeof TACTICS)[number];

/** The tactics that also serve over a single text; the others answer offers, and there are none. */
export const TACTICS_OVER_A_TEXT = ['time-dependent', 'hardliner', 'random-walker'] as const;

export type Tactic =
  | {
      readonly kind: 'time-dependent';
      /** β > 0: below 1 Boulware, 1 linear, above 1 Conceder. */
      readonly beta: Quantity;
      /** ρ in [0, 1]: the share of the concession that answers the others' concessions. */
      readonly reciprocity: Quantity;
      /** κ in [0, 1], of alternating offers alone: the share conceded at the start. */
      readonly floor?: Quantity;
      readonly acceptance?: Acceptance;
    }
  /** Holds out for its best text and never concedes. */
  | { readonly kind: 'hardliner'; readonly acceptance?: Acceptance }
  /** Holds out for a utility drawn anew each round, evenly between its walk-away and its best text. */
  | { readonly kind: 'random-walker'; readonly acceptance?: Acceptance }
  | {
      /** Concedes by the proportion by which the others did. */
      readonly kind: 'tit-for-tat';
      /** δ: how many offers it looks back, from 1. */
      readonly lookBack: Quantity;
      readonly acceptance?: Acceptance;
    }
  | {
      /** Concedes towards the estimated Nash point as far as the others did. */
      readonly kind: 'nice-tit-for-tat';
      /** Factor on its utility at the estimated Nash point when the first offer it got was as good as can be; */
      readonly reach: Quantity;
      /** what that factor loses when it was worth nothing. */
      readonly gap: Quantity;
      /** The least utility that it aims at. */
      readonly least: Quantity;
      /** Normalised time from which it hurries, and how much later it has come down to what it aims at. */
      readonly hurry: Quantity;
      readonly rush: Quantity;
      /** Utilities that differ by no more count as equal to its target. */
      readonly band: Quantity;
      readonly acceptance?: Acceptance;
    }
  /** Makes a new offer only when the others have made as many; knows its own order of outcomes and nothing else. */
  | { readonly kind: 'micro' };

export const ACCEPTANCES = ['next', 'time', 'combi'] as const;
/** What the offer on the table must reach in the end: the best or the mean of the last window, or the best so far. */
export const YARDSTICKS = ['best-of-window', 'mean-of-window', 'best-so-far'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];

/** When a party accepts the offer on the table (Baarslag, Hindriks and Jonker 2013); never below its walk-away. */
export type Acceptance =
  /** ACnext: factor × what it is worth + margin ≥ what the party's own next offer would be worth to it. */
  | { readonly kind: 'next'; readonly factor: Quantity; readonly margin: Quantity }
  /** ACtime: after this normalised time, whatever it is worth. */
  | { readonly kind: 'time'; readonly after: Quantity }
  /** ACcombi: ACnext, or from this normalised time what reaches the yardstick. */
  | {
      readonly kind: 'combi';
      readonly factor: Quantity;
      readonly margin: Quantity;
      readonly after: Quantity;
      readonly against: Yardstick;
    };

export const SPOILERS = ['limited', 'greedy', 'total'] as const;

/** One who may wreck a settlement (Stedman 1997). */
export type Spoiler =
  /** Rejects every text in which one issue does not hold one of these options. */
  | { readonly type: 'limited'; readonly issue: IssueId; readonly within: readonly OptionId[] }
  /** Raises its target by this step, a utility, after each concession of another signatory. */
  | { readonly type: 'greedy'; readonly step: Quantity }
  /** Never accepts. */
  | { readonly type: 'total' };

export interface Party {
  readonly id: PartyId;
  readonly name: string;
  /** Its name as a sentence uses it, such as "the Taliban"; its name when left out. */
  readonly spokenOf?: string;
  /** Who speaks for it, where the source says. */
  readonly head?: string;
  readonly signatory: boolean;
  readonly attendance: Invitation;
  /** Utility of no agreement, in [0, 1] (BATNA). */
  readonly walkAway: Quantity;
  /** Walk-away lost a round, in [0, 1]. */
  readonly pain: Quantity;
  /** How much it expects of this conference, in [0, 1]. */
  readonly expectation: Quantity;
  /** How far it believes that a settlement is possible at all, in [0, 1] (Pruitt 2005). */
  readonly optimism: Quantity;
  /** Rounds with a text below its walk-away that it sits through. */
  readonly patience: Quantity;
  /** Its weight where weights are needed, in [0, 1]. */
  readonly leverage: Quantity;
  /** How much its public watches, in [0, 1]. */
  readonly audience: Quantity;
  /** Probability of sending a delegation without mandate when it does not come officially. */
  readonly delegation: Quantity;
  /** Lowest utility that its own side would ratify, in [0, 1] (Putnam 1988). */
  readonly home: Quantity;
  /** Utility it can spend on promises to others, in [0, 1]. */
  readonly budget: Quantity;
  /** How far its word guarantees that a deal is kept, in [0, 1] (Walter 1997). */
  readonly guarantor: Quantity;
  readonly spoiler?: Spoiler;
  readonly tactic: Tactic;
  readonly stances: readonly Stance[];
  readonly brief: { readonly public: string; readonly confidential: string };
}

export const CHANNELS = ['open', 'back', 'none'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What runs from one party to another. Channels run between capitals: nobody need be at the table to use one. */
export interface Relation {
  readonly from: PartyId;
  readonly to: PartyId;
  /** Of `from` over `to`, in [0, 1]. */
  readonly influence: Quantity;
  /** Of `to` in `from`, in [−1, 1]. */
  readonly trust: Quantity;
  readonly channel: Channel;
  /** A name for a channel that has one, such as the city it runs through. */
  readonly via?: string;
  /** The issues that a back channel serves: when it leaks, both ends stand exposed on them. */
  readonly serves: readonly IssueId[];
}

/** What an event may change. Numbers are added to the present value and clipped; a channel is replaced. */
export type Effect =
  | { readonly on: 'party'; readonly party: PartyId; readonly what: PartyEffect; readonly change: Quantity }
  | {
      readonly on: 'relation';
      readonly from: PartyId;
      readonly to: PartyId;
      readonly what: RelationEffect;
      readonly change: Quantity;
    }
  /** A back channel that becomes open has leaked. */
  | { readonly on: 'channel'; readonly from: PartyId; readonly to: PartyId; readonly channel: Channel }
  /** The rival forum closes, or merges with this conference. */
  | { readonly on: 'rival'; readonly rival: 'closed' };

export const PARTY_EFFECTS = ['walkAway', 'expectation', 'optimism', 'pain'] as const;
export type PartyEffect = (typeof PARTY_EFFECTS)[number];
export const RELATION_EFFECTS = ['influence', 'trust'] as const;
export type RelationEffect = (typeof RELATION_EFFECTS)[number];

/** Something that happens outside the room, in the recess of the round it is set for, or by chance. */
export interface ScheduledEvent {
  readonly id: string;
  readonly when:
    | { readonly round: number }
    /** Probability in each recess, until it has struck. Spoilers who stay outside raise that of shocks. */
    | { readonly hazard: Quantity; readonly shock: boolean };
  readonly headline: string;
  readonly effects: readonly Effect[];
}

/** Every coefficient of the rules, by group and name. */
export type Model = Readonly<Record<string, Readonly<Record<string, Quantity>>>>;

/** A scenario that has been checked. Parties, issues and relations stand in id order; sums run in it. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly conference: Conference;
  readonly issues: readonly Issue[];
  /** The order in which the file lists the issues: for eyes only. */
  readonly agenda: readonly IssueId[];
  readonly parties: readonly Party[];
  readonly relations: readonly Relation[];
  readonly events: readonly ScheduledEvent[];
  readonly model: Model;
}

/** The grade a scenario fixes, or nothing when the party has still to decide. */
export function fixedGrade(invitation: Invitation): Grade | undefined {
  switch (invitation) {
    case 'accepted':
      return 'official';
    case 'declined':
      return 'absent';
    case 'undecided':
      return undefined;
    case 'observer':
    case 'unofficial':
      return invitation;
  }
}
