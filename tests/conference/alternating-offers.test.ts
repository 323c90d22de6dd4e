import { describe, expect, test } from 'vitest';
import { playBulk } from '../../src/conference/bulk.ts';
import { LiveConference } from '../../src/conference/live.ts';
import type { Fact, FactOf } from '../../src/model/fact.ts';
import type { Answer } from '../../src/model/question.ts';
import type { AcceptanceSetting, TacticSetting } from '../../src/rules/party-setting.ts';
import type { Setting } from '../../src/rules/setting.ts';
import { settingFor, type Sketch } from '../rules/setting.ts';

/**
 * One issue, eleven options: each step is a tenth of utility. `a` likes o10, `b` likes o0, so what one gains the
 * other loses. Ten rounds: t = 0, 1/11, 2/11 …
 */
function haggle(a: TacticSetting, b: TacticSetting, more: Partial<Sketch> = {}): Setting {
  const tenths = Array.from({ length: 11 }, (_, n) => n / 10);
  return settingFor({
    issues: { price: 11 },
    parties: {
      a: { signatory: true, attendance: 'accepted', walkAway: 0, tactic: a, wants: { price: { values: tenths } } },
      b: {
        signatory: true,
        attendance: 'accepted',
        walkAway: 0,
        tactic: b,
        wants: { price: { values: tenths.toReversed() } },
      },
    },
    order: ['a', 'b'],
    rounds: 10,
    ...more,
  });
}

const NEXT: AcceptanceSetting = { kind: 'next', factor: 1, margin: 0 };
const timed = (beta: number, acceptance: AcceptanceSetting = NEXT): TacticSetting => ({
  kind: 'time-dependent',
  beta,
  reciprocity: 0,
  floor: 0,
  acceptance,
});
const HARD: TacticSetting = { kind: 'hardliner', acceptance: NEXT };

/** Turn by turn: "a 10" is an offer of option o10, "b yes" an acceptance. */
function turns(facts: readonly Fact[]): string {
  let option = 'o0';
  return facts
    .flatMap((fact) => {
      if (fact.type === 'offer.accepted') return [`${fact.party} yes`];
      if (fact.type !== 'offer.made') return [];
      option = fact.changes[0]?.to ?? option;
      return [`${fact.party} ${option.slice(1)}`];
    })
    .join(', ');
}

function end(facts: readonly Fact[]): FactOf<'conference.ended'> {
  const last = facts.at(-1)!;
  if (last.type !== 'conference.ended') throw new Error('it did not end');
  return last;
}

describe('the time-dependent tactic, worked by hand', () => {
  test('linear against linear: both give a tenth of the way each round, and meet in the middle', () => {
    // Targets 1 − t: 1, .909, .818, .727, .636, .545, .454 …: the nearest tenths are 10, 9, 8, 7, 6, 5 for a.
    // In round 6 a offers 5, worth .5 to b, whose own next would be worth .5: it accepts.
    expect(turns(playBulk(haggle(timed(1), timed(1)), 's'))).toBe(
      'a 10, b 0, a 9, b 1, a 8, b 2, a 7, b 3, a 6, b 4, a 5, b yes',
    );
  });

  test('Boulware against Conceder: α = t⁵ and √t; the Conceder pays', () => {
    // b's targets: 1, 1 − √(1/11) = .698, 1 − √(2/11) = .574, .478, .397, .326 …; a's stay at 10 to t = .545 (α = .048).
    expect(
      turns(playBulk(haggle(timed(0.2), timed(2)), 's')).startsWith('a 10, b 0, a 10, b 3, a 10, b 4, a 10, b 5'),
    ).toBe(true);
  });

  test('a floor is conceded at the start', () => {
    const generous: TacticSetting = { kind: 'time-dependent', beta: 1, reciprocity: 0, floor: 0.3, acceptance: NEXT };
    expect(turns(playBulk(haggle(generous, HARD), 's'))).toMatch(/^a 7, b 0/);
  });

  test('nobody goes below the walk-away: the target ends there', () => {
    const setting = haggle(timed(1), HARD, {
      parties: {
        a: { signatory: true, attendance: 'accepted', walkAway: 0.6, tactic: timed(2), wants: { price: { ideal: 1 } } },
        b: { signatory: true, attendance: 'accepted', walkAway: 0, tactic: HARD, wants: { price: { ideal: 0 } } },
      },
    });
    const offers = playBulk(setting, 's').filter((fact) => fact.type === 'offer.made' && fact.party === 'a');
    expect(offers).toHaveLength(10);
    for (const fact of offers as FactOf<'offer.made'>[]) expect(fact.private['a']!.utility).toBeGreaterThanOrEqual(0.6);
  });
});

