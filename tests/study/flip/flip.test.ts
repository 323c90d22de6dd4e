import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/model/scenario.ts';
import { evidenceOf } from '../../../src/scenario/evidence.ts';
import { load } from '../../../src/scenario/load.ts';
import { alone, type Movable } from '../../../src/study/flip/alone.ts';
import { crossingsOf, type Line } from '../../../src/study/flip/line.ts';
import { probeOf, type Probe } from '../../../src/study/flip/probe.ts';
import { standingOf, type Standing } from '../../../src/study/flip/standing.ts';
import { together } from '../../../src/study/flip/together.ts';

const MOST: { readonly type: 'most-frequent' } = { type: 'most-frequent' };

function split(counts: Readonly<Record<string, number>>): Standing {
  const values = Object.entries(counts).flatMap(([name, count]) => Array.from({ length: count }, () => name));
  return standingOf(values, MOST);
}

describe('what stands at a point', () => {
  it.each([
    [{ deal: 80, none: 20 }, 'deal', 'holds', 'gone'],
    // 55 to 45 differ by 10, and 1.96 × √100 is more than that.
    [{ deal: 55, none: 45 }, 'deal', 'leads', 'trails'],
    // Of a hundred runs most came to neither, and 12 to 3 is clear: 9 > 1.96 × √15.
    [{ deal: 12, none: 3 }, 'deal', 'holds', 'gone'],
    [{ deal: 50, none: 50 }, 'deal', 'leads', 'trails'],
  ] as const)('%j: %s %s, none is %s', (counts, outcome, deal, none) => {
    const standing = split(counts);
    expect(standing.outcome).toBe(outcome);
    expect(standing.holds('deal')).toBe(deal);
    expect(standing.holds('none')).toBe(none);
  });

  it('an outcome is surely gone as soon as any other is surely more frequent, and sure only against all', () => {
    const standing = split({ a: 40, b: 35, c: 5 });
    expect([standing.holds('a'), standing.holds('b'), standing.holds('c')]).toEqual(['leads', 'trails', 'gone']);
  });

  it('an outcome that never came is not there', () => {
    expect(split({ a: 3 }).holds('b')).toBe('trails');
    expect(split({ a: 4 }).holds('b')).toBe('gone');
  });

  it('a mean stands on one side of its threshold, and runs without a value do not count', () => {
    const question = { type: 'mean', threshold: 0.5, isShare: true } as const;
    const standing = standingOf(
      [...Array.from({ length: 60 }, () => 1), ...Array.from({ length: 40 }, () => 0)],
      question,
    );
    expect(standing.mean).toBe(0.6);
    // (0.6 − 0.5) ÷ √(0.25 ÷ 100) = 2.
    expect(standing.holds('0.5 or more')).toBe('holds');
    expect(standing.holds('less than 0.5')).toBe('gone');
    expect(standingOf([1, undefined, 1], question).mean).toBe(1);
    expect(standingOf([undefined], question).outcome).toBe('nothing');
  });
});

describe('crossings on a line', () => {
  /** A hundred runs of which so many come to a deal; `near` is how far halving goes. */
  function line(deals: (x: number) => number, near = 1 / 4096): Line {
    return {
      look: (x) => split({ deal: Math.round(100 * deals(x)), none: 100 - Math.round(100 * deals(x)) }),
      between: (a, b) => (Math.abs(a - b) <= near ? undefined : (a + b) / 2),
    };
  }
  const stops = (of: Line, parts = 16) =>
    Array.from({ length: parts + 1 }, (_, n) => ({ at: n / parts, standing: of.look(n / parts) }));

  it('a falling share crosses where it is a half, and is sure where Wilson’s interval leaves a half out', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 0.7, noNaN: true }), (where) => {
        const falling = line((x) => Math.min(1, Math.max(0, 0.5 + where - x)));
        const [crossing, ...more] = crossingsOf(falling, stops(falling));
        expect(more).toEqual([]);
        expect(crossing).toMatchObject({ from: 'deal', to: 'none' });
        // A hundred runs tell shares apart by hundredths; 60 to 40 is the first that is sure.
        expect(Math.abs(crossing!.at - where)).toBeLessThan(0.016);
        expect(Math.abs(crossing!.sure! - (where - 0.1))).toBeLessThan(0.016);
        expect(Math.abs(crossing!.gone! - (where + 0.1))).toBeLessThan(0.016);
      }),
    );
  });

  it('all changes are found where the outcome changes and changes back', () => {
    const bump = line((x) => (x > 0.3 && x < 0.6 ? 0.1 : 0.9));
    const crossings = crossingsOf(bump, stops(bump));
    expect(crossings.map(({ from, to }) => `${from} to ${to}`)).toEqual(['deal to none', 'none to deal']);
    expect(crossings[0]!.at).toBeCloseTo(0.3, 3);
    expect(crossings[1]!.at).toBeCloseTo(0.6, 3);
  });

  it('what is nowhere sure has no such end', () => {
    const shallow = line((x) => 0.54 - 0.08 * x);
    const [crossing] = crossingsOf(shallow, stops(shallow));
    expect(crossing).toMatchObject({ from: 'deal', to: 'none', sure: undefined, gone: undefined });
  });

  it('a flat line has no crossing', () => {
    const flat = line(() => 0.7);
    expect(crossingsOf(flat, stops(flat))).toEqual([]);
  });
});

