import type { Fact } from './fact.ts';
import type { IssueId, PartyId, Scenario } from './scenario.ts';

/** What is made otherwise from the start of a round on, all luck being the same. */
export interface WhatIf {
  /** 0 stands before attendance is settled; else a round that the parent opened. */
  readonly round: number;
  /** `path=value` as `--set` takes it: what the number is from this round on, whatever it had become. */
  readonly sets: readonly string[];
  /** Votes in the poll of that round, whatever the party would have voted. */
  readonly votes: Readonly<Record<PartyId, SetVote>>;
}

/** `over` is the issue that an objection names; without one, the issue that costs the party most. */
export type SetVote = { readonly accepts: true } | { readonly accepts: false; readonly over?: IssueId };

/** A fork of a conference: its facts before the round are those of its parent, byte for byte. */
export interface Branch {
  readonly facts: readonly Fact[];
  /** As it stands at the end, everything set that was set. */
  readonly scenario: Scenario;
  /** What is worth knowing about what was asked: a number out of its range, a vote that was cast so anyway. */
  readonly warnings: readonly string[];
}

/** A branch, or everything that stood in its way, in words for a person. */
export type Forked =
  { readonly ok: true; readonly branch: Branch } | { readonly ok: false; readonly why: readonly string[] };

/** How views ask for a fork of the conference that they show; `cli/` makes one for each record. */
export type Fork = (whatIf: WhatIf) => Forked;
