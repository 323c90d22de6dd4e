import type { PartyId } from '../model/scenario.ts';
import { quorumIsMet } from '../rules/endings.ts';
import type { Setting } from '../rules/setting.ts';
import { assemblyOf } from './agreement.ts';

export interface Power {
  /** Each party's share of all swings; they sum to 1 unless nothing can pass (Banzhaf 1965). */
  readonly banzhaf: Readonly<Record<PartyId, number>>;
  /** The share of orders of joining in which it turns the coalition into a winning one (Shapley and Shubik 1954). */
  readonly shapleyShubik: Readonly<Record<PartyId, number>>;
}

/**
 * Power under the agreement rule among those who may come officially; the others have none. Parties of one kind are
 * alike, so coalitions are counted by how many ordinary members they hold and none is listed: those without whom
 * nothing passes, and the ordinary ones, of whom a number must join. Banzhaf: swings ÷ all swings. Shapley–Shubik:
 * Σ k!(n − k − 1)!/n! over the coalitions of k that the party turns.
 */
export function powerOf(setting: Setting): Power {
  const assembly = assemblyOf(setting);
  const ordinary = assembly.others.length - assembly.others.filter((i) => setting.vetoes.includes(i)).length;
  const joining = assembly.possible ? leastJoining(setting, assembly.others.length, ordinary) : undefined;
  const all = joining === undefined ? NONE : swings(assembly.needed.length, ordinary, joining);
  const kindOf = (i: number) =>
    !assembly.official.includes(i) ? 'none' : assembly.needed.includes(i) ? 'needed' : 'ordinary';
  const table = (index: Index) =>
    Object.fromEntries(setting.parties.map(({ index: i, id }) => [id, { none: 0, ...index }[kindOf(i)]]));
  return { banzhaf: table(all.banzhaf), shapleyShubik: table(all.shapleyShubik) };
}

interface Index {
  readonly needed: number;
  readonly ordinary: number;
}

const NONE = { banzhaf: { needed: 0, ordinary: 0 }, shapleyShubik: { needed: 0, ordinary: 0 } };

/** How many ordinary members must join for the quorum, the others of it being there; nothing when even all are too few. */
function leastJoining(setting: Setting, others: number, ordinary: number): number | undefined {
  for (let joined = 0; joined <= ordinary; joined++) if (quorumIsMet(setting, others, ordinary - joined)) return joined;
  return undefined;
}

function swings(needed: number, ordinary: number, joining: number) {
  const n = needed + ordinary;
  const choose = binomials(n);
  let ofNeeded = 0;
  let turnsOfNeeded = 0;
  // A needed party turns every winning coalition: it comes to one of all other needed and x ordinary members.
  for (let x = joining; x <= ordinary; x++) {
    ofNeeded += choose(ordinary, x);
    turnsOfNeeded += choose(ordinary, x) / (n * choose(n - 1, needed - 1 + x));
  }
  // An ordinary one turns those that lack exactly one member.
  const ofOrdinary = joining === 0 ? 0 : choose(ordinary - 1, joining - 1);
  const turnsOfOrdinary = joining === 0 ? 0 : ofOrdinary / (n * choose(n - 1, needed + joining - 1));
  const total = needed * ofNeeded + ordinary * ofOrdinary;
  return {
    banzhaf: { needed: ofNeeded / total, ordinary: ofOrdinary / total },
    shapleyShubik: { needed: turnsOfNeeded, ordinary: turnsOfOrdinary },
  };
}

/** Pascal's triangle; 1,000 parties, the most that a scenario has, stay below what a number holds. */
function binomials(n: number): (of: number, take: number) => number {
  const rows: number[][] = [[1]];
  for (let of = 1; of <= n; of++) {
    const before = rows[of - 1]!;
    rows.push(Array.from({ length: of + 1 }, (_, take) => (before[take - 1] ?? 0) + (before[take] ?? 0)));
  }
  return (of, take) => rows[of]![take]!;
}
