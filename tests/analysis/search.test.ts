import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../src/analysis/analysis.ts';
import { frontierOf } from '../../src/analysis/frontier.ts';
import { search } from '../../src/analysis/search.ts';
import { measuresOf, SOUGHT } from '../../src/analysis/solutions.ts';
import { spaceOf } from '../../src/analysis/space.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { utility } from '../../src/rules/utility.ts';
import { documents, scenarioOf } from '../scenario.arbitrary.ts';

const scenarios = documents().map(scenarioOf);

describe('a coordinate search', () => {
  test('ends only at texts that suit everybody, with the utilities that they have', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const setting = settingOf(scenario);
        const space = spaceOf(setting);
        search(space, space.walkAways).texts((utilities, text) => {
          for (const [i, voter] of space.voters.entries()) {
            const party = setting.parties[voter]!;
            expect(utilities[i]).toBe(utility(party, [...text]));
            expect(utilities[i]).toBeGreaterThanOrEqual(party.walkAway - 1e-9);
            expect(text.every((option, k) => party.allowed[k]![option])).toBe(true);
          }
        });
      }),
    );
  });

  test('finds nothing better than there is, nor a shorter way to a deal', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const space = spaceOf(settingOf(scenario));
        const analysis = analysisOf(scenario, 'walk-away');
        const found = search(space, space.walkAways);
        expect(found.opposition).toBeGreaterThanOrEqual(analysis.opposition.all - 1e-9);
        expect(found.shortfall === undefined).toBe(analysis.walkAways.shortfall === null);
        if (found.shortfall !== undefined)
          expect(found.shortfall).toBeGreaterThanOrEqual(analysis.walkAways.shortfall! - 1e-9);
        found.texts((utilities) => {
          for (const concept of SOUGHT) {
            if (concept === 'maxmin') continue;
            const measure = measuresOf({ disagreement: space.walkAways, ideal: found.ideal! })[concept];
            expect(measure(utilities)).toBeLessThanOrEqual(analysis[concept]!.value + 1e-9);
          }
        });
      }),
    );
  });
});

describe('the frontier', () => {
  test('holds the best text of every concept that is sought among all', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const analysis = analysisOf(scenario);
        if (analysis.nash === null) return;
        const space = spaceOf(settingOf(scenario));
        const points = frontierOf(space)!.points;
        for (const [concept, picked] of [
          ['nash', analysis.nash],
          ['kalai', analysis.kalai],
          ['utilitarian', analysis.utilitarian],
        ] as const) {
          const measure = measuresOf({ disagreement: analysis.disagreement.point, ideal: [] })[concept];
          const best = Math.max(...points.map((point) => measure(Float64Array.from(point.utilities))));
          expect(best).toBeCloseTo(picked!.value, 9);
        }
      }),
    );
  });

  test('is left alone where it would cost more than is allowed', () => {
    fc.assert(
      fc.property(documents({ parties: { min: 4, max: 5 } }).map(scenarioOf), (scenario) => {
        const space = spaceOf(settingOf(scenario));
        const whole = frontierOf(space)!;
        const cheap = frontierOf(space, 3);
        if (cheap !== undefined) expect(cheap).toEqual(whole);
      }),
    );
  });
});
