import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { playBulk } from '../../src/conference/bulk.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { bundled } from '../../src/scenario/bundled.ts';
import { load } from '../../src/scenario/load.ts';
import { documents, scenarioOf } from '../scenario.arbitrary.ts';
import { oracleOf, type Oracle } from './oracle.ts';

const SEEDS = 200;

const overAText = bundled()
  .map(({ id }) => given(id))
  .filter(({ conference }) => (conference.protocol ?? 'single-text') === 'single-text')
  .map((scenario) => [scenario.id, scenario] as const);

describe('engine and oracle play the same conferences', () => {
  test.each(overAText)('%s', (_, scenario) => {
    const setting = settingOf(scenario);
    const oracle = oracleOf(scenario);
    const seeds = Array.from({ length: SEEDS }, (__, n) => `oracle/${n}`);
    expect(seeds.map((seed) => played(oracle, scenario, seed))).toEqual(
      seeds.map((seed) => told(playBulk(setting, seed))),
    );
  });

  test('of random scenarios too', () => {
    fc.assert(
      fc.property(documents({ parties: { min: 2, max: 6 } }), fc.nat(1000), (document, seed) => {
        const scenario = scenarioOf(document);
        const facts = playBulk(settingOf(scenario), `random/${seed}`);
        expect(played(oracleOf(scenario), scenario, `random/${seed}`)).toEqual(told(facts));
      }),
      { numRuns: 200 },
    );
  });
});

test('the oracle shares the streams and the scenario with the engine, and nothing else', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts'));
  const imported = files.flatMap((file) =>
    [...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/ from '([^']+)'/g)].map(([, from]) => from!),
  );
  const outside = [...new Set(imported)].filter((from) => !from.startsWith('./')).toSorted();
  expect(outside).toEqual([
    '../../src/chance/chance.ts',
    '../../src/model/chance.ts',
    '../../src/model/coefficients.ts',
    '../../src/model/ending.ts',
    '../../src/model/scenario.ts',
  ]);
});

/** How it ended and in which round, and to a millionth what the last text is worth to each and what no agreement is. */
interface End {
  readonly ending: string;
  readonly round: number;
  readonly parties: readonly string[];
}

function played(oracle: Oracle, scenario: Scenario, seed: string): End {
  const ending = oracle.play(seed);
  const { round, utility, walkAway } = oracle.state;
  const parties = scenario.parties.map(({ id }, i) => standing(id, utility[i]!, walkAway[i]!));
  return { ending, round, parties };
}

function told(facts: readonly Fact[]): End {
  const end = facts.find((fact) => fact.type === 'conference.ended')!;
  const parties = Object.entries(end.private).map(([id, own]) => standing(id, own.utility, own.walkAway));
  return { ending: end.ending, round: end.round, parties };
}

function standing(id: string, utility: number, walkAway: number): string {
  return `${id} ${Math.round(utility * 1e6)} against ${Math.round(walkAway * 1e6)}`;
}

function given(name: string): Scenario {
  const loaded = load(name);
  if (!loaded.ok) throw new Error(`${name} does not load`);
  return loaded.value.scenario;
}
