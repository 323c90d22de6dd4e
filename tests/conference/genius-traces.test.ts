import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { playBulk } from '../../src/conference/bulk.ts';
import type { TacticSetting } from '../../src/rules/party-setting.ts';
import { settingFor, type PartySketch, type StanceSketch } from '../rules/setting.ts';

/** Values that other people published, beside a checkout; a fresh clone has none and these tests are skipped. */
const FOLDER = ['../shared/reference', '../../shared/reference']
  .map((path) => join(process.cwd(), path, 'genius'))
  .find((path) => existsSync(path));

interface Run {
  readonly scenario: string;
  readonly parties: readonly string[];
  readonly e: readonly number[];
  readonly rounds_allowed: number;
  readonly agreement: boolean;
  readonly round_reported_by_genius: number;
  readonly utilities: readonly number[];
}

const runs = FOLDER
  ? (JSON.parse(readFileSync(join(FOLDER, 'alternating_offers_expected.json'), 'utf8')) as { runs: readonly Run[] })
      .runs
  : [];

function attribute(tag: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** What a profile wants: evaluations over the issue's greatest, and weights. Good for these files only. */
function wantsOf(xml: string): Record<string, StanceSketch> {
  const weights = new Map(
    [...xml.matchAll(/<weight [^>]*>/g)].map(([tag]) => [attribute(tag, 'index'), Number(attribute(tag, 'value'))]),
  );
  const issues = [...xml.matchAll(/(<issue [^>]*>)([\s\S]*?)<\/issue>/g)].map(([, head = '', inside = '']) => {
    const evaluations = [...inside.matchAll(/<item [^>]*>/g)].map(([tag]) => Number(attribute(tag, 'evaluation')));
    const index = attribute(head, 'index');
    const most = Math.max(...evaluations);
    return [`i${index}`, { values: evaluations.map((one) => one / most), salience: weights.get(index)! }] as const;
  });
  return Object.fromEntries(issues);
}

function party(run: Run, n: number): PartySketch & { readonly wants: Record<string, StanceSketch> } {
  const xml = readFileSync(join(FOLDER!, run.scenario, `profile${n + 1}.xml`), 'utf8');
  const tactic: TacticSetting = {
    kind: 'time-dependent',
    beta: run.e[n]!,
    reciprocity: 0,
    floor: 0,
    acceptance: { kind: 'next', factor: 1, margin: 0 },
  };
  return { signatory: true, attendance: 'accepted', walkAway: 0, tactic, wants: wantsOf(xml) };
}

describe.skipIf(runs.length === 0)('the runs of Genius’ own regression test', () => {
  test.each(runs)('$parties reach the published agreement', (run) => {
    const parties = Object.fromEntries(run.parties.map((_, n) => [`p${n + 1}`, party(run, n)]));
    const issues = Object.fromEntries(
      Object.entries(parties['p1']!.wants).map(([id, { values = [] }]) => [id, values.length]),
    );
    const setting = settingFor({ issues, parties, order: Object.keys(parties), rounds: run.rounds_allowed });
    const end = playBulk(setting, 'genius').at(-1)!;
    if (end.type !== 'conference.ended') throw new Error('it did not end');
    expect(end.ending === 'agreement').toBe(run.agreement);
    expect(end.round).toBe(run.round_reported_by_genius - 1);
    run.utilities.forEach((utility, n) => expect(end.private[`p${n + 1}`]!.utility).toBeCloseTo(utility, 9));
  });
});
