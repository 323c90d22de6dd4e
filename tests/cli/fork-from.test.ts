import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerOf, recordHash } from '../../src/cli/conduct.ts';
import { numbersOf, setsOf } from '../../src/cli/course.ts';
import { forkFrom, type Parent } from '../../src/cli/fork-from.ts';
import { doubtOn } from '../../src/cli/rerun.ts';
import { playBulk } from '../../src/conference/bulk.ts';
import { LiveConference, playLive } from '../../src/conference/live.ts';
import { scriptOf } from '../../src/conference/script.ts';
import type { Fact, FactOf } from '../../src/model/fact.ts';
import type { Answer } from '../../src/model/question.ts';
import type { Branch, WhatIf } from '../../src/model/what-if.ts';
import { settingOf } from '../../src/rules/setting.ts';
import { documentOf } from '../../src/scenario/canonical.ts';
import { load, type Loaded } from '../../src/scenario/load.ts';
import { documents, scenarioOf, type Document } from '../scenario.arbitrary.ts';

function loadedFrom(document: Document): Loaded {
  const scenario = scenarioOf(document);
  return { scenario, document: documentOf(scenario), warnings: [] };
}

function bundled(name: string, sets: readonly string[] = []): Loaded {
  const loaded = load(name, sets);
  if (!loaded.ok) throw new Error(`${name} does not load`);
  return loaded.value;
}

function played(loaded: Loaded, seed: string): Parent {
  return { header: headerOf(loaded, seed, []), facts: playBulk(settingOf(loaded.scenario), seed) };
}

function branched(parent: Parent, whatIf: Partial<WhatIf> & { readonly round: number }): Branch {
  const forked = forkFrom(parent, { sets: [], votes: {}, ...whatIf });
  if (!forked.ok) throw new Error(forked.why.join('\n'));
  return forked.branch;
}

function refused(parent: Parent, whatIf: Partial<WhatIf> & { readonly round: number }): string {
  const forked = forkFrom(parent, { sets: [], votes: {}, ...whatIf });
  return forked.ok ? '' : forked.why.join('\n');
}

function roundsIn(facts: readonly Fact[]): number {
  return facts.filter((fact) => fact.type === 'round.opened').length;
}

function before(facts: readonly Fact[], round: number): string {
  const end = facts.findIndex((fact) => fact.round >= round);
  return JSON.stringify(end < 0 ? facts : facts.slice(0, end));
}

function votesIn(facts: readonly Fact[], round: number): readonly FactOf<'vote.cast'>[] {
  return facts.filter((fact): fact is FactOf<'vote.cast'> => fact.type === 'vote.cast' && fact.round === round);
}

/** The same run with actors, from header and inputs alone. */
function live({ header, facts }: Parent): readonly Fact[] {
  const numbers = numbersOf(header, setsOf(facts));
  if (!numbers.ok) throw new Error('the record does not say what was in force');
  const { setting, course } = numbers.value;
  const again: Fact[] = [];
  playLive(setting, header.seed, { onFact: (fact) => again.push(fact), script: scriptOf(facts), course });
  return again;
}

/** What may be asked of a random conference: any of the ways in which a number lives on. */
const changes = fc.record({
  sets: fc.subarray([
    'parties.p1.pain=0.05',
    'parties.p1.walkAway=0.2',
    'parties.p1.expectation=0.9',
    'parties.p2.patience=1',
    'parties.p2.audience=1',
    'model.press.effect=0.05',
    'conference.consultations=true',
  ]),
  vote: fc.option(fc.record({ party: fc.constantFrom('p1', 'p2'), accepts: fc.boolean() }), { nil: undefined }),
});

function asked(
  facts: readonly Fact[],
  round: number,
  { sets, vote }: typeof changes extends fc.Arbitrary<infer T> ? T : never,
): WhatIf {
  const polled = vote !== undefined && votesIn(facts, round).some((one) => one.party === vote.party);
  return { round, sets, votes: polled ? { [vote.party]: { accepts: vote.accepts } } : {} };
}

