import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { playBulk } from '../src/conference/bulk.ts';
import { LiveConference } from '../src/conference/live.ts';
import { scriptOf } from '../src/conference/script.ts';
import type { Fact, FactOf } from '../src/model/fact.ts';
import type { Answer } from '../src/model/question.ts';
import { outcomeOf as resultOf } from '../src/record/result.ts';
import { stateAtStart } from '../src/record/state.ts';
import { Timeline } from '../src/record/timeline.ts';
import { bargainers } from '../src/rules/bargaining.ts';
import { outcomeOf, outcomesOf, textOf } from '../src/rules/outcomes.ts';
import { settingOf, type Setting } from '../src/rules/setting.ts';
import { utility, walkAway } from '../src/rules/utility.ts';
import { worldAtStart } from '../src/rules/world.ts';
import { namesOf } from '../src/views/prose/names.ts';
import { sentence } from '../src/views/prose/sentences.ts';
import { transcript } from '../src/views/transcript/transcript.ts';
import { everyText } from './rules/sketches.arbitrary.ts';
import { bargains, scenarioOf } from './scenario.arbitrary.ts';

const sample = fc.sample(bargains(), { numRuns: 1500, seed: 1994 }).map((document) => {
  const scenario = scenarioOf(document);
  const setting = settingOf(scenario);
  return { document, scenario, setting, facts: playBulk(setting, 'sample') };
});

function endOf(facts: readonly Fact[]): FactOf<'conference.ended'> {
  const last = facts.at(-1)!;
  if (last.type !== 'conference.ended') throw new Error('the bargaining did not end');
  return last;
}

/** The text on the table after each offer. */
function* offersIn(setting: Setting, facts: readonly Fact[]) {
  const text = setting.opening.slice();
  for (const fact of facts) {
    if (fact.type !== 'offer.made') continue;
    for (const { issue, to } of fact.changes) {
      const k = setting.issueIndex.get(issue)!;
      text[k] = setting.issues[k]!.optionIndex.get(to)!;
    }
    yield { fact, text: text.slice() };
  }
}

describe('over fifteen hundred random bargains', () => {
  test('many agree, many do not, and every round has its turns in order', () => {
    const endings = sample.map(({ facts }) => endOf(facts).ending);
    for (const ending of ['agreement', 'consultations', 'collapse', 'no-conference'])
      expect(endings.filter((one) => one === ending).length).toBeGreaterThan(40);
    expect(endings).not.toContain('communique');
    for (const { setting, facts } of sample) {
      let turn = -1;
      let order: readonly string[] = [];
      for (const fact of facts) {
        if (fact.type === 'round.opened') turn = -1;
        if (fact.type === 'attendance.settled' && fact.grade === 'official') order = [...order, fact.party];
        if (fact.type !== 'offer.made' && fact.type !== 'offer.accepted') continue;
        turn += 1;
        const seated = setting.order.map((i) => setting.parties[i]!.id).filter((id) => order.includes(id));
        expect(fact.party).toBe(seated[turn]);
      }
    }
  });

  test('nobody accepts, and no rule offers, what is below its walk-away or across its red line', () => {
    let accepted = 0;
    for (const { setting, facts } of sample) {
      const text = setting.opening.slice();
      for (const fact of facts) {
        if (fact.type !== 'offer.made' && fact.type !== 'offer.accepted') continue;
        if (fact.type === 'offer.made') {
          for (const { issue, to } of fact.changes) {
            const k = setting.issueIndex.get(issue)!;
            text[k] = setting.issues[k]!.optionIndex.get(to)!;
          }
        }
        const i = setting.partyIndex.get(fact.party)!;
        const party = setting.parties[i]!;
        const b = walkAway(party, worldAtStart(setting).parties[i]!);
        expect(fact.private[fact.party]!.utility).toBe(utility(party, text));
        expect(utility(party, text)).toBeGreaterThanOrEqual(b - 1e-9);
        expect(text.every((option, k) => party.allowed[k]![option])).toBe(true);
        if (fact.type === 'offer.accepted') accepted += 1;
      }
    }
    expect(accepted).toBeGreaterThan(300);
  });

  test('an agreement is an offer that all the others accepted in a row, and nothing else is one', () => {
    for (const { setting, facts } of sample) {
      const turns = facts.filter((fact) => fact.type === 'offer.made' || fact.type === 'offer.accepted');
      const seated = facts.filter((fact) => fact.type === 'attendance.settled' && fact.grade === 'official').length;
      let row = 0;
      turns.forEach((fact, n) => {
        row = fact.type === 'offer.accepted' ? row + 1 : 0;
        // It ends at once: the talk does not go on after an agreement.
        expect(row === seated - 1 && row > 0).toBe(n === turns.length - 1 && endOf(facts).ending === 'agreement');
      });
      if (endOf(facts).ending === 'agreement')
        expect(endOf(facts).parties).toEqual(setting.signatories.map((i) => setting.parties[i]!.id));
    }
  });

  test('MiCRO makes a new offer only when each other has made as many, its best first, and repeats only after that', () => {
    let conceded = 0;
    for (const { setting, facts } of sample) {
      const heard = new Map<string, Set<string>>();
      for (const { fact, text } of offersIn(setting, facts)) {
        const key = text.join();
        const party = setting.parties[setting.partyIndex.get(fact.party)!]!;
        const own = heard.get(fact.party) ?? new Set<string>();
        if (party.tactic.kind === 'micro') {
          const seated = facts.flatMap((one) =>
            one.type === 'attendance.settled' && one.grade === 'official' && one.party !== fact.party
              ? [one.party]
              : [],
          );
          const least = Math.min(...seated.map((id) => heard.get(id)?.size ?? 0));
          if (!own.has(key) && own.size > 0) {
            expect(least).toBeGreaterThanOrEqual(own.size);
            conceded += 1;
          }
          const b = walkAway(party, worldAtStart(setting).parties[party.index]!);
          const { worth } = outcomesOf(setting, party, b);
          // While it may concede and has something left to give, it does not repeat itself.
          const next = worth[own.size];
          if (own.has(key)) expect(least < own.size || next === undefined || next <= b + 1e-9).toBe(true);
          else expect(fact.private[fact.party]!.utility).toBeCloseTo(next!, 9);
        }
        heard.set(fact.party, own.add(key));
      }
    }
    expect(conceded).toBeGreaterThan(100);
  });

  test('comes out the same however the parties stand in the file', () => {
    for (const { document, facts } of sample.slice(0, 200)) {
      const parties = Object.fromEntries(Object.entries(document['parties'] as object).toReversed());
      const other = settingOf(scenarioOf({ ...document, parties }));
      expect(JSON.stringify(playBulk(other, 'sample'))).toBe(JSON.stringify(facts));
    }
  });

  test('the state that the facts tell is the one that came about, forwards and back', () => {
    for (const { scenario, facts } of sample.slice(0, 150)) {
      const timeline = new Timeline(stateAtStart(scenario), facts);
      let state = timeline.last;
      for (let moment = timeline.length; moment > 0; moment--) {
        expect(state).toEqual(timeline.at(moment));
        state = timeline.back(state, moment);
      }
      expect(state).toEqual(stateAtStart(scenario));
    }
  });

  test('is told in sentences, and its result is what the last offer is worth', () => {
    for (const { scenario, setting, facts } of sample.slice(0, 200)) {
      const names = namesOf(scenario);
      for (const fact of facts)
        if (fact.type === 'offer.made' || fact.type === 'offer.accepted')
          expect(sentence(fact, names)).toMatch(/offer|accept/);
      expect(transcript(scenario, 'sample', facts)).toContain('It ends in');
      const result = resultOf(scenario, facts)!;
      const text = setting.issues.map(({ id, optionIndex }) => optionIndex.get(result.text[id]!)!);
      for (const party of setting.parties) expect(result.parties[party.id]!.utility).toBe(utility(party, text));
    }
  });
});

