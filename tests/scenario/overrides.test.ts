import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { scenarioFrom } from '../../src/scenario/load.ts';
import { withOverrides } from '../../src/scenario/overrides.ts';
import { problemsOf, sound } from './written.ts';

const party = (scenario: Scenario, id: string) => scenario.parties.find((one) => one.id === id)!;
const stance = (scenario: Scenario, id: string, issue: string) =>
  party(scenario, id).stances.find((one) => one.issue === issue)!;
const relation = (scenario: Scenario, from: string, to: string) =>
  scenario.relations.find((one) => one.from === from && one.to === to)!;

// prettier-ignore
const SET: readonly (readonly [override: string, read: (scenario: Scenario) => unknown, value: unknown])[] = [
  ['parties.taliban.pain=0.012', (s) => party(s, 'taliban').pain.value, 0.012],
  ['parties.taliban.stances.direct-talks.ideal=0.2', (s) => stance(s, 'taliban', 'direct-talks').preference, { kind: 'ideal', ideal: { value: 0.2, low: 0, high: 0.3, basis: { kind: 'override' } } }],
  ['relations.moscow.taliban.influence=0.3', (s) => relation(s, 'moscow', 'taliban').influence.value, 0.3],
  ['model.press.cap=0.1', (s) => s.model['press']!['cap']!.value, 0.1],
  ['conference.deadlineHardness=0.6', (s) => s.conference.deadlineHardness.value, 0.6],
  ['conference.chair.style=formulation', (s) => s.conference.chair.style, 'formulation'],
  ['conference.chair.party=none', (s) => s.conference.chair.party, undefined],
  ['conference.consultations=false', (s) => s.conference.consultations, false],
  ['conference.rule.vetoes=[moscow, kabul]', (s) => s.conference.rule.vetoes, ['kabul', 'moscow']],
  ['parties.washington.attendance=accepted', (s) => party(s, 'washington').attendance, 'accepted'],
  ['relations.washington.taliban.channel=none', (s) => relation(s, 'washington', 'taliban').channel, 'none'],
  ['parties.taliban.stances.armed-struggle.redLine=none', (s) => stance(s, 'taliban', 'armed-struggle').redLine, undefined],
  ['parties.moscow.stances.direct-talks.redLine.atLeast=0.25', (s) => stance(s, 'moscow', 'direct-talks').redLine, { kind: 'bounds', atLeast: { value: 0.25, low: 0.25, high: 0.25, basis: { kind: 'override' } } }],
  ['issues.us-role.opening=guarantor', (s) => s.issues.find((issue) => issue.id === 'us-role')!.opening, 'guarantor'],
  ['title=Moscow: what if', (s) => s.title, 'Moscow: what if'],
  ['parties.kabul.expectation=unlikely', (s) => party(s, 'kabul').expectation, { value: 0.325, low: 0.325, high: 0.65, word: 'unlikely', basis: { kind: 'override' } }],
];

describe('--set changes one thing', () => {
  test.each(SET)('%s', (override, read, value) => {
    const { scenario, document } = sound('moscow-2018', [override]);
    expect(read(scenario)).toEqual(value);
    expect(scenarioFrom(document)).toEqual({ ok: true, value: scenario });
  });

  test('a number within its range keeps the range and says that it was set', () => {
    const { scenario, warnings } = sound('moscow-2018', ['parties.taliban.pain=0.012']);
    expect(party(scenario, 'taliban').pain).toEqual({ value: 0.012, low: 0, high: 0.015, basis: { kind: 'override' } });
    expect(warnings).toEqual([]);
  });

  test('a number outside its range widens it, with a warning', () => {
    const { scenario, warnings } = sound('moscow-2018', ['parties.taliban.pain=0.5']);
    expect(party(scenario, 'taliban').pain).toEqual({ value: 0.5, low: 0, high: 0.5, basis: { kind: 'override' } });
    expect(warnings).toEqual([
      {
        file: '--set parties.taliban.pain',
        path: 'parties.taliban.pain',
        message: '0.5 lies outside the range that the scenario gives',
        found: '0.5',
        expected: '0 to 0.015',
        hint: 'it is used all the same, and the range is widened to hold it',
        severity: 'warning',
      },
    ]);
  });

  test('several are set one after the other, and the last of two on one path holds', () => {
    const { scenario } = sound('two-valleys', [
      'conference.rounds=4',
      'conference.rounds=8',
      'parties.lower.patience=1',
    ]);
    expect([scenario.conference.rounds.value, party(scenario, 'lower').patience.value]).toEqual([8, 1]);
  });

  test('an embedded document takes overrides as a file does', () => {
    const { document } = sound('moscow-2018');
    const result = withOverrides(document, ['parties.taliban.pain=0.012']);
    expect(result.ok && result.value).toEqual(sound('moscow-2018', ['parties.taliban.pain=0.012']));
  });
});

