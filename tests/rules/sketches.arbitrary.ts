import fc from 'fast-check';
import type { Setting } from '../../src/rules/setting.ts';
import type { PartySketch, Sketch, StanceSketch } from './setting.ts';

/** Small conferences at random: two to four parties, one to three issues of two to four options, numbers in tenths. */
export function sketches({ redLines = true, ordered = [true, false] } = {}): fc.Arbitrary<Sketch> {
  const issue = fc.record({ options: fc.integer({ min: 2, max: 4 }), ordered: fc.constantFrom(...ordered) });
  return fc
    .tuple(fc.array(issue, { minLength: 1, maxLength: 3 }), fc.integer({ min: 2, max: 4 }))
    .chain(([issues, count]) => {
      const wants = fc.record(
        Object.fromEntries(
          issues.map((of, k) => [`i${k}`, of.ordered ? idealOn(of.options, redLines) : valuesOf(of.options)]),
        ),
      );
      const ids = Array.from({ length: count }, (_, i) => `p${i}`);
      return fc.record({
        issues: fc.constant(Object.fromEntries(issues.map((of, k) => [`i${k}`, of]))),
        parties: fc.record(Object.fromEntries(ids.map((id, i) => [id, partyOf(wants, i < 2)]))),
        relations: relationsAmong(ids),
        rounds: fc.integer({ min: 2, max: 9 }),
        hardness: tenths,
      });
    });
}

export const tenths = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);

function partyOf(wants: fc.Arbitrary<Record<string, StanceSketch>>, signatory: boolean): fc.Arbitrary<PartySketch> {
  return fc.record({
    signatory: fc.constant(signatory),
    walkAway: tenths,
    pain: fc.integer({ min: 0, max: 10 }).map((n) => n / 100),
    expectation: tenths,
    optimism: tenths,
    patience: fc.integer({ min: 0, max: 3 }),
    leverage: tenths,
    audience: tenths,
    delegation: tenths,
    beta: fc.constantFrom(0.2, 0.5, 1, 2),
    reciprocity: tenths,
    wants,
  });
}

function idealOn(options: number, redLines: boolean): fc.Arbitrary<StanceSketch> {
  const lines = redLines
    ? fc.oneof(
        fc.constant({}),
        fc.integer({ min: 0, max: options - 1 }).map((n) => ({ atLeast: n / (options - 1) })),
        fc.integer({ min: 0, max: options - 1 }).map((n) => ({ atMost: n / (options - 1) })),
        fc.integer({ min: 0, max: options - 1 }).map((n) => ({ never: [n] })),
      )
    : fc.constant({});
  return fc
    .tuple(tenths, salience, voiced, lines)
    .map(([ideal, weight, how, line]) => ({ ideal, salience: weight, voiced: how, ...line }));
}

function valuesOf(options: number): fc.Arbitrary<StanceSketch> {
  return fc
    .tuple(fc.array(tenths, { minLength: options, maxLength: options }), salience, voiced)
    .map(([values, weight, how]) => ({ values, salience: weight, voiced: how }));
}

const salience = fc.integer({ min: 1, max: 10 });
const voiced = fc.constantFrom('public' as const, 'private' as const);

function relationsAmong(ids: readonly string[]) {
  const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => `${from}>${to}`));
  const relation = fc.record({
    influence: tenths,
    trust: fc.integer({ min: -10, max: 10 }).map((n) => n / 10),
    channel: fc.constantFrom('open' as const, 'back' as const, 'none' as const),
  });
  return fc.record(Object.fromEntries(pairs.map((pair) => [pair, relation])));
}

/** Every text of a small conference. */
export function everyText(setting: Setting): number[][] {
  return setting.issues.reduce<number[][]>(
    (texts, { options }) => texts.flatMap((text) => options.map((_, o) => [...text, o])),
    [[]],
  );
}

/** Any one text of a conference. */
export function textOf(setting: Setting): fc.Arbitrary<number[]> {
  return fc.tuple(...setting.issues.map(({ options }) => fc.integer({ min: 0, max: options.length - 1 })));
}
