import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askersOf } from '../../src/analysis/influence.ts';
import { landmarksOf, placeOf, THOROUGH } from '../../src/analysis/landmarks.ts';
import { recordAnalysisOf } from '../../src/analysis/record-analysis.ts';
import { playBulk } from '../../src/conference/bulk.ts';
import type { Change, Fact } from '../../src/model/fact.ts';
import { settingOf, type Setting } from '../../src/rules/setting.ts';
import { crossedRedLine, utility } from '../../src/rules/utility.ts';
import { load } from '../../src/scenario/load.ts';
import { documents, bargains, scenarioOf } from '../scenario.arbitrary.ts';

const loaded = load('two-valleys');
if (!loaded.ok) throw new Error('two-valleys does not load');
const { scenario } = loaded.value;

const asks = (round: number, party: string, ...changes: Change[]): Fact => ({
  type: 'amendments.tabled',
  round,
  party,
  changes,
  private: {},
});
const drafts = (round: number, change: Change): Fact => ({
  type: 'text.drafted',
  round,
  version: round + 1,
  style: 'facilitation',
  reason: 'median',
  changes: [change],
});
const votes = (round: number, party: string, accepts: boolean): Fact => ({
  type: 'vote.cast',
  round,
  party,
  accepts,
  adReferendum: false,
  private: {},
});
const ends = (ending: 'agreement' | 'collapse'): Fact => ({
  type: 'conference.ended',
  round: 2,
  ending,
  closing: ending === 'agreement' ? 'signed' : 'time-up',
  parties: ending === 'agreement' ? ['lower', 'upper'] : [],
  settled: [],
  private: { lower: { utility: 0.6, walkAway: 0.3 }, upper: { utility: 0.5, walkAway: 0.2 } },
});

/**
 * Lower gets 0.8 · water + 0.2 · (1 − upkeep), upper 0.2 · (1 − water) + 0.8 · upkeep; water runs 0, 1/3, 2/3, 1
 * (trickle, third, half, most), upkeep 0, 1/2, 1 (upper, shared, lower). The opening text is a trickle, upper mends.
 */
const TALKS: readonly Fact[] = [
  { type: 'round.opened', round: 1, private: {} },
  asks(1, 'lower', { issue: 'water', from: 'trickle', to: 'most' }),
  asks(1, 'upper', { issue: 'upkeep', from: 'upper', to: 'lower' }),
  drafts(1, { issue: 'water', from: 'trickle', to: 'half' }),
  votes(1, 'lower', true),
  votes(1, 'upper', false),
  { type: 'round.opened', round: 2, private: {} },
  asks(2, 'lower'),
  asks(2, 'upper', { issue: 'upkeep', from: 'upper', to: 'shared' }),
  {
    type: 'party.pressed',
    round: 2,
    from: 'lower',
    to: 'upper',
    channel: 'open',
    outcome: 'worked',
    private: { lower: { probability: 0.3 }, upper: { walkAwayBy: -0.02 } },
  },
  {
    type: 'party.pressed',
    round: 2,
    from: 'lower',
    to: 'upper',
    channel: 'open',
    outcome: 'backfired',
    private: { lower: { probability: 0.3 }, upper: { walkAwayBy: 0.01 } },
  },
  {
    type: 'party.promised',
    round: 2,
    from: 'upper',
    to: 'lower',
    channel: 'back',
    private: { lower: { gain: 0.05 }, upper: { cost: 0.02 } },
  },
  { type: 'channel.leaked', round: 2, from: 'upper', to: 'lower', by: 'chance', leftOut: [] },
  drafts(2, { issue: 'upkeep', from: 'upper', to: 'shared' }),
  votes(2, 'lower', true),
  votes(2, 'upper', true),
];

