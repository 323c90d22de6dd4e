import type { Change, Fact } from '../model/fact.ts';
import type { IssueId, OptionId, PartyId, Scenario } from '../model/scenario.ts';
import { evolve } from '../record/evolve.ts';
import { stateAtStart } from '../record/state.ts';
import { settingOf, type Setting } from '../rules/setting.ts';

type NamedText = Readonly<Record<IssueId, OptionId>>;

/** A party's position on one issue moved, and by how much that changed what its position is worth to each party. */
export interface Concession {
  readonly round: number;
  readonly issue: IssueId;
  readonly from: OptionId;
  readonly to: OptionId;
  /** To itself; below 0 it gave something up. */
  readonly own: number;
  /** To each of the others. */
  readonly others: Readonly<Record<PartyId, number>>;
}

/** What a party gave and gained from its first position to its last. */
export interface PartyConcessions {
  readonly party: PartyId;
  readonly first: { readonly round: number; readonly text: NamedText };
  readonly last: { readonly round: number; readonly text: NamedText };
  /** Issues on which the two differ, with the rounds in which it moved there; `own` and `others` are sums. */
  readonly issues: readonly (Omit<Concession, 'round'> & { readonly rounds: readonly number[] })[];
  readonly own: number;
  readonly others: Readonly<Record<PartyId, number>>;
  /** Every move, also those that were taken back. */
  readonly moves: readonly Concession[];
  /** What its position was worth to itself, round by round. */
  readonly worth: readonly { readonly round: number; readonly utility: number }[];
}

/**
 * The concession ledger: who gave what for what.
 *
 * A party's position is the text that it would have: the text on the table with the changes it asks for (where it asks
 * for none it stands by that text as it is), its offer, or a text that it accepts, with or without a mandate to sign.
 * A refusal moves nothing. Utilities are additive (Keeney and Raiffa 1976), so that what the moves on single issues
 * cost adds up to the change of utility from the first position to the last. A move counts whoever caused it: a party
 * that stops asking for something has given it up. Parties that took no position are left out.
 */
export function concessionsOf(scenario: Scenario, facts: readonly Fact[]): readonly PartyConcessions[] {
  const setting = settingOf(scenario);
  const positions = new Map<PartyId, Position[]>();
  const state = stateAtStart(scenario);
  for (const fact of facts) {
    evolve(state, fact);
    const taken = positionIn(fact, state.text);
    if (taken === undefined) continue;
    const { party, text } = taken;
    const sofar = positions.get(party);
    if (sofar === undefined) positions.set(party, [{ round: fact.round, text }]);
    else sofar.push({ round: fact.round, text });
  }
  return scenario.parties.flatMap(({ id }) => {
    const own = positions.get(id);
    return own === undefined ? [] : [ledgerOf(setting, id, own)];
  });
}

interface Position {
  readonly round: number;
  readonly text: NamedText;
}

/** The position that a fact shows, and whose it is; nothing for a fact that shows none. */
function positionIn(fact: Fact, table: NamedText): { readonly party: PartyId; readonly text: NamedText } | undefined {
  switch (fact.type) {
    case 'amendments.tabled':
      return { party: fact.party, text: changed(table, fact.changes) };
    case 'vote.cast':
      return fact.accepts ? { party: fact.party, text: { ...table } } : undefined;
    case 'offer.made':
    case 'offer.accepted':
      return { party: fact.party, text: { ...table } };
    default:
      return undefined;
  }
}

function changed(text: NamedText, changes: readonly Change[]): NamedText {
  return { ...text, ...Object.fromEntries(changes.map(({ issue, to }) => [issue, to])) };
}

function ledgerOf(setting: Setting, party: PartyId, positions: readonly Position[]): PartyConcessions {
  const moves = positions.slice(1).flatMap((position, n) => movesBetween(setting, party, positions[n]!, position));
  const [first, last] = [positions[0]!, positions.at(-1)!];
  const issues = movesBetween(setting, party, first, last).map(({ issue, from, to, own, others }) => {
    const rounds = moves.filter((move) => move.issue === issue).map((move) => move.round);
    return { issue, from, to, own, others, rounds: [...new Set(rounds)] };
  });
  const rest = setting.parties.flatMap(({ id }) => (id === party ? [] : [id]));
  const byRound = new Map(positions.map(({ round, text }) => [round, worthOf(setting, party, text)]));
  return {
    party,
    first,
    last,
    issues,
    own: issues.reduce((sum, { own }) => sum + own, 0),
    others: Object.fromEntries(rest.map((id) => [id, issues.reduce((sum, one) => sum + one.others[id]!, 0)])),
    moves,
    worth: [...byRound].map(([round, utility]) => ({ round, utility })),
  };
}

function movesBetween(setting: Setting, party: PartyId, before: Position, after: Position): readonly Concession[] {
  return setting.issues.flatMap(({ id, optionIndex }, k): readonly Concession[] => {
    const [from, to] = [before.text[id]!, after.text[id]!];
    if (from === to) return [];
    const gains = setting.parties.map(
      ({ id: who, worths }) => [who, worths[k]![optionIndex.get(to)!]! - worths[k]![optionIndex.get(from)!]!] as const,
    );
    return [
      {
        round: after.round,
        issue: id,
        from,
        to,
        own: gains.find(([who]) => who === party)![1],
        others: Object.fromEntries(gains.filter(([who]) => who !== party)),
      },
    ];
  });
}

function worthOf(setting: Setting, party: PartyId, text: NamedText): number {
  const { worths } = setting.parties[setting.partyIndex.get(party)!]!;
  return setting.issues.reduce((sum, { id, optionIndex }, k) => sum + worths[k]![optionIndex.get(text[id]!)!]!, 0);
}
