import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { analysisOf } from '../../src/analysis/analysis.ts';
import { gameText } from '../../src/scenario/import/game-text.ts';
import { importScorable } from '../../src/scenario/import/scorable.ts';
import { scenarioFrom } from '../../src/scenario/load.ts';
import { printedProblem } from '../../src/scenario/problem-text.ts';
import { files, GARDEN } from './written.ts';

function garden(changes: Readonly<Record<string, string>> = {}) {
  const game = importScorable(files({ ...GARDEN, ...changes })['.']);
  if (!game.ok) throw new Error(game.error.map(printedProblem).join('\n'));
  const scenario = scenarioFrom(parse(gameText(game.value)));
  if (!scenario.ok) throw new Error(scenario.error.map((problem) => problem.message).join('; '));
  return scenario.value;
}

describe('a scorable game becomes a scenario', () => {
  test('with two who may block and all but one to agree', () => {
    const { conference, parties, issues } = garden();
    expect(conference.rule).toMatchObject({ allBut: { value: 1 }, vetoes: ['ada', 'cleo'] });
    expect(parties.map(({ id, signatory }) => [id, signatory])).toEqual([
      ['ada', true],
      ['ben', false],
      ['cleo', true],
      ['daoud', false],
    ]);
    expect(issues.map(({ options, opening }) => [options.length, opening])).toEqual([
      [3, 'a2'],
      [2, 'b1'],
    ]);
  });

  test('with its deals counted as one counts them by hand', () => {
    // Ada 45: A1 B2 alone. Ben 60: A2 B1, A3 B1, A3 B2. Cleo 80: A2 B1, A3 B1, A2 B2, A3 B2. Daoud 5: A1.
    const analysis = analysisOf(garden());
    expect(analysis.outcomes).toBe(6);
    expect(analysis.accepts).toEqual({ ada: 1, ben: 3, cleo: 4, daoud: 2 });
    expect([analysis.rational, analysis.passing, analysis.nash]).toEqual([0, 0, null]);
    // Whatever Ada would take, no deal suits the other three; A1 B1 comes nearest, 15 of 50 points short for her.
    expect(analysis.walkAways.each['ada']!.highest).toBeNull();
    expect(analysis.walkAways.shortfall).toBeCloseTo(0.3, 12);
  });

  test('in which a deal passes that one of those without a veto refuses', () => {
    // Ada 10: all but A3 B1. With Cleo and Ben, but without Daoud: A2 B1 and A3 B2.
    const analysis = analysisOf(garden({ 'scores_files/ada.txt': '30, 10, 0\n0, 20\n10\n' }));
    expect(analysis.accepts!['ada']).toBe(5);
    expect([analysis.rational, analysis.passing]).toEqual([0, 2]);
  });
});

function complaints(changes: Readonly<Record<string, string>>): string {
  const paths = files({ ...GARDEN, ...changes });
  const game = importScorable(paths['.']);
  if (game.ok) throw new Error('nothing wrong was seen');
  return game.error.map(printedProblem).join('\n\n').replaceAll(`${paths['.']}/`, '');
}

describe('a game that cannot be used is refused with its place', () => {
  test.each([
    [
      'a sheet that is missing',
      { 'config.txt': 'Ada,ada,p1\nBo,bo,p2\n' },
      /^config\.txt:2:1 there is no score sheet scores_files\/bo\.txt/,
    ],
    [
      'a sheet elsewhere',
      { 'config.txt': 'Ada,ada,p1\nBo,../../etc/passwd,p2\n' },
      /^config\.txt:2:1 "\.\.\/\.\.\/etc\/passwd" is not the name of a score sheet/,
    ],
    [
      'a party without role',
      { 'config.txt': 'Ada,ada\nBen,ben,player\n' },
      /^config\.txt:1:1 a party is not fully named/,
    ],
    ['nobody with a veto', { 'config.txt': 'Ada,ada,player\nBen,ben,player\n' }, /^config\.txt: nobody has a veto/],
    ['one party alone', { 'config.txt': 'Ada,ada,p1\n' }, /^config\.txt: a conference needs at least two parties/],
    [
      'an empty list of parties',
      { 'config.txt': '\n' },
      /^config\.txt: a conference needs at least two parties, and there is none/,
    ],
    [
      'the same name twice',
      { 'config.txt': 'Ada,ada,p1\nAda,ben,p2\n' },
      /^config\.txt:2:1 there are two parties called "Ada"/,
    ],
    [
      'a score that is no number',
      { 'scores_files/ben.txt': '0,4o,60\n40,0\n60\n' },
      /^scores_files\/ben\.txt:1:3 this score cannot be used\n[^]*"4o"/,
    ],
    [
      'other options than the first sheet has',
      { 'scores_files/ben.txt': '0,40\n40,0\n60\n' },
      /^scores_files\/ben\.txt: this score sheet is not about the same options as scores_files\/ada\.txt/,
    ],
    [
      'no minimum',
      { 'scores_files/ada.txt': '30, 10, 0\n0, 20\n' },
      /^scores_files\/ada\.txt:2:1 the last line is no minimum/,
    ],
    [
      'a minimum out of reach',
      { 'scores_files/ada.txt': '30, 10, 0\n0, 20\n51\n' },
      /^scores_files\/ada\.txt:3:1 the minimum 51 is out of reach\n[^]*at most 50/,
    ],
    [
      'a first deal with an option too many',
      { 'initial_deal.txt': 'A4,B1' },
      /^initial_deal\.txt:1:1 the first deal cannot be used\n[^]*A1 to A3, B1 to B2/,
    ],
  ] as const)('%s', (_, changes, expected) => {
    expect(complaints(changes)).toMatch(expected);
  });

  test('a folder without a list of parties', () => {
    const game = importScorable(files({ 'a.txt': '' })['.']);
    expect(game.ok ? '' : game.error[0]!.message).toBe('this folder is no scorable game: it has no config.txt');
  });
});
