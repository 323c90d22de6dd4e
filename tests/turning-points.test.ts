import { describe, expect, test } from 'vitest';
import { turningPointsOf } from '../src/analysis/turning-points.ts';
import type { Fact } from '../src/model/fact.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { namesOf } from '../src/views/prose/names.ts';
import { decisiveSentence, turning } from '../src/views/prose/turning.ts';

const scenario = {
  parties: [
    { id: 'east', name: 'East', signatory: true },
    { id: 'host', name: 'Host', signatory: false },
    { id: 'west', name: 'West', signatory: true },
  ],
  issues: [{ id: 'bridge', name: 'The bridge', options: [] }],
  conference: { rule: { vetoes: [] } },
} as unknown as Scenario;
const names = namesOf(scenario);

const came = (party: string, grade: 'official' | 'unofficial' | 'absent'): Fact => ({
  type: 'attendance.settled',
  round: 0,
  party,
  grade,
  decided: true,
});
const vote = (round: number, party: string, accepts: boolean, code?: 'red-line' | 'below-target'): Fact => ({
  type: 'vote.cast',
  round,
  party,
  accepts,
  adReferendum: false,
  ...(code === undefined ? {} : { objection: { code, issue: 'bridge' } }),
  private: {},
});
const threat = (round: number, party: string): Fact => ({ type: 'walk-out.threatened', round, party, private: {} });
const left = (round: number, party: string): Fact => ({
  type: 'party.left',
  round,
  party,
  signatory: true,
  private: {},
});
const struck = (round: number, headline: string): Fact => ({ type: 'event.struck', round, event: 'flood', headline });
const ended = (round: number): Fact => ({
  type: 'conference.ended',
  round,
  ending: 'collapse',
  closing: 'time-up',
  parties: [],
  settled: [],
  private: {},
});
const told = (...facts: readonly Fact[]) => turningPointsOf(scenario, facts).map((point) => turning(point, names));
const deciding = (...facts: readonly Fact[]) => decisiveSentence(turningPointsOf(scenario, facts), names);

describe('the turning points of a conference', () => {
  test('are the first red line, threat and acceptance, each event and each walk-out of one who must sign', () => {
    expect(
      told(
        vote(1, 'east', false, 'red-line'),
        vote(1, 'host', true),
        vote(1, 'west', false, 'red-line'),
        threat(1, 'west'),
        struck(1, 'The river rises'),
        vote(2, 'east', true),
        threat(2, 'east'),
        struck(2, 'The river falls'),
        left(2, 'west'),
      ),
    ).toEqual([
      'the first red line: East, on the bridge',
      'the first threat to walk out: West',
      'an event: The river rises',
      'the first to accept of those who must sign: East',
      'an event: The river falls',
      'West walks out',
    ]);
  });

  test('stand at the moment when the fact had been told', () => {
    const facts = [vote(1, 'east', false, 'below-target'), threat(1, 'west'), ended(1)];
    expect(turningPointsOf(scenario, facts).map(({ moment, type }) => [moment, type])).toEqual([
      [1, 'decisive-vote'],
      [2, 'first-threat'],
    ]);
  });
});

describe('the vote that decided', () => {
  const no = (round: number, party: string) => vote(round, party, false, 'below-target');
  const yes = (round: number, party: string) => vote(round, party, true);
  test.each([
    [
      'is the last by which one who must sign changed its mind',
      [no(1, 'east'), no(1, 'west'), yes(2, 'east'), no(2, 'west'), yes(3, 'east'), no(3, 'west'), ended(3)],
      'The vote that decided was in round 2, when East accepted: in the one poll after it nobody who had to agree voted otherwise.',
    ],
    [
      'is the last poll where an agreement came of it',
      [no(1, 'east'), yes(1, 'west'), yes(2, 'east'), yes(2, 'west'), ended(2)],
      'The vote that decided was in round 2, when East accepted: it was the last poll.',
    ],
    [
      'is in the first poll where nobody ever changed its mind',
      [yes(1, 'east'), no(1, 'west'), yes(2, 'east'), no(2, 'west'), yes(3, 'east'), no(3, 'west'), ended(3)],
      'The vote that decided was in round 1, when West objected: in the two polls after it nobody who had to agree voted otherwise.',
    ],
    [
      'is never that of a party whose assent is not needed',
      [no(1, 'east'), no(1, 'host'), no(1, 'west'), no(2, 'east'), yes(2, 'host'), no(2, 'west'), ended(2)],
      'The vote that decided was in round 1, when West objected: in the one poll after it nobody who had to agree voted otherwise.',
    ],
  ])('%s', (_, facts, sentence) => expect(deciding(...facts)).toBe(sentence));

  test('is not known before the end, and there is none without a poll', () => {
    expect(deciding(no(1, 'east'))).toBeUndefined();
    expect(deciding(ended(0))).toBeUndefined();
  });

  test('there is none where a delegation without a mandate decided it beforehand', () => {
    const facts = [came('east', 'unofficial'), no(1, 'east'), no(1, 'west'), ended(1)];
    expect(turningPointsOf(scenario, facts).map(({ type }) => type)).toEqual(['cannot-sign']);
    expect(deciding(...facts)).toBe('What decided it came before the first round: East was there without a mandate.');
  });
});
