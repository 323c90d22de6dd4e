import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../src/chance/chance.ts';
import { playBulk } from '../../src/conference/bulk.ts';
import { LiveConference } from '../../src/conference/live.ts';
import type { Question } from '../../src/conference/port.ts';
import { answerByRule } from '../../src/conference/rule-seat.ts';
import { scriptOf } from '../../src/conference/script.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Answer, CaucusAct, Holder } from '../../src/model/question.ts';
import { mayPress } from '../../src/rules/pressure.ts';
import { settingOf, type Setting } from '../../src/rules/setting.ts';
import { documents, scenarioOf } from '../scenario.arbitrary.ts';

const [document] = fc.sample(documents({ parties: { min: 5, max: 5 } }), { numRuns: 1, seed: 7 });
for (const id of ['p1', 'p2', 'p3', 'p4', 'p5']) document!['parties'][id].attendance = 'accepted';
document!['conference'].rounds = 4;
const setting = settingOf(scenarioOf(document!));

/** A person who wants nothing, presses nobody and objects to everything, but never leaves. */
function contrary(question: Question): Answer {
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

/** A person who does all in the corridor that may be done there, and else what a contrary one does. */
function busy(of: Setting, question: Question): Answer {
  if (question.type !== 'caucus') return contrary(question);
  const { me, outgoing } = question.view;
  const acts: CaucusAct[] = [];
  let left = me.budget - outgoing.reduce((sum, { promise }) => sum + (promise?.cost ?? 0), 0);
  for (const { setting: line, channel, promise } of outgoing) {
    const { id: on, signatory } = of.parties[line.to]!;
    if (channel === 'none') continue;
    acts.push({ act: 'reassure', on }, { act: 'warn', on });
    if (
      mayPress(
        of,
        question.view.public,
        line,
        outgoing.find((one) => one.setting === line)!,
      )
    )
      acts.push({ act: 'press', on });
    if (channel === 'back' && question.round % 2 === 0) acts.push({ act: 'leak', on });
    if (left < 0.03 || signatory === me.signatory) continue;
    acts.push({ act: 'promise', on, cost: (promise?.cost ?? 0) + 0.03 });
    left -= 0.03;
  }
  return { type: 'caucus', acts };
}

interface Played {
  readonly facts: readonly Fact[];
  readonly conference: LiveConference;
}

/** Plays with people in some seats; `next` picks which open question is answered next, and may do more. */
function play(
  of: Setting,
  holders: Record<string, Holder>,
  next: (open: readonly Question[], conference: LiveConference) => Question | undefined,
): Played {
  const facts: Fact[] = [];
  const conference = new LiveConference(of, 'seats', { holders, onFact: (fact) => facts.push(fact) });
  while (!conference.ended) {
    const open = conference.pending();
    if (open.length === 0) {
      conference.resume();
      continue;
    }
    const question = next(open, conference);
    if (question !== undefined)
      expect(conference.answer(question.number, contrary(question))).toEqual({ type: 'taken' });
  }
  return { facts, conference };
}

const people = { p1: 'person', p3: 'person', p5: 'person' } as const;

describe('people at the table', () => {
  test('leave the same bytes in whatever order they answer', () => {
    const first = play(setting, people, (open) => open[0]).facts;
    const last = play(setting, people, (open) => open.at(-1)).facts;
    const middle = play(setting, people, (open) => open[Math.floor(open.length / 2)]).facts;
    expect(JSON.stringify(last)).toBe(JSON.stringify(first));
    expect(JSON.stringify(middle)).toBe(JSON.stringify(first));
    expect(first.filter((fact) => fact.type === 'answer.given').length).toBeGreaterThan(10);
  });

  test('who hand a seat back in the middle of a phase leave the same bytes, whether before or after the others answered', () => {
    const handBack = (when: 'early' | 'late') =>
      play(setting, people, (open, conference) => {
        const own = open.find((question) => question.id === 'p3');
        const others = open.filter((question) => question.id !== 'p3');
        if (own?.type !== 'vote' || own.round !== 2) return open[0];
        if (when === 'late' && others.length > 0) return others[0];
        conference.hand('p3', 'rule');
        return undefined;
      }).facts;
    const early = handBack('early');
    expect(JSON.stringify(handBack('late'))).toBe(JSON.stringify(early));
    const held = early.filter((fact) => fact.type === 'seat.held' && fact.party === 'p3');
    expect(held).toMatchObject([{ holder: 'person' }, { holder: 'rule', round: 2, question: 'vote' }]);
  });

  test('are replayed from their record, byte for byte, by the bulk driver', () => {
    const { facts } = play(setting, people, (open) => open[0]);
    expect(JSON.stringify(playBulk(setting, 'seats', { script: scriptOf(facts) }))).toBe(JSON.stringify(facts));
    expect(JSON.stringify(playBulk(setting, 'seats'))).not.toBe(JSON.stringify(facts));
  });

  test('who do what the rule would do change nothing but the inputs', () => {
    const chance = chanceOf('seats');
    const facts: Fact[] = [];
    const conference = new LiveConference(setting, 'seats', {
      holders: { p2: 'person' },
      onFact: (fact) => facts.push(fact),
    });
    while (!conference.ended) {
      const [question] = conference.pending();
      if (question) conference.answer(question.number, answerByRule(setting, chance, question));
      else conference.resume();
    }
    const acts = facts.filter((fact) => fact.type !== 'seat.held' && fact.type !== 'answer.given');
    expect(JSON.stringify(acts)).toBe(JSON.stringify(playBulk(setting, 'seats')));
  });

  test('who take a seat only later are asked from the next question on', () => {
    const facts: Fact[] = [];
    const conference = new LiveConference(setting, 'seats', { onFact: (fact) => facts.push(fact) });
    expect(conference.pending()).toEqual([]);
    conference.hand('p1', 'person', 'a latecomer');
    conference.resume();
    const [question] = conference.pending();
    expect(question).toMatchObject({ id: 'p1', type: 'amendments', round: 2 });
    conference.answer(question!.number, contrary(question!));
    while (!conference.ended) {
      const [open] = conference.pending();
      if (open) conference.answer(open.number, contrary(open));
      else conference.resume();
    }
    expect(facts.find((fact) => fact.type === 'seat.held')).toEqual({
      type: 'seat.held',
      round: 2,
      party: 'p1',
      question: 'amendments',
      holder: 'person',
      reason: 'a latecomer',
    });
    expect(JSON.stringify(playBulk(setting, 'seats', { script: scriptOf(facts) }))).toBe(JSON.stringify(facts));
  });
});

describe('random conferences with people in some of their seats', () => {
  test('are replayed from their inputs, byte for byte, by the bulk driver', () => {
    let inputs = 0;
    const happened = new Set<string>();
    fc.assert(
      fc.property(documents(), fc.string(), fc.infiniteStream(fc.nat(9)), (random, seed, choices) => {
        const of = settingOf(scenarioOf(random));
        const chance = chanceOf(seed);
        const next = () => choices.next().value as number;
        const facts: Fact[] = [];
        const holders = Object.fromEntries(
          of.parties.map(({ id }) => [id, next() < 5 ? ('person' as const) : ('rule' as const)]),
        );
        const conference = new LiveConference(of, seed, { holders, onFact: (fact) => facts.push(fact) });
        while (!conference.ended) {
          const open = conference.pending();
          const question = open[next() % Math.max(open.length, 1)];
          if (question === undefined) conference.resume();
          else if (next() === 0) conference.hand(question.id, 'rule', 'gone for tea');
          else {
            const how = next();
            const answer =
              how < 3 ? contrary(question) : how < 6 ? busy(of, question) : answerByRule(of, chance, question);
            expect(conference.answer(question.number, answer)).toEqual({ type: 'taken' });
          }
        }
        for (const fact of facts) happened.add(fact.type === 'channel.leaked' ? `leaked by ${fact.by}` : fact.type);
        inputs += facts.filter((fact) => fact.type === 'answer.given').length;
        expect(JSON.stringify(playBulk(of, seed, { script: scriptOf(facts) }))).toBe(JSON.stringify(facts));
      }),
      { numRuns: 300 },
    );
    expect(inputs).toBeGreaterThan(1000);
    for (const type of ['party.pressed', 'party.promised', 'party.reassured', 'party.warned', 'leaked by act'])
      expect(happened).toContain(type);
  });
});

describe('the desk refuses', () => {
  const open = () => {
    const conference = new LiveConference(setting, 'desk', { holders: people, onFact: () => {} });
    return { conference, question: conference.pending()[0]! };
  };

  test('an answer to a question that was never put', () => {
    const { conference } = open();
    expect(conference.answer(9999, { type: 'stay', stays: true })).toEqual({ type: 'unknown' });
    expect(conference.answer(0, { type: 'stay', stays: true })).toEqual({ type: 'unknown' });
  });

  test('a second answer to the same question', () => {
    const { conference, question } = open();
    expect(conference.answer(question.number, contrary(question))).toEqual({ type: 'taken' });
    expect(conference.answer(question.number, contrary(question))).toEqual({ type: 'doubled' });
  });

  test('an answer that comes after its phase', () => {
    const { conference, question } = open();
    for (const each of conference.pending()) conference.answer(each.number, contrary(each));
    expect(conference.pending()[0]!.type).not.toBe('amendments');
    expect(conference.answer(question.number, contrary(question))).toEqual({ type: 'late' });
  });

  test('an answer that does not fit its question, and says why', () => {
    const { conference, question } = open();
    const refusals: [Answer, string][] = [
      [{ type: 'stay', stays: true }, 'asked for amendments, got stay'],
      [{ type: 'amendments', amendments: [{ issue: 'nowhere', option: 'o1' }] }, 'no issue nowhere'],
      [{ type: 'amendments', amendments: [{ issue: 'i1', option: 'nothing' }] }, 'no option nothing on i1'],
      [
        {
          type: 'amendments',
          amendments: [
            { issue: 'i1', option: 'o1' },
            { issue: 'i1', option: 'o2' },
          ],
        },
        'two options for i1',
      ],
    ];
    for (const [answer, why] of refusals)
      expect(conference.answer(question.number, answer)).toEqual({ type: 'refused', why });
    expect(conference.answer(question.number, contrary(question))).toEqual({ type: 'taken' });
  });

  test('to hand over the seat of a party that does not exist', () => {
    expect(() => open().conference.hand('nobody', 'person')).toThrow('no party nobody');
  });
});
