import type { Change, DraftReason, Fact, FactOf } from '../model/fact.ts';
import type { Issue, IssueId, OptionId, PartyId, Scenario } from '../model/scenario.ts';
import { settingOf } from '../rules/setting.ts';

/** What one party did to move another, and by how much it did. */
export interface Influence {
  readonly from: PartyId;
  readonly to: PartyId;
  /** `walkAwayBy`: by how much pressing moved the other's walk-away in all; below 0 it came to need a deal more. */
  readonly presses: {
    readonly tried: number;
    readonly worked: number;
    readonly failed: number;
    readonly backfired: number;
    readonly walkAwayBy: number;
  };
  /** `gain`: what the last promise was worth to the other if it signs; the last of a pair stands. */
  readonly promises: { readonly made: number; readonly gain: number };
  /** `expectationBy`: by how much they moved what the other expects of the talks. */
  readonly reassurances: { readonly made: number; readonly believed: number; readonly expectationBy: number };
  /** `targetBy`: by how much they moved what the other holds out for. */
  readonly warnings: { readonly made: number; readonly believed: number; readonly targetBy: number };
}

export interface Leak {
  readonly round: number;
  readonly from: PartyId;
  readonly to: PartyId;
  readonly by: FactOf<'channel.leaked'>['by'];
  readonly leftOut: readonly PartyId[];
}

/** A change that the chair drafted. */
export interface Drafted {
  readonly round: number;
  readonly issue: IssueId;
  readonly from: OptionId;
  readonly to: OptionId;
  readonly reason: DraftReason;
  /** Who had asked in that round for this option, or on a scale for that direction. */
  readonly askedBy: readonly PartyId[];
  /** What it changed for each party, in utility. */
  readonly gains: Readonly<Record<PartyId, number>>;
}

/** The influence ledger: who moved whom, what came to light, and on whose asking the chair drafted what. */
export interface InfluenceLedger {
  /** Whoever did something, most presses that worked first, then most presses. */
  readonly pairs: readonly Influence[];
  readonly leaks: readonly Leak[];
  readonly drafted: readonly Drafted[];
}

/** All from the facts: what moved is what the record says has moved. What a change was worth is by the true stances. */
export function influenceOf(scenario: Scenario, facts: readonly Fact[]): InfluenceLedger {
  const pairs = new Map<string, Influence>();
  const leaks: Leak[] = [];
  for (const fact of facts) {
    if (fact.type === 'channel.leaked') {
      const { round, from, to, by, leftOut } = fact;
      leaks.push({ round, from, to, by, leftOut });
    }
    if (!isAct(fact)) continue;
    const key = `${fact.from} ${fact.to}`;
    pairs.set(key, withAct(pairs.get(key) ?? nothingBetween(fact.from, fact.to), fact));
  }
  const ranked = [...pairs.values()].sort(
    (a, b) => b.presses.worked - a.presses.worked || b.presses.tried - a.presses.tried,
  );
  return { pairs: ranked, leaks, drafted: draftedIn(scenario, facts) };
}

type ActFact = FactOf<'party.pressed' | 'party.promised' | 'party.reassured' | 'party.warned'>;

function isAct(fact: Fact): fact is ActFact {
  return ['party.pressed', 'party.promised', 'party.reassured', 'party.warned'].includes(fact.type);
}

function nothingBetween(from: PartyId, to: PartyId): Influence {
  return {
    from,
    to,
    presses: { tried: 0, worked: 0, failed: 0, backfired: 0, walkAwayBy: 0 },
    promises: { made: 0, gain: 0 },
    reassurances: { made: 0, believed: 0, expectationBy: 0 },
    warnings: { made: 0, believed: 0, targetBy: 0 },
  };
}

function withAct(sofar: Influence, fact: ActFact): Influence {
  switch (fact.type) {
    case 'party.pressed': {
      const { presses } = sofar;
      const own = fact.private[fact.to];
      const by = own !== undefined && 'walkAwayBy' in own ? own.walkAwayBy : 0;
      return {
        ...sofar,
        presses: {
          ...presses,
          tried: presses.tried + 1,
          [fact.outcome]: presses[fact.outcome] + 1,
          walkAwayBy: presses.walkAwayBy + by,
        },
      };
    }
    case 'party.promised': {
      const own = fact.private[fact.to];
      const gain = own !== undefined && 'gain' in own ? own.gain : sofar.promises.gain;
      return { ...sofar, promises: { made: sofar.promises.made + 1, gain } };
    }
    case 'party.reassured': {
      const { made, believed, expectationBy } = sofar.reassurances;
      const by = fact.private[fact.to]?.expectationBy ?? 0;
      const reassurances = {
        made: made + 1,
        believed: believed + Number(fact.credible),
        expectationBy: expectationBy + by,
      };
      return { ...sofar, reassurances };
    }
    case 'party.warned': {
      const { made, believed, targetBy } = sofar.warnings;
      const by = fact.private[fact.to]?.targetBy ?? 0;
      const warnings = { made: made + 1, believed: believed + Number(fact.credible), targetBy: targetBy + by };
      return { ...sofar, warnings };
    }
  }
}

function draftedIn(scenario: Scenario, facts: readonly Fact[]): readonly Drafted[] {
  const { parties, issueIndex } = settingOf(scenario);
  const issues = new Map(scenario.issues.map((issue) => [issue.id, issue]));
  const drafted: Drafted[] = [];
  let asks: { readonly party: PartyId; readonly changes: readonly Change[] }[] = [];
  for (const fact of facts) {
    if (fact.type === 'round.opened') asks = [];
    if (fact.type === 'amendments.tabled') asks.push(fact);
    if (fact.type !== 'text.drafted') continue;
    for (const { issue, from, to } of fact.changes) {
      const k = issueIndex.get(issue)!;
      const at = (option: OptionId) => issues.get(issue)!.options.findIndex(({ id }) => id === option);
      drafted.push({
        round: fact.round,
        issue,
        from,
        to,
        reason: fact.reason,
        askedBy: askersOf(issues.get(issue)!, { issue, from, to }, asks),
        gains: Object.fromEntries(
          parties.map(({ id, worths }) => [id, worths[k]![at(to)]! - worths[k]![at(from)]!] as const),
        ),
      });
    }
  }
  return drafted;
}

/** Who pulled an issue there: on a scale whoever asked for that direction, otherwise whoever asked for that option. */
export function askersOf(
  issue: Issue,
  change: Change,
  asks: readonly { readonly party: PartyId; readonly changes: readonly Change[] }[],
): readonly PartyId[] {
  const at = (option: OptionId) => issue.options.findIndex(({ id }) => id === option);
  const way = Math.sign(at(change.to) - at(change.from));
  return asks.flatMap(({ party, changes }) => {
    const own = changes.find((one) => one.issue === issue.id);
    if (own === undefined) return [];
    const pulls = issue.ordered ? Math.sign(at(own.to) - at(change.from)) === way : own.to === change.to;
    return pulls ? [party] : [];
  });
}