// prettier-ignore
const REFUSED: readonly (readonly [override: string, message: string, hint?: string])[] = [
  ['parties.taliban.pian=0.1', 'there is no "pian" in parties.taliban', 'did you mean parties.taliban.pain?'],
  ['parties.talban.pain=0.1', 'there is no "talban" in parties', 'did you mean parties.taliban.pain?'],
  ['relations.moscow.talban.influence=0', 'there is no "talban" in relations.moscow', 'did you mean relations.moscow.taliban.influence?'],
  ['model.pres.cap=0.1', 'there is no "pres" in model', 'did you mean model.press.cap?'],
  ['partys.kabul.pain=0.1', 'there is no "partys" in a scenario', 'did you mean parties.kabul.pain?'],
  ['parties.kabul.constructor=1', 'there is no "constructor" in parties.kabul'],
  ['parties.__proto__.pain=1', 'there is no "__proto__" in parties'],
  ['basis=override', 'there is no "basis" in a scenario'],
  ['parties.kabul=1', 'this is a section, not a single value'],
  ['parties.kabul.pain.value=1', 'parties.kabul.pain has no parts: it is a number from 0 to 1', 'write --set parties.kabul.pain=…'],
  ['parties.kabul.pain=2', '2 is out of bounds'],
  ['parties.kabul.pain=', 'an empty text is not a number'],
  ['parties.kabul.pain=much', '"much" is not a number'],
  ['parties.kabul.expectation=liekly', '"liekly" is not a number', 'did you mean "likely"?'],
  ['conference.rounds=7.5', '7.5 is not a whole number'],
  ['conference.rounds=likely', '"likely" is not a number'],
  ['conference.chair.style=formulaton', '"formulaton" is none of the choices', 'did you mean "formulation"?'],
  ['conference.consultations=yes', '"yes" is neither true nor false'],
  ['conference.chair.party=mosow', 'conference.chair.party: "mosow" is not a party of this scenario', 'did you mean "moscow"?'],
  ['parties.moscow.attendance=declined', 'conference.chair.party: moscow cannot chair: its attendance is declined'],
  ['parties.kabul', 'an override is written path=value', 'such as --set model.press.cap=0.1'],
  ['=1', 'an override is written path=value'],
  ['a..b=1', 'an override is written path=value'],
];

describe('--set refuses what it cannot set, and the command line is to blame', () => {
  test.each(REFUSED.map((row) => ({ override: row[0], row })))('$override', ({ row: [override, message, hint] }) => {
    const problems = problemsOf('moscow-2018', [override]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ message, severity: 'error', usage: true, ...(hint !== undefined && { hint }) });
    expect(problems[0]!.file).toMatch(/^--set/);
  });

  test('every override that is wrong is named', () => {
    expect(problemsOf('moscow-2018', ['a=1', 'parties.kabul.pain=3', 'b=1']).map((problem) => problem.file)).toEqual([
      '--set a',
      '--set parties.kabul.pain',
      '--set b',
    ]);
  });
});
