import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, MILL, problemsOf, sound } from './written.ts';

const variant = (files: Readonly<Record<string, string>>) =>
  join(folderWith({ 'mill.yaml': MILL, ...files }), 'case.yaml');
const lower = (path: string) => sound(path).scenario.parties.find((party) => party.id === 'lower')!;

describe('a scenario that extends another changes what it names', () => {
  test('washington-attends is moscow-2018 with Washington at the table, and no number changed', () => {
    const [base, changed] = [sound('moscow-2018').scenario, sound('washington-attends').scenario];
    const numbers = (scenario: typeof base) => ({
      ...scenario,
      id: '',
      title: '',
      about: '',
      parties: scenario.parties.map((party) => ({ ...party, brief: '', attendance: '' })),
    });
    expect(numbers(changed)).toEqual(numbers(base));
    expect(
      base.parties
        .filter((party, index) => party.attendance !== changed.parties[index]!.attendance)
        .map((party) => party.id),
    ).toEqual(['washington']);
    expect(changed.parties.find((party) => party.id === 'washington')?.attendance).toBe('accepted');
  });

  test('maps are merged, numbers and lists are replaced whole, null takes away', () => {
    const party = lower(
      variant({
        'case.yaml': `extends: mill.yaml
parties:
  lower:
    pain: { value: 0.04, basis: "assumption: more" }
    stances:
      water: { redLine: { never: [third] } }
      upkeep: { ideal: 0.5 }
    brief: null
`,
      }),
    );
    expect(party.pain).toEqual({ value: 0.04, low: 0.04, high: 0.04, basis: { kind: 'assumption', reason: 'more' } });
    expect(party.stances.find((stance) => stance.issue === 'water')?.redLine).toEqual({
      kind: 'never',
      options: ['third'],
    });
    expect(party.brief).toEqual({ public: '', confidential: '' });
  });

  test('a number keeps the basis of the file that it stands in', () => {
    const party = lower(
      variant({
        'case.yaml': 'extends: mill.yaml\nbasis: "assumption: a what-if"\nparties: { lower: { pain: 0.04 } }\n',
      }),
    );
    expect(party.pain.basis).toEqual({ kind: 'assumption', reason: 'a what-if' });
    expect(party.patience.basis).toEqual({ kind: 'invented', reason: 'a teaching case' });
  });

  test('a chain of variants is followed, each changing the one before', () => {
    const path = variant({
      'case.yaml': 'extends: middle\nparties: { lower: { patience: 9 } }\n',
      'middle.yaml': 'extends: ./mill.yaml\nparties: { lower: { patience: 5, leverage: 0.9 } }\n',
    });
    expect([lower(path).patience.value, lower(path).leverage.value]).toEqual([9, 0.9]);
    expect(sound(path).scenario.id).toBe('case');
    expect(JSON.stringify(sound(path).document)).not.toContain('"extends"');
  });
});

describe('a problem points to the file in which the fault stands', () => {
  test('the variant, where the variant is wrong', () => {
    const path = variant({
      'case.yaml':
        'extends: mill.yaml\nparties:\n  lower:\n    patience: 101\n    stances:\n      watr: { salience: 3 }\n',
    });
    expect(
      problemsOf(path).map(({ file, line, column, message }) => [file.replace(/.*\//, ''), line, column, message]),
    ).toEqual([
      ['case.yaml', 4, 15, 'parties.lower.patience: 101 is out of bounds'],
      ['case.yaml', 6, 7, 'parties.lower.stances: "watr" is not an issue of this scenario'],
    ]);
  });

  test('the base, where the base is made wrong by the variant', () => {
    const path = variant({ 'case.yaml': 'extends: mill.yaml\nissues:\n  water: { options: { trickle: null } }\n' });
    const problems = problemsOf(path);
    expect(problems.map(({ file, line, message }) => [file.replace(/.*\//, ''), line, message])).toEqual([
      ['mill.yaml', 29, 'issues.water.statusQuo: "trickle" is not an option of water'],
      ['mill.yaml', 53, 'parties.lower.stances.water.redLine.never.0: "trickle" is not an option of water'],
    ]);
    expect(problems[0]!.hint).toMatch(/case\.yaml extends this file and makes it wrong: put it right there/);
  });

  test.each([
    [
      'a base that does not exist',
      { 'case.yaml': 'title: x\nextends: mil.yaml\n' },
      '2:10 extends: "mil.yaml": there is no such file, and no bundled scenario of this name',
    ],
    ['a base that is a number', { 'case.yaml': 'extends: 3\n' }, '1:10 extends: 3 names no scenario'],
    ['itself', { 'case.yaml': 'extends: case.yaml\n' }, '1:10 extends: scenarios extend each other in a circle: '],
    [
      'a circle',
      { 'case.yaml': 'extends: a.yaml\n', 'a.yaml': '\nextends: case.yaml\n' },
      '2:10 extends: scenarios extend each other in a circle: ',
    ],
    [
      'nothing to take away',
      { 'case.yaml': 'extends: mill.yaml\nparties: { lwer: null }\n' },
      '2:18 parties.lwer: is empty, and there is nothing of this name to take away',
    ],
    ['a base that is broken', { 'case.yaml': 'extends: b.yaml\n', 'b.yaml': 'title: [\n' }, '2:1 '],
  ])('%s is refused', (_, files, message) => {
    const [problem, ...others] = problemsOf(variant(files));
    expect(others).toEqual([]);
    expect(`${problem!.line}:${problem!.column} ${problem!.message}`).toContain(message);
  });

  test('a chain of more than eight is refused', () => {
    const files = Array.from({ length: 9 }, (_, n) => [
      n === 0 ? 'case.yaml' : `v${n}.yaml`,
      `extends: ${n === 8 ? 'mill' : `v${n + 1}`}.yaml\n`,
    ]);
    expect(
      problemsOf(variant(Object.fromEntries(files) as Record<string, string>)).map((problem) => problem.message),
    ).toEqual(['extends: more than 8 scenarios extend each other']);
  });
});
