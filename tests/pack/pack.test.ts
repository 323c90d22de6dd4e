import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, parley } from '../cli/parley.ts';

const read = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(path.length + 1))
    .toSorted();

describe('parley pack', () => {
  test('writes a folder with sheets for everybody, for each seat, for each group and for the teacher', () => {
    const cwd = folder();
    const { code, stdout, stderr } = parley(
      ['pack', 'moscow-class', '--out', 'class', '--groups', '2', '--seed', 's'],
      { cwd },
    );
    expect([code, stdout, stderr]).toEqual([0, 'class/index.html\n', '']);
    const pages = [
      'everyone/background',
      'everyone/mirror',
      'everyone/note-sheet',
      'everyone/observer',
      'everyone/outcome-form',
      'groups/group-1',
      'groups/group-2',
      'index',
      ...['china', 'iran', 'kabul', 'moscow', 'pakistan', 'taliban', 'washington'].map((id) => `seats/${id}`),
      'teacher/guide',
      'teacher/injects',
      'teacher/print-all',
      'teacher/reveal',
    ];
    expect(filesIn(join(cwd, 'class'))).toEqual(
      [
        ...pages.flatMap((page) => [`${page}.html`, `${page}.md`]),
        'groups/seating.csv',
        'teacher/outcomes.csv',
      ].toSorted(),
    );
    const seat = read(cwd, 'class/seats/kabul.md');
    for (const sheet of ['Public brief', 'Confidential brief', 'Score sheet', 'Walk-away sheet'])
      expect(seat).toContain(`· ${sheet}`);
    for (const quarter of ['Actors', 'Process', 'Outcomes', 'Other'])
      expect(read(cwd, 'class/everyone/note-sheet.md')).toContain(`## ${quarter}`);
    for (const lesson of [50, 75, 120]) expect(read(cwd, 'class/teacher/guide.md')).toContain(`### ${lesson} minutes`);
    const all = read(cwd, 'class/teacher/print-all.html');
    expect(all.match(/class="sheet"/g)).toHaveLength(5 + 7 * 4);
  });

  test('gives the sheet of outcomes a row a group and a column an issue', () => {
    const cwd = folder();
    parley(['pack', 'two-valleys', '--out', 'p', '--groups', '3'], { cwd });
    expect(read(cwd, 'p/teacher/outcomes.csv')).toBe(
      'group,round,water,upkeep,signed,note\ngroup-1,,,,,\ngroup-2,,,,,\ngroup-3,,,,,\n',
    );
    const guide = read(cwd, 'p/teacher/guide.md');
    expect(guide).toContain('| water | trickle, third, half, most |');
    expect(guide).toContain('| signed | lower upper |');
  });

  test('seats a list by the seed, and prints the same again', () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, 'names.csv'),
      `name\n${Array.from({ length: 30 }, (_, n) => `Person ${n + 1}`).join('\n')}\n`,
    );
    const args = ['pack', 'moscow-class', '--groups', '4', '--list', 'names.csv', '--seed', 'monday', '--out'];
    const first = parley([...args, 'a'], { cwd });
    expect([first.code, first.stderr]).toEqual([0, '30 people in 4 groups, seated with seed monday\n']);
    expect(parley([...args, 'b'], { cwd }).code).toBe(0);
    for (const file of filesIn(join(cwd, 'a')))
      expect(read(cwd, `a/${file}`) === read(cwd, `b/${file}`), file).toBe(true);
    const rows = read(cwd, 'a/groups/seating.csv').trim().split('\n').slice(1);
    expect(rows).toHaveLength(30);
    expect(rows.filter((row) => row.includes(',seat,'))).toHaveLength(28);
    expect(rows.filter((row) => row.includes(',observer,'))).toHaveLength(2);
  });

  test('says which seats nobody fills, and how the rules play them', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'names.csv'), 'Ann\nBen\nAnn\n');
    const { stderr, code } = parley(['pack', 'moscow-class', '--list', 'names.csv', '--seed', '1', '--out', 'p'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(stderr).toContain('group-1: nobody for Washington, Pakistan, China and Iran: left to the rules');
    expect(stderr).toContain('"Ann" stands in the list more than once, and is seated each time');
    expect(read(cwd, 'p/groups/group-1.md')).toContain(
      'parley play moscow-class --as kabul,taliban,moscow --record group-1.jsonl',
    );
  });

  test('prints one object with the promised fields', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'names.csv'), 'Ann\nBen\nCem\n');
    const { stdout } = parley(
      ['pack', 'two-valleys', '--list', 'names.csv', '--groups', '1', '--seed', 's', '--out', 'p', '--json'],
      { cwd },
    );
    const told = JSON.parse(stdout);
    expect(Object.keys(told)).toEqual(['scenario', 'seed', 'lang', 'paper', 'files', 'groups']);
    expect(told.files.toSorted()).toEqual(filesIn(join(cwd, 'p')));
    expect(told.groups).toEqual([
      {
        group: 'group-1',
        seats: [
          { party: 'lower', person: expect.any(String) },
          { party: 'upper', person: expect.any(String) },
        ],
        empty: [],
        chair: expect.any(String),
        observers: [],
        mirrors: [],
      },
    ]);
  });

  test('changes nothing in a folder that holds anything', () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'p'));
    writeFileSync(join(cwd, 'p', 'mine.txt'), 'mine');
    const { code, stdout, stderr } = parley(['pack', 'two-valleys', '--out', 'p'], { cwd });
    expect([code, stdout, stderr]).toEqual([1, '', 'parley pack: p is not empty; nothing was changed\n']);
    expect(filesIn(join(cwd, 'p'))).toEqual(['mine.txt']);
    const file = parley(['pack', 'two-valleys', '--out', 'p/mine.txt'], { cwd });
    expect([file.code, file.stderr]).toEqual([1, expect.stringContaining('p/mine.txt could not be written')]);
  });

  test.each([
    ['a language that is not there', ['--lang', 'de'], 2, /has no texts in "de"\n {2}expected: en or fa-AF/],
    ['a list that is not there', ['--list', 'none.csv'], 65, /^none\.csv: there is no such file/],
    ['an empty list', ['--list', 'empty.csv'], 65, /^empty\.csv: this list holds no names/],
    ['a list that is not text', ['--list', 'zero.csv'], 65, /not a text file/],
    ['more groups than people', ['--list', 'two.csv', '--groups', '3'], 2, /2 people do not make 3 groups/],
    ['no groups', ['--groups', '0'], 2, /a whole number above 0/],
    ['groups beyond measure', ['--groups', '5000'], 2, /at most 200 groups/],
    ['a paper that nobody makes', ['--paper', 'a9'], 2, /a4, letter/],
  ])('refuses %s and writes nothing', (_, args, expected, message) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'empty.csv'), '\n');
    writeFileSync(join(cwd, 'zero.csv'), 'a\0b');
    writeFileSync(join(cwd, 'two.csv'), 'Ann\nBen\n');
    const { code, stdout, stderr } = parley(['pack', 'moscow-class', '--out', 'p', ...args], { cwd });
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toMatch(message);
    expect(existsSync(join(cwd, 'p'))).toBe(false);
  });

  test('names broken briefs with their place, and so does check', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'mine.yaml'), 'extends: two-valleys\n');
    mkdirSync(join(cwd, 'briefs'));
    writeFileSync(join(cwd, 'briefs', 'mine.yaml'), 'parties:\n  lowr: { knows: x }\n');
    for (const args of [
      ['check', 'mine.yaml'],
      ['pack', 'mine.yaml', '--out', 'p'],
    ]) {
      const { code, stderr } = parley(args, { cwd });
      expect([code, stderr]).toEqual([
        65,
        expect.stringMatching(/^briefs\/mine\.yaml:2:3 parties: the scenario has no party "lowr"/),
      ]);
      expect(stderr).toContain('did you mean "lower"?');
    }
  });

  test('writes in the language asked for, from right to left where it is written so', () => {
    const cwd = folder();
    expect(parley(['pack', 'moscow-class', '--lang', 'FA-af', '--paper', 'letter', '--out', 'p'], { cwd }).code).toBe(
      0,
    );
    const seat = read(cwd, 'p/seats/kabul.html');
    expect(seat).toContain('<html lang="fa-AF" dir="rtl">');
    expect(seat).toContain('ورق امتیاز');
    expect(seat).toContain('size: letter');
    expect(seat).toMatch(/<div lang="en" dir="ltr">/);
    expect(read(cwd, 'p/teacher/guide.html')).toContain('<html lang="en" dir="ltr">');
  });
});
