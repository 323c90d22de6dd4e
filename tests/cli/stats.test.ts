import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { RULES } from '../../src/cli/version.ts';
import { DUCKDB } from '../../src/study/dataset/duckdb.ts';
import { folder, parley } from './parley.ts';

const STUDY = `
title: Does pain make two valleys agree?
about: A study for the tests.
scenario: two-valleys
vary:
  parties.lower.pain: [0, 0.01]
  parties.upper.pain: [0, 0.01, 0.02]
repeats: 100
metrics: [ending, agreement, rounds, durability]
`;

const home = folder();
const data = join(home, 'data');
const stats = (...args: string[]) => parley(['stats', data, ...args]);

beforeAll(() => {
  writeFileSync(join(home, 'small.yaml'), STUDY);
  parley(['sweep', join(home, 'small.yaml'), '--out', data, '--workers', '1']);
});

describe('parley stats', () => {
  test('says how it ended, with intervals, by cell, and what differs on the same seeds', () => {
    const { code, stdout, stderr } = stats();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('6 cells × 100 repeats = 600 runs');
    expect(stdout).toContain('Complete.');
    expect(stdout).toMatch(/agreement +\d+\.\d % +\[\d+\.\d, \d+\.\d\] +├─*●─*┤/);
    expect(stdout).toMatch(/less cell 0, same seeds/);
    expect(stdout).toMatch(/↑ \+\d+\.\d \[\+\d+\.\d, \+\d+\.\d\]/);
    expect(stdout).toContain('agreement by parties.lower.pain and parties.upper.pain');
    expect(stdout).toContain('durability has none in');
    expect(stdout).toContain('Nothing here is estimated from data');
    expect(stdout).toContain(`parley open ${data} --row 0`);
    expect(stats().stdout).toBe(stdout);
  });

  test('keeps tables and plots within 80 columns, and colours out', () => {
    const { stdout } = parley(['stats', 'data', '--metric', 'ending,agreement,durability'], { cwd: home });
    const lines = stdout.split('\n').filter((line) => !line.startsWith('  parley '));
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001b');
  });

  test('prints one object with the promised fields', () => {
    const { code, stdout } = stats('--json');
    expect(code).toBe(0);
    const told = JSON.parse(stdout);
    expect(Object.keys(told)).toEqual([
      'folder',
      'hash',
      'rules',
      'complete',
      'stopped',
      'study',
      'title',
      'seed',
      'scenarios',
      'experiments',
      'parameters',
      'cells',
      'planned',
      'repeats',
      'rows',
      'level',
      'differences',
      'told',
      'by',
      'metrics',
    ]);
    expect(told).toMatchObject({
      rules: RULES,
      complete: true,
      stopped: false,
      study: 'small',
      cells: 6,
      repeats: 100,
    });
    expect(told.scenarios).toEqual(['two-valleys']);
    const [first] = told.metrics;
    expect(Object.keys(first)).toEqual([
      'metric',
      'meaning',
      'unit',
      'value',
      'type',
      'range',
      'whole',
      'cells',
      'groups',
      'spread',
    ]);
    expect(Object.keys(first.cells[1])).toEqual(['cell', 'n', 'missing', 'mean', 'low', 'high', 'difference']);
    expect(Object.keys(first.cells[1].difference)).toEqual(['pairs', 'mean', 'low', 'high', 'clear']);
  });

  test('prints a line for each figure as CSV, the same number of fields in each', () => {
    const { stdout } = stats('--csv', '--metric', 'agreement');
    const [head, ...lines] = stdout.trim().split('\n');
    expect(head).toMatch(
      /^scope,cell,experiment,parties\.lower\.pain,parties\.upper\.pain,metric,value,n,missing,mean/,
    );
    // The whole, six cells, and six places of the table of two paths.
    expect(lines).toHaveLength(13);
    for (const line of lines) expect(line.split(',')).toHaveLength(head!.split(',').length);
  });

  test('tells the cells and paths that it is asked for', () => {
    const some = stats('--metric', 'ending=agreement', '--cell', '2,4-5', '--against', '4', '--simultaneous').stdout;
    expect(some).toContain('ending=agreement by cell');
    expect(some).toContain('less cell 4, same seeds');
    expect(some).toContain('hold together in 95 of 100 such studies');
    expect(stats('--by', 'parties.upper.pain').stdout).toContain('agreement by parties.upper.pain');
  });

  test.each([
    [
      ['--metric', 'agreements'],
      'no metric "agreements"; it has ending, agreement, rounds, durability; did you mean "agreement"?',
    ],
    [['--by', 'parties.lower.pains'], 'does not vary in this study; did you mean "parties.lower.pain"?'],
    [['--cell', '6'], 'there is no cell 6: they go from 0 to 5'],
    [['--against', '9'], 'there is no cell 9'],
    [['--cell', '4-2'], 'expected cells such as 0,4-7'],
    [['--by', 'a,b,c'], 'does not vary'],
  ])('refuses %j, and says what there is', (args, message) => {
    const { code, stdout, stderr } = stats(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('of an unfinished dataset rests on complete repeats, and says so', () => {
    const part = join(home, 'part');
    expect(parley(['sweep', join(home, 'small.yaml'), '--out', part, '--workers', '1'])).toMatchObject({ code: 0 });
    rmSync(join(part, 'blocks/000001.parquet'));
    const { code, stdout } = parley(['stats', part]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Not complete: \d+ runs of 600 are there/);
    expect(stdout).toMatch(/rests on the \d+\s+repeats/);
  });

  test('names a block that was changed, and ends with 65', () => {
    const bad = join(home, 'bad');
    expect(parley(['sweep', join(home, 'small.yaml'), '--out', bad, '--workers', '1'])).toMatchObject({ code: 0 });
    const file = join(bad, 'blocks/000001.parquet');
    const bytes = readFileSync(file);
    bytes[100]! ^= 1;
    writeFileSync(file, bytes);
    for (const args of [[], ['--json'], ['--sql', 'SELECT 1']]) {
      const { code, stdout, stderr } = parley(['stats', bad, ...args]);
      expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
      expect(stderr).toContain('000001.parquet');
    }
  });

  test('of a folder without a dataset says that there is none', () => {
    expect(parley(['stats', home])).toMatchObject({ code: 65 });
  });
});

const installed = await import(DUCKDB).then(
  () => true,
  () => false,
);

describe('parley stats --sql', () => {
  const COUNT = 'SELECT ending, count(*) AS times FROM runs GROUP BY ALL ORDER BY ending';

  test.skipIf(installed)('without DuckDB says how to get it, and what to type into another', () => {
    const { code, stdout, stderr } = stats('--sql', COUNT);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('npm install @duckdb/node-api');
    expect(stderr).toContain(`CREATE VIEW runs AS SELECT * FROM read_parquet('${data}/blocks/*.parquet');`);
  });

  test.skipIf(installed)('finds DuckDB in the folder one works in, for there npm install puts it', () => {
    const project = folder();
    const place = join(project, 'node_modules', DUCKDB);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name: DUCKDB, main: 'index.js' }));
    const reader = "{ columnNames: () => ['times'], getRows: () => [[7n]] }";
    const connection = `{ run: async () => {}, runAndReadAll: async () => (${reader}), closeSync: () => {} }`;
    const instance = `{ connect: async () => (${connection}), closeSync: () => {} }`;
    writeFileSync(join(place, 'index.js'), `exports.DuckDBInstance = { create: async () => (${instance}) };`);
    const { code, stdout } = parley(['stats', data, '--sql', COUNT], { cwd: project });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'times\n    7\n' });
  });

  test.skipIf(!installed)('(only where DuckDB is installed) answers over the table runs', () => {
    const rows = JSON.parse(stats('--sql', COUNT, '--json').stdout) as { ending: string; times: number }[];
    expect(rows.map(({ ending }) => ending)).toEqual(['agreement', 'consultations']);
    expect(rows.reduce((sum, { times }) => sum + times, 0)).toBe(600);
    expect(stats('--sql', COUNT).stdout).toMatch(/^ending +times\nagreement +\d+\nconsultations +\d+\n$/);
    expect(stats('--sql', COUNT, '--csv').stdout).toMatch(/^ending,times\nagreement,\d+\n/);
    expect(stats('--sql', 'SELECT nothing FROM runs')).toMatchObject({ code: 1, stdout: '' });
  });
});
