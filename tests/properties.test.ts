import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { playBulk } from '../src/conference/bulk.ts';
import { ENDINGS } from '../src/model/ending.ts';
import type { Fact, FactOf } from '../src/model/fact.ts';
import { Timeline } from '../src/record/timeline.ts';
import { stateAtStart } from '../src/record/state.ts';
import { settingOf, type Setting } from '../src/rules/setting.ts';
import { utility as worthOf } from '../src/rules/utility.ts';
import { everyText } from './rules/sketches.arbitrary.ts';
import { documents, scenarioOf, type Document } from './scenario.arbitrary.ts';

function endOf(facts: readonly Fact[]): FactOf<'conference.ended'> {
  const last = facts.at(-1)!;
  if (last.type !== 'conference.ended') throw new Error('the conference did not end');
  return last;
}

/** What a text is worth to the one that votes, all told. */
function worth({ party, private: numbers }: FactOf<'vote.cast'>): number {
  const terms = numbers[party]!;
  return terms.utility + terms.promises - terms.audience - terms.commitment;
}

function play(document: Document, seed: string): readonly Fact[] {
  return playBulk(settingOf(scenarioOf(document)), seed);
}

/** The same map with its keys in another order. */
function shuffled<T>(map: Record<string, T>, by: number): Record<string, T> {
  const keys = Object.keys(map);
  const turned = keys.map((_, n) => keys[(n + by) % keys.length]!).toReversed();
  return Object.fromEntries(turned.map((key) => [key, map[key]!]));
}

describe('every conference', () => {
  test('ends, within its rounds, with its ending as the last fact', () => {
    fc.assert(
      fc.property(documents(), fc.string(), (document, seed) => {
        const facts = play(document, seed);
        expect(endOf(facts).round).toBeLessThanOrEqual(document['conference'].rounds);
        expect(facts.filter((fact) => fact.type === 'conference.ended')).toHaveLength(1);
      }),
    );
  });

  test('comes out the same however the parties and relations are ordered in the file', () => {
    fc.assert(
      fc.property(documents(), fc.string(), fc.nat(7), (document, seed, by) => {
        const relations = Object.fromEntries(
          Object.entries(shuffled(document['relations'], by)).map(([from, to]) => [from, shuffled(to as Document, by)]),
        );
        const other = { ...document, parties: shuffled(document['parties'], by), relations };
        expect(JSON.stringify(play(other, seed))).toBe(JSON.stringify(play(document, seed)));
      }),
    );
  });

  test('is not touched by what an absent party without channels thinks', () => {
    fc.assert(
      fc.property(documents(), documents({ parties: { min: 2, max: 2 } }), fc.string(), (document, donor, seed) => {
        const { spoiler: _, ...someone } = donor['parties']['p1'] as Document;
        const outsider = (stances: Document) => ({
          ...someone,
          attendance: 'declined',
          signatory: false,
          stances,
        });
        const first = outsider(document['parties']['p1'].stances);
        const second = { ...outsider(document['parties']['p2'].stances), walkAway: 0.9, leverage: 1, pain: 0.05 };
        const without = (facts: readonly Fact[]) =>
          facts.map((fact) =>
            'private' in fact && fact.private ? { ...fact, private: { ...fact.private, zz: undefined } } : fact,
          );
        const played = (party: Document) =>
          without(play({ ...document, parties: { ...document['parties'], zz: party } }, seed));
        expect(JSON.stringify(played(second))).toBe(JSON.stringify(played(first)));
      }),
    );
  });
});

