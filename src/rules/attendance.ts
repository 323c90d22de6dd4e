import exp from '@stdlib/math-base-special-exp';
import { CONSIDERATIONS, type Consideration, type Grade } from '../model/attendance.ts';
import type { Chance } from '../model/chance.ts';
import type { AttendanceTerms } from '../model/fact.ts';
import type { Text } from '../model/text.ts';
import { TOLERANCE } from './arithmetic.ts';
import { medianOption } from './median.ts';
import type { Setting } from './setting.ts';
import { utility, walkAway } from './utility.ts';
import type { PartyView } from './visibility.ts';

export interface AttendanceDecision {
  readonly grade: Grade;
  /** The term that weighed most for or against, whichever way it went. */
  readonly weighed: Consideration;
  readonly terms: AttendanceTerms;
}

/**
 * Whether an undecided party comes. One draw x: official below p; without mandate below p + (1 − p)·q, q its
 * probability of sending such a delegation; else it stays away.
 */
export function decideAttendance(setting: Setting, view: PartyView, chance: Chance): AttendanceDecision {
  const terms = attendanceTerms(setting, view);
  const x = chance.at(`attendance/${view.me.id}`, 0);
  const p = terms.probability;
  const grade = x < p ? 'official' : x < p + (1 - p) * view.me.delegation ? 'unofficial' : 'absent';
  return { grade, weighed: weightiest(terms, grade !== 'absent'), terms };
}

/**
 * p = logistic of what speaks for coming and against it:
 * prospects: expectation × (utility of a reachable text − walk-away);
 * format: how far the format is from what it wants on the issue of who owns the process;
 * company: ± influence × trust of those who are coming or have declined, observers half;
 * pressure: asked of the host, through the host's influence;
 * exposure: a watching public that distrusts the host.
 */
export function attendanceTerms(setting: Setting, view: PartyView): AttendanceTerms {
  return (view.notes.attendance ??= weighed(setting, view));
}

function weighed(setting: Setting, view: PartyView): AttendanceTerms {
  const { me, own } = view;
  const { attendance } = setting.model;
  const gain = utility(me, reachableText(setting, me.index)) - walkAway(me, own);
  const prospects = attendance.prospects * own.expectation * gain;
  const format = setting.ownership ? 0 - attendance.format * distance(setting.ownership, me.values) : 0;
  let company = 0;
  let pressure = 0;
  let exposure = 0;
  for (const { setting: relation, influence, trust } of view.incoming) {
    company += attendance.company * influence * (trust > 0 ? trust : 0) * pull(setting, relation.from);
    if (relation.from !== setting.host) continue;
    pressure = attendance.pressure * setting.pressureToCome * influence;
    exposure = 0 - attendance.exposure * me.audience * ((1 - trust) / 2);
  }
  const logit = attendance.intercept + prospects + format + company + pressure + exposure;
  return { probability: 1 / (1 + exp(-logit)), prospects, format, company, pressure, exposure };
}

/** Those whose coming or declining the scenario fixes; the undecided decide all at once and do not see each other. */
function pull(setting: Setting, party: number): number {
  switch (setting.parties[party]!.grade) {
    case 'official':
    case 'unofficial':
      return 1;
    case 'observer':
      return setting.model.attendance.observerPull;
    case 'absent':
      return -1;
    case undefined:
      return 0;
  }
}

function distance(ownership: { issue: number; format: number }, values: readonly (readonly number[])[]): number {
  return 1 - values[ownership.issue]![ownership.format]!;
}

/**
 * What a party can hope for before anybody has spoken: on each issue the weighted median of the positions voiced in
 * public by those who have not declined, its own included; where nobody voiced one, the opening text.
 */
function reachableText(setting: Setting, me: number): Text {
  return setting.issues.map((issue, k) => {
    if (!issue.ordered) return setting.opening[k]!;
    const weights: number[] = issue.positions.map(() => 0);
    let total = 0;
    for (const party of setting.parties) {
      const position = party.index === me ? issue.positions[party.best[k]!] : party.voiced[k];
      if (position === undefined || (party.grade === 'absent' && party.index !== me)) continue;
      const weight = party.leverage * (party.signatory ? setting.model.drafting.signatoryWeight : 1);
      weights[nearest(issue.positions, position)]! += weight;
      total += weight;
    }
    return total > 0 ? medianOption(weights, setting.opening[k]!) : setting.opening[k]!;
  });
}

function nearest(positions: readonly number[], x: number): number {
  let best = 0;
  const off = (o: number) => (positions[o]! > x ? positions[o]! - x : x - positions[o]!);
  for (let o = 1; o < positions.length; o++) if (off(o) < off(best) - TOLERANCE) best = o;
  return best;
}

function weightiest(terms: AttendanceTerms, comes: boolean): Consideration {
  let found: Consideration = 'prospects';
  for (const term of CONSIDERATIONS) {
    const speaks = comes ? terms[term] : -terms[term];
    if (speaks > (comes ? terms[found] : -terms[found])) found = term;
  }
  return found;
}
