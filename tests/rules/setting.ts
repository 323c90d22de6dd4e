import type { Grade, Invitation } from '../../src/model/attendance.ts';
import type { Chance } from '../../src/model/chance.ts';
import { COEFFICIENTS, type Coefficients } from '../../src/model/coefficients.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import type { ObjectionCode } from '../../src/model/question.ts';
import type {
  Channel,
  ChairStyle,
  Conference,
  Issue,
  Model,
  Party,
  Scenario,
  Spoiler,
  Stance,
  Tactic,
} from '../../src/model/scenario.ts';
import type { ScheduledEvent } from '../../src/model/scenario.ts';
import type { Text } from '../../src/model/text.ts';
import { type TacticSetting } from '../../src/rules/party-setting.ts';
import { settingOf, type Setting } from '../../src/rules/setting.ts';
import { worldAtStart, type PartyState, type RelationState, type Vote, type World } from '../../src/rules/world.ts';

/** What a test says of a conference; all that it leaves out is dull. Options are named `o0`, `o1` … */
export interface Sketch {
  /** By issue: how many options it has, or more of it. */
  readonly issues: Readonly<Record<string, number | IssueSketch>>;
  readonly parties: Readonly<Record<string, PartySketch>>;
  /** By `from>to`. */
  readonly relations?: Readonly<Record<string, RelationSketch>>;
  readonly events?: readonly ScheduledEvent[];
  /** The order of turns: with it, alternating offers. */
  readonly order?: readonly string[];
  readonly rounds?: number;
  readonly hardness?: number;
  readonly host?: string;
  readonly pressureToCome?: number;
  readonly ownership?: { readonly issue: string; readonly format: string };
  /** By party: what it prefers another forum by. */
  readonly rival?: Readonly<Record<string, number>>;
  readonly chair?: {
    readonly party?: string;
    readonly style?: ChairStyle;
    readonly skill?: number;
    readonly pace?: number;
  };
  readonly rule?: { readonly quorum?: number; readonly allBut?: number; readonly vetoes?: readonly string[] };
  readonly model?: ModelSketch;
}

export interface IssueSketch {
  readonly options: number;
  readonly ordered?: boolean;
  readonly statusQuo?: number;
  readonly opening?: number;
  readonly guarantee?: boolean;
  readonly commitment?: boolean;
}

export interface PartySketch {
  readonly signatory?: boolean;
  readonly attendance?: Invitation;
  readonly walkAway?: number;
  readonly pain?: number;
  readonly expectation?: number;
  readonly optimism?: number;
  readonly patience?: number;
  readonly leverage?: number;
  readonly audience?: number;
  readonly delegation?: number;
  readonly home?: number;
  readonly budget?: number;
  readonly guarantor?: number;
  readonly spoiler?: SpoilerSketch;
  /** Of alternating offers with its numbers and its acceptance. */
  readonly tactic?: Tactic['kind'] | TacticSetting;
  readonly beta?: number;
  readonly reciprocity?: number;
  readonly wants?: Readonly<Record<string, StanceSketch>>;
}

/** The step of a greedy one; the issue of a limited one and the options within its limit. */
export type SpoilerSketch =
  'total' | { readonly step: number } | { readonly issue: string; readonly within: readonly number[] };

export interface StanceSketch {
  readonly ideal?: number;
  readonly curvature?: number;
  readonly values?: readonly number[];
  readonly salience?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly never?: readonly number[];
  readonly voiced?: 'public' | 'private';
}

export interface RelationSketch {
  readonly influence?: number;
  readonly trust?: number;
  readonly channel?: Channel;
  readonly serves?: readonly string[];
}

export type ModelSketch = { readonly [G in keyof Coefficients]?: Partial<Coefficients[G]> };

/** Coefficients for working by hand, so that no test turns on how the model happens to be calibrated. */
const BY_HAND: ModelSketch = {
  attendance: { intercept: 0, prospects: 4, format: 1, company: 2, observerPull: 0.5, pressure: 1, exposure: 1 },
  readiness: { painHalf: 0.02, expectation: 0.5 },
  concession: { floor: 0, readiness: 0.5, scale: 0.05 },
  estimates: { silence: 0.2, walkAway: 0.45, step: 0.05, blur: 0.3, mention: 0.5 },
  press: { strength: 0.9, effect: 0.02, cap: 0.05, backfire: 0.15, exposure: 1, backlash: 0.01 },
  drafting: { signatoryWeight: 3, floor: 0.02, signatoryExponent: 3, lean: 0.5 },
  promise: { step: 0.02, worth: 0.8 },
  reassure: { lean: 0.3, trust: 0.05, expectation: 0.1 },
  warn: { effect: 0.2 },
  leak: { hazard: 0.1, exposure: 0.2, trust: 0.3 },
  audience: { cost: 0.5 },
  commitment: { discount: 0.4 },
  spoilers: { outside: 0.5 },
  ratification: { width: 0.1 },
  durability: { margin: 0.2, marginShare: 0.4, guaranteeShare: 0.3, freedomShare: 0.3 },
  manipulation: { leverage: 0.5 },
  leaving: { hazard: 0.06, cap: 0.5 },
  pain: { cap: 0.1 },
  recess: { accepted: 0.02, pressed: 0.03, left: 0.2, expectation: 0.2 },
  communique: { share: 0.5 },
};

