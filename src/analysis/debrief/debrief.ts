import type { Scenario } from '../../model/scenario.ts';
import { landmarksOf, type Effort, type Landmarks, THOROUGH } from '../landmarks.ts';
import { cloudOf, type Cloud, type CloudRun } from './cloud.ts';
import { forecastsOf, type IssueForecast } from './forecasts.ts';
import { groupOf, type GivenGroup, type GroupDebrief } from './groups.ts';
import { moversOf, type Mover } from './movers.ts';
import type { Question } from './question.ts';
import { questionsOf } from './questions.ts';
import { restsOn, type NumberGiven, type RestsOn } from './rests-on.ts';
import { revealOf, type RevealedParty } from './reveal.ts';
import { tabledIn, untriedOf, type Untried } from './untried.ts';

/** Something that was handed in and could not be used, or not wholly. */
export interface Trouble {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** `left-out`: nothing of it is here; `row`: a row of it is not; `doubt`: it is here, with this said of it. */
  readonly kind: 'left-out' | 'row' | 'doubt';
}

/** What a debrief is made of: conferences of one scenario, and what the rules make of it when nobody sits down. */
export interface DebriefInput {
  /** As it is at the start of all of them. */
  readonly scenario: Scenario;
  readonly groups: readonly GivenGroup[];
  readonly cloud: { readonly seed: string; readonly runs: readonly CloudRun[] };
  /** Every number of the scenario, as `evidence` lists them. */
  readonly numbers: readonly NumberGiven[];
  readonly troubles: readonly Trouble[];
}

/** The content of a debrief, before any markup. */
export interface Debrief {
  readonly scenario: Scenario;
  readonly landmarks: Landmarks;
  readonly groups: readonly GroupDebrief[];
  readonly cloud: Cloud | undefined;
  readonly movers: readonly Mover[];
  readonly untried: Untried;
  readonly reveal: readonly RevealedParty[];
  readonly forecasts: readonly IssueForecast[];
  readonly restsOn: RestsOn;
  readonly questions: readonly Question[];
  readonly troubles: readonly Trouble[];
}

export function debriefOf(
  { scenario, groups: given, cloud: runs, numbers, troubles }: DebriefInput,
  effort: Effort = THOROUGH,
): Debrief {
  const landmarks = landmarksOf(scenario, 'floor', effort);
  const groups = given.map((one, n) => groupOf(labelOf(n), one, scenario, landmarks));
  const cloud = cloudOf(
    runs.seed,
    runs.runs,
    scenario.parties.map((party) => party.id),
  );
  const tabled = given.flatMap((one, n) =>
    one.source === 'record' ? tabledIn(one.scenario, one.facts) : groups[n]!.texts.map(({ text }) => text),
  );
  const ended = groups.flatMap(({ label, outcome }) =>
    outcome === undefined ? [] : [{ label, utilities: outcome.utilities }],
  );
  const untried = untriedOf(scenario, landmarks, ended, tabled);
  const forecasts = forecastsOf(scenario, groups);
  const rests = restsOn(numbers);
  return {
    scenario,
    landmarks,
    groups,
    cloud,
    movers: moversOf(groups),
    untried,
    reveal: revealOf(scenario),
    forecasts,
    restsOn: rests,
    questions: questionsOf({ scenario, groups, cloud, untried, forecasts, restsOn: rests }),
    troubles,
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A to Z, then AA, AB and so on. */
export function labelOf(index: number): string {
  const rest = Math.floor(index / LETTERS.length);
  return `${rest === 0 ? '' : labelOf(rest - 1)}${LETTERS[index % LETTERS.length]}`;
}
