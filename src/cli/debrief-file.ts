import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debriefOf, type Debrief, type DebriefInput, type Trouble } from '../analysis/debrief/debrief.ts';
import type { GivenGroup } from '../analysis/debrief/groups.ts';
import type { Scenario } from '../model/scenario.ts';
import { evidenceOf } from '../scenario/evidence.ts';
import { debriefContent } from '../views/report/debrief-content.ts';
import { toCsv } from '../views/report/to-csv.ts';
import { toMarkdown } from '../views/report/to-markdown.ts';
import { playCloud } from './cloud.ts';
import { writing } from './writing.ts';

export type Format = 'html' | 'md';

export interface DebriefRequest {
  readonly command: string;
  readonly scenario: Scenario;
  readonly groups: readonly GivenGroup[];
  readonly troubles: readonly Trouble[];
  readonly cloud: { readonly seed: string; readonly runs: number };
  readonly format: Format;
  /** The command that makes it again, as a reader would type it. */
  readonly again: string;
  /** Where the tables go as data. */
  readonly csv?: string | undefined;
}

/** Plays the cloud, works out the debrief and writes it. */
export async function writeDebrief(file: string, request: DebriefRequest): Promise<Debrief> {
  const { command, scenario, groups, troubles, cloud, format, again, csv } = request;
  const input: DebriefInput = {
    scenario,
    groups,
    troubles,
    numbers: evidenceOf(scenario),
    cloud: { seed: cloud.seed, runs: playCloud(scenario, cloud.seed, cloud.runs) },
  };
  const debrief = debriefOf(input);
  const content = debriefContent(debrief, input, again);
  const text = format === 'md' ? toMarkdown(content) : await asPage(content);
  writing(command, file, () => writeFileSync(file, text));
  if (csv !== undefined) {
    writing(command, csv, () => mkdirSync(csv, { recursive: true }));
    for (const { name, text: table } of toCsv(content))
      writing(command, join(csv, name), () => writeFileSync(join(csv, name), table));
  }
  return debrief;
}

/** Charts take a while to load, and only a page has them. */
async function asPage(content: ReturnType<typeof debriefContent>): Promise<string> {
  const [{ toHtml }, { draw }] = await Promise.all([
    import('../views/report/to-html.ts'),
    import('../views/report/charts/draw.ts'),
  ]);
  return toHtml(content, draw);
}