export function settingFor(sketch: Sketch): Setting {
  return settingOf(scenarioFor(sketch));
}

export function scenarioFor(sketch: Sketch): Scenario {
  const issues = inIdOrder(sketch.issues).map(([id, issue]) =>
    issueOf(id, typeof issue === 'number' ? { options: issue } : issue),
  );
  return {
    id: 'test',
    title: 'A test',
    about: 'Made for a test.',
    sources: {},
    conference: conferenceOf(sketch),
    issues,
    agenda: issues.map((issue) => issue.id),
    parties: inIdOrder(sketch.parties).map(([id, party]) => partyOf(id, party, issues)),
    relations: inIdOrder(sketch.relations ?? {}).map(
      ([ends, { influence = 0.5, trust = 0, channel = 'open', serves = [] }]) => {
        const [from, to] = ends.split('>') as [string, string];
        return { from, to, influence: q(influence), trust: q(trust), channel, serves };
      },
    ),
    events: sketch.events ?? [],
    model: modelOf(sketch.model ?? {}),
  };
}

/** A number whose basis does not matter here. */
export function q(value: number): Quantity {
  return { value, low: value, high: value, basis: { kind: 'invented', reason: 'a test' } };
}

function inIdOrder<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function conferenceOf({ chair = {}, rule = {}, ...sketch }: Sketch): Conference {
  return {
    ...(sketch.order && { protocol: 'alternating-offers', order: sketch.order }),
    place: 'Here',
    date: 'Now',
    host: 'The host',
    ...(sketch.host !== undefined && { hostParty: sketch.host }),
    chair: {
      ...(chair.party !== undefined && { party: chair.party }),
      name: 'the chair',
      style: chair.style ?? 'facilitation',
      skill: q(chair.skill ?? 1),
      pace: q(chair.pace ?? 1),
    },
    rounds: q(sketch.rounds ?? 5),
    roundStandsFor: 'a day',
    ...(sketch.ownership && { ownership: sketch.ownership }),
    pressureToCome: q(sketch.pressureToCome ?? 0),
    deadlineHardness: q(sketch.hardness ?? 1),
    consultations: true,
    ...(sketch.rival && {
      rival: {
        name: 'another forum',
        draws: Object.fromEntries(Object.entries(sketch.rival).map(([id, draw]) => [id, q(draw)])),
      },
    }),
    rule: {
      ...(rule.allBut === undefined ? { quorum: q(rule.quorum ?? 0) } : { allBut: q(rule.allBut) }),
      vetoes: rule.vetoes ?? [],
    },
  };
}

function issueOf(id: string, sketch: IssueSketch): Issue {
  const { options, ordered = true, statusQuo = 0, opening = statusQuo, guarantee = false, commitment = false } = sketch;
  return {
    id,
    name: id,
    about: id,
    ordered,
    options: Array.from({ length: options }, (_, n) => ({
      id: `o${n}`,
      name: `option ${n}`,
      meaning: `option ${n}`,
      position: n / (options - 1),
    })),
    statusQuo: `o${statusQuo}`,
    opening: `o${opening}`,
    guarantee,
    commitment,
  };
}

function partyOf(id: string, sketch: PartySketch, issues: readonly Issue[]): Party {
  return {
    id,
    name: id,
    signatory: sketch.signatory ?? true,
    attendance: sketch.attendance ?? 'accepted',
    walkAway: q(sketch.walkAway ?? 0.4),
    pain: q(sketch.pain ?? 0),
    expectation: q(sketch.expectation ?? 0.5),
    optimism: q(sketch.optimism ?? 0.5),
    patience: q(sketch.patience ?? 2),
    leverage: q(sketch.leverage ?? 0.5),
    audience: q(sketch.audience ?? 0),
    delegation: q(sketch.delegation ?? 0),
    home: q(sketch.home ?? 0),
    budget: q(sketch.budget ?? 0),
    guarantor: q(sketch.guarantor ?? 0),
    ...(sketch.spoiler && { spoiler: spoilerOf(sketch.spoiler) }),
    tactic: tacticOf(sketch),
    stances: issues.map((issue) => stanceOf(issue, sketch.wants?.[issue.id] ?? {})),
    brief: { public: '', confidential: '' },
  };
}

function tacticOf({ tactic = 'time-dependent', beta = 1, reciprocity = 0 }: PartySketch): Tactic {
  const of = tactic === 'time-dependent' ? { kind: tactic, beta, reciprocity } : tactic;
  return (typeof of === 'string' ? { kind: of } : withQuantities(of)) as Tactic;
}

function withQuantities(of: object): object {
  const entries = Object.entries(of).map(([key, value]: [string, unknown]) => {
    if (typeof value === 'number') return [key, q(value)];
    return [key, typeof value === 'object' && value !== null ? withQuantities(value) : value];
  });
  return Object.fromEntries(entries) as object;
}