describe('a fork', () => {
  test('without any change is its parent, whatever the scenario, the seed and the round', () => {
    fc.assert(
      fc.property(documents(), fc.string(), fc.nat(), (document, seed, n) => {
        const parent = played(loadedFrom(document), seed);
        const round = n % (roundsIn(parent.facts) + 1);
        expect(JSON.stringify(branched(parent, { round }).facts)).toBe(JSON.stringify(parent.facts));
      }),
      { numRuns: 100 },
    );
  });

  test('never touches what was before its round, comes out again from its record, and is the same with actors', () => {
    let differing = 0;
    fc.assert(
      fc.property(documents(), fc.string(), fc.nat(), changes, (document, seed, n, change) => {
        const parent = played(loadedFrom(document), seed);
        const rounds = roundsIn(parent.facts);
        const round = rounds === 0 ? 0 : 1 + (n % rounds);
        const { facts } = branched(parent, asked(parent.facts, round, change));
        expect(before(facts, round)).toBe(before(parent.facts, round));
        const fork = { header: parent.header, facts };
        expect(doubtOn(fork)).toBeUndefined();
        expect(JSON.stringify(live(fork))).toBe(JSON.stringify(facts));
        if (JSON.stringify(facts) !== JSON.stringify(parent.facts)) differing += 1;
      }),
      { numRuns: 120 },
    );
    expect(differing).toBeGreaterThan(60);
  });

  test('of a fork is a record like any other, at a later round and at an earlier one', () => {
    fc.assert(
      fc.property(
        documents(),
        fc.string(),
        fc.nat(),
        fc.nat(),
        changes,
        changes,
        (document, seed, n, m, one, other) => {
          const parent = played(loadedFrom(document), seed);
          const first = roundsIn(parent.facts) === 0 ? 0 : 1 + (n % roundsIn(parent.facts));
          const child = { header: parent.header, facts: branched(parent, asked(parent.facts, first, one)).facts };
          const second = roundsIn(child.facts) === 0 ? 0 : 1 + (m % roundsIn(child.facts));
          expect(JSON.stringify(branched(child, { round: second }).facts)).toBe(JSON.stringify(child.facts));
          const { facts } = branched(child, { round: second, sets: other.sets, votes: {} });
          expect(before(facts, second)).toBe(before(child.facts, second));
          expect(doubtOn({ header: parent.header, facts })).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('at round 0 is the run that --set gives, but for the line that says so', () => {
    for (const sets of [['parties.kabul.attendance=accepted'], ['parties.taliban.pain=0.01', 'conference.rounds=5']]) {
      for (const seed of ['1', '4', '42']) {
        const { facts } = branched(played(bundled('moscow-2018'), seed), { round: 0, sets });
        expect(facts[0]).toEqual({ type: 'course.changed', round: 0, seenBy: [], sets });
        const set = playBulk(settingOf(bundled('moscow-2018', sets).scenario), seed);
        expect(JSON.stringify(facts.slice(1))).toBe(JSON.stringify(set));
      }
    }
  });

  test('gives every line before its round the hash that its parent gives it', () => {
    const loaded = bundled('moscow-2018');
    const parent = played(loaded, '42');
    const { facts } = branched(parent, { round: 4, sets: ['parties.taliban.walkAway=0.5'] });
    const shared = facts.findIndex((fact) => fact.round === 4);
    const hashAt = (of: readonly Fact[], n: number) => recordHash(loaded, '42', of.slice(0, n));
    expect(hashAt(facts, shared)).toBe(hashAt(parent.facts, shared));
    expect(hashAt(facts, shared + 1)).not.toBe(hashAt(parent.facts, shared + 1));
  });
});

describe('what is set as a round opens', () => {
  const parent = played(bundled('moscow-2018'), '42');
  const closed = (facts: readonly Fact[], round: number) =>
    facts.find((fact): fact is FactOf<'round.closed'> => fact.type === 'round.closed' && fact.round === round)!;

  test('is what a number is from then on, whatever it had become', () => {
    const trusted = branched(parent, { round: 5, sets: ['relations.china.kabul.trust=0.9'] });
    const doubted = branched(parent, { round: 5, sets: ['relations.china.kabul.trust=-0.9'] });
    const trust = (facts: readonly Fact[]) => closed(facts, 5).private['kabul']!.trust['china']!;
    // A round of corridor and poll moves it by a little from where it was set.
    expect(trust(trusted.facts)).toBeGreaterThan(0.7);
    expect(trust(doubted.facts)).toBeLessThan(-0.7);
    expect(trust(parent.facts)).toBeLessThan(0.7);
  });

  test('keeps what pain and pressure have taken off a walk-away', () => {
    const opening = (facts: readonly Fact[]) =>
      facts.find((fact): fact is FactOf<'round.opened'> => fact.type === 'round.opened' && fact.round === 5)!.private[
        'taliban'
      ]!;
    const scenario = bundled('moscow-2018').scenario.parties.find((party) => party.id === 'taliban')!;
    const lost = scenario.walkAway.value - opening(parent.facts).walkAway;
    const { facts } = branched(parent, { round: 5, sets: ['parties.taliban.walkAway=0.6'] });
    expect(lost).not.toBe(0);
    expect(opening(facts).walkAway).toBeCloseTo(0.6 - lost, 12);
  });

  test('is seen by no party', () => {
    const { facts } = branched(parent, { round: 2, sets: ['parties.kabul.walkAway=0.5'] });
    expect(facts.find((fact) => fact.type === 'course.changed')).toMatchObject({ seenBy: [] });
  });

  test.each([
    [{ round: 99 }, 'there is no round 99 to branch at: this conference opened rounds 1 to 8'],
    [{ round: 2.5 }, 'there is no round 2.5'],
    [{ round: 2, sets: ['parties.kabul.attendance=declined'] }, 'branch at round 0'],
    [{ round: 5, sets: ['conference.rounds=4'] }, 'there is no round 5 in a conference of 4 rounds'],
    [{ round: 2, sets: ['parties.kabul.pian=0'] }, 'did you mean parties.kabul.pain?'],
    [{ round: 2, sets: ['parties.kabul.pain=2'] }, 'parties.kabul.pain'],
    [{ round: 2, votes: { kabl: { accepts: true } } }, 'did you mean "kabul"?'],
    [{ round: 0, votes: { kabul: { accepts: true } } }, 'nobody votes before round 1'],
    [{ round: 2, votes: { washington: { accepts: true } } }, 'it is not polled in round 2'],
    [{ round: 2, votes: { kabul: { accepts: false, over: 'weather' } } }, 'there is no issue weather'],
  ] as const)('is refused when it cannot be or would change nothing: %j', (whatIf, why) => {
    expect(refused(parent, whatIf)).toContain(why);
  });
});

describe('a vote that is set', () => {
  const parent = played(bundled('moscow-2018'), '42');

  test('is cast, and stands in the record as an input of nobody at the table', () => {
    const objector = votesIn(parent.facts, 3).find((vote) => !vote.accepts)!.party;
    const { facts, warnings } = branched(parent, { round: 3, votes: { [objector]: { accepts: true } } });
    expect(warnings).toEqual([]);
    expect(votesIn(facts, 3).find((vote) => vote.party === objector)).toMatchObject({ accepts: true });
    expect(facts).toContainEqual({ type: 'seat.held', round: 3, party: objector, question: 'vote', holder: 'script' });
    expect(facts).toContainEqual({
      type: 'answer.given',
      round: 3,
      party: objector,
      answer: { type: 'vote', accepts: true },
    });
  });

  test('to object names the issue that was asked for, else the one that costs the party most', () => {
    const loaded = bundled('moscow-class');
    const signed = played(loaded, '1');
    const last = roundsIn(signed.facts);
    const over = (vote: WhatIf['votes'][string]) =>
      votesIn(branched(signed, { round: last, votes: { kabul: vote } }).facts, last).find(
        (one) => one.party === 'kabul',
      )!.objection;
    expect(over({ accepts: false, over: 'next-venue' })).toEqual({ code: 'below-target', issue: 'next-venue' });
    expect(over({ accepts: false })?.code).toBe('below-target');
  });

  test('undoes an agreement when a signatory’s is', () => {
    const signed = played(bundled('moscow-class'), '1');
    const last = roundsIn(signed.facts);
    expect(signed.facts.at(-1)).toMatchObject({ ending: 'agreement', round: last });
    const { facts } = branched(signed, { round: last, votes: { taliban: { accepts: false } } });
    expect(roundsIn(facts)).toBeGreaterThan(last);
  });

  test('that would have been cast anyway is said to be so', () => {
    const vote = votesIn(parent.facts, 3)[0]!;
    const { warnings } = branched(parent, { round: 3, votes: { [vote.party]: { accepts: vote.accepts } } });
    expect(warnings).toEqual([`--vote ${vote.party}: it ${vote.accepts ? 'accepts' : 'objects'} in round 3 anyway`]);
  });
});

describe('a fork of a conference that people played', () => {
  const loaded = bundled('moscow-2018');
  const facts: Fact[] = [];
  const conference = new LiveConference(settingOf(loaded.scenario), '42', {
    onFact: (fact) => facts.push(fact),
    holders: { kabul: 'person' },
  });
  const answers: Record<string, Answer> = {
    attendance: { type: 'attendance', grade: 'official' },
    amendments: { type: 'amendments', amendments: [{ issue: 'next-venue', option: 'kabul' }] },
    caucus: { type: 'caucus', acts: [] },
    vote: { type: 'vote', accepts: false, objection: { code: 'below-target', issue: 'next-venue' } },
    stay: { type: 'stay', stays: true },
  };
  while (!conference.ended) {
    for (const { number, type } of conference.pending()) conference.answer(number, answers[type]!);
    conference.resume();
  }
  const parent: Parent = { header: headerOf(loaded, '42', []), facts };

  test('keeps what they answered, before the round and after it', () => {
    expect(JSON.stringify(branched(parent, { round: 2 }).facts)).toBe(JSON.stringify(facts));
    const branch = branched(parent, { round: 3, sets: ['parties.taliban.walkAway=0.5'] });
    expect(doubtOn({ header: parent.header, facts: branch.facts })).toBeUndefined();
    const wishes = branch.facts.filter((fact) => fact.type === 'answer.given' && fact.answer.type === 'amendments');
    expect(wishes.length).toBe(roundsIn(branch.facts));
  });

  test('sets their vote and gives the seat back to them', () => {
    const branch = branched(parent, { round: 3, votes: { kabul: { accepts: true } } });
    const held = branch.facts.filter(
      (fact): fact is FactOf<'seat.held'> => fact.type === 'seat.held' && fact.round > 0,
    );
    expect(held.map(({ holder }) => holder).slice(0, 2)).toEqual(['script', 'person']);
    expect(JSON.stringify(live({ header: parent.header, facts: branch.facts }))).toBe(JSON.stringify(branch.facts));
  });
});
