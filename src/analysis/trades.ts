import type { IssueId, OptionId, PartyId } from '../model/scenario.ts';
import { TOLERANCE } from '../rules/arithmetic.ts';
import type { PartySetting } from '../rules/party-setting.ts';
import type { Setting } from '../rules/setting.ts';

/** Two parties that differ on two issues, and each cares more about another one. */
export interface Trade {
  readonly parties: readonly [PartyId, PartyId];
  /** The issue on which the first gets its way, and that on which the second does. */
  readonly issues: readonly [IssueId, IssueId];
  /** What the one of them that gains less gains over meeting half-way on both, in utility. */
  readonly gain: number;
}

/** Which issues carry a bargain and which do not. */
export interface IssueWorth {
  /** The best trades, greatest gain first. */
  readonly trades: readonly Trade[];
  /** Issues that nobody's utility depends on. */
  readonly dead: readonly IssueId[];
  /** Issues on which one option is best for everybody who cares, and that option. */
  readonly agreed: Readonly<Record<IssueId, OptionId>>;
}

const LISTED = 12;

/**
 * Issues are worth trading when two parties want different things of both and each has more at stake on another one:
 * then each giving way where it matters less beats meeting half-way twice. It is the logic of the exchange model of
 * Stokman and Van Oosten (1994), with whole concessions and without votes.
 */
export function issueWorth(setting: Setting, voters: readonly number[]): IssueWorth {
  const parties = voters.map((i) => setting.parties[i]!);
  const dead: IssueId[] = [];
  const agreed: Record<IssueId, OptionId> = {};
  for (const [k, issue] of setting.issues.entries()) {
    const caring = parties.filter((party) => Math.abs(loss(party, k, worstOption(party, k))) > TOLERANCE);
    if (caring.length === 0) dead.push(issue.id);
    const common = issue.options.find((_, o) => caring.every((party) => loss(party, k, o) <= TOLERANCE));
    if (caring.length > 0 && common !== undefined) agreed[issue.id] = common;
  }
  const trades: Trade[] = [];
  for (const [a, first] of parties.entries())
    for (const second of parties.slice(a + 1)) trades.push(...tradesBetween(setting, first, second));
  trades.sort((x, y) => y.gain - x.gain);
  return { trades: trades.slice(0, LISTED), dead, agreed };
}

function tradesBetween(setting: Setting, first: PartySetting, second: PartySetting): readonly Trade[] {
  const stakes = setting.issues.map((_, k) => ({
    k,
    first: loss(first, k, favourite(second, k, first)),
    second: loss(second, k, favourite(first, k, second)),
  }));
  const opposed = stakes.filter((stake) => stake.first > TOLERANCE && stake.second > TOLERANCE);
  const trades: Trade[] = [];
  for (const p of opposed) {
    for (const q of opposed) {
      // Half-way costs each half its stake on both; the trade costs it the whole of one.
      const gain = Math.min((p.first - q.first) / 2, (q.second - p.second) / 2);
      if (gain <= TOLERANCE) continue;
      const issues = [setting.issues[p.k]!.id, setting.issues[q.k]!.id] as const;
      trades.push({ parties: [first.id, second.id], issues, gain });
    }
  }
  return trades;
}

/** What an option costs a party against its best one, in utility. */
function loss(party: PartySetting, issue: number, option: number): number {
  const values = party.values[issue]!;
  return party.weights[issue]! * (Math.max(...values) - values[option]!);
}

function worstOption(party: PartySetting, issue: number): number {
  const values = party.values[issue]!;
  return values.indexOf(Math.min(...values));
}

/** What a party likes best of an issue; among equals what the other likes best. */
function favourite(party: PartySetting, issue: number, other: PartySetting): number {
  let best = 0;
  for (let o = 1; o < party.values[issue]!.length; o++) {
    const lead = loss(party, issue, best) - loss(party, issue, o);
    if (lead > TOLERANCE || (lead >= -TOLERANCE && loss(other, issue, o) < loss(other, issue, best))) best = o;
  }
  return best;
}
