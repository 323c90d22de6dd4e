import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/cli/version.ts';
import { folder, parley } from './parley.ts';

describe('parley tournament', () => {
  const run = (...args: string[]) => parley(['tournament', 'two-valleys', ...args]);

  test('prints one object with the promised fields', () => {
    const { code, stdout, stderr } = run('--tactics', 'linear,micro/next', '--seed', '1', '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no tactic "micro/next"');
    const good = run('--tactics', 'linear,micro', '--seed', '1', '--json');
    const told = JSON.parse(good.stdout);
    expect(Object.keys(told)).toEqual([
      'scenario',
      'seed',
      'repeats',
      'possible',
      'assignments',
      'sampled',
      'negotiations',
      'agreements',
      'ranking',
      'rules',
    ]);
    expect(told).toMatchObject({ scenario: 'two-valleys', seed: '1', repeats: 1, possible: 4, rules: RULES });
    for (const standing of told.ranking) {
      expect(Object.keys(standing)).toEqual(['tactic', 'mean', 'low', 'high', 'appearances', 'agreements', 'parties']);
      expect(Object.keys(standing.parties)).toEqual(['lower', 'upper']);
    }
  });

  test('prints a table to read, the same for the same seed', () => {
    const { code, stdout } = run('--tactics', 'boulware,random', '--repeats', '3', '--seed', 'x');
    expect(code).toBe(0);
    expect(stdout).toContain('All 4 assignments of tactics to parties, each 3 times: 12 negotiations, seed x.');
    expect(stdout).toMatch(/1 {2}(boulware|random) +0\.\d{3} {2}\[0\.\d{3}, 0\.\d{3}\]/);
    expect(run('--tactics', 'boulware,random', '--repeats', '3', '--seed', 'x').stdout).toBe(stdout);
  });

  test('says which tactics there are when it is given another, and refuses one named twice', () => {
    expect(run('--tactics', 'bulware').stderr).toContain('one of boulware, linear, conceder');
    expect(run('--tactics', 'micro,micro')).toMatchObject({ code: 2 });
    expect(run('--repeats', '0')).toMatchObject({ code: 2 });
  });
});

describe('a record of alternating offers', () => {
  test('is proved like any other, and its chart printed', () => {
    const file = join(folder(), 'offers.jsonl');
    const set = ['--set', 'conference.protocol=alternating-offers'];
    const { stdout } = parley(['run', 'two-valleys', '--seed', '1', ...set, '--json', '--record', file]);
    expect(JSON.parse(stdout)).toMatchObject({ ending: 'agreement' });
    expect(parley(['verify', file])).toMatchObject({ code: 0 });
    const changed = readFileSync(file, 'utf8').replace('"type":"offer.accepted"', '"type":"offer.refused"');
    writeFileSync(file, changed);
    expect(parley(['verify', file])).toMatchObject({ code: 1 });
    const chart = parley(['chart', '--protocol', 'alternating-offers']);
    expect(chart.stdout).toContain('asks whose turn it is');
  });
});
