import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerByRule } from '../../src/conference/rule-seat.ts';
import { worthByOption } from '../../src/rules/costs.ts';
import { voteTerms } from '../../src/rules/polling.ts';
import { proposalOf } from '../../src/rules/proposal.ts';
import type { Setting } from '../../src/rules/setting.ts';
import { crossedRedLine, utility } from '../../src/rules/utility.ts';
import { viewOf } from '../../src/rules/visibility.ts';
import { always, settingFor, untouched, worldFor, type Scene, type Sketch, type StanceSketch } from './setting.ts';
import { everyText, sketches, textOf } from './sketches.arbitrary.ts';

/** What a party of this conference asks for whose walk-away is 0 and who holds out for this much. */
function asked(setting: Setting, party: number, text: readonly number[], target: number) {
  const states = { [setting.parties[party]!.id]: { target, pained: 1 } };
  return proposalOf(setting, viewOf(setting, worldFor(setting, { text, states }), party));
}

function proposal(sketch: Sketch, text: number[], target: number): number[] {
  return [...asked(settingFor(sketch), 0, text, target)];
}

describe('a proposal is the text with the fewest moves that reaches the target', () => {
  // Water weighs ¾ and has three steps of ¼ each; upkeep weighs ¼ and has two steps of ⅛. Texts are [upkeep, water].
  const wants = { water: { ideal: 1, salience: 3 }, upkeep: { ideal: 0, salience: 1 } };
  const valleys: Sketch = { issues: { water: 4, upkeep: 3 }, parties: { lower: { wants } } };

  it.each([
    ['nothing is asked of a text that is good enough', [0, 2], 0.75, [0, 2]],
    ['one step of water brings ¼', [2, 0], 0.25, [2, 1]],
    ['no step more than the target needs', [2, 0], 0.3, [2, 2]],
    ['water first, as it gains most a step, and upkeep last', [2, 0], 0.8, [1, 3]],
    ['all of it', [2, 0], 1, [0, 3]],
    ['a target beyond its best text: its best text', [2, 1], 1.2, [0, 3]],
    ['a target missed by a rounding error is reached', [2, 1], 0.25 + 1e-12, [2, 1]],
  ])('%s', (_, text, target, expected) => {
    expect(proposal(valleys, text, target)).toEqual(expected);
  });

  const onWater = (stance: StanceSketch): Sketch => ({
    issues: { water: 4, upkeep: 3 },
    parties: { lower: { wants: { ...wants, water: { ...wants.water, ...stance } } } },
  });

  it.each<[string, Sketch, number[], number, number[]]>([
    ['a red line is cleared even where the target is reached', onWater({ atLeast: 1 / 3 }), [0, 0], 0.1, [0, 1]],
    ['a red line is cleared first, and counts towards the target', onWater({ atLeast: 1 / 3 }), [2, 0], 0.25, [2, 1]],
    ['no move ends on a forbidden option', onWater({ never: [2] }), [2, 1], 0.5, [2, 3]],
    ['a target beyond what its red lines allow: its best within them', onWater({ atMost: 1 / 3 }), [2, 0], 1, [0, 1]],
    ['to the nearest option within the red line, not to the best', onWater({ never: [0] }), [0, 0], 0, [0, 1]],
    ['down to the nearest, no further', onWater({ ideal: 0, atMost: 2 / 3 }), [0, 3], 0, [0, 2]],
    ['of two equally near, to the better', onWater({ never: [1] }), [0, 1], 0, [0, 2]],
  ])('%s', (_, sketch, text, target, expected) => {
    expect(proposal(sketch, text, target)).toEqual(expected);
  });

  // Of six options 0.2 and 0.6 lie as far from 0.4, but 0.6 − 0.4 is a bit less than 0.4 − 0.2 in floating point.
  it('which of two equally good options clears a red line does not turn on rounding', () => {
    const sketch: Sketch = { issues: { land: 6 }, parties: { a: { wants: { land: { ideal: 0.4, never: [2] } } } } };
    expect(proposal(sketch, [2], 0)).toEqual([1]);
  });

  it('on an unordered issue any other option is one move', () => {
    const sketch: Sketch = {
      issues: { venue: { options: 4, ordered: false }, water: 4 },
      parties: { a: { wants: { venue: { values: [0, 0.1, 0.2, 1] }, water: { ideal: 1 } } } },
    };
    // Venue: ½ in one move; water: ⅙ a step.
    expect(proposal(sketch, [0, 0], 0.1)).toEqual([3, 0]);
    expect(proposal(sketch, [0, 0], 0.6)).toEqual([3, 1]);
  });

  it('looks the same from the other end of the scale', () => {
    const down: Sketch = {
      issues: { land: 5, water: 4 },
      parties: { a: { wants: { land: { ideal: 0 }, water: { ideal: 0 } } } },
    };
    const up: Sketch = {
      issues: { land: 5, water: 4 },
      parties: { a: { wants: { land: { ideal: 1 }, water: { ideal: 1 } } } },
    };
    for (const target of [0.1, 0.2, 0.3, 0.45, 0.6, 0.7, 0.9, 1]) {
      const [land, water] = proposal(down, [4, 3], target) as [number, number];
      expect(proposal(up, [0, 0], target)).toEqual([4 - land, 3 - water]);
    }
  });
});

