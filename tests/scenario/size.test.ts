import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { MILL, problemsOf, sound, written } from './written.ts';

const CONFERENCE = MILL.slice(MILL.indexOf('title:'), MILL.indexOf('issues:'));
const OPTIONS = '{ a: { name: a, meaning: a }, b: { name: b, meaning: b }, c: { name: c, meaning: c } }';

function crowd(parties: number, issues: number): string {
  const lines = [CONFERENCE, 'issues:'];
  for (let k = 0; k < issues; k++)
    lines.push(`  i${k}: { name: issue ${k}, about: it, options: ${OPTIONS}, statusQuo: a }`);
  lines.push('parties:');
  for (let i = 0; i < parties; i++) {
    lines.push(
      `  p${i}: { name: party ${i}, signatory: ${i < 3}, attendance: accepted, walkAway: 0.3, pain: 0, expectation: likely,`,
    );
    lines.push(
      '    optimism: 0.5, patience: 3, leverage: 0.5, audience: 0.3, tactic: { beta: 1, reciprocity: 0.3 }, stances: {',
    );
    for (let k = 0; k < issues; k++) lines.push(`      i${k}: { ideal: 0.5, salience: ${((i * k) % 10) + 0.5} },`);
    lines.push('    } }');
  }
  return `${lines.join('\n')}\n`;
}

describe('size is no obstacle', () => {
  test('200 parties and 60 issues', () => {
    const { scenario } = sound(written(crowd(200, 60)));
    expect([scenario.parties.length, scenario.issues.length]).toEqual([200, 60]);
    expect(scenario.parties.every((party) => party.stances.length === 60)).toBe(true);
    expect(evidenceOf(scenario).length).toBeGreaterThan(24_000);
  });

  test('a fault in every stance of them is found, placed and counted', () => {
    const problems = problemsOf(written(crowd(40, 60).replaceAll('ideal: 0.5', 'ideal: 5')));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)!.message).toBe('there are 1400 more problems after these');
  });

  test('more than a thousand entries in one place are no scenario', () => {
    expect(problemsOf(written(crowd(1001, 1))).map((problem) => problem.message)).toEqual([
      '1001 entries in one map: at most 1000 are read',
    ]);
  });
});
