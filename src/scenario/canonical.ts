import type { Quantity } from '../model/quantity.ts';
import type {
  Conference,
  Effect,
  Issue,
  Party,
  Relation,
  Scenario,
  ScheduledEvent,
  Spoiler,
  Stance,
  Tactic,
} from '../model/scenario.ts';
import { basisText } from './basis-text.ts';
import { byCodeUnit, type Tree } from './tree.ts';

/**
 * The scenario as a document that stands alone: every number written out with range and basis, every coefficient
 * named, keys in one fixed order. Whoever writes the same scenario in another order gets the same bytes.
 */
export function documentOf(scenario: Scenario): Tree {
  const { id, title, about, sources, conference, issues, agenda, parties, relations, events, model } = scenario;
  const issue = new Map(issues.map((one) => [one.id, one]));
  const inIdOrder = [...events].sort((a, b) => byCodeUnit(a.id, b.id));
  return {
    id,
    title,
    about,
    sources: mapped(Object.entries(sources), ({ citation, paragraphs }) => ({ citation, paragraphs })),
    conference: conferenceTree(conference),
    issues: mapped(
      agenda.map((one) => [one, issue.get(one)!]),
      issueTree,
    ),
    parties: mapped(
      parties.map((party) => [party.id, party]),
      partyTree,
    ),
    relations: relationsTree(relations),
    events: mapped(
      inIdOrder.map((event) => [event.id, event]),
      eventTree,
    ),
    model: mapped(Object.entries(model), (group) => mapped(Object.entries(group), quantityTree)),
  };
}

function mapped<T>(entries: readonly (readonly [string, T])[], tree: (value: T) => unknown): Tree {
  return Object.fromEntries(entries.map(([key, value]) => [key, tree(value)]));
}

export function quantityTree({ value, low, high, basis, word }: Quantity): Tree {
  return { value: word ?? value, range: [low, high], basis: basisText(basis) };
}

/** What is left out stays out. */
function optional<T>(key: string, value: T | undefined, tree: (value: T) => unknown = (same) => same): Tree {
  return value === undefined ? {} : { [key]: tree(value) };
}

function conferenceTree({
  protocol,
  order,
  place,
  date,
  host,
  hostParty,
  chair,
  rounds,
  roundStandsFor,
  ownership,
  pressureToCome,
  ...rest
}: Conference): Tree {
  return {
    ...optional('protocol', protocol),
    ...optional('order', order),
    place,
    date,
    host,
    ...optional('hostParty', hostParty),
    chair: {
      ...optional('party', chair.party),
      name: chair.name,
      style: chair.style,
      skill: quantityTree(chair.skill),
      pace: quantityTree(chair.pace),
    },
    rounds: quantityTree(rounds),
    roundStandsFor,
    ...optional('ownership', ownership, ({ issue, format }) => ({ issue, format })),
    pressureToCome: quantityTree(pressureToCome),
    deadlineHardness: quantityTree(rest.deadlineHardness),
    consultations: rest.consultations,
    ...optional('rival', rest.rival, ({ name, draws }) => ({
      name,
      draws: mapped(Object.entries(draws), quantityTree),
    })),
    rule: {
      ...optional('quorum', rest.rule.quorum, quantityTree),
      ...optional('allBut', rest.rule.allBut, quantityTree),
      vetoes: rest.rule.vetoes,
    },
  };
}

function issueTree({ name, about, ordered, options, statusQuo, opening, guarantee, commitment }: Issue): Tree {
  const optionTrees = options.map(({ id, position, ...words }) => {
    return [id, { name: words.name, meaning: words.meaning, ...(ordered && { position }) }] as const;
  });
  const flags = { ...(guarantee && { guarantee }), ...(commitment && { commitment }) };
  return { name, about, ordered, ...flags, options: Object.fromEntries(optionTrees), statusQuo, opening };
}

