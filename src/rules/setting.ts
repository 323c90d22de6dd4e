import pow from '@stdlib/math-base-special-pow';
import {
  fixedGrade,
  type Channel,
  type ChairStyle,
  type Effect,
  type RedLine,
  type Preference,
} from '../model/scenario.ts';
import type {
  Acceptance,
  Issue,
  Party,
  ProtocolName,
  Relation,
  Scenario,
  ScheduledEvent,
  Spoiler,
  Tactic,
} from '../model/scenario.ts';
import type { Quantity } from '../model/quantity.ts';
import { TOLERANCE } from './arithmetic.ts';
import type { Coefficients } from '../model/coefficients.ts';
import type { Grade } from '../model/attendance.ts';
import type { Text } from '../model/text.ts';

/**
 * A scenario in numbers, in id order: all that the rules read. Parties, issues and options are indices here;
 * made once a scenario and shared by every run of it.
 */
export interface Setting {
  readonly protocol: ProtocolName;
  /** Indices of the parties in the order of their turns. */
  readonly order: readonly number[];
  readonly parties: readonly PartySetting[];
  readonly issues: readonly IssueSetting[];
  readonly relations: readonly RelationSetting[];
  /** By party: the indices of the relations it acts along, and of those it is acted on. */
  readonly outgoing: readonly (readonly number[])[];
  readonly incoming: readonly (readonly number[])[];
  readonly rounds: number;
  readonly opening: Text;
  readonly ownership?: { readonly issue: number; readonly format: number };
  /** Index of the host among the parties, or −1. */
  readonly host: number;
  readonly pressureToCome: number;
  readonly deadlineHardness: number;
  readonly consultations: boolean;
  readonly quorum: { readonly share: number } | { readonly allBut: number };
  readonly vetoes: readonly number[];
  /** Indices of the parties that must sign. */
  readonly signatories: readonly number[];
  readonly chair: ChairSetting;
  /** By party: the walk-away it gains while the rival forum is open. */
  readonly rival: readonly number[] | undefined;
  readonly events: readonly EventSetting[];
  /** The issue whose options say how far the deal is guaranteed, or −1. */
  readonly guarantee: number;
  /** Issues on which a promise must be kept later. */
  readonly commitments: readonly number[];
  readonly model: Coefficients;
  readonly partyIndex: ReadonlyMap<string, number>;
  readonly issueIndex: ReadonlyMap<string, number>;
}

export interface EventSetting {
  readonly id: string;
  readonly headline: string;
  readonly effects: readonly Effect[];
  /** The round in whose recess it strikes; nothing when chance decides. */
  readonly round: number | undefined;
  readonly hazard: number;
  readonly shock: boolean;
}

export interface IssueSetting {
  readonly id: string;
  readonly ordered: boolean;
  readonly options: readonly string[];
  readonly optionIndex: ReadonlyMap<string, number>;
  readonly positions: readonly number[];
  readonly statusQuo: number;
}

export interface PartySetting {
  readonly index: number;
  readonly id: string;
  readonly signatory: boolean;
  readonly grade: Grade | undefined;
  readonly walkAway: number;
  readonly pain: number;
  readonly expectation: number;
  readonly optimism: number;
  readonly patience: number;
  readonly leverage: number;
  readonly audience: number;
  readonly delegation: number;
  readonly home: number;
  readonly budget: number;
  readonly guarantor: number;
  readonly spoiler: SpoilerSetting | undefined;
  readonly tactic: TacticSetting;
  /** By issue: label of the stream that decides how the chair misreads the party there. */
  readonly readingStreams: readonly string[];
  /** Weight of each issue; they sum to 1. */
  readonly weights: readonly number[];
  /** v_ik(o) in [0, 1], by issue and option. */
  readonly values: readonly (readonly number[])[];
  /** Weight times value, by issue and option: a text's utility is their sum over its options. */
  readonly worths: readonly (readonly number[])[];
  /** Weight times how far an option lies from the status quo where promises must be kept later, else 0; likewise. */
  readonly atRisk: readonly (readonly number[])[];
  /** Whether an option lies within the party's red line, by issue and option. */
  readonly allowed: readonly (readonly boolean[])[];
  /** Whether its stance on an issue is voiced in public. */
  readonly exposed: readonly boolean[];
  /** Position of the ideal on each issue where it is voiced in public and the issue is ordered. */
  readonly voiced: readonly (number | undefined)[];
  /** Its best text within its own red lines, and what that is worth to it. */
  readonly best: Text;
  readonly top: number;
}

/** The same with a number in the place of each quantity. */
type Numbers<T> = T extends Quantity ? number : T extends string ? T : { readonly [K in keyof T]: Numbers<T[K]> };

