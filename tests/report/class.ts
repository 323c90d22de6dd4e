import { debriefOf, type Debrief, type DebriefInput } from '../../src/analysis/debrief/debrief.ts';
import { cloudRunOf } from '../../src/analysis/debrief/cloud.ts';
import type { GivenGroup } from '../../src/analysis/debrief/groups.ts';
import { playBulk } from '../../src/conference/bulk.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { readOutcomeSheet } from '../../src/record/read-outcome-sheet.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { load } from '../../src/scenario/load.ts';
import { debriefContent } from '../../src/views/report/debrief-content.ts';
import type { Content } from '../../src/views/report/content.ts';

export function scenarioNamed(name: string): Scenario {
  const loaded = load(name, []);
  if (!loaded.ok) throw new Error(loaded.error[0]!.message);
  return loaded.value.scenario;
}

/** Groups of the rules alone, from the seeds `PREFIX/1` on. */
export function playedGroups(scenario: Scenario, count: number, prefix = 'group'): readonly GivenGroup[] {
  const setting = settingOf(scenario);
  return Array.from({ length: count }, (_, n) => ({
    source: 'record',
    name: `group ${n + 1}`,
    file: `${n + 1}.jsonl`,
    seed: `${prefix}/${n + 1}`,
    hash: `hash of ${n + 1}`,
    scenario,
    facts: playBulk(setting, `${prefix}/${n + 1}`),
    doubts: [],
  }));
}

export function sheetGroups(scenario: Scenario, csv: string): readonly GivenGroup[] {
  const sheet = readOutcomeSheet(scenario, csv);
  if (sheet.faults.length > 0) throw new Error(sheet.faults[0]!.message);
  return sheet.groups.map((group) => ({ source: 'sheet', name: group.group, file: 'outcomes.csv', sheet: group }));
}

export interface Made {
  readonly input: DebriefInput;
  readonly debrief: Debrief;
  readonly content: Content;
}

export function made(scenario: Scenario, groups: readonly GivenGroup[], runs = 40): Made {
  const setting = settingOf(scenario);
  const input: DebriefInput = {
    scenario,
    groups,
    troubles: [],
    numbers: evidenceOf(scenario),
    cloud: {
      seed: 'cloud',
      runs: Array.from({ length: runs }, (_, n) => cloudRunOf(playBulk(setting, `cloud/${n + 1}`))!),
    },
  };
  const debrief = debriefOf(input);
  return { input, debrief, content: debriefContent(debrief, input, 'parley debrief … --out debrief.html') };
}
