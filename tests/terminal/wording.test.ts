import { describe, expect, it } from 'vitest';
import { courseOf } from '../../src/analysis/course.ts';
import { playBulk } from '../../src/conference/bulk.ts';
import type { Fact, FactOf } from '../../src/model/fact.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { load } from '../../src/scenario/load.ts';
import { namesOf } from '../../src/views/prose/names.ts';
import { reading } from '../../src/views/prose/reading.ts';
import { settingWords } from '../../src/views/prose/quantities.ts';
import { returnsIn } from '../../src/views/prose/sentences.ts';

const loaded = load('moscow-2018');
if (!loaded.ok) throw new Error('moscow-2018 does not load');
const { scenario } = loaded.value;
const names = namesOf(scenario);

describe('what was set for a what-if', () => {
  it.each([
    ['parties.taliban.walkAway=0.4', 'the Taliban’s walk-away is set to 0.4'],
    ['parties.kabul.patience=5', 'Kabul’s patience, in rounds, is set to 5'],
    ['relations.moscow.taliban.influence=0.3', 'Moscow’s influence over the Taliban is set to 0.3'],
    ['relations.moscow.taliban.channel=back', 'Moscow’s channel to the Taliban is set to back'],
    ['coefficients.backlash=0.2', 'coefficients.backlash is set to 0.2'],
  ])('%s is told as “%s”', (set, words) => {
    expect(settingWords([set], names)).toBe(words);
  });
});

describe('a seat whose vote was set', () => {
  const held = (holder: 'rule' | 'script' | 'person'): Fact => ({
    type: 'seat.held',
    round: 1,
    party: 'kabul',
    question: 'vote',
    holder,
  });

  it('goes back to the rule without a word', () => {
    const facts = [held('script'), held('rule'), held('rule')];
    expect([...returnsIn(facts)]).toEqual([facts[1]]);
  });

  it('is told of where a person hands it over', () => {
    expect(returnsIn([held('person'), held('rule')]).size).toBe(0);
  });
});

describe('the reading', () => {
  const facts = playBulk(settingOf(scenario), '42');
  const ended = facts.find((fact): fact is FactOf<'conference.ended'> => fact.type === 'conference.ended')!;
  const pair = (from: string, to: string, worked: number, pressed: number) => ({
    from,
    to,
    worked,
    pressed,
    backfired: 0,
  });

  it.each([
    [[pair('iran', 'moscow', 1, 1)], 'In the corridor Iran moved Moscow at the first attempt.'],
    [
      [pair('iran', 'moscow', 2, 5), pair('china', 'kabul', 1, 1)],
      'In the corridor Iran moved Moscow twice in five attempts and China moved Kabul at the first attempt.',
    ],
    [
      [pair('iran', 'moscow', 2, 5), pair('china', 'kabul', 1, 3)],
      'In the corridor Iran moved Moscow twice in five and China moved Kabul once in three attempts.',
    ],
  ])('counts attempts in English', (pressure, sentence) => {
    expect(reading(scenario, ended, { ...courseOf(scenario, facts), pressure }, names)).toContain(sentence);
  });
});
