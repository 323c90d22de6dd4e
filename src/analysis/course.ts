import type { Fact, FactOf } from '../model/fact.ts';
import type { IssueId, PartyId, Scenario } from '../model/scenario.ts';

/** What a reading of a conference rests on, measured from its facts alone. */
export interface Course {
  /** Rounds that were opened. */
  readonly rounds: number;
  /** For each signatory: polls it took part in, those it accepted, and what it objected to, most often first. */
  readonly signatories: readonly SignatoryCourse[];
  /** The poll at which the worse-off signatory stood best against its walk-away; nothing without a poll. */
  readonly nearest: { readonly round: number; readonly party: PartyId; readonly margin: number } | undefined;
  /** The last offer made, where the parties bargained by offers. */
  readonly standing: { readonly party: PartyId; readonly round: number } | undefined;
  /** Who pressed whom, most often first. */
  readonly pressure: readonly PressureCourse[];
}

export interface SignatoryCourse {
  readonly party: PartyId;
  readonly polls: number;
  /** Whether its delegation had no mandate. */
  readonly adReferendum: boolean;
  readonly acceptedIn: readonly number[];
  readonly objections: readonly { readonly issue: IssueId; readonly redLine: boolean; readonly count: number }[];
}

export interface PressureCourse {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly pressed: number;
  readonly worked: number;
  readonly backfired: number;
}

export function courseOf(scenario: Scenario, facts: readonly Fact[]): Course {
  const votes = facts.filter((fact): fact is FactOf<'vote.cast'> => fact.type === 'vote.cast');
  const signatories = scenario.parties.filter((party) => party.signatory).map((party) => party.id);
  return {
    rounds: facts.reduce((count, fact) => count + (fact.type === 'round.opened' ? 1 : 0), 0),
    signatories: signatories.map((party) => signatoryCourse(party, votes)),
    nearest: nearestPoll(signatories, votes),
    standing: lastOffer(facts),
    pressure: pressureCourse(facts),
  };
}

function lastOffer(facts: readonly Fact[]): Course['standing'] {
  const last = facts.findLast((fact) => fact.type === 'offer.made');
  return last && { party: last.party, round: last.round };
}

function signatoryCourse(party: PartyId, votes: readonly FactOf<'vote.cast'>[]): SignatoryCourse {
  const own = votes.filter((vote) => vote.party === party);
  const counts = new Map<string, { issue: IssueId; redLine: boolean; count: number }>();
  for (const { objection } of own) {
    if (objection === undefined) continue;
    const redLine = objection.code === 'red-line';
    const key = `${objection.issue} ${redLine}`;
    counts.set(key, { issue: objection.issue, redLine, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return {
    party,
    polls: own.length,
    adReferendum: own.some((vote) => vote.adReferendum),
    acceptedIn: own.filter((vote) => vote.accepts).map((vote) => vote.round),
    objections: [...counts.values()].sort((a, b) => b.count - a.count),
  };
}

function nearestPoll(signatories: readonly PartyId[], votes: readonly FactOf<'vote.cast'>[]): Course['nearest'] {
  let nearest: Course['nearest'];
  for (const round of new Set(votes.map((vote) => vote.round))) {
    const margins = votes
      .filter((vote) => vote.round === round && signatories.includes(vote.party))
      .map((vote) => ({
        round,
        party: vote.party,
        margin: vote.private[vote.party]!.utility - vote.private[vote.party]!.walkAway,
      }));
    const worst = margins.reduce<(typeof margins)[number] | undefined>(
      (least, one) => (least && least.margin <= one.margin ? least : one),
      undefined,
    );
    if (worst && (nearest === undefined || worst.margin > nearest.margin)) nearest = worst;
  }
  return nearest;
}

function pressureCourse(facts: readonly Fact[]): readonly PressureCourse[] {
  const pairs = new Map<string, PressureCourse>();
  for (const fact of facts) {
    if (fact.type !== 'party.pressed') continue;
    const key = `${fact.from} ${fact.to}`;
    const sofar = pairs.get(key) ?? { from: fact.from, to: fact.to, pressed: 0, worked: 0, backfired: 0 };
    pairs.set(key, {
      ...sofar,
      pressed: sofar.pressed + 1,
      worked: sofar.worked + (fact.outcome === 'worked' ? 1 : 0),
      backfired: sofar.backfired + (fact.outcome === 'backfired' ? 1 : 0),
    });
  }
  return [...pairs.values()].sort((a, b) => b.pressed - a.pressed);
}
