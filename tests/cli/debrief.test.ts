import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, test } from 'vitest';
import { folder, parley } from './parley.ts';

const at = folder();
const file = (name: string) => join(at, name);
const read = (name: string) => readFileSync(file(name), 'utf8');

beforeAll(() => {
  parley(['run', 'two-valleys', '--seed', '1', '--record', 'a.jsonl'], { cwd: at });
  parley(['run', 'two-valleys', '--seed', '2', '--record', 'Anna and Bo.jsonl'], { cwd: at });
  parley(['run', 'common-pasture', '--seed', '1', '--record', 'other.jsonl'], { cwd: at });
  const whole = read('a.jsonl');
  writeFileSync(file('cut.jsonl'), whole.slice(0, -40));
  writeFileSync(file('header-alone.jsonl'), whole.slice(0, 200));
  writeFileSync(file('changed.jsonl'), whole.replace('"accepts":false', '"accepts":true'));
  copyFileSync(file('a.jsonl'), file('twin.jsonl'));
});

const debrief = (files: readonly string[], ...more: readonly string[]) =>
  parley(['debrief', ...files, '--out', 'd.md', '--cloud', '2', ...more], { cwd: at });

describe('debrief', () => {
  test.each<readonly [string, readonly string[], number, RegExp, boolean]>([
    [
      'a record of another scenario',
      ['a.jsonl', 'other.jsonl'],
      1,
      /other\.jsonl: left out: it is a conference of common-pasture/,
      true,
    ],
    [
      'a record that does not verify',
      ['a.jsonl', 'changed.jsonl'],
      1,
      /changed\.jsonl:\d+: left out: the chain breaks here: vote\.cast/,
      true,
    ],
    [
      'a record that was cut off, up to where it is whole',
      ['cut.jsonl'],
      0,
      /cut\.jsonl: its last line, \d+, is not complete/,
      true,
    ],
    [
      'a record of which nothing is left',
      ['a.jsonl', 'header-alone.jsonl'],
      1,
      /header-alone\.jsonl:1: left out/,
      true,
    ],
    [
      'the same conference twice',
      ['a.jsonl', 'twin.jsonl'],
      1,
      /twin\.jsonl: left out: it is the same conference as a\.jsonl/,
      true,
    ],
    [
      'a file that is not there',
      ['a.jsonl', 'nowhere.jsonl'],
      1,
      /nowhere\.jsonl: left out: there is no such file/,
      true,
    ],
    ['nothing that can be used', ['changed.jsonl'], 65, /none of these files can be used/, false],
  ])('names %s', (_, files, code, says, page) => {
    writeFileSync(file('d.md'), '');
    const ran = debrief(files);
    expect(ran.stderr).toMatch(says);
    expect(ran.code).toBe(code);
    if (page) expect(read('d.md').replaceAll('\\', '')).toMatch(says);
    else expect(read('d.md')).toBe('');
  });

  test('names what a sheet has wrong, with line and column and what was meant', () => {
    const scenario = JSON.parse(read('a.jsonl').split('\n')[0]!) as {
      header: { scenario: { issues: Record<string, { options: object }> } };
    };
    const issues = Object.entries(scenario.header.scenario.issues);
    const header = ['group', 'round', ...issues.map(([id]) => id), 'signed', 'note'];
    const options = issues.map(([, { options: own }]) => Object.keys(own)[0]!);
    const row = (group: string, cells: readonly string[], signed: string) =>
      [group, '', ...cells, signed, ''].join(',');
    writeFileSync(
      file('outcomes.csv'),
      [
        header.join(','),
        row('Rosa', options, 'lower upper'),
        row('Tariq', [`${options[0]!}x`, ...options.slice(1)], 'lower'),
        row('Yun', options, 'lowr'),
      ].join('\n'),
    );
    const ran = debrief(['outcomes.csv'], '--scenario', 'two-valleys');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(
      new RegExp(`outcomes\\.csv:3:8: a row is left out: Tariq: .*did you mean "${options[0]!}"`),
    );
    expect(ran.stderr).toMatch(
      /outcomes\.csv:4:\d+: a row is left out: Yun: no party is called "lowr"; did you mean "lower"/,
    );
    expect(read('d.md')).toContain('Tariq');
    expect(read('d.md')).toContain('From a sheet it cannot be known');
    expect(debrief(['outcomes.csv']).stderr).toContain('--scenario must say of which scenario');
  });

  test('does not write over what it is made of', () => {
    const { code, stderr } = parley(['debrief', 'a.jsonl', '--out', 'a.jsonl'], { cwd: at });
    expect([code, stderr]).toEqual([2, expect.stringContaining('is one of the files that it is made of')]);
  });

  test('is what `run --report` writes of one run', () => {
    parley(['run', 'two-valleys', '--seed', '1', '--report', 'r.html'], { cwd: at });
    parley(['debrief', 'a.jsonl', '--out', 'd.html'], { cwd: at });
    const main = (html: string) =>
      /<section id="outcomes"[\s\S]*<section id="made"/.exec(html)![0].replaceAll(/two-valleys|\ba\b/g, '');
    expect(main(read('r.html'))).toBe(main(read('d.html')));
    // The data of the page are there as a page and as tables.
    parley(['debrief', 'a.jsonl', '--out', 'd.html', '--cloud', '0', '--csv', 'tables'], { cwd: at });
    expect(readdirSync(file('tables'))).toContain('left-with.csv');
    expect(read('d.html')).not.toContain('runs of the rules,');
  });
});