describe('a scenario whose ending flips at a known value', () => {
  const file = fileURLToPath(new URL('../sensitivity/fixtures/one-number.yaml', import.meta.url));
  const loaded = load(file, ['parties.seller.attendance=accepted']);
  if (!loaded.ok) throw new Error('the fixture is not sound');
  const { scenario, document } = loaded.value;
  const probe = probeOf({ document, question: MOST, measure: endingOf, seed: 'flip', runs: 20 });

  it('the buyer signs as long as its walk-away is at most what the sale is worth to it', () => {
    const { up, down, scan } = alone(probe, movable(scenario, 'parties.buyer.walkAway'), probe.at([])!);
    expect(down).toEqual([]);
    expect(up).toHaveLength(1);
    const [crossing] = up;
    expect(crossing).toMatchObject({ from: 'agreement', to: 'communique' });
    expect(crossing!.at).toBeGreaterThan(0.5);
    // Halving ends within a 512th of the range of 0.8.
    expect(crossing!.at).toBeLessThan(0.5 + 0.8 / 512);
    expect(crossing!.sure).toBeLessThanOrEqual(0.5);
    expect(crossing!.gone).toBe(crossing!.at);
    expect(scan.map(({ at }) => at)).toContain(0.3);
  });

  it('a number that decides nothing flips nothing', () => {
    const { up, down } = alone(probe, movable(scenario, 'parties.buyer.optimism'), probe.at([])!);
    expect([...up, ...down]).toEqual([]);
  });

  it('in a pair with it the smallest move is that number alone', () => {
    const ones = ['parties.buyer.walkAway', 'parties.seller.leverage'].map((path) =>
      alone(probe, movable(scenario, path), probe.at([])!),
    );
    const { move, map } = pair(probe, ones);
    expect(move).toMatchObject({ from: 'agreement', to: 'communique', b: 0.5 });
    expect(move!.distance).toBeGreaterThan(0.25);
    expect(move!.distance).toBeLessThan(0.25 + 1 / 256 + 1 / 512);
    expect(
      map.places.every((row) =>
        row
          .map((place) => place!.outcome)
          .join(' ')
          .startsWith('agreement'),
      ),
    ).toBe(true);
  });

  it('two numbers that decide nothing flip nothing together', () => {
    const ones = ['parties.buyer.optimism', 'parties.seller.leverage'].map((path) =>
      alone(probe, movable(scenario, path), probe.at([])!),
    );
    expect(pair(probe, ones).move).toBeUndefined();
  });
});

function pair(probe: Probe, [a, b]: readonly ReturnType<typeof alone>[]) {
  return together(probe, probe, 20, [a!, b!], probe.at([])!);
}

function endingOf(facts: Parameters<Parameters<typeof probeOf>[0]['measure']>[0]): string {
  const ended = facts.findLast((fact) => fact.type === 'conference.ended');
  return ended!.ending;
}

function movable(scenario: Scenario, path: string): Movable {
  const { value, low, high } = evidenceOf(scenario).find((row) => row.path === path)!;
  return { path, value, low, high, whole: false };
}
