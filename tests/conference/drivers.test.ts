import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { playBulk } from '../../src/conference/bulk.ts';
import { playLive } from '../../src/conference/live.ts';
import { SINGLE_TEXT, type Protocol } from '../../src/conference/protocol.ts';
import { mermaidOf } from '../../src/conference/print.ts';
import type { Fact } from '../../src/model/fact.ts';
import { settingOf, type Setting } from '../../src/rules/setting.ts';
import { bargains, documents, scenarioOf } from '../scenario.arbitrary.ts';

function live(setting: Setting, seed: string, protocol?: Protocol): readonly Fact[] {
  const facts: Fact[] = [];
  playLive(setting, seed, { onFact: (fact) => facts.push(fact), ...(protocol && { protocol }) });
  return facts;
}

describe('the two drivers', () => {
  test('give the same record, byte for byte, whatever the scenario and the seed', () => {
    fc.assert(
      fc.property(fc.oneof(documents(), bargains()), fc.string(), (document, seed) => {
        const setting = settingOf(scenarioOf(document));
        expect(JSON.stringify(live(setting, seed))).toBe(JSON.stringify(playBulk(setting, seed)));
      }),
      { numRuns: 500 },
    );
  });

  test('and the printed chart change together when a transition is redirected', () => {
    // A conference that forgets its caucus.
    const { chart } = SINGLE_TEXT.conference;
    const session = chart.states['session']!;
    const proposing = {
      ...session.states!['proposing']!,
      on: { 'answers.in': { target: 'drafting', actions: 'settleAmendments' } },
    } as const;
    const redirectedChart = {
      ...chart,
      states: { ...chart.states, session: { ...session, states: { ...session.states, proposing } } },
    } as Protocol['conference']['chart'];
    const redirected: Protocol = { ...SINGLE_TEXT, conference: { ...SINGLE_TEXT.conference, chart: redirectedChart } };
    const pressing = scenarioWithPressure();
    const asBefore = playBulk(pressing, 'a');
    const after = playBulk(pressing, 'a', { protocol: redirected });
    expect(asBefore.some((fact) => fact.type === 'party.pressed')).toBe(true);
    expect(after.some((fact) => fact.type === 'party.pressed')).toBe(false);
    expect(JSON.stringify(live(pressing, 'a', redirected))).toBe(JSON.stringify(after));
    expect(JSON.stringify(live(pressing, 'a'))).toBe(JSON.stringify(asBefore));
    expect(mermaidOf(redirected.conference.chart)).not.toBe(mermaidOf(chart));
  });
});

function scenarioWithPressure(): Setting {
  const [document] = fc.sample(documents({ parties: { min: 4, max: 4 } }), { numRuns: 1, seed: 1 });
  for (const id of ['p1', 'p2']) {
    document!['parties'][id].attendance = 'accepted';
    document!['parties'][id].walkAway = 0.55;
    document!['parties'][id].patience = 9;
  }
  document!['parties']['p4'].attendance = 'accepted';
  document!['parties']['p4'].walkAway = 0;
  document!['conference'].rounds = 6;
  document!['events'] = {};
  document!['relations'] = {
    p4: { p1: { influence: 1, trust: 1, channel: 'open' }, p2: { influence: 1, trust: 1, channel: 'back' } },
  };
  return settingOf(scenarioOf(document!));
}
