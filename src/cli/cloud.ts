import { cloudRunOf, type CloudRun } from '../analysis/debrief/cloud.ts';
import { playBulk } from '../conference/bulk.ts';
import type { Scenario } from '../model/scenario.ts';
import { settingOf } from '../rules/setting.ts';

/** Runs that stand beside the groups of a debrief when it is not said how many, and their seed. */
export const CLOUD = { runs: 500, seed: 'debrief' } as const;

/** Plays a scenario so often with every seat held by the rules; run n has the seed `seed/n`. */
export function playCloud(scenario: Scenario, seed: string, runs: number): readonly CloudRun[] {
  const setting = settingOf(scenario);
  return Array.from({ length: runs }, (_, n) => {
    const run = cloudRunOf(playBulk(setting, `${seed}/${n + 1}`));
    if (run === undefined) throw new Error('a conference did not end');
    return run;
  });
}
