import pow from '@stdlib/math-base-special-pow';
import type { Grade } from '../model/attendance.ts';
import type { Quantity } from '../model/quantity.ts';
import {
  fixedGrade,
  type Acceptance,
  type Issue,
  type Party,
  type Preference,
  type RedLine,
  type Spoiler,
  type Tactic,
} from '../model/scenario.ts';
import type { Text } from '../model/text.ts';
import { TOLERANCE } from './arithmetic.ts';

/** A party in numbers: all that the rules read of it. */
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

/** Scenarios that differ in one party share the others, so a study of thousands makes each party's numbers once. */
const made = new WeakMap<Party, { readonly issues: readonly Issue[]; readonly setting: PartySetting }>();

/** A party's numbers, its options valued and its best text found. */
export function partySetting(party: Party, index: number, issues: readonly Issue[]): PartySetting {
  const known = made.get(party);
  if (known?.issues === issues && known.setting.index === index) return known.setting;
  const setting = settingMade(party, index, issues);
  made.set(party, { issues, setting });
  return setting;
}

function settingMade(party: Party, index: number, issues: readonly Issue[]): PartySetting {
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
    const { atLeast, atMost } = redLine;
    return position >= (atLeast?.value ?? 0) - TOLERANCE && position <= (atMost?.value ?? 1) + TOLERANCE;
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
