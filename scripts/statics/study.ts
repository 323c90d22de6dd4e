import { frontierOf } from './frontier.ts';
import { invariants, judgeInvariant, type JudgedInvariant } from './invariants.ts';
import { bindingSide, judge, type Binding, type JudgedRow } from './judge.ts';
import { playAll, type Job } from './play-all.ts';
import { settingOfWorld } from './player.ts';
import { rows, UNIT, type Row } from './rows.ts';
import { worlds, type WorldName } from './worlds.ts';

/** Replicate n has the seed statics/n in every world. */
export const STUDY = 'statics';

export interface Plan {
  readonly unit: number;
  readonly rows: readonly { readonly id: string; readonly change: string; readonly n: number }[];
  readonly invariants: { readonly worlds: number; readonly n: number };
  readonly conferences: number;
}

export interface Statics {
  readonly binding: Binding;
  readonly rows: readonly JudgedRow[];
  readonly invariants: readonly JudgedInvariant[];
  readonly holds: boolean;
}

/** How much less often an invariant is played than a row of one unit. */
const INVARIANT_SHARE = 5;

/** The study with `unit` replicates to a row of one unit: what will be played, said before it is, and the playing. */
export function staticsStudy(unit = UNIT): { plan: Plan; run: (threads: number) => Promise<Statics> } {
  const all = worlds();
  const frontier = frontierOf(settingOfWorld(all.base));
  const never = invariants(frontier);
  const n = Math.ceil(unit / INVARIANT_SHARE);
  // Which side binds is known only later; both rows about it are of the same size whichever it is.
  const planned = rows(frontier, 'taliban');
  const jobs: readonly Job[] = [
    ...[...sizes(planned, unit)].map(([name, count]) => ({ world: all[name], count })),
    ...[...new Set(never.flatMap(({ world, control }) => [world, control]))].map((world) => ({ world, count: n })),
  ];
  return {
    plan: {
      unit,
      rows: planned.map(({ id, change, units }) => ({ id, change: NEUTRAL[id] ?? change, n: units * unit })),
      invariants: { worlds: never.length, n },
      conferences: jobs.reduce((sum, { count }) => sum + count, 0),
    },
    run: async (threads) => {
      const played = await playAll(jobs, STUDY, threads);
      const binding = bindingSide(played.get('base')!);
      const judged = rows(frontier, binding.side).map((row) => judge(row, unit, (name) => played.get(name)!));
      const exact = never.map((one) => judgeInvariant(one, played));
      return { binding, rows: judged, invariants: exact, holds: [...judged, ...exact].every(({ holds }) => holds) };
    },
  };
}

/** What two rows are called before it is measured which side is meant. */
const NEUTRAL: Readonly<Record<string, string>> = {
  'pain-binding': 'pain × 2.5 on the side whose walk-away binds',
  'pain-other': 'pain × 2.5 on the other side',
};

/** Replicates of each world: as many as the largest row needs that compares it. */
function sizes(table: readonly Row[], unit: number): ReadonlyMap<WorldName, number> {
  const needed = new Map<WorldName, number>();
  for (const { from, to, units, reported } of table) {
    for (const name of [from, to, ...reported.flatMap((one) => [one.from ?? from, one.to ?? to])])
      needed.set(name, Math.max(needed.get(name) ?? 0, units * unit));
  }
  return needed;
}
