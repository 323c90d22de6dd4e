import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { playBulk } from '../../src/conference/bulk.ts';
import { LiveConference } from '../../src/conference/live.ts';
import type { Question } from '../../src/conference/port.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Answer } from '../../src/model/question.ts';
import { seenScenario } from '../../src/record/seen-scenario.ts';
import { seenFacts } from '../../src/record/seen.ts';
import { stateAtStart } from '../../src/record/state.ts';
import { Timeline } from '../../src/record/timeline.ts';
import { settingOf, type Setting } from '../../src/rules/setting.ts';
import { documents, scenarioOf, type Document } from '../scenario.arbitrary.ts';
import { disguised } from '../rules/secrets.ts';

/** The same document, in which one party wants and feels otherwise, and says nothing else in public. */
function otherwise(document: Document, party: string): Document {
  const copy = structuredClone(document);
  const one = copy['parties'][party];
  for (const stance of Object.values<Document>(one.stances)) {
    stance['salience'] = 11 - (stance['salience'] ?? 5);
    delete stance['redLine'];
    if (stance['voiced'] === 'private' && stance['ideal'] !== undefined) stance['ideal'] = 0.123;
  }
  for (const name of ['walkAway', 'pain', 'expectation', 'optimism', 'audience', 'delegation', 'home', 'budget'])
    one[name] = 0.321;
  one.patience = 4;
  one.tactic = { beta: 2.7, reciprocity: 0.11 };
  delete one.spoiler;
  one.brief = { public: one.brief?.public ?? 'p', confidential: 'canary' };
  return copy;
}

describe('what a seat sees of a scenario', () => {
  test('is the same, whatever another party wants and feels', () => {
    fc.assert(
      fc.property(documents(), (random) => {
        const document = structuredClone(random);
        document['parties'].p2.brief = { public: 'p', confidential: 'secret' };
        const changed = otherwise(document, 'p2');
        const before = seenScenario(scenarioOf(document), ['p1']);
        const after = seenScenario(scenarioOf(changed), ['p1']);
        expect(JSON.stringify(after)).toBe(JSON.stringify(before));
        expect(JSON.stringify(seenScenario(scenarioOf(changed), ['p2']))).toContain('canary');
      }),
      { numRuns: 300 },
    );
  });

  test('holds no event before it happens', () => {
    const [document] = fc.sample(documents(), { numRuns: 1, seed: 3 });
    document!['events'] = {
      storm: { round: 2, headline: 'A storm.', effects: [{ party: 'p1', what: 'pain', change: 0.1 }] },
    };
    expect(seenScenario(scenarioOf(document!), ['p1']).events).toEqual([]);
  });
});

const played = documents({ parties: { min: 3, max: 5 } }).map((document) => {
  const scenario = scenarioOf(document);
  return { scenario, facts: playBulk(settingOf(scenario), 'seen') };
});

/** The fact with other private numbers for everybody but one. */
function scrambled(fact: Fact, but: string): Fact {
  if (!('private' in fact)) return fact;
  const numbers = Object.entries(fact.private ?? {}).map(([party, own]) => [party, party === but ? own : { lie: 1 }]);
  return { ...fact, private: Object.fromEntries(numbers) };
}