describe('the other tactics, worked by hand', () => {
  test('a hardliner repeats its best and accepts nothing else', () => {
    const facts = playBulk(haggle(HARD, HARD, { rounds: 3 }), 's');
    expect(turns(facts)).toBe('a 10, b 0, a 10, b 0, a 10, b 0');
    expect(end(facts)).toMatchObject({ ending: 'consultations', closing: 'time-up', round: 3 });
  });

  test('relative tit-for-tat concedes by the ratio of the other’s last two offers', () => {
    // b concedes evenly: its offers 0, 1, 2, 3 … are worth 0, .1, .2, .3 to a. Ratios .1/.2, .2/.3:
    // from nothing to .1 is 0/.1 = 0: a falls to its walk-away of .4 at once, and stays there.
    const tit: TacticSetting = { kind: 'tit-for-tat', lookBack: 1, acceptance: NEXT };
    const fromNothing = haggle(tit, timed(1), {
      parties: {
        a: { signatory: true, attendance: 'accepted', walkAway: 0.4, tactic: tit, wants: { price: { ideal: 1 } } },
        b: { signatory: true, attendance: 'accepted', walkAway: 0, tactic: timed(1), wants: { price: { ideal: 0 } } },
      },
    });
    expect(turns(playBulk(fromNothing, 's'))).toMatch(/^a 10, b 0, a 10, b 1, a 4, b 2, a 4, b 3, a 4, b yes/);
    // b opens at 4 (its floor .4): .4, .45 → 4 or 5 …: its offers are worth .4, .5 (target .545), .5, .6 … to a.
    const open: TacticSetting = { kind: 'time-dependent', beta: 1, reciprocity: 0, floor: 0.4, acceptance: NEXT };
    // Round 3: 1 × .4/.5 = .8; round 4: .8 × .5/.5 = .8; b's targets 1 − α, α = .4 + .6t: .6, .545, .49, .436, .38.
    expect(turns(playBulk(haggle(tit, open), 's'))).toMatch(/^a 10, b 4, a 10, b 5, a 8, b 5, a 8, b 6/);
  });

  test('MiCRO gives one new outcome for each that it gets, and the two meet in the middle', () => {
    const micro: TacticSetting = { kind: 'micro' };
    expect(turns(playBulk(haggle(micro, micro), 's'))).toBe(
      'a 10, b 0, a 9, b 1, a 8, b 2, a 7, b 3, a 6, b 4, a 5, b yes',
    );
  });

  test('MiCRO gives a hardliner one step and no more', () => {
    const facts = playBulk(haggle({ kind: 'micro' }, HARD), 's');
    const own = facts.filter((fact): fact is FactOf<'offer.made'> => fact.type === 'offer.made' && fact.party === 'a');
    expect(own.map((fact) => fact.private['a']!.utility).every((utility) => utility >= 0.9)).toBe(true);
    expect(turns(facts)).toMatch(/^a 10, b 0, a 9, b 0, a (9|10)/);
  });

  test('nice tit-for-tat stays at the top while the other has not moved, and comes down as it comes', () => {
    const nice: TacticSetting = {
      kind: 'nice-tit-for-tat',
      reach: 1.4,
      gap: 0.6,
      least: 0.5,
      hurry: 0.91,
      rush: 0.05,
      band: 0.02,
      acceptance: NEXT,
    };
    expect(turns(playBulk(haggle(nice, HARD), 's'))).toMatch(/^a 10, b 0, a 10, b 0, a 10/);
    // b conceded half of the way to a's aim of .5 (least) by its offer of 3 (c = .6): target 1 − .6 × .5 = .7.
    const facts = playBulk(haggle(nice, timed(1)), 's');
    expect(turns(facts)).toMatch(/^a 10, b 0, a 10, b 1, a 9, b 2, a 8, b 3, a 7/);
  });

  test('a walker asks for something else each round, by the seed alone', () => {
    const walker: TacticSetting = { kind: 'random-walker', acceptance: NEXT };
    const first = turns(playBulk(haggle(walker, HARD), 'one'));
    expect(turns(playBulk(haggle(walker, HARD), 'one'))).toBe(first);
    expect(turns(playBulk(haggle(walker, HARD), 'two'))).not.toBe(first);
  });
});