describe('export', () => {
  test('names nobody unless it is asked to', () => {
    parley(['export', 'Anna and Bo.jsonl', 'a.jsonl', '--out', 'data', '--format', 'csv,json,parquet'], { cwd: at });
    const all = readdirSync(file('data')).map((name) => readFileSync(join(file('data'), name), 'latin1'));
    expect(all.length).toBe(24);
    for (const text of all) expect(text).not.toContain('Anna');
    parley(['export', 'Anna and Bo.jsonl', '--out', 'named', '--names'], { cwd: at });
    expect(readFileSync(join(file('named'), 'conferences.csv'), 'utf8')).toContain('Anna and Bo');
  });

  test('has the same rows as CSV, JSON and Parquet, and a dictionary of every column', async () => {
    const dictionary = JSON.parse(readFileSync(join(file('data'), 'dictionary.json'), 'utf8')) as {
      table: string;
      column: string;
    }[];
    for (const name of ['conferences', 'outcomes', 'rounds', 'votes', 'acts', 'texts', 'seats']) {
      const json = JSON.parse(readFileSync(join(file('data'), `${name}.json`), 'utf8')) as Record<string, unknown>[];
      const bytes = readFileSync(join(file('data'), `${name}.parquet`));
      const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      expect(await parquetReadObjects({ file: buffer })).toEqual(json);
      const csv = readFileSync(join(file('data'), `${name}.csv`), 'utf8')
        .trimEnd()
        .split('\n');
      expect(csv.length).toBe(json.length + 1);
      expect(csv[0]!.split(',')).toEqual(dictionary.filter(({ table }) => table === name).map(({ column }) => column));
    }
  });

  test('has one row a vote and one a party and round, as the record has them', () => {
    const facts = read('a.jsonl')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => (JSON.parse(line) as { fact: { type: string; private?: object } }).fact);
    const rows = (name: string) =>
      (JSON.parse(readFileSync(join(file('data'), `${name}.json`), 'utf8')) as { conference: string }[]).filter(
        ({ conference }) => conference === 'c2',
      ).length;
    expect(rows('votes')).toBe(facts.filter(({ type }) => type === 'vote.cast').length);
    expect(rows('rounds')).toBe(
      facts
        .filter(({ type }) => type === 'round.opened')
        .reduce((sum, fact) => sum + Object.keys(fact.private!).length, 0),
    );
    expect(rows('acts')).toBe(
      facts.filter(({ type }) => /^party\.(pressed|promised|reassured|warned)$/.test(type)).length,
    );
  });

  test('exits 65 when nothing can be used, and writes nothing', () => {
    const { code } = parley(['export', 'changed.jsonl', '--out', 'none'], { cwd: at });
    expect([code, existsSync(file('none'))]).toEqual([65, false]);
  });
});