export type TacticSetting = Numbers<Tactic>;
export type AcceptanceSetting = Numbers<Acceptance>;

export type SpoilerSetting =
  | { readonly type: 'limited'; readonly issue: number; readonly within: readonly boolean[] }
  | { readonly type: 'greedy'; readonly step: number }
  | { readonly type: 'total' };

export interface RelationSetting {
  readonly from: number;
  readonly to: number;
  readonly influence: number;
  readonly trust: number;
  readonly channel: Channel;
  /** Issues that it serves, as indices. */
  readonly serves: readonly number[];
  /** Labels of the streams that decide how pressing along it comes out, and whether it leaks. */
  readonly pressStream: string;
  readonly leakStream: string;
}

export interface ChairSetting {
  /** Index of the party in the chair, or −1 for a chair from outside. */
  readonly party: number;
  readonly style: ChairStyle;
  readonly skill: number;
  readonly pace: number;
}

export function settingOf(scenario: Scenario): Setting {
  const { conference } = scenario;
  const partyIndex = new Map(scenario.parties.map((party, index) => [party.id, index]));
  const issues = scenario.issues.map(issueSetting);
  const issueIndex = new Map(issues.map((issue, index) => [issue.id, index]));
  const parties = scenario.parties.map((party, index) => partySetting(party, index, scenario.issues));
  const at = (id: string | undefined) => (id === undefined ? -1 : partyIndex.get(id)!);
  const relations = scenario.relations.map((relation) => relationSetting(relation, at, (id) => issueIndex.get(id)!));
  const indicesWhere = (test: (relation: RelationSetting) => boolean) =>
    relations.flatMap((r, index) => (test(r) ? [index] : []));
  const { ownership, rule, chair } = conference;
  return {
    protocol: conference.protocol ?? 'single-text',
    order: conference.order?.map(at) ?? parties.map((party) => party.index),
    parties,
    issues,
    relations,
    outgoing: parties.map(({ index }) => indicesWhere((relation) => relation.from === index)),
    incoming: parties.map(({ index }) => indicesWhere((relation) => relation.to === index)),
    rounds: conference.rounds.value,
    opening: scenario.issues.map((issue, k) => issues[k]!.optionIndex.get(issue.opening)!),
    ...(ownership && {
      ownership: {
        issue: issueIndex.get(ownership.issue)!,
        format: issues[issueIndex.get(ownership.issue)!]!.optionIndex.get(ownership.format)!,
      },
    }),
    host: at(conference.hostParty),
    pressureToCome: conference.pressureToCome.value,
    deadlineHardness: conference.deadlineHardness.value,
    consultations: conference.consultations,
    quorum: rule.allBut === undefined ? { share: rule.quorum!.value } : { allBut: rule.allBut.value },
    vetoes: rule.vetoes.map(at),
    signatories: parties.filter((party) => party.signatory).map((party) => party.index),
    chair: { party: at(chair.party), style: chair.style, skill: chair.skill.value, pace: chair.pace.value },
    rival: conference.rival && scenario.parties.map((party) => conference.rival?.draws[party.id]?.value ?? 0),
    events: scenario.events.map(eventSetting),
    guarantee: scenario.issues.findIndex((issue) => issue.guarantee),
    commitments: scenario.issues.flatMap((issue, k) => (issue.commitment ? [k] : [])),
    model: modelNumbers(scenario),
    partyIndex,
    issueIndex,
  };
}

function issueSetting(issue: Issue): IssueSetting {
  const options = issue.options.map((option) => option.id);
  const optionIndex = new Map(options.map((id, index) => [id, index]));
  return {
    id: issue.id,
    ordered: issue.ordered,
    options,
    optionIndex,
    positions: issue.options.map((option) => option.position),
    statusQuo: optionIndex.get(issue.statusQuo)!,
  };
}

