import fc from 'fast-check';
import type { InspectionEvent } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { describe, expect, test } from 'vitest';
import { playLive } from '../../src/conference/live.ts';
import { machineOf } from '../../src/conference/machine.ts';
import { partyGuards, partyUpdates, type PartyContext } from '../../src/conference/party.updates.ts';
import type { PartyEvent, PartyPort, Question } from '../../src/conference/port.ts';
import { SINGLE_TEXT } from '../../src/conference/protocol.ts';
import type { Fact } from '../../src/model/fact.ts';
import { QUESTIONS } from '../../src/model/question.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { documents, scenarioOf } from '../scenario.arbitrary.ts';

const [document] = fc.sample(documents({ parties: { min: 5, max: 5 } }), { numRuns: 1, seed: 7 });
for (const party of Object.values<Record<string, unknown>>(document!['parties'])) party['attendance'] = 'accepted';
const setting = settingOf(scenarioOf(document!));

/** Inspection shows actors as little more than a session; ours have ids. */
function idOf(actor: unknown): string | undefined {
  return (actor as { id?: string } | undefined)?.id;
}

describe('the actors of a conference', () => {
  const seen: InspectionEvent[] = [];
  const facts: Fact[] = [];
  playLive(setting, 'inspected', { onFact: (fact) => facts.push(fact), inspect: (event) => seen.push(event) });

  test('are the conference, the desk, and one a party', () => {
    const ids = seen.filter((event) => event.type === '@xstate.actor').map((event) => idOf(event.actorRef) ?? '');
    expect(ids.filter((id) => id.startsWith('party:')).toSorted()).toEqual(
      setting.parties.map((party) => `party:${party.id}`).toSorted(),
    );
    expect(ids.filter((id) => id === 'desk')).toHaveLength(1);
    expect(ids).toHaveLength(setting.parties.length + 2);
  });

  test('send every vote as a message, from the party that casts it', () => {
    const votes = seen.flatMap((event) => {
      if (event.type !== '@xstate.event' || event.event.type !== 'party.answered') return [];
      const { answer } = event.event as unknown as { answer: { type: string; accepts?: boolean } };
      return answer.type === 'vote' ? [{ from: idOf(event.sourceRef), accepts: answer.accepts }] : [];
    });
    const cast = facts.flatMap((fact) =>
      fact.type === 'vote.cast' ? [{ from: `party:${fact.party}`, accepts: fact.accepts }] : [],
    );
    expect(cast.length).toBeGreaterThan(3);
    expect(votes).toEqual(cast);
  });
});

describe('a party’s chart', () => {
  const port: PartyPort = { ask: () => {}, reply: () => {} };
  const machine = machineOf(SINGLE_TEXT.party.chart, {
    updates: partyUpdates,
    guards: partyGuards,
    port: () => port,
    context: (): PartyContext & Record<string, unknown> => ({ party: 0, open: undefined }),
  });
  const question = (type: Question['type']) =>
    ({ type: `table.${type}`, question: { number: 1, type } }) as unknown as PartyEvent;
  const events: PartyEvent[] = [
    ...QUESTIONS.map(question),
    { type: 'table.seated', grade: 'official' },
    { type: 'table.seated', grade: 'observer' },
    { type: 'table.seated', grade: 'absent' },
    { type: 'table.dismissed' },
    { type: 'seat.answer', number: 1, answer: { type: 'stay', stays: true } },
  ];
  const paths = getShortestPaths(machine, { events });
  const reached = new Map(paths.map((path) => [JSON.stringify(path.state.value), path]));
  const route = (state: object) =>
    reached
      .get(JSON.stringify(state))
      ?.steps.map((step): string => step.event.type)
      .filter((type) => type !== 'xstate.init');

  test('reaches every state that it draws', () => {
    expect([...reached.keys()].toSorted()).toEqual(
      [
        { away: 'caucusing' },
        { away: 'listening' },
        { invited: 'deciding' },
        { invited: 'waiting' },
        { observing: 'caucusing' },
        { observing: 'listening' },
        { seated: 'amending' },
        { seated: 'caucusing' },
        { seated: 'drafting' },
        { seated: 'listening' },
        { seated: 'voting' },
        { seated: 'weighing' },
        { seated: 'bargaining' },
      ]
        .map((state) => JSON.stringify(state))
        .toSorted(),
    );
  });

  test('is seated before it votes, and a party that stays away is never asked for one', () => {
    expect(route({ seated: 'voting' })).toEqual(['table.seated', 'table.vote']);
    expect(route({ away: 'caucusing' })).toEqual(['table.seated', 'table.caucus']);
    expect(reached.has(JSON.stringify({ away: 'voting' }))).toBe(false);
  });
});
