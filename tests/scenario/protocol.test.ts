import { describe, expect, test } from 'vitest';
import { lint } from '../../src/analysis/lint.ts';
import { documentOf } from '../../src/scenario/canonical.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { scenarioFrom } from '../../src/scenario/load.ts';
import { edited, placesOf, problemsOf, sound, written } from './written.ts';

const AS_OFFERS = ['conference:\n', 'conference:\n  protocol: alternating-offers\n'] as const;

describe('a scenario of alternating offers', () => {
  test('says so in one line', () => {
    const { scenario } = sound(written(edited(AS_OFFERS)));
    expect(scenario.conference.protocol).toBe('alternating-offers');
    expect(sound('two-valleys').scenario.conference.protocol).toBeUndefined();
  });

  test('has the numbers of its tactics written out, and reads back the same', () => {
    const { scenario, document } = sound('two-valleys', [
      'conference.protocol=alternating-offers',
      'parties.lower.tactic.kind=nice-tit-for-tat',
      'parties.upper.tactic.acceptance.kind=combi',
      'parties.upper.tactic.acceptance.after=0.5',
    ]);
    const again = scenarioFrom(document);
    expect(again.ok && documentOf(again.value)).toEqual(document);
    const paths = evidenceOf(scenario)
      .map((row) => row.path)
      .filter((path) => path.includes('.tactic.'));
    expect(paths).toEqual([
      ...['reach', 'gap', 'least', 'hurry', 'rush', 'band', 'acceptance.factor', 'acceptance.margin'].map(
        (field) => `parties.lower.tactic.${field}`,
      ),
      ...['beta', 'reciprocity', 'floor', 'acceptance.factor', 'acceptance.margin', 'acceptance.after'].map(
        (field) => `parties.upper.tactic.${field}`,
      ),
    ]);
  });

  test('goes back to a single text without its leavings', () => {
    const { document } = sound('two-valleys', ['conference.protocol=alternating-offers']);
    const back = sound('two-valleys', ['conference.protocol=alternating-offers', 'conference.protocol=single-text']);
    expect(back.document).toEqual(sound('two-valleys').document);
    expect(back.document).not.toEqual(document);
  });

  test.each([
    [
      'conference.protocol=single-text parties.lower.tactic.kind=micro',
      'micro answers offers, and over a single text there are none',
    ],
    ['conference.protocol=alternating-offers parties.lower.tactic.lookBack=2', 'a time-dependent has no lookBack'],
    [
      'conference.protocol=alternating-offers parties.lower.tactic.acceptance.kind=time parties.lower.tactic.acceptance.margin=0.1',
      'acceptance by time has no margin',
    ],
    ['conference.protocol=alternating-offers conference.order=lower', 'the order leaves out upper'],
    ['conference.protocol=alternating-offers conference.order=lower,lower,upper', 'lower stands twice in the order'],
    [
      'conference.protocol=alternating-offers conference.order=lower,upper,middle',
      '"middle" is not a party of this scenario',
    ],
    ['conference.order=lower,upper', 'over a single text nobody waits for a turn'],
    ['parties.lower.tactic.floor=0.1', 'a time-dependent has no floor over a single text'],
  ])('%s: %s', (sets, message) => {
    const overrides = sets.split(' ');
    expect(
      problemsOf('two-valleys', overrides)
        .map((problem) => problem.message)
        .join(),
    ).toContain(message);
  });

  test('is refused by line and column when its outcomes are too many to sort', () => {
    const issues = Array.from(
      { length: 18 },
      (_, n) =>
        `  more-${n}:\n    name: More\n    about: More.\n    options:\n      no: { name: "no", meaning: none }\n      yes: { name: "yes", meaning: all }\n    statusQuo: "no"\n`,
    );
    const text = edited(AS_OFFERS).replace(/^issues:\n/m, `issues:\n${issues.join('')}`);
    const places = placesOf(text);
    expect(places.join('\n')).toMatch(/^\d+:\d+ issues: alternating offers sort every outcome/m);
  });

  test('is told what has no part in it, and which times are never reached', () => {
    const { scenario } = sound('moscow-2018', [
      'conference.protocol=alternating-offers',
      'parties.kabul.tactic.acceptance.kind=time',
    ]);
    const said = lint(scenario).join('\n');
    expect(said).toContain('events has no part in alternating offers');
    expect(said).toContain('there is no corridor');
    expect(said).toContain(
      'parties.kabul.tactic.acceptance.after is never reached: the last of 8 rounds comes at 0.778',
    );
  });
});