describe('the list of outcomes', () => {
  test('holds every text a party could sign, best first, each worth what the text is worth', () => {
    for (const { setting } of sample.slice(0, 200)) {
      for (const party of setting.parties) {
        const { ranked, worth, utilities } = outcomesOf(setting, party, party.walkAway);
        const signable = everyText(setting).filter(
          (text) =>
            utility(party, text) >= party.walkAway - 1e-9 && text.every((option, k) => party.allowed[k]![option]),
        );
        expect(ranked).toHaveLength(signable.length);
        ranked.forEach((outcome, place) => {
          const text = textOf(setting, outcome);
          expect(outcomeOf(setting, text)).toBe(outcome);
          expect(worth[place]).toBe(utility(party, text));
          expect(utilities[outcome]).toBe(worth[place]);
          if (place > 0) expect(worth[place]).toBeLessThanOrEqual(worth[place - 1]!);
        });
      }
    }
  });
});

describe('people at the table', () => {
  const moves = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });

  test('play what is replayed from its record, whatever they do', () => {
    fc.assert(
      fc.property(bargains(), fc.string(), moves, (document, seed, choices) => {
        const setting = settingOf(scenarioOf(document));
        const facts: Fact[] = [];
        const holders = { p1: 'person', p3: 'program' } as const;
        const conference = new LiveConference(setting, seed, { onFact: (fact) => facts.push(fact), holders });
        let n = 0;
        while (!conference.ended) {
          const question = conference.pending()[0];
          if (question === undefined) {
            conference.resume();
            continue;
          }
          const choice = choices[n++ % choices.length]!;
          conference.answer(question.number, answerTo(setting, question.type, choice));
          // A refused acceptance is answered by an offer.
          if (conference.pending()[0]?.number === question.number)
            conference.answer(question.number, answerTo(setting, question.type, 2));
        }
        expect(JSON.stringify(playBulk(setting, seed, { script: scriptOf(facts) }))).toBe(JSON.stringify(facts));
      }),
      { numRuns: 200 },
    );
  });

  function answerTo(setting: Setting, type: string, choice: number): Answer {
    if (type === 'attendance') return { type: 'attendance', grade: choice % 4 === 0 ? 'absent' : 'official' };
    if (choice % 17 === 0) return { type: 'turn', move: 'leave' };
    if (choice % 2 === 1) return { type: 'turn', move: 'accept' };
    const issue = setting.issues[choice % setting.issues.length]!;
    return {
      type: 'turn',
      move: 'offer',
      offer: [{ issue: issue.id, option: issue.options[choice % issue.options.length]! }],
    };
  }

  test('only those who came officially take turns', () => {
    const strangers = sample.flatMap(({ setting, facts }) => {
      const settled = facts.filter((fact) => fact.type === 'attendance.settled');
      const grades = setting.parties.map(({ id }) => settled.find((fact) => fact.party === id)!.grade);
      const start = worldAtStart(setting);
      const seated = bargainers(setting, { ...start, public: { ...start.public, grades } });
      return facts.filter(
        (fact) => fact.type === 'offer.made' && !seated.includes(setting.partyIndex.get(fact.party)!),
      );
    });
    expect(strangers).toEqual([]);
  });
});
