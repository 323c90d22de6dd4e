import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/model/scenario.ts';
import { evidenceOf } from '../../../src/scenario/evidence.ts';
import { load } from '../../../src/scenario/load.ts';
import { alone, type Alone, type Movable } from '../../../src/study/flip/alone.ts';
import { Crew } from '../../../src/study/flip/crew.ts';
import { crossingsOf, type Line } from '../../../src/study/flip/line.ts';
import { probeOf, type Asked, type Probe } from '../../../src/study/flip/probe.ts';
import { portions, type Played } from '../../../src/study/flip/runs.ts';
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
      look: async (x) => split({ deal: Math.round(100 * deals(x)), none: 100 - Math.round(100 * deals(x)) }),
      between: (a, b) => (Math.abs(a - b) <= near ? undefined : (a + b) / 2),
    };
  }
  const stops = (of: Line, parts = 16) =>
    Promise.all(
      Array.from({ length: parts + 1 }, async (_, n) => ({ at: n / parts, standing: await of.look(n / parts) })),
    );

  it('a falling share crosses where it is a half, and is sure where Wilson’s interval leaves a half out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0.3, max: 0.7, noNaN: true }), async (where) => {
        const falling = line((x) => Math.min(1, Math.max(0, 0.5 + where - x)));
        const [crossing, ...more] = await crossingsOf(falling, await stops(falling));
        expect(more).toEqual([]);
        expect(crossing).toMatchObject({ from: 'deal', to: 'none' });
        // A hundred runs tell shares apart by hundredths; 60 to 40 is the first that is sure.
        expect(Math.abs(crossing!.at - where)).toBeLessThan(0.016);
        expect(Math.abs(crossing!.sure! - (where - 0.1))).toBeLessThan(0.016);
        expect(Math.abs(crossing!.gone! - (where + 0.1))).toBeLessThan(0.016);
      }),
    );
  });

  it('all changes are found where the outcome changes and changes back', async () => {
    const bump = line((x) => (x > 0.3 && x < 0.6 ? 0.1 : 0.9));
    const crossings = await crossingsOf(bump, await stops(bump));
    expect(crossings.map(({ from, to }) => `${from} to ${to}`)).toEqual(['deal to none', 'none to deal']);
    expect(crossings[0]!.at).toBeCloseTo(0.3, 3);
    expect(crossings[1]!.at).toBeCloseTo(0.6, 3);
  });

  it('what is nowhere sure has no such end', async () => {
    const shallow = line((x) => 0.54 - 0.08 * x);
    const [crossing] = await crossingsOf(shallow, await stops(shallow));
    expect(crossing).toMatchObject({ from: 'deal', to: 'none', sure: undefined, gone: undefined });
  });

  it('a flat line has no crossing', async () => {
    const flat = line(() => 0.7);
    expect(await crossingsOf(flat, await stops(flat))).toEqual([]);
  });
});

describe('a scenario whose ending flips at a known value', () => {
  const file = fileURLToPath(new URL('../sensitivity/fixtures/one-number.yaml', import.meta.url));
  const loaded = load(file, ['parties.seller.attendance=accepted']);
  if (!loaded.ok) throw new Error('the fixture is not sound');
  const { scenario, document } = loaded.value;
  const play = portions({ document, measure: endingOf, seed: 'flip' });
  const probe = probeOf({ question: MOST, runs: 20, play: async (portion) => play(portion) });

  async function allAlone(paths: readonly string[]): Promise<readonly Alone[]> {
    const base = (await probe.at([]))!;
    return Promise.all(paths.map((path) => alone(probe, movable(scenario, path), base)));
  }

  it('the buyer signs as long as its walk-away is at most what the sale is worth to it', async () => {
    const { up, down, scan } = await alone(probe, movable(scenario, 'parties.buyer.walkAway'), (await probe.at([]))!);
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

  it('a number that decides nothing flips nothing', async () => {
    const { up, down } = await alone(probe, movable(scenario, 'parties.buyer.optimism'), (await probe.at([]))!);
    expect([...up, ...down]).toEqual([]);
  });

  it('in a pair with it the smallest move is that number alone', async () => {
    const ones = await allAlone(['parties.buyer.walkAway', 'parties.seller.leverage']);
    const { move, map } = await pair(probe, ones);
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

  it('comes out the same when threads share the runs, however many there are', async () => {
    const alike = async (run: Asked['play']) =>
      told(
        await alone(
          probeOf({ question: MOST, runs: 20, play: run }),
          movable(scenario, 'parties.buyer.walkAway'),
          base,
        ),
      );
    const base = (await probe.at([]))!;
    const expected = await alike(async (portion) => play(portion));
    for (const workers of [1, 3]) {
      const crew = new Crew({ document, metric: 'ending', seed: 'flip' }, workers);
      try {
        expect(await alike((portion) => crew.play(portion))).toEqual(expected);
        const unsound = { setters: [{ path: 'parties.buyer.walkAway', value: -1 }], first: 1, last: 20 };
        expect(await crew.play(unsound)).toBeUndefined();
      } finally {
        await crew.close();
      }
    }
  });

  it('two numbers that decide nothing flip nothing together', async () => {
    const ones = await allAlone(['parties.buyer.optimism', 'parties.seller.leverage']);
    expect((await pair(probe, ones)).move).toBeUndefined();
  });
});

async function pair(probe: Probe, [a, b]: readonly Alone[]) {
  return together(probe, probe, 20, [a!, b!], (await probe.at([]))!);
}

/** All of it that can be compared. */
function told({ scan, up, down }: Alone) {
  return { scan: scan.map(({ at, standing: { outcome, counts } }) => ({ at, outcome, counts })), up, down };
}

function endingOf(facts: Parameters<Played['measure']>[0]): string {
  const ended = facts.findLast((fact) => fact.type === 'conference.ended');
  return ended!.ending;
}

function movable(scenario: Scenario, path: string): Movable {
  const { value, low, high } = evidenceOf(scenario).find((row) => row.path === path)!;
  return { path, value, low, high, whole: false };
}