function partySetting(party: Party, index: number, issues: readonly Issue[]): PartySetting {
  const stances = issues.map((issue) => party.stances.find((stance) => stance.issue === issue.id)!);
  const total = stances.reduce((sum, stance) => sum + stance.salience.value, 0);
  const weights = stances.map((stance) => stance.salience.value / total);
  const values = stances.map((stance, k) => optionValues(issues[k]!, stance.preference));
  const allowed = stances.map((stance, k) => withinRedLine(issues[k]!, stance.redLine));
  const best = values.map((of, k) => bestAllowed(of, allowed[k]!));
  return {
    index,
    id: party.id,
    signatory: party.signatory,
    grade: fixedGrade(party.attendance),
    walkAway: party.walkAway.value,
    pain: party.pain.value,
    expectation: party.expectation.value,
    optimism: party.optimism.value,
    patience: party.patience.value,
    leverage: party.leverage.value,
    audience: party.audience.value,
    delegation: party.delegation.value,
    home: party.home.value,
    budget: party.budget.value,
    guarantor: party.guarantor.value,
    spoiler: party.spoiler && spoilerSetting(party.spoiler, issues),
    tactic: numbersOf(party.tactic),
    readingStreams: issues.map((issue) => `reading.${issue.id}/${party.id}`),
    weights,
    values,
    worths: values.map((of, k) => of.map((value) => weights[k]! * value)),
    atRisk: issues.map((issue, k) => fromStatusQuo(issue).map((far) => (issue.commitment ? weights[k]! * far : 0))),
    allowed,
    exposed: stances.map((stance) => stance.voiced === 'public'),
    voiced: stances.map((stance) =>
      stance.voiced === 'public' && stance.preference.kind === 'ideal' ? stance.preference.ideal.value : undefined,
    ),
    best,
    top: best.reduce((sum, option, k) => sum + weights[k]! * values[k]![option]!, 0),
  };
}

export function numbersOf<T extends object>(of: T): Numbers<T> {
  const entries = Object.entries(of).map(([key, value]: [string, unknown]) => [
    key,
    typeof value !== 'object' || value === null ? value : 'value' in value ? value.value : numbersOf(value),
  ]);
  return Object.fromEntries(entries) as Numbers<T>;
}

/** v(o) = 1 − (|x_o − ideal| / max(ideal, 1 − ideal))^γ, with γ = 1 unless the stance says otherwise. */
function optionValues(issue: Issue, preference: Preference): number[] {
  if (preference.kind === 'values') return issue.options.map((option) => preference.values[option.id]!.value);
  const ideal = preference.ideal.value;
  const reach = ideal > 1 - ideal ? ideal : 1 - ideal;
  const curvature = preference.curvature?.value ?? 1;
  return issue.options.map(({ position }) => {
    const distance = (position > ideal ? position - ideal : ideal - position) / reach;
    return 1 - (curvature === 1 ? distance : pow(distance, curvature));
  });
}

function withinRedLine(issue: Issue, redLine: RedLine | undefined): boolean[] {
  return issue.options.map(({ id, position }) => {
    if (redLine === undefined) return true;
    if (redLine.kind === 'never') return !redLine.options.includes(id);
    return position >= (redLine.atLeast?.value ?? 0) && position <= (redLine.atMost?.value ?? 1);
  });
}

/** How far each option lies from the status quo: on the scale of an ordered issue, else 0 or 1. */
function fromStatusQuo({ ordered, options, statusQuo }: Issue): number[] {
  const standing = options.find((option) => option.id === statusQuo)!;
  return options.map((option) => {
    if (option === standing) return 0;
    if (!ordered) return 1;
    const by = option.position - standing.position;
    return by < 0 ? -by : by;
  });
}

function bestAllowed(values: readonly number[], allowed: readonly boolean[]): number {
  let best = -1;
  for (let o = 0; o < values.length; o++)
    if (allowed[o] && (best < 0 || values[o]! > values[best]! + TOLERANCE)) best = o;
  return best;
}

function relationSetting(
  relation: Relation,
  at: (id: string) => number,
  issueAt: (id: string) => number,
): RelationSetting {
  return {
    from: at(relation.from),
    to: at(relation.to),
    influence: relation.influence.value,
    trust: relation.trust.value,
    channel: relation.channel,
    serves: relation.serves.map(issueAt),
    pressStream: `press/${relation.from}/${relation.to}`,
    leakStream: `leak/${relation.from}/${relation.to}`,
  };
}

function spoilerSetting(spoiler: Spoiler, issues: readonly Issue[]): SpoilerSetting {
  switch (spoiler.type) {
    case 'limited': {
      const issue = issues.findIndex((one) => one.id === spoiler.issue);
      return { type: spoiler.type, issue, within: issues[issue]!.options.map(({ id }) => spoiler.within.includes(id)) };
    }
    case 'greedy':
      return { type: spoiler.type, step: spoiler.step.value };
    case 'total':
      return spoiler;
  }
}

function eventSetting({ id, headline, effects, when }: ScheduledEvent): EventSetting {
  const at =
    'round' in when
      ? { round: when.round, hazard: 0, shock: false }
      : { round: undefined, hazard: when.hazard.value, shock: when.shock };
  return { id, headline, effects, ...at };
}

function modelNumbers(scenario: Scenario): Coefficients {
  const groups = Object.entries(scenario.model).map(([group, entries]) => [
    group,
    Object.fromEntries(Object.entries(entries).map(([name, quantity]) => [name, quantity.value])),
  ]);
  return Object.fromEntries(groups) as Coefficients;
}
