import type { PartyId } from '../../model/scenario.ts';
import type { GroupDebrief } from './groups.ts';

/** What one party did to another in all groups together; sums of the influence ledgers. */
export interface Mover {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly tried: number;
  readonly worked: number;
  readonly backfired: number;
  /** By how much pressing moved the other's walk-away, over all groups; a utility. */
  readonly walkAwayBy: number;
  readonly promises: number;
  readonly reassurances: number;
  readonly warnings: number;
  /** Groups in which it did something, by label. */
  readonly groups: readonly string[];
}

/** Most presses that worked first, then most presses. */
export function moversOf(groups: readonly GroupDebrief[]): readonly Mover[] {
  const movers = new Map<string, Mover>();
  for (const { label, analysis } of groups) {
    for (const { from, to, presses, promises, reassurances, warnings } of analysis?.influence.pairs ?? []) {
      const before = movers.get(`${from} ${to}`) ?? nothing(from, to);
      movers.set(`${from} ${to}`, {
        from,
        to,
        tried: before.tried + presses.tried,
        worked: before.worked + presses.worked,
        backfired: before.backfired + presses.backfired,
        walkAwayBy: before.walkAwayBy + presses.walkAwayBy,
        promises: before.promises + promises.made,
        reassurances: before.reassurances + reassurances.made,
        warnings: before.warnings + warnings.made,
        groups: [...before.groups, label],
      });
    }
  }
  return [...movers.values()].sort((a, b) => b.worked - a.worked || b.tried - a.tried);
}

function nothing(from: PartyId, to: PartyId): Mover {
  return {
    from,
    to,
    tried: 0,
    worked: 0,
    backfired: 0,
    walkAwayBy: 0,
    promises: 0,
    reassurances: 0,
    warnings: 0,
    groups: [],
  };
}
