import type { Coefficients } from '../model/coefficients.ts';
import type {
  Channel,
  ChairStyle,
  Effect,
  Issue,
  ProtocolName,
  Relation,
  Scenario,
  ScheduledEvent,
} from '../model/scenario.ts';
import type { Text } from '../model/text.ts';
import { partySetting, type PartySetting } from './party-setting.ts';

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
  /** Label of the stream that decides whether it strikes. */
  readonly stream: string;
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
  const outgoing: number[][] = parties.map(() => []);
  const incoming: number[][] = parties.map(() => []);
  relations.forEach(({ from, to }, index) => {
    outgoing[from]!.push(index);
    incoming[to]!.push(index);
  });
  const { ownership, rule, chair } = conference;
  return {
    protocol: conference.protocol ?? 'single-text',
    order: conference.order?.map(at) ?? parties.map((party) => party.index),
    parties,
    issues,
    relations,
    outgoing,
    incoming,
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
    model: modelNumbers(scenario.model),
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

function eventSetting({ id, headline, effects, when }: ScheduledEvent): EventSetting {
  const at =
    'round' in when
      ? { round: when.round, hazard: 0, shock: false }
      : { round: undefined, hazard: when.hazard.value, shock: when.shock };
  return { id, headline, effects, stream: `event.${id}/world`, ...at };
}

/** Made once for all the scenarios that share their coefficients. */
const made = new WeakMap<Scenario['model'], Coefficients>();

function modelNumbers(model: Scenario['model']): Coefficients {
  const known = made.get(model);
  if (known !== undefined) return known;
  const numbers: Record<string, Record<string, number>> = {};
  for (const [group, entries] of Object.entries(model)) {
    const of: Record<string, number> = {};
    for (const [name, quantity] of Object.entries(entries)) of[name] = quantity.value;
    numbers[group] = of;
  }
  made.set(model, numbers as Coefficients);
  return numbers as Coefficients;
}