describe('there is never an agreement', () => {
  const eachParty = (document: Document, change: (party: Document, id: string) => Document): Document => ({
    ...document,
    parties: Object.fromEntries(
      Object.entries(document['parties'] as Document).map(([id, party]) => [id, { ...party, ...change(party, id) }]),
    ),
  });
  const agreed = (document: Document, seed: string) => endOf(play(document, seed)).ending === 'agreement';

  test('with a total spoiler among the signatories', () => {
    fc.assert(
      fc.property(documents(), fc.string(), (document, seed) => {
        const spoilt = eachParty(document, (_, id) => (id === 'p1' ? { spoiler: { type: 'total' } } : {}));
        expect(agreed(spoilt, seed)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  /** No text is worth to every signatory what it can have without one. */
  const noOverlap = (setting: Setting) =>
    !everyText(setting).some((text) =>
      setting.signatories.every((i) => {
        const party = setting.parties[i]!;
        return worthOf(party, text) >= Math.min(1, party.walkAway + (setting.rival?.[i] ?? 0)) - 1e-9;
      }),
    );

  test('where walk-aways do not overlap, with pain, pressing, promises and events off', () => {
    let counted = 0;
    fc.assert(
      fc.property(documents({ parties: { min: 4, max: 5 } }), fc.string(), (document, seed) => {
        const quiet: Document = {
          ...eachParty(document, ({ walkAway }) => ({
            walkAway: walkAway + 0.4,
            pain: 0,
            budget: 0,
            attendance: 'accepted',
          })),
          events: {},
          model: { press: { effect: { value: 0, range: [0, 0] }, backlash: { value: 0, range: [0, 0] } } },
        };
        if (!noOverlap(settingOf(scenarioOf(quiet)))) return;
        counted += 1;
        expect(agreed(quiet, seed)).toBe(false);
      }),
      { numRuns: 400 },
    );
    expect(counted).toBeGreaterThan(100);
  });
});

describe('over two thousand random conferences', () => {
  const sample = fc.sample(documents(), { numRuns: 2000, seed: 2018 }).map((document) => {
    const scenario = scenarioOf(document);
    const setting = settingOf(scenario);
    return { scenario, setting, facts: playBulk(setting, 'sample') };
  });
  const endings = sample.map(({ facts }) => endOf(facts).ending);

  test('at least one in twenty is signed and every ending occurs', () => {
    expect(endings.filter((ending) => ending === 'agreement').length / endings.length).toBeGreaterThanOrEqual(0.05);
    expect(new Set(endings)).toEqual(new Set(ENDINGS));
  });

  test('nobody signs or accepts below its walk-away', () => {
    for (const { facts } of sample) {
      for (const fact of facts) {
        if (fact.type !== 'vote.cast' || !fact.accepts) continue;
        expect(worth(fact)).toBeGreaterThanOrEqual(fact.private[fact.party]!.walkAway - 1e-9);
      }
      const end = endOf(facts);
      if (end.ending !== 'agreement') continue;
      for (const party of end.parties) {
        const last = facts.findLast((fact) => fact.type === 'vote.cast' && fact.party === party)!;
        expect(worth(last as FactOf<'vote.cast'>)).toBeGreaterThanOrEqual(end.private[party]!.walkAway - 1e-9);
      }
    }
  });

  test('nobody promises more than it has, and no event strikes twice', () => {
    let promises = 0;
    for (const { setting, facts } of sample) {
      const standing = new Map<string, Map<string, number>>();
      const struck: string[] = [];
      for (const fact of facts) {
        if (fact.type === 'event.struck') struck.push(fact.event);
        if (fact.type !== 'party.promised') continue;
        const { cost } = fact.private[fact.from] as { cost: number };
        const mine = standing.get(fact.from) ?? new Map<string, number>();
        standing.set(fact.from, mine.set(fact.to, cost));
        const total = [...mine.values()].reduce((sum, one) => sum + one, 0);
        expect(total).toBeLessThanOrEqual(setting.parties[setting.partyIndex.get(fact.from)!]!.budget + 1e-9);
        promises += 1;
      }
      expect(new Set(struck).size).toBe(struck.length);
    }
    expect(promises).toBeGreaterThan(100);
  });

  test('a total spoiler accepts nothing', () => {
    for (const { setting, facts } of sample) {
      for (const fact of facts) {
        if (fact.type !== 'vote.cast' || !fact.accepts) continue;
        expect(setting.parties[setting.partyIndex.get(fact.party)!]!.spoiler?.type).not.toBe('total');
      }
    }
  });

  test('nobody accepts a text across its red line', () => {
    for (const { scenario, setting, facts } of sample) {
      const text = setting.opening.slice();
      for (const fact of facts) {
        if (fact.type === 'text.drafted') {
          for (const { issue, to } of fact.changes) {
            const k = setting.issueIndex.get(issue)!;
            text[k] = setting.issues[k]!.optionIndex.get(to)!;
          }
        }
        if (fact.type !== 'vote.cast' || !fact.accepts) continue;
        const party = scenario.parties.find((one) => one.id === fact.party)!;
        for (const { issue, redLine } of party.stances) {
          const k = setting.issueIndex.get(issue)!;
          const option = setting.issues[k]!.options[text[k]!]!;
          expect(redLine?.kind === 'never' && redLine.options.includes(option)).toBe(false);
        }
      }
    }
  });

  test('folding forward and back returns to the start, and every moment is the same from either side', () => {
    for (const { scenario, facts } of sample.slice(0, 150)) {
      const start = stateAtStart(scenario);
      const timeline = new Timeline(start, facts);
      const forward = [timeline.at(0)];
      for (let moment = 0; moment < timeline.length; moment++) forward.push(timeline.forward(forward[moment]!, moment));
      let state = timeline.last;
      for (let moment = timeline.length; moment > 0; moment--) {
        expect(state).toEqual(forward[moment]);
        state = timeline.back(state, moment);
      }
      expect(state).toEqual(stateAtStart(scenario));
      expect(timeline.at(Math.floor(timeline.length / 2))).toEqual(forward[Math.floor(timeline.length / 2)]);
    }
  });
});