function partyTree({
  name,
  spokenOf,
  head,
  signatory,
  attendance,
  spoiler,
  tactic,
  stances,
  brief,
  ...numbers
}: Party): Tree {
  return {
    name,
    ...optional('spokenOf', spokenOf),
    ...optional('head', head),
    signatory,
    attendance,
    walkAway: quantityTree(numbers.walkAway),
    pain: quantityTree(numbers.pain),
    expectation: quantityTree(numbers.expectation),
    optimism: quantityTree(numbers.optimism),
    patience: quantityTree(numbers.patience),
    leverage: quantityTree(numbers.leverage),
    audience: quantityTree(numbers.audience),
    delegation: quantityTree(numbers.delegation),
    home: quantityTree(numbers.home),
    budget: quantityTree(numbers.budget),
    guarantor: quantityTree(numbers.guarantor),
    ...optional('spoiler', spoiler, spoilerTree),
    tactic: tacticTree(tactic),
    stances: mapped(
      stances.map((stance) => [stance.issue, stance]),
      stanceTree,
    ),
    brief: { public: brief.public, confidential: brief.confidential },
  };
}

/** Kind and numbers as they stand, and the acceptance likewise where there is one. */
function tacticTree({ kind, ...rest }: Tactic): Tree {
  const { acceptance, ...numbers } = rest as Partial<Pick<Tactic & { kind: 'hardliner' }, 'acceptance'>>;
  return {
    kind,
    ...mapped(Object.entries(numbers as Readonly<Record<string, Quantity>>), quantityTree),
    ...optional('acceptance', acceptance, (of) =>
      mapped<string | Quantity>(Object.entries(of), (one) => (typeof one === 'string' ? one : quantityTree(one))),
    ),
  };
}

function spoilerTree(spoiler: Spoiler): Tree {
  switch (spoiler.type) {
    case 'limited':
      return { type: spoiler.type, issue: spoiler.issue, within: spoiler.within };
    case 'greedy':
      return { type: spoiler.type, step: quantityTree(spoiler.step) };
    case 'total':
      return { type: spoiler.type };
  }
}

function stanceTree({ preference, salience, redLine, voiced }: Stance): Tree {
  return {
    ...(preference.kind === 'ideal'
      ? { ideal: quantityTree(preference.ideal), ...optional('curvature', preference.curvature, quantityTree) }
      : { values: mapped(Object.entries(preference.values), quantityTree) }),
    salience: quantityTree(salience),
    ...optional('redLine', redLine, (line) =>
      line.kind === 'never'
        ? { never: line.options }
        : { ...optional('atLeast', line.atLeast, quantityTree), ...optional('atMost', line.atMost, quantityTree) },
    ),
    voiced,
  };
}

function relationsTree(relations: readonly Relation[]): Tree {
  const from = [...new Set(relations.map((relation) => relation.from))];
  return mapped(
    from.map((id) => [id, relations.filter((relation) => relation.from === id)]),
    (outgoing) =>
      mapped(
        outgoing.map((relation) => [relation.to, relation]),
        ({ influence, trust, channel, via, serves }) => ({
          influence: quantityTree(influence),
          trust: quantityTree(trust),
          channel,
          ...optional('via', via),
          ...(serves.length > 0 && { serves }),
        }),
      ),
  );
}

function eventTree({ when, headline, effects }: ScheduledEvent): Tree {
  const at = 'round' in when ? { round: when.round } : { hazard: quantityTree(when.hazard), shock: when.shock };
  return { ...at, headline, effects: effects.map(effectTree) };
}

function effectTree(effect: Effect): Tree {
  switch (effect.on) {
    case 'party':
      return { party: effect.party, what: effect.what, change: quantityTree(effect.change) };
    case 'relation':
      return { from: effect.from, to: effect.to, what: effect.what, change: quantityTree(effect.change) };
    case 'channel':
      return { from: effect.from, to: effect.to, channel: effect.channel };
    case 'rival':
      return { rival: effect.rival };
  }
}