describe('the texts of a conference', () => {
  const { landmarks, texts, outcome } = recordAnalysisOf(scenario, [...TALKS, ends('agreement')]);

  test('are measured against what those who must sign could have agreed on', () => {
    expect([landmarks.parties, landmarks.rational, landmarks.outcomes]).toEqual([['lower', 'upper'], 5, 12]);
    const points = landmarks.frontier!.map((point) => point.map((u) => Number(u.toFixed(3))));
    expect(points).toEqual([
      [0.533, 0.867],
      [0.8, 0.8],
      [0.9, 0.4],
    ]);
    expect(landmarks.nash!.text).toEqual({ water: 'most', upkeep: 'lower' });
  });

  test.each([
    // (11/15, 1/15) lies nearest to (0.9, 0.4); so does (19/30, 7/15).
    { n: 0, round: 1, worth: [11 / 15, 1 / 15], frontier: Math.hypot(1 / 6, 1 / 3), nash: Math.hypot(1 / 15, 11 / 15) },
    { n: 1, round: 2, worth: [19 / 30, 7 / 15], frontier: Math.hypot(4 / 15, 1 / 15), nash: Math.hypot(1 / 6, 1 / 3) },
  ])('lie where the sums by hand put the text of round $round', ({ n, round, worth, frontier, nash }) => {
    const text = texts[n]!;
    expect(text.round).toBe(round);
    text.utilities.forEach((u, i) => expect(u).toBeCloseTo(worth[i]!, 12));
    expect([text.toFrontier, text.toNash]).toEqual([expect.closeTo(frontier, 12), expect.closeTo(nash, 12)]);
  });

  test('suit those who must sign or not: the first left the upper valley worse off than no dam at all', () => {
    expect(texts.map(({ suits }) => suits)).toEqual([false, true]);
  });

  test('end in the text that was signed, or in the walk-aways at the end where none was', () => {
    expect(outcome).toMatchObject({ of: 'text', toFrontier: texts[1]!.toFrontier, toNash: texts[1]!.toNash });
    const without = recordAnalysisOf(scenario, [...TALKS, ends('collapse')]).outcome!;
    expect([without.of, without.utilities]).toEqual(['walk-aways', [0.3, 0.2]]);
    expect(without.toNash).toBeCloseTo(Math.hypot(0.5, 0.6), 12);
    expect(recordAnalysisOf(scenario, TALKS).outcome).toBeNull();
  });
});

describe('the concession ledger', () => {
  const { concessions } = recordAnalysisOf(scenario, [...TALKS, ends('agreement')]);
  const rounded = (value: number) => Number(value.toFixed(4));
  const ledger = (party: string) => concessions.find((one) => one.party === party)!;

  test('says issue by issue what a party gave from its first position to its last, when, and what others had of it', () => {
    const { issues } = ledger('lower');
    expect(issues.map((one) => [one.issue, one.from, one.to, one.rounds, rounded(one.own)])).toEqual([
      ['upkeep', 'upper', 'shared', [2], -0.1],
      ['water', 'most', 'half', [1], -0.2667],
    ]);
    expect(issues.map((one) => rounded(one.others['upper']!))).toEqual([0.4, 0.0667]);
  });

  test('takes an acceptance for a position and a refusal for none', () => {
    expect(ledger('lower').worth.map(({ round, utility: u }) => [round, rounded(u)])).toEqual([
      [1, 0.7333],
      [2, 0.6333],
    ]);
    expect(ledger('upper').worth[0]).toEqual({ round: 1, utility: 1 });
  });

  test('adds up: what each gave in all, and what the other had of it', () => {
    expect(rounded(ledger('lower').own)).toBe(-0.3667);
    expect(rounded(ledger('lower').others['upper']!)).toBe(0.4667);
    expect(rounded(ledger('upper').own)).toBe(-0.5333);
    expect(rounded(ledger('upper').others['lower']!)).toBe(0.6333);
  });
});

describe('the influence ledger', () => {
  const { influence } = recordAnalysisOf(scenario, TALKS);

  test('counts presses by what became of them, and adds up by how much they moved the walk-away', () => {
    const [pair] = influence.pairs;
    expect(pair).toMatchObject({ from: 'lower', to: 'upper' });
    expect(pair!.presses).toEqual({
      tried: 2,
      worked: 1,
      failed: 0,
      backfired: 1,
      walkAwayBy: expect.closeTo(-0.01, 12),
    });
  });

  test('has promises with what they are worth to the other, and what came to light', () => {
    expect(influence.pairs[1]).toMatchObject({ from: 'upper', to: 'lower', promises: { made: 1, gain: 0.05 } });
    expect(influence.leaks).toEqual([{ round: 2, from: 'upper', to: 'lower', by: 'chance', leftOut: [] }]);
  });

  test('says on whose asking the chair drafted what, and what that was worth', () => {
    expect(influence.drafted.map(({ round, issue, askedBy }) => [round, issue, askedBy])).toEqual([
      [1, 'water', ['lower']],
      [2, 'upkeep', ['upper']],
    ]);
    expect(influence.drafted[1]!.gains).toEqual({ lower: expect.closeTo(-0.1, 12), upper: expect.closeTo(0.4, 12) });
  });

  test.each([
    { ordered: true, to: 'half', asked: 'most', pulls: true },
    { ordered: true, to: 'half', asked: 'trickle', pulls: false },
    { ordered: false, to: 'half', asked: 'most', pulls: false },
    { ordered: false, to: 'half', asked: 'half', pulls: true },
  ])('who asks for $asked has pulled the text to $to or not (a scale: $ordered)', ({ ordered, to, asked, pulls }) => {
    const water = { ...scenario.issues.find(({ id }) => id === 'water')!, ordered };
    const asking = [{ party: 'lower', changes: [{ issue: 'water', from: 'third', to: asked }] }];
    expect(askersOf(water, { issue: 'water', from: 'third', to }, asking)).toEqual(pulls ? ['lower'] : []);
  });
});