function spoilerOf(sketch: SpoilerSketch): Spoiler {
  if (sketch === 'total') return { type: sketch };
  if ('step' in sketch) return { type: 'greedy', step: q(sketch.step) };
  return { type: 'limited', issue: sketch.issue, within: sketch.within.map((n) => `o${n}`) };
}

function stanceOf(issue: Issue, { salience = 1, voiced = 'public', ...sketch }: StanceSketch): Stance {
  const { ideal = 0, curvature, values, atLeast, atMost, never } = sketch;
  return {
    issue: issue.id,
    preference: values
      ? { kind: 'values', values: Object.fromEntries(values.map((value, n) => [`o${n}`, q(value)])) }
      : { kind: 'ideal', ideal: q(ideal), ...(curvature !== undefined && { curvature: q(curvature) }) },
    salience: q(salience),
    ...(never && { redLine: { kind: 'never', options: never.map((n) => `o${n}`) } }),
    ...((atLeast !== undefined || atMost !== undefined) && {
      redLine: {
        kind: 'bounds',
        ...(atLeast !== undefined && { atLeast: q(atLeast) }),
        ...(atMost !== undefined && { atMost: q(atMost) }),
      },
    }),
    voiced,
  };
}

function modelOf(sketch: ModelSketch): Model {
  const numbers = (of: ModelSketch, group: string): Readonly<Record<string, number>> =>
    (of as Readonly<Record<string, Readonly<Record<string, number>>>>)[group] ?? {};
  return Object.fromEntries(
    Object.entries(COEFFICIENTS).map(([group, rows]) => {
      const table = Object.fromEntries(Object.entries(rows).map(([name, [value]]) => [name, value]));
      const merged: Record<string, number> = { ...table, ...numbers(BY_HAND, group), ...numbers(sketch, group) };
      return [group, Object.fromEntries(Object.entries(merged).map(([name, value]) => [name, q(value)]))];
    }),
  );
}

/** Where a conference stands; all that is left out is as at its start. */
export interface Scene {
  readonly round?: number;
  readonly text?: Text;
  readonly grades?: Readonly<Record<string, Grade>>;
  /** Code and issue of an objection, or a plain acceptance. */
  readonly votes?: Readonly<Record<string, 'accepts' | readonly [ObjectionCode, string]>>;
  readonly states?: Readonly<Record<string, Partial<PartyState>>>;
  /** By `from>to`. */
  readonly relations?: Readonly<Record<string, Partial<RelationState>>>;
  readonly proposals?: Readonly<Record<string, Text>>;
  readonly first?: Readonly<Record<string, Text>>;
  readonly asked?: Readonly<Record<string, Text>>;
  readonly mentions?: Readonly<Record<string, readonly number[]>>;
  /** Issue and option. */
  readonly struck?: readonly (readonly [string, number])[];
  readonly supposed?: Readonly<Record<string, number>>;
  /** Ids of the events that have struck. */
  readonly struckEvents?: readonly string[];
}

export function worldFor(setting: Setting, scene: Scene = {}): World {
  const start = worldAtStart(setting);
  const perParty = <T, U>(given: Readonly<Record<string, T>> | undefined, otherwise: readonly U[]): (T | U)[] =>
    setting.parties.map(({ id, index }) => given?.[id] ?? otherwise[index]!);
  const votes = scene.votes ?? {};
  return {
    public: {
      ...start.public,
      round: scene.round ?? 1,
      text: scene.text ?? start.public.text,
      grades: perParty(scene.grades, start.public.grades),
      struckEvents: setting.events.map(({ id }) => scene.struckEvents?.includes(id) ?? false),
      votes: setting.parties.map(({ id }) => votes[id] && voteOf(votes[id])),
    },
    room: {
      proposals: perParty(scene.proposals, start.room.proposals),
      first: perParty(scene.first ?? scene.proposals, start.room.first),
      asked: perParty(scene.asked, start.room.asked),
      mentions: perParty(scene.mentions, start.room.mentions),
    },
    parties: setting.parties.map(({ id, index }) => ({ ...start.parties[index]!, ...scene.states?.[id] })),
    relations: setting.relations.map(({ from, to }, r) => ({
      ...start.relations[r]!,
      ...scene.relations?.[`${setting.parties[from]!.id}>${setting.parties[to]!.id}`],
    })),
    chair: {
      struck: setting.issues.map(({ id, options }) =>
        options.map((_, o) => (scene.struck ?? []).some(([issue, option]) => issue === id && option === o)),
      ),
      walkAways: perParty(scene.supposed, start.chair.walkAways),
    },
  };
}

function voteOf(vote: 'accepts' | readonly [ObjectionCode, string]): Vote {
  return vote === 'accepts' ? { accepts: true } : { accepts: false, objection: { code: vote[0], issue: vote[1] } };
}

/** Chance that always draws the same. */
export function always(x: number): Chance {
  return { at: () => x };
}

/** Chance that nobody may turn to. */
export const untouched: Chance = {
  at: (label) => {
    throw new Error(`drew ${label}`);
  },
};
