import { describe, expect, test } from 'vitest';
import { scoreSheet, type ScoreSheet, type Threshold } from '../../src/analysis/score-sheet.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { textOf } from '../../src/rules/outcomes.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { crossedRedLine, utility } from '../../src/rules/utility.ts';
import { TOLERANCE } from '../../src/rules/arithmetic.ts';
import { bundledNames } from '../../src/scenario/bundled-files.ts';
import { sound, written } from '../scenario/written.ts';

const seats = bundledNames().flatMap((name) => sound(name).scenario.parties.map(({ id }) => [name, id] as const));

describe.each(seats)('the score sheet of %s, %s', (name, id) => {
  const { scenario } = sound(name);
  const party = scenario.parties.find((one) => one.id === id)!;
  const sheet = scoreSheet(scenario, party);

  test('has whole points, 100 at most', () => {
    for (const { options } of sheet.issues)
      for (const { points } of options) expect(Number.isInteger(points) && points >= 0 && points <= 100).toBe(true);
    const best = sheet.issues.reduce((sum, { options }) => sum + Math.max(...options.map(({ points }) => points)), 0);
    expect(best).toBeLessThanOrEqual(100);
    expect(sheet.proved).toBe(true);
  });

  test('judges every outcome as the true utility and walk-away do', () => {
    expect(misjudged(scenario, id, sheet, sheet.walkAway, 0)).toEqual([]);
    const draw = scenario.conference.rival?.draws[id]?.value ?? 0;
    expect(sheet.whileRivalIsOpen === undefined).toBe(draw === 0);
    if (sheet.whileRivalIsOpen) expect(misjudged(scenario, id, sheet, sheet.whileRivalIsOpen, draw)).toEqual([]);
  });

  test('keeps whole points near to the true ones', () => {
    const setting = settingOf(scenario);
    const me = setting.parties[setting.partyIndex.get(id)!]!;
    for (const { issue, options } of sheet.issues) {
      const k = setting.issueIndex.get(issue)!;
      for (const [o, { points }] of options.entries())
        expect(Math.abs(points - 100 * me.worths[k]![o]!)).toBeLessThan(1);
    }
  });
});

/** Adds up a text as somebody with the sheet does, and lists those that come out otherwise than in the model. */
function misjudged(scenario: Scenario, id: string, sheet: ScoreSheet, threshold: Threshold, draw: number): string[] {
  const setting = settingOf(scenario);
  const me = setting.parties[setting.partyIndex.get(id)!]!;
  const byIssue = setting.issues.map((issue) => sheet.issues.find((one) => one.issue === issue.id)!.options);
  const outcomes = setting.issues.reduce((product, { options }) => product * options.length, 1);
  const wrong: string[] = [];
  for (let outcome = 0; outcome < outcomes; outcome++) {
    const text = textOf(setting, outcome);
    const chosen = text.map((option, k) => byIssue[k]![option]!);
    const inTruth = crossedRedLine(me, text) < 0 && utility(me, text) >= me.walkAway + draw - TOLERANCE;
    if (accepts(chosen, sheet, threshold) !== inTruth && wrong.length < 5) wrong.push(text.join());
  }
  return wrong;
}

function accepts(
  chosen: readonly ScoreSheet['issues'][number]['options'][number][],
  sheet: ScoreSheet,
  threshold: Threshold,
) {
  if (chosen.some(({ never }) => never)) return false;
  const points = chosen.reduce((sum, one) => sum + one.points, 0);
  if (points >= threshold.from) return true;
  if (points <= threshold.below) return false;
  // As written on the sheet, and added up as a person would: without a binary fraction.
  const unit = (value: number) => Number(value.toFixed(sheet.decimals).replace('.', ''));
  return chosen.reduce((sum, { exact }) => sum + unit(exact), 0) >= unit(threshold.exactFrom);
}

describe('where whole points decide everything there are no others', () => {
  test.each(['two-valleys', 'harbour', 'common-pasture', 'emissions-1994'])('%s', (name) => {
    const { scenario } = sound(name);
    for (const party of scenario.parties) expect(scoreSheet(scenario, party).decimals).toBe(0);
  });

  test('and those of the harbour are the points of its sheets, 24 for eight metres to the port', () => {
    const { scenario } = sound('harbour');
    const sheet = scoreSheet(
      scenario,
      scenario.parties.find(({ id }) => id === 'port')!,
    );
    expect(sheet.issues[0]!.options.map(({ points }) => points)).toEqual([0, 24, 40]);
    expect(sheet.walkAway).toMatchObject({ from: 60, below: 59, between: 0 });
  });
});

test('texts too many to look at are judged by a band that is wide enough for all, and the sheet says so', () => {
  const options = '{ a: { name: a, meaning: a }, b: { name: b, meaning: b }, c: { name: c, meaning: c } }';
  const issues = Array.from(
    { length: 16 },
    (_, k) => `  i${k}: { name: i${k}, about: it, options: ${options}, statusQuo: a }`,
  );
  const stances = Array.from(
    { length: 16 },
    (_, k) => `      i${k}: { ideal: ${(k % 7) / 6}, salience: ${1 + (k % 5) / 3} }`,
  );
  const { scenario } = sound('two-valleys');
  const file = written(
    [
      'extends: two-valleys',
      'basis: "invented: many issues"',
      'issues:',
      '  water: null',
      '  upkeep: null',
      ...issues,
      'parties:',
      ...scenario.parties.flatMap(({ id }) => [
        `  ${id}:`,
        '    stances:',
        '      water: null',
        '      upkeep: null',
        ...stances,
      ]),
    ].join('\n'),
  );
  const { scenario: large } = sound(file);
  const sheet = scoreSheet(large, large.parties[0]!);
  expect(sheet.proved).toBe(false);
  expect(sheet.walkAway.from).toBeGreaterThan(sheet.walkAway.points);
  expect(sheet.walkAway.below).toBeLessThan(sheet.walkAway.points);
});