it('nobody asks for a text that it would refuse, though its walk-away has risen above what it held out for', () => {
  const setting = settingFor({ issues: { land: 11 }, parties: { a: { wants: { land: { ideal: 1 } } }, b: {} } });
  // Walk-away .4, and .3 more since news from outside; it had come down to .5.
  const world = worldFor(setting, { round: 3, text: [2], states: { a: { target: 0.5, shift: 0.3 } } });
  const view = viewOf(setting, world, 0);
  const question = { number: 1, type: 'amendments', party: 0, id: 'a', round: 3, view } as const;
  const answer = answerByRule(setting, untouched, question);
  expect(answer).toEqual({ type: 'amendments', amendments: [{ issue: 'land', option: 'o7' }] });
});

/** Steps along an ordered issue; one for any change of an unordered one. */
function movesBetween(setting: Setting, from: readonly number[], to: readonly number[]): number {
  return setting.issues.reduce((sum, { ordered }, k) => {
    const steps = Math.abs(from[k]! - to[k]!);
    return sum + (ordered ? steps : Math.min(1, steps));
  }, 0);
}

const cases = (options: Parameters<typeof sketches>[0]) =>
  sketches(options).chain((sketch) => {
    const setting = settingFor(sketch);
    return fc.tuple(
      fc.constant(setting),
      textOf(setting),
      fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    );
  });

describe('it counts a text as it will when it votes', () => {
  // Land and water weigh a half each; a holds out for .7, and of what it tabled first it pays half again for retreat.
  const sketch: Sketch = {
    issues: { land: { options: 3, commitment: true }, water: 3 },
    parties: { a: { audience: 1, wants: { land: { ideal: 1 }, water: { ideal: 1 } } }, b: {} },
  };
  const setting = settingFor(sketch);
  const asks = (scene: Scene) => proposalOf(setting, viewOf(setting, worldFor(setting, { text: [2, 1], ...scene }), 0));

  it('a text good enough in itself is amended for what its public and the risk of a broken promise take off', () => {
    // [2, 1] is worth .75, less .4 × .5 for a promise that nobody vouches for, less .5 × .25 for retreat over water.
    expect(asks({ states: { a: { target: 0.4 } }, first: { a: [2, 2] } })).toEqual([2, 1]);
    expect(asks({ states: { a: { target: 0.45 } }, first: { a: [2, 2] } })).toEqual([2, 2]);
    expect(asks({ states: { a: { target: 0.45 } } })).toEqual([2, 1]);
  });

  it('and is not amended where promises make up for it', () => {
    const promised = settingFor({ ...sketch, relations: { 'b>a': {} } });
    const scene: Scene = {
      text: [2, 1],
      states: { a: { target: 0.45 } },
      first: { a: [2, 2] },
      relations: { 'b>a': { promise: { gain: 0.1, cost: 0.1 } } },
    };
    expect(proposalOf(promised, viewOf(promised, worldFor(promised, scene), 0))).toEqual([2, 1]);
  });

  it('so it would accept what it asks for, were that the text', () => {
    fc.assert(
      fc.property(cases({}), ([of, text, target]) => {
        const states = { p0: { target, pained: 1, audience: 0.8 } };
        const scene: Scene = { round: 2, text, states, first: { p0: of.parties[0]!.best } };
        const mine = viewOf(of, worldFor(of, scene), 0);
        const worth = worthByOption(of, mine);
        const best = worth.map((row, k) => Math.max(...row.filter((_, o) => of.parties[0]!.allowed[k]![o])));
        if (best.reduce((sum, value) => sum + value, 0) < target) return;
        const view = viewOf(of, worldFor(of, { ...scene, text: proposalOf(of, mine) }), 0);
        const terms = voteTerms(of, view, always(0));
        expect(terms.utility - terms.audience - terms.commitment).toBeGreaterThanOrEqual(target - 1e-8);
      }),
    );
  });
});

describe('against every text there is', () => {
  // Where value falls evenly from one ideal, gains a step never grow, and greed is optimal; gaps in what a red line
  // allows would break that.
  it('no text within its red lines reaches the target in fewer moves', () => {
    fc.assert(
      fc.property(cases({ redLines: false }), ([setting, text, target]) => {
        const party = setting.parties[0]!;
        const proposed = asked(setting, 0, text, target);
        const wanted = Math.min(target, party.top) - 1e-9;
        const least = Math.min(
          ...everyText(setting)
            .filter((other) => utility(party, other) >= wanted)
            .map((other) => movesBetween(setting, text, other)),
        );
        expect(movesBetween(setting, text, proposed)).toBe(least);
      }),
      { numRuns: 300 },
    );
  });

  it('it reaches the target, or is its best; it crosses no red line of its own', () => {
    fc.assert(
      fc.property(cases({}), ([setting, text, target]) => {
        for (const party of setting.parties) {
          const proposed = asked(setting, party.index, text, target);
          expect(crossedRedLine(party, proposed)).toBe(-1);
          expect(utility(party, proposed)).toBeGreaterThanOrEqual(Math.min(target, party.top) - 1e-8);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('no amendment is idle: without any one of them it would cross a red line or fall short', () => {
    fc.assert(
      fc.property(cases({ redLines: false }), ([setting, text, target]) => {
        const party = setting.parties[0]!;
        const proposed = asked(setting, 0, text, target);
        proposed.forEach((option, k) => {
          if (option === text[k]) return;
          const without = proposed.with(k, text[k]!);
          expect(utility(party, without)).toBeLessThan(target - 1e-10);
        });
      }),
      { numRuns: 300 },
    );
  });
});
