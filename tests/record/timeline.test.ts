import { expect, test } from 'vitest';
import { playBulk } from '../../src/conference/bulk.ts';
import { evolve } from '../../src/record/evolve.ts';
import { stateAtStart } from '../../src/record/state.ts';
import { Timeline } from '../../src/record/timeline.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { load } from '../../src/scenario/load.ts';

test('every moment looked back at is what the facts up to it tell, acts in the corridor included', () => {
  const loaded = load('moscow-class');
  if (!loaded.ok) throw new Error('moscow-class does not load');
  const { scenario } = loaded.value;
  const facts = playBulk(settingOf(scenario), '1');
  const timeline = new Timeline(stateAtStart(scenario), facts);
  const told = stateAtStart(scenario);
  let most = 0;
  facts.forEach((fact, n) => {
    evolve(told, fact);
    expect(timeline.at(n + 1)).toEqual(told);
    most = Math.max(most, told.acts.length);
  });
  expect(most).toBeGreaterThan(1);
  expect(timeline.last).toEqual(told);
});
