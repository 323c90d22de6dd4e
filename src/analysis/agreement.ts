import { quorumIsMet } from '../rules/endings.ts';
import type { Setting } from '../rules/setting.ts';

/** Who counts towards an agreement when everybody comes who may. */
export interface Assembly {
  /** Indices into the parties of the setting: those whose acceptance counts. */
  readonly official: readonly number[];
  /** Without their acceptance nothing passes. */
  readonly needed: readonly number[];
  /** The official parties that are not signatories, among whom the quorum is counted. */
  readonly others: readonly number[];
  /** Whether the signatories are all there; without them nothing passes. */
  readonly possible: boolean;
}

/** A party without mandate may vote, but its acceptance counts for nothing here. */
export function assemblyOf(setting: Setting): Assembly {
  const isOfficial = (i: number) => setting.parties[i]!.grade === undefined || setting.parties[i]!.grade === 'official';
  const official = setting.parties.flatMap(({ index }) => (isOfficial(index) ? [index] : []));
  return {
    official,
    needed: official.filter((i) => setting.signatories.includes(i) || setting.vetoes.includes(i)),
    others: official.filter((i) => !setting.signatories.includes(i)),
    possible: setting.signatories.every(isOfficial),
  };
}

/** Whether the agreement rule is met when those accept for whom `accepts` says so. */
export function passes(setting: Setting, assembly: Assembly, accepts: (party: number) => boolean): boolean {
  if (!assembly.possible || !assembly.needed.every(accepts)) return false;
  let refusals = 0;
  for (const i of assembly.others) if (!accepts(i)) refusals++;
  return quorumIsMet(setting, assembly.others.length, refusals);
}
