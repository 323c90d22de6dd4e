import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENERATOR, chanceOf } from '../../src/chance/chance.ts';
import type { Chance } from '../../src/model/chance.ts';

const LABELS = 100_000;
const PAIRS = 40_000;
const SEED = 'moscow-2018';

const runs = new Map<string, Chance>();

/** The draws of one round of a run over many labels. */
function drawsOver(label: (n: number) => string, round: number, { seed = SEED, length = PAIRS } = {}): Float64Array {
  const chance = runs.get(seed) ?? chanceOf(seed);
  runs.set(seed, chance);
  return Float64Array.from({ length }, (_, n) => chance.at(label(n), round));
}

const press = (n: number) => `press/party-${Math.floor(n / 317)}/party-${n % 317}`;

describe('a draw depends on its seed, its label and its round alone', () => {
  const labels = fc.constantFrom(
    'attendance/kabul',
    'press/moscow/taliban',
    'press/moscow/kabul',
    'leaving/kabul',
    'x',
  );
  const asked = fc.uniqueArray(fc.tuple(labels, fc.nat(12)), { selector: String, minLength: 1 });

  it('the same label and round give the same number in whatever order they are asked', () => {
    fc.assert(
      fc.property(fc.string(), asked, fc.func(fc.integer()), (seed, calls, key) => {
        const shuffled = calls.toSorted((a, b) => key(a) - key(b));
        const [one, other] = [chanceOf(seed), chanceOf(seed)];
        const first = new Map(calls.map(([label, round]) => [`${label} ${round}`, one.at(label, round)]));
        for (const [label, round] of shuffled) expect(other.at(label, round)).toBe(first.get(`${label} ${round}`));
      }),
    );
  });

  it('asked twice, it is the same again', () => {
    const chance = chanceOf(SEED);
    const draws = [3, 0, 3, 7, 0].map((round) => chance.at('leaving/kabul', round));
    expect(draws[2]).toBe(draws[0]);
    expect(draws[4]).toBe(draws[1]);
    expect(new Set(draws).size).toBe(3);
  });

  it('an extra draw on one label moves no other, and an extra label none', () => {
    fc.assert(
      fc.property(asked, fc.string({ minLength: 1 }), fc.nat(20), (calls, extra, round) => {
        fc.pre(calls.every(([label]) => label !== extra));
        const [plain, disturbed] = [chanceOf(SEED), chanceOf(SEED)];
        disturbed.at(extra, round);
        for (const [label, at] of calls) {
          disturbed.at(extra, at + 1);
          expect(disturbed.at(label, at)).toBe(plain.at(label, at));
        }
      }),
    );
  });

  // The state of a stream is hash of seed XOR hash of label: where both are one text, that is nothing at all.
  it('a seed that reads like a label is as good as any other', () => {
    const draws = ['attendance/kabul', 'leaving/kabul', 'x'].flatMap((text) =>
      [0, 1, 2].map((round) => chanceOf(text).at(text, round)),
    );
    expect(draws.every((x) => x > 1e-6)).toBe(true);
  });

  it('runs side by side do not mix', () => {
    const [a, b] = [chanceOf('a'), chanceOf('b')];
    const [first, other, again] = [a.at('x', 0), b.at('x', 0), chanceOf('a').at('x', 0)];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  // Worked out in Python from the definitions of SHA-256, MurmurHash3’s finalizer and Alea; a change here is a change of
  // every record.
  it.each([
    ['moscow-2018', 'attendance/kabul', 0, 0.008224350865930319],
    ['moscow-2018', 'press/moscow/taliban', 3, 0.2676718491129577],
    ['study/17', 'reading.borders/kabul', 8, 0.766177908051759],
  ])('seed %j, %j in round %d', (seed, label, round, expected) => {
    expect(GENERATOR).toBe('alea (seedrandom 3), labelled streams 1');
    expect(chanceOf(seed).at(label, round)).toBe(expected);
  });
});

/** χ² of counts against equal shares. */
function chiSquare(counts: ArrayLike<number>): number {
  const all = Array.from(counts);
  const expected = all.reduce((sum, count) => sum + count, 0) / all.length;
  return all.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

// 99 degrees of freedom: 54.2 and 160.1 leave one in ten thousand below and above.
const [TOO_EVEN, TOO_UNEVEN] = [54.2, 160.1];

function expectEven(counts: ArrayLike<number>) {
  expect(counts.length).toBe(100);
  expect(chiSquare(counts)).toBeGreaterThan(TOO_EVEN);
  expect(chiSquare(counts)).toBeLessThan(TOO_UNEVEN);
}

describe('draws are spread evenly over [0, 1)', () => {
  it.each([0, 1, 2, 3, 7])('over 100,000 labels in round %d', (round) => {
    const counts = new Uint32Array(100);
    const draws = drawsOver(press, round, { length: LABELS });
    for (const x of draws) counts[Math.floor(x * 100)]! += 1;
    expect(draws.every((x) => x >= 0 && x < 1)).toBe(true);
    expectEven(counts);
  });

  it('over 100,000 seeds of a study, on one label', () => {
    const counts = new Uint32Array(100);
    for (let n = 0; n < LABELS; n++) counts[Math.floor(chanceOf(`study/${n}`).at('attendance/kabul', 0) * 100)]! += 1;
    expectEven(counts);
  });

  it('over 100,000 rounds of one stream', () => {
    const chance = chanceOf(SEED);
    const counts = new Uint32Array(100);
    for (let round = 0; round < LABELS; round++) counts[Math.floor(chance.at('leaving/kabul', round) * 100)]! += 1;
    expectEven(counts);
  });
});

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (of: Float64Array) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, n) => {
    ab += (x - meanA) * (b[n]! - meanB);
    aa += (x - meanA) ** 2;
    bb += (b[n]! - meanB) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}

/** No straight line through the pairs, and no pattern on a grid of ten by ten. */
function expectUnrelated(a: Float64Array, b: Float64Array) {
  // Four standard errors of a correlation that is 0.
  expect(Math.abs(correlation(a, b))).toBeLessThan(4 / Math.sqrt(a.length));
  const grid = new Uint32Array(100);
  a.forEach((x, n) => (grid[Math.floor(x * 10) * 10 + Math.floor(b[n]! * 10)]! += 1));
  expectEven(grid);
}

describe('streams have nothing to do with each other', () => {
  const numbered = (n: number) => `press/p${n}/q`;

  it('neighbouring labels', () => {
    expectUnrelated(
      drawsOver(numbered, 0),
      drawsOver((n) => numbered(n + 1), 0),
    );
    expectUnrelated(
      drawsOver(numbered, 5),
      drawsOver((n) => numbered(n + 1), 5),
    );
  });

  it('one pair of parties and the same pair the other way round', () => {
    expectUnrelated(
      drawsOver((n) => `press/a${n}/b${n}`, 0),
      drawsOver((n) => `press/b${n}/a${n}`, 0),
    );
  });

  it('two purposes of one party', () => {
    expectUnrelated(
      drawsOver((n) => `attendance/p${n}`, 0),
      drawsOver((n) => `leaving/p${n}`, 0),
    );
  });

  it('neighbouring seeds, on the same labels', () => {
    expectUnrelated(drawsOver(press, 0, { seed: 'study/1' }), drawsOver(press, 0, { seed: 'study/2' }));
    expectUnrelated(drawsOver(press, 4, { seed: 'study/1' }), drawsOver(press, 4, { seed: 'study/2' }));
  });

  it('neighbouring seeds, on one label, over a study', () => {
    const over = (from: number) =>
      Float64Array.from({ length: LABELS }, (_, n) => chanceOf(`study/${n + from}`).at('leaving/kabul', 1));
    expectUnrelated(over(0), over(1));
  });

  it('one label and another, over the seeds of a study', () => {
    const over = (label: string) =>
      Float64Array.from({ length: LABELS }, (_, n) => chanceOf(`study/${n}`).at(label, 0));
    expectUnrelated(over('press/moscow/kabul'), over('press/moscow/taliban'));
  });

  // Alea makes each number from the one three before it.
  it.each([1, 2, 3, 4])('a stream and itself %d rounds later', (lag) => {
    expectUnrelated(drawsOver(press, 0), drawsOver(press, lag));
    expectUnrelated(drawsOver(press, 2), drawsOver(press, 2 + lag));
  });

  it('no two of 100,000 labels have the same stream', () => {
    const [first, second] = [0, 1].map((round) => drawsOver(press, round, { length: LABELS })) as [
      Float64Array,
      Float64Array,
    ];
    expect(new Set(Array.from(first, (x, n) => `${x} ${second[n]!}`)).size).toBe(LABELS);
  });
});