describe('what a seat sees of a conference', () => {
  test('holds no number of anybody else', () => {
    fc.assert(
      fc.property(played, ({ scenario, facts }) => {
        for (const { id } of scenario.parties) {
          const lies = facts.filter((fact) => fact.type !== 'durability.weighed').map((fact) => scrambled(fact, id));
          expect(JSON.stringify(seenFacts(scenario, lies, [id]))).toBe(
            JSON.stringify(seenFacts(scenario, facts, [id])),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('holds nothing that only others saw, nothing that others answered, and nothing tabled while it was away', () => {
    let unseen = 0;
    fc.assert(
      fc.property(played, ({ scenario, facts }) => {
        for (const { id } of scenario.parties) {
          const away = new Set(
            facts.flatMap((f) => (f.type === 'attendance.settled' && f.grade === 'absent' ? f.party : [])),
          );
          const seen = seenFacts(scenario, facts, [id]);
          unseen += facts.length - seen.length;
          for (const fact of seen) {
            if ('seenBy' in fact) expect(fact.seenBy).toContain(id);
            if (fact.type === 'answer.given') expect(fact.party).toBe(id);
            if (fact.type === 'amendments.tabled') expect(away.has(id)).toBe(false);
            expect(fact.type).not.toBe('durability.weighed');
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(unseen).toBeGreaterThan(100);
  });

  test('stops at the door when it leaves', () => {
    const scenario = scenarioOf(fc.sample(documents({ parties: { min: 3, max: 3 } }), { numRuns: 1, seed: 5 })[0]!);
    const tabled: Fact = { type: 'amendments.tabled', round: 1, party: 'p2', changes: [], private: {} };
    const facts: Fact[] = [
      { type: 'attendance.settled', round: 0, party: 'p1', grade: 'official', decided: true },
      tabled,
      { type: 'party.left', round: 1, party: 'p1', signatory: false, private: {} },
      tabled,
    ];
    expect(seenFacts(scenario, facts, ['p1']).map((fact) => fact.type)).toEqual([
      'attendance.settled',
      'amendments.tabled',
      'party.left',
    ]);
  });

  test('is all that a timeline needs', () => {
    fc.assert(
      fc.property(played, ({ scenario, facts }) => {
        const timeline = new Timeline(stateAtStart(seenScenario(scenario, ['p1'])), seenFacts(scenario, facts, ['p1']));
        const whole = new Timeline(stateAtStart(scenario), facts);
        expect(timeline.last.text).toEqual(whole.last.text);
        expect(timeline.scores('p1', 99)).toEqual(whole.scores('p1', 99));
        expect(timeline.scores('p2', 99)).toEqual([]);
        expect(timeline.last.parties['p2']!.vote?.accepts).toBe(whole.last.parties['p2']!.vote?.accepts);
      }),
      { numRuns: 100 },
    );
  });

  test('is the same, byte for byte, whatever another seat that acts the same wants and feels', () => {
    let compared = 0;
    fc.assert(
      fc.property(documents({ parties: { min: 3, max: 4 } }), (document) => {
        const scenario = scenarioOf(document);
        const setting = settingOf(scenario);
        const before = playedBy(setting, 'p2');
        const after = playedBy(disguised(setting, 1), 'p2');
        const inPublic = (facts: readonly Fact[]) =>
          JSON.stringify(facts.filter((fact) => fact.type !== 'durability.weighed').map((fact) => scrambled(fact, '')));
        // What its numbers decide without it (whether it threatens, whether a press works) is a public act as well.
        if (inPublic(before) !== inPublic(after)) return;
        compared++;
        expect(JSON.stringify(before)).not.toBe(JSON.stringify(after));
        for (const seat of ['p1', 'p3'])
          expect(JSON.stringify(seenFacts(scenario, after, [seat]))).toBe(
            JSON.stringify(seenFacts(scenario, before, [seat])),
          );
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(30);
  });
});

/** Played with one seat that always answers the same. */
function playedBy(setting: Setting, person: string): readonly Fact[] {
  const facts: Fact[] = [];
  const holders = { [person]: 'person' as const };
  const conference = new LiveConference(setting, 'same', { holders, onFact: (fact) => facts.push(fact) });
  while (!conference.ended) {
    const [question] = conference.pending();
    if (question === undefined) conference.resume();
    else conference.answer(question.number, stubborn(question));
  }
  return facts;
}

function stubborn(question: Question): Answer {
  switch (question.type) {
    case 'attendance':
      return { type: 'attendance', grade: 'official' };
    case 'amendments':
      return { type: 'amendments', amendments: [] };
    case 'caucus':
      return { type: 'caucus', acts: [] };
    case 'draft':
      return { type: 'draft', changes: [] };
    case 'vote':
      return { type: 'vote', accepts: false, objection: { code: 'below-target', issue: 'i1' } };
    case 'stay':
      return { type: 'stay', stays: true };
    case 'turn':
      return { type: 'turn', move: 'offer', offer: [] };
  }
}
