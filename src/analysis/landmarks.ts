import type { IssueId, OptionId, PartyId, Scenario } from '../model/scenario.ts';
import { TOLERANCE } from '../rules/arithmetic.ts';
import { settingOf, type Setting } from '../rules/setting.ts';
import { crossedRedLine, utility } from '../rules/utility.ts';
import { disagreementPoint, LISTED, pointsOf, type Disagreement, type Method } from './analysis.ts';
import { countRational } from './count.ts';
import { FRONTIER_WORK, frontierOf, type Frontier } from './frontier.ts';
import { search } from './search.ts';
import { solve, type Texts } from './solutions.ts';
import { spaceOf, visitRational, type Space } from './space.ts';

type NamedText = Readonly<Record<IssueId, OptionId>>;

/** How much may be spent: on texts × signatories for those that suit them, and on comparisons of points for the frontier. */
export interface Effort {
  readonly listed: number;
  readonly frontier: number;
}

export const THOROUGH: Effort = { listed: LISTED, frontier: FRONTIER_WORK };
/** What takes some hundredths of a second: for somebody who has pressed a key. */
export const AT_ONCE: Effort = { listed: 1_000_000, frontier: 4_000_000 };

/**
 * What the texts of a conference are measured against: the frontier and the Nash point of those who must sign, among
 * all texts that suit each of them, from their true stances as they are before the first round.
 */
export interface Landmarks {
  readonly method: Method;
  /** Those who must sign, in the order in which all lists here give their numbers. */
  readonly parties: readonly PartyId[];
  readonly walkAways: readonly number[];
  readonly disagreement: { readonly kind: Disagreement; readonly point: readonly number[] };
  readonly outcomes: number;
  /** How many texts suit each of them; nothing where there are too many to count. */
  readonly rational: number | null;
  /** Points of the frontier, ascending; nothing where it was too much work. */
  readonly frontier: readonly (readonly number[])[] | null;
  /** Nothing when no text is known that suits them all. */
  readonly nash: { readonly utilities: readonly number[]; readonly text: NamedText } | null;
}

export function landmarksOf(
  scenario: Scenario,
  kind: Disagreement = 'floor',
  effort: Effort = THOROUGH,
  setting: Setting = settingOf(scenario),
): Landmarks {
  const space = spaceOf(setting, setting.signatories);
  const point = disagreementPoint(space, kind);
  const frontier = frontierOf(space, effort.frontier);
  const isListed = space.outcomes * space.voters.length <= effort.listed;
  const solutions = frontier ? 'frontier' : isListed ? 'listed' : 'search';
  return {
    method: { solutions, frontier: frontier ? 'complete' : 'too much work' },
    parties: space.voters.map((i) => setting.parties[i]!.id),
    walkAways: space.walkAways,
    disagreement: { kind, point },
    outcomes: space.outcomes,
    rational: isListed ? countRational(space) : null,
    frontier: frontier ? frontier.points.map(({ utilities }) => utilities) : null,
    nash: nashOf(setting, textsOf(space, point, frontier, isListed), point),
  };
}

/** The Nash point lies on the frontier, so that where there is one the other texts need not be looked at. */
function textsOf(space: Space, point: readonly number[], frontier: Frontier | undefined, isListed: boolean): Texts {
  if (frontier) return pointsOf(frontier);
  return isListed
    ? (see) => visitRational(space, (utilities, _, text) => see(utilities, text))
    : search(space, point).texts;
}

function nashOf(setting: Setting, texts: Texts, disagreement: readonly number[]): Landmarks['nash'] {
  // The ideal does not enter into a product of gains.
  const { nash } = solve(['nash'], texts, { disagreement, ideal: disagreement });
  if (nash === undefined) return null;
  return {
    utilities: nash.utilities,
    text: Object.fromEntries(setting.issues.map((issue, k) => [issue.id, issue.options[nash.text[k]!]!])),
  };
}

/** Where a text lies. Utilities run over the parties of the landmarks. */
export interface Place extends Distances {
  readonly utilities: readonly number[];
  /** Whether it suits each of them: no red line crossed, no utility below the walk-away at the start. */
  readonly suits: boolean;
}

/**
 * Euclidean distances in the space of utilities, 0 to √n, as the tournaments of the negotiation platform Genius measure them: to the nearest text
 * of the frontier, and to the Nash point. Nothing where there is none.
 */
export interface Distances {
  readonly toFrontier: number | null;
  readonly toNash: number | null;
}

export function placeOf(setting: Setting, landmarks: Landmarks, named: NamedText): Place {
  const text = setting.issues.map((issue) => issue.optionIndex.get(named[issue.id]!)!);
  const parties = setting.signatories.map((i) => setting.parties[i]!);
  const utilities = parties.map((party) => utility(party, text));
  return {
    utilities,
    suits: parties.every((party, i) => utilities[i]! >= party.walkAway - TOLERANCE && crossedRedLine(party, text) < 0),
    ...distancesOf(landmarks, utilities),
  };
}

export function distancesOf({ frontier, nash }: Landmarks, from: readonly number[]): Distances {
  const nearest = (frontier ?? []).reduce((least, point) => Math.min(least, distance(point, from)), Infinity);
  return {
    toFrontier: nearest === Infinity ? null : nearest,
    toNash: nash === null ? null : distance(nash.utilities, from),
  };
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, u, i) => sum + (u - b[i]!) * (u - b[i]!), 0));
}

/** Landmarks with the means to place a text among them, for a view that looks at one text after another. */
export interface Bearings {
  readonly landmarks: Landmarks;
  readonly placeOf: (text: NamedText) => Place;
}

export function bearingsOf(scenario: Scenario, effort: Effort): Bearings {
  const setting = settingOf(scenario);
  const landmarks = landmarksOf(scenario, 'floor', effort, setting);
  return { landmarks, placeOf: (text) => placeOf(setting, landmarks, text) };
}
