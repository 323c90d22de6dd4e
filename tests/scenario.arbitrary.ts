import fc from 'fast-check';
import type { Scenario } from '../src/model/scenario.ts';
import { scenarioFrom } from '../src/scenario/load.ts';

/**
 * Scenario documents of every kind the rules know: grades, chairs, red lines, tactics, spoilers, channels and what they
 * serve, guarantees, promises to be kept, a rival forum, events set and left to chance, orders of issues.
 */
export interface DocumentOptions {
  readonly parties?: { readonly min: number; readonly max: number };
}

const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
const within = (min: number, max: number) =>
  fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((n) => n / 100);
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n + 1}`);

export type Document = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- a document is unchecked by nature

interface Shape {
  readonly options: number;
  readonly ordered: boolean;
  readonly commitment: boolean;
}

export function documents({ parties = { min: 2, max: 5 } }: DocumentOptions = {}): fc.Arbitrary<Document> {
  const issue = fc.record({
    options: fc.integer({ min: 2, max: 4 }),
    ordered: fc.boolean(),
    commitment: fc.constantFrom(false, false, true),
  });
  const shape = fc.record({
    parties: fc.integer(parties),
    issues: fc.array(issue, { minLength: 1, maxLength: 4 }),
    guarantee: fc.boolean(),
  });
  return shape.chain(({ parties: count, issues, guarantee }) => documentOf(ids('p', count), issues, guarantee));
}

/** The same by alternating offers: any tactics and acceptances, an order of turns or none. */
export function bargains(options: DocumentOptions = {}): fc.Arbitrary<Document> {
  return documents(options).chain((document) => {
    const parties = document['parties'] as Document;
    const order = fc.option(fc.shuffledSubarray(Object.keys(parties), { minLength: Object.keys(parties).length }), {
      nil: undefined,
    });
    const tactics = fc.array(bargainingTactic(), {
      minLength: Object.keys(parties).length,
      maxLength: Object.keys(parties).length,
    });
    return fc.tuple(order, tactics).map(([turns, list]) => ({
      ...document,
      conference: { ...document['conference'], protocol: 'alternating-offers', ...(turns && { order: turns }) },
      parties: Object.fromEntries(
        Object.entries(parties).map(([id, party], n) => [id, { ...(party as Document), tactic: list[n] }]),
      ),
    }));
  });
}

function bargainingTactic(): fc.Arbitrary<Document> {
  const number = fc.record({ factor: within(0.9, 1.1), margin: within(0, 0.1) });
  const acceptance = fc.oneof(
    number.map((of) => ({ kind: 'next', ...of })),
    within(0, 1).map((after) => ({ kind: 'time', after })),
    fc
      .tuple(number, within(0, 1), fc.constantFrom('best-of-window', 'mean-of-window', 'best-so-far'))
      .map(([of, after, against]) => ({ kind: 'combi', ...of, after, against })),
  );
  const tactic = fc.oneof(
    fc.record({ beta: within(0.1, 3), reciprocity: share, floor: within(0, 0.3) }),
    fc.record({ beta: within(0.1, 3) }),
    fc.constantFrom({ kind: 'hardliner' }, { kind: 'random-walker' }, { kind: 'nice-tit-for-tat' }),
    fc.integer({ min: 1, max: 3 }).map((lookBack) => ({ kind: 'tit-for-tat', lookBack })),
  );
  const accepting = fc
    .tuple(tactic, fc.option(acceptance, { nil: undefined }))
    .map(([of, by]): Document => ({ ...of, ...(by && { acceptance: by }) }));
  return fc.oneof({ weight: 5, arbitrary: accepting }, { weight: 2, arbitrary: fc.constant({ kind: 'micro' }) });
}

/** A document that checks, as a scenario. */
export function scenarioOf(document: Document): Scenario {
  const result = scenarioFrom(document);
  if (!result.ok) throw new Error(`not a scenario: ${result.error.map((problem) => problem.message).join('; ')}`);
  return result.value;
}

function documentOf(parties: string[], shapes: readonly Shape[], guarantee: boolean): fc.Arbitrary<Document> {
  const issues = Object.fromEntries(shapes.map((shape, k) => [`i${k + 1}`, issueOf(shape)]));
  const guaranteed = guarantee ? Object.values(issues).find((issue) => issue['ordered']) : undefined;
  if (guaranteed) guaranteed['guarantee'] = true;
  const signatories = Math.max(1, Math.min(3, Math.floor(parties.length / 2)));
  return fc
    .record({
      id: fc.constant('random'),
      title: fc.constant('A random conference'),
      about: fc.constant('Made by a generator.'),
      basis: fc.constant('invented: drawn at random'),
      conference: conferenceOf(parties),
      issues: fc.constant(issues),
      parties: fc.record(
        Object.fromEntries(parties.map((id, i) => [id, partyOf(i, i < signatories, i === parties.length - 1, shapes)])),
      ),
      relations: relationsOf(parties, Object.keys(issues)),
    })
    .chain((document) => eventsOf(parties, document).map((events) => ({ ...document, events })));
}

function issueOf({ options, ordered, commitment }: Shape): Document {
  const list = ids('o', options);
  return {
    name: 'An issue',
    about: 'Something to settle.',
    ordered,
    options: Object.fromEntries(list.map((id) => [id, { name: id, meaning: 'something' }])),
    statusQuo: list[0],
    opening: list[options > 2 ? 1 : 0],
    ...(commitment && { commitment }),
  };
}

function conferenceOf(parties: string[]): fc.Arbitrary<Document> {
  const last = parties.at(-1)!;
  const conference = fc.record({
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
  const draws = fc
    .subarray(parties, { minLength: 1 })
    .chain((drawn) => fc.record(Object.fromEntries(drawn.map((id) => [id, within(0, 0.1)]))));
  const rival = fc.record({ name: fc.constant('Another forum'), draws });
  return fc
    .tuple(conference, fc.option(rival, { nil: undefined }))
    .map(([of, other]) => ({ ...of, ...(other && { rival: other }) }));
}

function partyOf(index: number, signatory: boolean, chairs: boolean, shapes: readonly Shape[]): fc.Arbitrary<Document> {
  const invitations = chairs
    ? (['accepted'] as const)
    : signatory
      ? (['accepted', 'accepted', 'accepted', 'undecided', 'unofficial'] as const)
      : (['accepted', 'accepted', 'undecided', 'observer', 'declined', 'unofficial'] as const);
  const party = fc.record({
    name: fc.constant(`Party ${index + 1}`),
    signatory: fc.constant(signatory),
    attendance: fc.constantFrom(...invitations),
    walkAway: within(0.05, 0.55),
    pain: within(0, 0.04),
    expectation: share,
    optimism: share,
    patience: fc.integer({ min: 0, max: 4 }),
    leverage: within(0.1, 1),
    audience: share,
    delegation: share,
    home: fc.constantFrom(0, 0.3, 0.5, 0.7),
    budget: fc.constantFrom(0, 0.05, 0.2),
    guarantor: share,
    tactic: tacticOf(),
    stances: fc.record(Object.fromEntries(shapes.map((shape, k) => [`i${k + 1}`, stanceOf(shape)]))),
    brief: fc.constant({ public: 'What all may know.', confidential: 'What it keeps to itself.' }),
  });
  return fc
    .tuple(party, fc.option(spoilerOf(shapes), { freq: 6, nil: undefined }))
    .map(([of, spoiler]) => ({ ...of, ...(spoiler && { spoiler }) }));
}

function tacticOf(): fc.Arbitrary<Document> {
  const timeDependent = fc.record({ beta: within(0.2, 3), reciprocity: within(0, 0.8) });
  return fc.oneof(
    { weight: 6, arbitrary: timeDependent },
    { weight: 1, arbitrary: fc.constant({ kind: 'hardliner' }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'random-walker' }) },
  );
}

function spoilerOf(shapes: readonly Shape[]): fc.Arbitrary<Document> {
  const limited = fc
    .nat(shapes.length - 1)
    .chain((k) =>
      fc
        .subarray(ids('o', shapes[k]!.options), { minLength: 1 })
        .map((options) => ({ type: 'limited', issue: `i${k + 1}`, within: options })),
    );
  return fc.oneof(
    limited,
    within(0.01, 0.1).map((step) => ({ type: 'greedy', step })),
    fc.constant({ type: 'total' }),
  );
}

function stanceOf({ options, ordered }: Shape): fc.Arbitrary<Document> {
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

function relationsOf(parties: string[], issues: string[]): fc.Arbitrary<Document> {
  const pairs = parties.flatMap((from) => parties.filter((to) => to !== from).map((to) => [from, to] as const));
  const relation = fc.record({
    influence: share,
    trust: within(-1, 1),
    channel: fc.constantFrom('open', 'back', 'none'),
    serves: fc.subarray(issues),
  });
  return fc.subarray(pairs).chain((chosen) =>
    fc.array(relation, { minLength: chosen.length, maxLength: chosen.length }).map((list) => {
      const table: Document = {};
      chosen.forEach(([from, to], n) => ((table[from] ??= {})[to] = list[n]));
      return table;
    }),
  );
}

/** Events change what the document declares: parties always, relations and a rival forum where there are any. */
function eventsOf(parties: string[], { relations, conference }: Document): fc.Arbitrary<Document> {
  const pairs = Object.entries(relations as Document).flatMap(([from, others]) =>
    Object.keys(others).map((to) => ({ from, to })),
  );
  const effects: fc.Arbitrary<Document>[] = [
    fc.record({
      party: fc.constantFrom(...parties),
      what: fc.constantFrom('walkAway', 'expectation', 'optimism', 'pain'),
      change: within(-0.1, 0.1),
    }),
  ];
  if (pairs.length > 0) {
    const pair = fc.constantFrom(...pairs);
    const change = fc.record({ what: fc.constantFrom('trust', 'influence'), change: within(-0.5, 0.5) });
    const channel = fc.record({ channel: fc.constantFrom('open', 'open', 'back', 'none') });
    effects.push(fc.tuple(pair, fc.oneof(change, channel)).map(([ends, what]) => ({ ...ends, ...what })));
  }
  if (conference.rival !== undefined) effects.push(fc.constant({ rival: 'closed' }));
  const event = fc.record({
    when: fc.oneof(
      fc.record({ round: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ hazard: within(0.05, 0.5), shock: fc.boolean() }),
    ),
    headline: fc.constant('Something happens.'),
    effects: fc.array(fc.oneof(...effects), { minLength: 1, maxLength: 3 }),
  });
  return fc
    .array(event, { maxLength: 3 })
    .map((list) => Object.fromEntries(list.map(({ when, ...of }, n) => [`event-${n + 1}`, { ...when, ...of }])));
}
