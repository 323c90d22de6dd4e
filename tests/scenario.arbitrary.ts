import fc from 'fast-check';
import type { Scenario } from '../src/model/scenario.ts';
import { scenarioFrom } from '../src/scenario/load.ts';

/** Scenario documents of every kind the rules know: grades, chairs, red lines, channels, events, orders of issues. */
export interface DocumentOptions {
  readonly parties?: { readonly min: number; readonly max: number };
}

const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
const within = (min: number, max: number) =>
  fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((n) => n / 100);
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n + 1}`);

export type Document = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- a document is unchecked by nature

export function documents({ parties = { min: 2, max: 5 } }: DocumentOptions = {}): fc.Arbitrary<Document> {
  const shape = fc.record({
    parties: fc.integer(parties),
    issues: fc.array(fc.record({ options: fc.integer({ min: 2, max: 4 }), ordered: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    }),
  });
  return shape.chain(({ parties: count, issues }) => documentOf(ids('p', count), issues));
}

/** A document that checks, as a scenario. */
export function scenarioOf(document: Document): Scenario {
  const result = scenarioFrom(document);
  if (!result.ok) throw new Error(`not a scenario: ${result.error.map((problem) => problem.message).join('; ')}`);
  return result.value;
}

function documentOf(parties: string[], shapes: { options: number; ordered: boolean }[]): fc.Arbitrary<Document> {
  const issues = Object.fromEntries(shapes.map((shape, k) => [`i${k + 1}`, issueOf(shape)]));
  const signatories = Math.max(1, Math.min(3, Math.floor(parties.length / 2)));
  return fc.record({
    id: fc.constant('random'),
    title: fc.constant('A random conference'),
    about: fc.constant('Made by a generator.'),
    basis: fc.constant('invented: drawn at random'),
    conference: conferenceOf(parties),
    issues: fc.constant(issues),
    parties: fc.record(
      Object.fromEntries(parties.map((id, i) => [id, partyOf(i, i < signatories, i === parties.length - 1, shapes)])),
    ),
    relations: relationsOf(parties),
    events: eventsOf(parties),
  });
}

function issueOf({ options, ordered }: { options: number; ordered: boolean }): Document {
  const list = ids('o', options);
  return {
    name: 'An issue',
    about: 'Something to settle.',
    ordered,
    options: Object.fromEntries(list.map((id) => [id, { name: id, meaning: 'something' }])),
    statusQuo: list[0],
    opening: list[options > 2 ? 1 : 0],
  };
}

function conferenceOf(parties: string[]): fc.Arbitrary<Document> {
  const last = parties.at(-1)!;
  return fc.record({
    place: fc.constant('Here'),
    date: fc.constant('Now'),
    host: fc.constant('A host'),
    hostParty: fc.constant(last),
    chair: fc.record({
      party: fc.constant(last),
      name: fc.constant('the chair'),
      style: fc.constantFrom('facilitation', 'formulation', 'manipulation'),
      skill: share,
      pace: fc.integer({ min: 1, max: 3 }),
    }),
    rounds: fc.integer({ min: 2, max: 9 }),
    roundStandsFor: fc.constant('a day'),
    ownership: fc.constant({ issue: 'i1', format: 'o1' }),
    pressureToCome: share,
    deadlineHardness: share,
    consultations: fc.boolean(),
    rule: fc.oneof(
      fc.record({ quorum: share }),
      fc.record({ allBut: fc.integer({ min: 0, max: 2 }), vetoes: fc.subarray(parties, { maxLength: 1 }) }),
    ),
  });
}

function partyOf(
  index: number,
  signatory: boolean,
  chairs: boolean,
  shapes: { options: number; ordered: boolean }[],
): fc.Arbitrary<Document> {
  const invitations = chairs
    ? (['accepted'] as const)
    : signatory
      ? (['accepted', 'accepted', 'accepted', 'undecided', 'unofficial'] as const)
      : (['accepted', 'accepted', 'undecided', 'observer', 'declined', 'unofficial'] as const);
  return fc.record({
    name: fc.constant(`Party ${index + 1}`),
    signatory: fc.constant(signatory),
    attendance: fc.constantFrom(...invitations),
    walkAway: within(0.1, 0.6),
    pain: within(0, 0.04),
    expectation: share,
    optimism: share,
    patience: fc.integer({ min: 0, max: 4 }),
    leverage: within(0.1, 1),
    audience: share,
    delegation: share,
    tactic: fc.record({ beta: within(0.2, 3), reciprocity: within(0, 0.8) }),
    stances: fc.record(Object.fromEntries(shapes.map((shape, k) => [`i${k + 1}`, stanceOf(shape)]))),
    brief: fc.constant({ public: 'What all may know.', confidential: 'What it keeps to itself.' }),
  });
}

function stanceOf({ options, ordered }: { options: number; ordered: boolean }): fc.Arbitrary<Document> {
  const list = ids('o', options);
  const salience = fc.integer({ min: 1, max: 10 });
  const redLine = fc.option(
    fc.constantFrom(...list).map((id) => ({ never: [id] })),
    { freq: 5, nil: undefined },
  );
  const worth = ordered
    ? fc.record({ ideal: share })
    : fc.record({ values: fc.record(Object.fromEntries(list.map((id) => [id, share]))) });
  return fc.tuple(worth, salience, redLine, fc.constantFrom('public', 'private')).map(([of, weight, line, voiced]) => ({
    ...of,
    salience: weight,
    voiced,
    ...(line && { redLine: line }),
  }));
}

function relationsOf(parties: string[]): fc.Arbitrary<Document> {
  const pairs = parties.flatMap((from) => parties.filter((to) => to !== from).map((to) => [from, to] as const));
  const relation = fc.record({
    influence: share,
    trust: within(-1, 1),
    channel: fc.constantFrom('open', 'back', 'none'),
  });
  return fc.subarray(pairs).chain((chosen) =>
    fc.array(relation, { minLength: chosen.length, maxLength: chosen.length }).map((list) => {
      const table: Document = {};
      chosen.forEach(([from, to], n) => ((table[from] ??= {})[to] = list[n]));
      return table;
    }),
  );
}

function eventsOf(parties: string[]): fc.Arbitrary<Document> {
  const effect = fc.record({
    party: fc.constantFrom(...parties),
    what: fc.constantFrom('walkAway', 'expectation', 'pain'),
    change: within(-0.1, 0.1),
  });
  const event = fc.record({
    round: fc.integer({ min: 1, max: 6 }),
    headline: fc.constant('Something happens.'),
    effects: fc.array(effect, { minLength: 1, maxLength: 2 }),
  });
  return fc.option(event, { nil: undefined }).map((one) => (one ? { shock: one } : {}));
}