describe('acceptance', () => {
  test('ACtime takes anything once it is late enough, and nothing before', () => {
    // t = (r − 1)/11 exceeds .5 first in round 7 (.545).
    const facts = playBulk(haggle({ kind: 'hardliner', acceptance: { kind: 'time', after: 0.5 } }, HARD), 's');
    expect(end(facts)).toMatchObject({ ending: 'agreement', round: 7 });
  });

  test.each([
    // b offers a .1, .2, .3 … as it concedes; ACnext alone would wait for its own next, 1.
    ['best-so-far', 6],
    ['best-of-window', 6],
    ['mean-of-window', 6],
  ] as const)('ACcombi takes what reaches the %s from its time on', (against, round) => {
    const combi: AcceptanceSetting = { kind: 'combi', factor: 1, margin: 0, after: 0.45, against };
    const facts = playBulk(haggle({ kind: 'hardliner', acceptance: combi }, timed(1)), 's');
    expect(end(facts)).toMatchObject({ ending: 'agreement', round });
  });

  test('a margin makes it easier to please', () => {
    // In round 5 b is offered .4 and would ask for .6.
    const easy = haggle(timed(1), timed(1, { kind: 'next', factor: 1, margin: 0.2 }));
    expect(end(playBulk(easy, 's'))).toMatchObject({ ending: 'agreement', round: 5 });
  });
});

describe('the protocol', () => {
  test('takes turns in the order that the scenario gives', () => {
    const setting = haggle(HARD, HARD, { order: ['b', 'a'], rounds: 2 });
    expect(turns(playBulk(setting, 's'))).toBe('b 0, a 10, b 0, a 10');
  });

  test('with three parties an offer needs both others in a row, also across rounds', () => {
    const wants = { price: { ideal: 1 } };
    const easy = { signatory: true, attendance: 'accepted', walkAway: 0, tactic: timed(1), wants } as const;
    const setting = settingFor({
      issues: { price: 11 },
      parties: { a: { ...easy, tactic: HARD, wants: { price: { ideal: 0.5 } } }, b: easy, c: easy },
      order: ['b', 'a', 'c'],
      rounds: 20,
    });
    const facts = playBulk(setting, 's');
    expect(end(facts)).toMatchObject({ ending: 'agreement', parties: ['a', 'b', 'c'] });
    // c accepts in the round of the offer, b in the next.
    const accepted = facts.filter((fact) => fact.type === 'offer.accepted').slice(-2);
    expect(accepted.map((fact) => fact.party)).toEqual(['c', 'b']);
    expect(accepted[1]!.round).toBe(accepted[0]!.round + 1);
  });

  test('a party that no outcome suits leaves at its first turn, and that ends it', () => {
    const setting = haggle(HARD, HARD, {
      parties: {
        a: { signatory: true, attendance: 'accepted', walkAway: 0, tactic: HARD, wants: { price: { ideal: 1 } } },
        b: {
          signatory: true,
          attendance: 'accepted',
          walkAway: 0.9,
          tactic: HARD,
          wants: { price: { ideal: 0, never: [0, 1] } },
        },
      },
    });
    const facts = playBulk(setting, 's');
    expect(end(facts)).toMatchObject({ ending: 'collapse', closing: 'signatory-left', parties: ['b'], round: 1 });
  });

  test('without the mandate of one that must sign there is no conference', () => {
    const base = { signatory: true, walkAway: 0, tactic: HARD, wants: { price: { ideal: 1 } } } as const;
    const setting = settingFor({
      issues: { price: 11 },
      parties: { a: { ...base, attendance: 'accepted' }, b: { ...base, attendance: 'unofficial' } },
      order: ['a', 'b'],
    });
    expect(end(playBulk(setting, 's'))).toMatchObject({ ending: 'no-conference', parties: ['b'], round: 0 });
  });
});

describe('a person at the table', () => {
  function seated(): LiveConference {
    const facts: Fact[] = [];
    return new LiveConference(haggle(timed(1), timed(1)), 's', {
      onFact: (fact) => facts.push(fact),
      holders: { a: 'person' },
    });
  }
  const answer = (conference: LiveConference, given: Answer) =>
    conference.answer(conference.pending()[0]!.number, given);

  test('cannot accept before there is an offer, nor offer what does not exist', () => {
    const conference = seated();
    expect(answer(conference, { type: 'turn', move: 'accept' })).toEqual({
      type: 'refused',
      why: 'there is no offer on the table to accept',
    });
    expect(
      answer(conference, { type: 'turn', move: 'offer', offer: [{ issue: 'price', option: 'o99' }] }),
    ).toMatchObject({ type: 'refused', why: 'no option o99 on price' });
    expect(answer(conference, { type: 'stay', stays: true })).toMatchObject({ type: 'refused' });
  });

  test('may offer, accept and leave', () => {
    const conference = seated();
    expect(answer(conference, { type: 'turn', move: 'offer', offer: [{ issue: 'price', option: 'o5' }] })).toEqual({
      type: 'taken',
    });
    conference.resume();
    expect(answer(conference, { type: 'turn', move: 'accept' })).toEqual({ type: 'taken' });
    expect(conference.ended).toBe(true);
    const leaving = seated();
    expect(answer(leaving, { type: 'turn', move: 'leave' })).toEqual({ type: 'taken' });
    expect(leaving.ended).toBe(true);
  });
});
