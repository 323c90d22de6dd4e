import type { Grade } from '../model/attendance.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Objection } from '../model/question.ts';
import type { Channel } from '../model/scenario.ts';
import type { Text } from '../model/text.ts';
import type { Setting } from './setting.ts';

/**
 * The state of a conference, divided by who may know it. Never changed in place; contexts share its parts.
 * Lists run over all parties (or relations) of the setting, present or not.
 */
export interface World {
  readonly public: PublicState;
  readonly room: RoomState;
  readonly parties: readonly PartyState[];
  readonly relations: readonly RelationState[];
  readonly chair: ChairState;
}

/** Known to everybody, also to those who stayed away. */
export interface PublicState {
  /** 0 before the first round. */
  readonly round: number;
  readonly text: Text;
  /** How many texts there have been; the opening text is the first. */
  readonly version: number;
  readonly grades: readonly Grade[];
  /** Whether there is a rival forum, and it is open. */
  readonly rivalOpen: boolean;
  /** By event: whether it has struck. */
  readonly struckEvents: readonly boolean[];
  /** The last poll; nothing for a party that was not polled. */
  readonly votes: readonly (Vote | undefined)[];
}

export type Vote = { readonly accepts: true } | { readonly accepts: false; readonly objection: Objection };

export const ACCEPTS: Vote = { accepts: true };

/** Where alternating offers stand. */
export interface Bargaining {
  /** Those who take turns, in their order. */
  readonly order: readonly number[];
  /** Turns taken in this round. */
  readonly turns: number;
  /** The offer on the table and whose it is. */
  readonly standing: { readonly outcome: Outcome; readonly by: number } | undefined;
  /** How many have accepted it in a row. */
  readonly assents: number;
  /** By party: what it offered, in order of time. */
  readonly offers: readonly (readonly Offer[])[];
}

export interface Offer {
  readonly round: number;
  readonly outcome: Outcome;
}

/** Known to those at the table. */
export interface RoomState {
  /** The offers made so far, where there are any. */
  readonly bargaining?: Bargaining;
  /** The text each party asks for now, and the one it asked for first; nothing before it has spoken. */
  readonly proposals: readonly (Text | undefined)[];
  readonly first: readonly (Text | undefined)[];
  /** By party and issue: the option it last asked for; that of the opening text where it never asked. */
  readonly asked: readonly Text[];
  /** By party and issue: the rounds in which it amended the issue, objections over it counted in part. */
  readonly mentions: readonly (readonly number[])[];
}

/** Known to the party alone. */
export interface PartyState {
  /** Shifts of the walk-away by events, and what pain and pressure have taken off it. */
  readonly shift: number;
  readonly pained: number;
  readonly pressed: number;
  readonly pain: number;
  readonly expectation: number;
  readonly optimism: number;
  /** What it holds out for now: a utility in [0, 1]. */
  readonly target: number;
  /** What a greedy spoiler adds to its target. */
  readonly greed: number;
  /** How much its public watches, and on which issues it does. */
  readonly audience: number;
  readonly exposed: readonly boolean[];
  /** Rounds of patience used. */
  readonly strain: number;
}

/** Known to the two ends. */
export interface RelationState {
  readonly influence: number;
  /** Of `to` in `from`. */
  readonly trust: number;
  readonly channel: Channel;
  /** Whether `from` pressed `to` in this round. */
  readonly pressed: boolean;
  /** The last promise of `from` to `to`, kept if the text is signed. */
  readonly promise: { readonly gain: number; readonly cost: number } | undefined;
}

/** What the chair has learned from the polls. */
export interface ChairState {
  /** By issue and option: struck when somebody who must assent called it a red line. */
  readonly struck: readonly (readonly boolean[])[];
  /** Its estimate of each party's walk-away. */
  readonly walkAways: readonly number[];
}

export function worldAtStart(setting: Setting): World {
  const { model } = setting;
  const nothing = setting.parties.map(() => undefined);
  return {
    public: {
      round: 0,
      text: setting.opening,
      version: 1,
      grades: setting.parties.map((party) => party.grade ?? 'absent'),
      rivalOpen: setting.rival !== undefined,
      struckEvents: setting.events.map(() => false),
      votes: nothing,
    },
    room: {
      proposals: nothing,
      first: nothing,
      asked: setting.parties.map(() => setting.opening),
      mentions: setting.parties.map(() => setting.issues.map(() => 0)),
    },
    parties: setting.parties.map((party) => ({
      shift: setting.rival?.[party.index] ?? 0,
      pained: 0,
      pressed: 0,
      pain: party.pain,
      expectation: party.expectation,
      optimism: party.optimism,
      target: 1,
      greed: 0,
      audience: party.audience,
      exposed: party.exposed,
      strain: 0,
    })),
    relations: setting.relations.map(({ influence, trust, channel }) => ({
      influence,
      trust,
      channel,
      pressed: false,
      promise: undefined,
    })),
    chair: {
      struck: setting.issues.map((issue) => issue.options.map(() => false)),
      walkAways: setting.parties.map(() => model.estimates.walkAway),
    },
  };
}
