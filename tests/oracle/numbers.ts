import { COEFFICIENTS, type Coefficients } from '../../src/model/coefficients.ts';
import { fixedGrade, type Scenario, type Stance } from '../../src/model/scenario.ts';

/** Numbers that differ by less are equal (1.2). */
export const SAME = 1e-9;

/** No option, issue or relation. */
export const NONE = -1;

/** Grades as numbers (3.2); whoever is at least unofficial is polled. */
export const ABSENT = 0;
export const OBSERVER = 1;
export const UNOFFICIAL = 2;
export const OFFICIAL = 3;
export const UNDECIDED = -1;
const GRADE = { absent: ABSENT, observer: OBSERVER, unofficial: UNOFFICIAL, official: OFFICIAL } as const;

export const NO_CHANNEL = 0;
export const OPEN = 1;
export const BACK = 2;
const CHANNEL = { none: NO_CHANNEL, open: OPEN, back: BACK } as const;

export type Numbers = ReturnType<typeof numbersOf>;

/**
 * A scenario as flat rows of numbers, in id order. An option is known by one number through all issues: those of issue k
 * are `first[k]` up to `first[k + 1]`. A row `x` of parties by options is read as `x[i * options + o]`.
 */
export function numbersOf(scenario: Scenario) {
  const { conference, events } = scenario;
  const parties = scenario.parties.length;
  const issues = scenario.issues.length;
  const relations = scenario.relations.length;
  const first = new Int32Array(issues + 1);
  scenario.issues.forEach((issue, k) => (first[k + 1] = first[k]! + issue.options.length));
  const options = first[issues]!;
  const partyAt = (id: string) => scenario.parties.findIndex((party) => party.id === id);
  const issueAt = (id: string) => scenario.issues.findIndex((issue) => issue.id === id);
  const optionAt = (k: number, id: string) =>
    first[k]! + scenario.issues[k]!.options.findIndex((option) => option.id === id);
  const relationAt = (from: string, to: string) =>
    scenario.relations.findIndex((relation) => relation.from === from && relation.to === to);
  const ofParty = (of: (party: Scenario['parties'][number]) => number) => Float64Array.from(scenario.parties, of);
  const ofRelation = (of: (relation: Scenario['relations'][number]) => number) =>
    Float64Array.from(scenario.relations, of);

  const value = new Float64Array(parties * options);
  const worth = new Float64Array(parties * options);
  const never = new Uint8Array(parties * options);
  const weight = new Float64Array(parties * issues);
  const best = new Int32Array(parties * issues);
  const bestWorth = new Float64Array(parties * issues);
  const voiced = new Int32Array(parties * issues).fill(-1);
  const publicly = new Uint8Array(parties * issues);
  const top = new Float64Array(parties);
  scenario.parties.forEach((party, i) => {
    const total = party.stances.reduce((sum, { salience }) => sum + salience.value, 0);
    scenario.issues.forEach((issue, k) => {
      const at = i * issues + k;
      const stance = party.stances.find((one) => one.issue === issue.id);
      const w = stance === undefined ? 0 : stance.salience.value / total;
      weight[at] = w;
      best[at] = -1;
      issue.options.forEach((option, n) => {
        const o = first[k]! + n;
        const here = i * options + o;
        value[here] = stance === undefined ? 0 : valueOf(stance, option.id, option.position);
        worth[here] = w * value[here];
        never[here] = stance !== undefined && crosses(stance, option.id, option.position) ? 1 : 0;
        const b = best[at]!;
        if (never[here] === 0 && (b < 0 || value[here] > value[i * options + b]! + SAME)) best[at] = o;
      });
      bestWorth[at] = worth[i * options + best[at]]!;
      top[i]! += bestWorth[at];
      publicly[at] = stance?.voiced === 'public' ? 1 : 0;
      if (issue.ordered && stance?.voiced === 'public' && stance.preference.kind === 'ideal') {
        const { ideal } = stance.preference;
        let nearest = 0;
        issue.options.forEach((option, n) => {
          const far = Math.abs(option.position - ideal.value);
          if (far < Math.abs(issue.options[nearest]!.position - ideal.value) - SAME) nearest = n;
        });
        voiced[at] = first[k]! + nearest;
      }
    });
  });

  const ordered = Uint8Array.from(scenario.issues, (issue) => (issue.ordered ? 1 : 0));
  const position = new Float64Array(options);
  const issueOf = new Int32Array(options);
  const statusQuo = new Int32Array(issues);
  const opening = new Int32Array(issues);
  /** How far an option moves from the status quo, where promises must be kept later (3.7). */
  const bound = new Float64Array(options);
  /** Of option `o` to one who wants `wanted`, of the same issue, as the chair supposes (3.4). */
  const supposed = new Float64Array(options * options);
  scenario.issues.forEach((issue, k) => {
    statusQuo[k] = optionAt(k, issue.statusQuo);
    opening[k] = optionAt(k, issue.opening);
    issue.options.forEach((option, n) => {
      const o = first[k]! + n;
      position[o] = option.position;
      issueOf[o] = k;
      const quo = issue.options[statusQuo[k]! - first[k]!]!.position;
      if (issue.commitment) bound[o] = issue.ordered ? Math.abs(option.position - quo) : o === statusQuo[k] ? 0 : 1;
      issue.options.forEach(({ position: x }, m) => {
        const far = issue.ordered ? Math.abs(option.position - x) / Math.max(x, 1 - x) : n === m ? 0 : 1;
        supposed[(first[k]! + m) * options + o] = 1 - far;
      });
    });
  });

  /** The relation from one party to another, or −1. */
  const between = new Int32Array(parties * parties).fill(-1);
  scenario.relations.forEach(({ from, to }, r) => (between[partyAt(from) * parties + partyAt(to)] = r));
  const serves = new Uint8Array(relations * issues);
  scenario.relations.forEach((relation, r) =>
    relation.serves.forEach((issue) => (serves[r * issues + issueAt(issue)] = 1)),
  );

  const limit = scenario.parties.map(({ spoiler }) => {
    if (spoiler?.type !== 'limited') return undefined;
    const k = issueAt(spoiler.issue);
    const within = new Uint8Array(options);
    for (const id of spoiler.within) within[optionAt(k, id)] = 1;
    return { issue: k, within };
  });

  const { ownership, rival, rule, chair } = conference;
  const ids = scenario.parties.map(({ id }) => id);
  return {
    parties,
    issues,
    options,
    relations,
    coefficients: coefficientsOf(scenario),
    first,
    issueOf,
    ordered,
    position,
    statusQuo,
    opening,
    bound,
    supposed,
    value,
    /** w·v. */
    worth,
    never,
    weight,
    best,
    bestWorth,
    top,
    voiced,
    publicly,
    signatory: Uint8Array.from(scenario.parties, ({ signatory }) => (signatory ? 1 : 0)),
    invited: Int8Array.from(scenario.parties, ({ attendance }) => {
      const grade = fixedGrade(attendance);
      return grade === undefined ? UNDECIDED : GRADE[grade];
    }),
    walkAway: ofParty((party) => party.walkAway.value),
    draws: ofParty((party) => rival?.draws[party.id]?.value ?? 0),
    pain: ofParty((party) => party.pain.value),
    expectation: ofParty((party) => party.expectation.value),
    optimism: ofParty((party) => party.optimism.value),
    patience: ofParty((party) => party.patience.value),
    leverage: ofParty((party) => party.leverage.value),
    audience: ofParty((party) => party.audience.value),
    delegation: ofParty((party) => party.delegation.value),
    budget: ofParty((party) => party.budget.value),
    guarantor: ofParty((party) => party.guarantor.value),
    tactic: scenario.parties.map((party) => party.tactic.kind),
    beta: ofParty(({ tactic }) => (tactic.kind === 'time-dependent' ? tactic.beta.value : 1)),
    reciprocity: ofParty(({ tactic }) => (tactic.kind === 'time-dependent' ? tactic.reciprocity.value : 0)),
    spoiler: Uint8Array.from(scenario.parties, ({ spoiler }) => (spoiler === undefined ? 0 : 1)),
    total: Uint8Array.from(scenario.parties, ({ spoiler }) => (spoiler?.type === 'total' ? 1 : 0)),
    greed: ofParty(({ spoiler }) => (spoiler?.type === 'greedy' ? spoiler.step.value : 0)),
    limit,
    veto: Uint8Array.from(ids, (id) => (rule.vetoes.includes(id) ? 1 : 0)),
    quorum: rule.quorum?.value ?? -1,
    allBut: rule.allBut?.value ?? -1,
    from: Int32Array.from(scenario.relations, ({ from }) => partyAt(from)),
    to: Int32Array.from(scenario.relations, ({ to }) => partyAt(to)),
    between,
    influence: ofRelation((relation) => relation.influence.value),
    trust: ofRelation((relation) => relation.trust.value),
    channel: Uint8Array.from(scenario.relations, ({ channel }) => CHANNEL[channel]),
    serves,
    rounds: conference.rounds.value,
    hardness: conference.deadlineHardness.value,
    consultations: conference.consultations,
    host: conference.hostParty === undefined ? -1 : partyAt(conference.hostParty),
    pressureToCome: conference.pressureToCome.value,
    format: ownership === undefined ? -1 : optionAt(issueAt(ownership.issue), ownership.format),
    chair: chair.party === undefined ? -1 : partyAt(chair.party),
    style: chair.style,
    skill: chair.skill.value,
    pace: chair.pace.value,
    events: events.map(({ id, when, effects }) => ({
      label: `event.${id}/world`,
      round: 'round' in when ? when.round : 0,
      hazard: 'round' in when ? 0 : when.hazard.value,
      shock: 'round' in when ? false : when.shock,
      effects: effects.map((effect) => ({
        party: effect.on === 'party' ? partyAt(effect.party) : -1,
        relation: 'from' in effect ? relationAt(effect.from, effect.to) : -1,
        what: 'what' in effect ? effect.what : effect.on,
        change: 'change' in effect ? effect.change.value : 0,
        channel: effect.on === 'channel' ? CHANNEL[effect.channel] : NO_CHANNEL,
      })),
    })),
    /** The names of the streams (2). */
    streams: {
      attendance: ids.map((id) => `attendance/${id}`),
      walk: ids.map((id) => `walk/${id}`),
      leaving: ids.map((id) => `leaving/${id}`),
      press: scenario.relations.map(({ from, to }) => `press/${from}/${to}`),
      leak: scenario.relations.map(({ from, to }) => `leak/${from}/${to}`),
      reading: ids.flatMap((id) => scenario.issues.map((issue) => `reading.${issue.id}/${id}`)),
    },
  };
}

/** v(o), 3.1. */
function valueOf({ preference }: Stance, option: string, x: number): number {
  if (preference.kind === 'values') return preference.values[option]?.value ?? 0;
  const ideal = preference.ideal.value;
  return 1 - (Math.abs(x - ideal) / Math.max(ideal, 1 - ideal)) ** (preference.curvature?.value ?? 1);
}

function crosses({ redLine }: Stance, option: string, x: number): boolean {
  if (redLine === undefined) return false;
  if (redLine.kind === 'never') return redLine.options.includes(option);
  return x < (redLine.atLeast?.value ?? 0) - SAME || x > (redLine.atMost?.value ?? 1) + SAME;
}

function coefficientsOf({ model }: Scenario): Coefficients {
  const groups = Object.entries(COEFFICIENTS).map(([group, rows]) => [
    group,
    Object.fromEntries(Object.entries(rows).map(([name, [value]]) => [name, model[group]?.[name]?.value ?? value])),
  ]);
  return Object.fromEntries(groups) as Coefficients;
}