describe('of any conference', () => {
  const conferences = fc.oneof(documents(), bargains());
  const worth = (setting: Setting, party: string, text: Readonly<Record<string, string>>) =>
    utility(
      setting.parties[setting.partyIndex.get(party)!]!,
      setting.issues.map(({ id, optionIndex }) => optionIndex.get(text[id]!)!),
    );

  test('what the moves of a party cost it, and gave others, adds up to the change from its first position to its last', () => {
    fc.assert(
      fc.property(conferences, fc.string(), (document, seed) => {
        const given = scenarioOf(document);
        const setting = settingOf(given);
        for (const one of recordAnalysisOf(given, playBulk(setting, seed)).concessions) {
          const change = (party: string) =>
            worth(setting, party, one.last.text) - worth(setting, party, one.first.text);
          const sum = (of: (move: (typeof one.moves)[number]) => number) =>
            one.moves.reduce((all, move) => all + of(move), 0);
          expect(sum(({ own }) => own)).toBeCloseTo(change(one.party), 9);
          expect(one.own).toBeCloseTo(change(one.party), 9);
          for (const [party, gain] of Object.entries(one.others)) {
            expect(gain).toBeCloseTo(change(party), 9);
            expect(sum(({ others }) => others[party]!)).toBeCloseTo(change(party), 9);
          }
        }
      }),
    );
  });

  test('every press is in the influence ledger, under what became of it', () => {
    fc.assert(
      fc.property(documents(), fc.string(), (document, seed) => {
        const given = scenarioOf(document);
        const facts = playBulk(settingOf(given), seed);
        const { pairs } = recordAnalysisOf(given, facts).influence;
        for (const outcome of ['worked', 'failed', 'backfired'] as const) {
          const told = pairs.reduce((sum, { presses }) => sum + presses[outcome], 0);
          expect(told).toBe(facts.filter((fact) => fact.type === 'party.pressed' && fact.outcome === outcome).length);
        }
      }),
    );
  });

  test('a text lies on the frontier when it suits those who must sign and no other that does is better for one and worse for none', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const given = scenarioOf(document);
        const setting = settingOf(given);
        const landmarks = landmarksOf(given);
        const signing = setting.signatories.map((i) => setting.parties[i]!);
        const texts = everyText(setting).map((text) => ({ text, u: signing.map((party) => utility(party, text)) }));
        const suiting = texts.filter(({ text, u }) =>
          signing.every((party, i) => u[i]! >= party.walkAway - 1e-9 && crossedRedLine(party, text) < 0),
        );
        expect(landmarks.rational).toBe(suiting.length);
        for (const { text, u } of suiting) {
          const bettered = suiting.some(
            (other) => other.u.every((x, i) => x >= u[i]! - 1e-9) && other.u.some((x, i) => x > u[i]! + 1e-9),
          );
          const place = placeOf(setting, landmarks, named(setting, text));
          expect(place.suits).toBe(true);
          if (bettered) expect(place.toFrontier).toBeGreaterThan(0);
          else expect(place.toFrontier).toBeLessThan(1e-8);
        }
      }),
    );
  });

  test('the Nash point is the same whether it is looked for on the frontier or among all texts', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const given = scenarioOf(document);
        const listed = landmarksOf(given, 'floor', { ...THOROUGH, frontier: -1 });
        const onFrontier = landmarksOf(given, 'floor', { ...THOROUGH, listed: 0 });
        const product = ({ nash, disagreement: { point } }: typeof listed) =>
          nash?.utilities.reduce((all, u, i) => all * Math.max(0, u - point[i]!), 1);
        expect(onFrontier.rational).toBeNull();
        if (listed.nash === null) expect(onFrontier.nash).toBeNull();
        else expect(product(onFrontier)).toBeCloseTo(product(listed)!, 9);
      }),
    );
  });
});

function everyText(setting: Setting): readonly number[][] {
  return setting.issues.reduce<number[][]>(
    (texts, { options }) => texts.flatMap((text) => options.map((_, o) => [...text, o])),
    [[]],
  );
}

function named(setting: Setting, text: readonly number[]): Record<string, string> {
  return Object.fromEntries(setting.issues.map((issue, k) => [issue.id, issue.options[text[k]!]!]));
}
