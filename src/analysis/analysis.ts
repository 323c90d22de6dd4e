import type { IssueId, OptionId, PartyId, Scenario } from '../model/scenario.ts';
import { settingOf, type Setting } from '../rules/setting.ts';
import { frontierOf, type Frontier } from './frontier.ts';
import { compromise, expectedUtilityOpinions, median, type Opinion } from './opinions.ts';
import { powerOf, type Power } from './power.ts';
import { search } from './search.ts';
import { sharesOf, solve, SOUGHT, type Concept, type Solution, type Texts, type Yardstick } from './solutions.ts';
import { lowestUtilities, spaceOf, visitRational, type Space } from './space.ts';
import { scaledOpposition, survey } from './survey.ts';
import { issueWorth, type IssueWorth } from './trades.ts';

export const DISAGREEMENTS = ['floor', 'walk-away'] as const;
/** What everybody has without a deal: its walk-away, or the worst text where that is better (`floor`). */
export type Disagreement = (typeof DISAGREEMENTS)[number];

/** Texts × voters at most that are looked at one by one; beyond it a search has to do. */
export const LISTED = 20_000_000;

/** What a concept picks, named. `utilities` run over `parties` of the analysis. */
export interface Picked extends Omit<Solution, 'text'> {
  readonly text: Readonly<Record<IssueId, OptionId>>;
  /** Who has the smallest share of the gain that it could have. */
  readonly leastSatisfied: PartyId;
}

type Opinions = Readonly<Record<IssueId, Opinion>>;

/**
 * How the solutions were found. `listed`: every text was looked at. Where there are too many, `frontier`: they are the
 * best points of the frontier, on which they are bound to be, and ties are counted there; or `search`: by coordinate
 * search, found and not proved. The spread is always taken on the frontier, and not given where that is too much work.
 */
export interface Method {
  readonly solutions: 'listed' | 'frontier' | 'search';
  readonly frontier: 'complete' | 'too much work';
}

/** Everything that `analyse` says of a scenario. What was not computed is `null`, and `method` says why. */
export interface Analysis {
  readonly method: Method;
  /** Those with a vote, in the order in which `utilities` and `points` give their numbers. */
  readonly parties: readonly PartyId[];
  readonly disagreement: { readonly kind: Disagreement; readonly point: readonly number[] };
  readonly outcomes: number;
  readonly rational: number | null;
  readonly frontier: {
    readonly outcomes: number;
    readonly distinct: number;
    readonly points: readonly (readonly number[])[];
  } | null;
  readonly nash: Picked | null;
  readonly kalai: Picked | null;
  readonly ks: { readonly maxmin: Picked | null; readonly spread: Picked | null };
  readonly utilitarian: Picked | null;
  readonly opposition: {
    readonly all: number;
    /** Among the texts that suit everybody, utilities divided by each party's greatest; null when there is none. */
    readonly scaled: number | null;
    /** `all` ÷ √n, to compare scenarios of different size. */
    readonly perParty: number;
  };
  /** Share of the texts that suit everybody. */
  readonly zopa: number | null;
  readonly power: Power;
  readonly opinions: {
    readonly compromise: Opinions;
    readonly median: Opinions;
    readonly expectedUtility: Readonly<Record<'allPairs' | 'thisPair', Opinions>>;
  };
  /** Texts that pass by the agreement rule when each accepts what suits it. */
  readonly passing: number | null;
  /** Texts that suit each party. */
  readonly accepts: Readonly<Record<PartyId, number>> | null;
  readonly walkAways: {
    /** `highest`: with a walk-away up to this, the others' as they are, some text suits everybody; null: with none. */
    readonly each: Readonly<Record<PartyId, { readonly now: number; readonly highest: number | null }>>;
    /** By how much all of them together would have to fall; null when a red line bars every text. */
    readonly shortfall: number | null;
  };
  readonly issues: IssueWorth;
}

/**
 * Analyses a scenario by the book, from the true stances, which no party of it knows. What counts is a text that suits
 * everybody with a vote: no red line crossed and no utility below the walk-away, at the start, without pain, pressure
 * or promises.
 */
export function analysisOf(scenario: Scenario, kind: Disagreement = 'floor'): Analysis {
  const setting = settingOf(scenario);
  const space = spaceOf(setting);
  const point = disagreementPoint(space, kind);
  const frontier = frontierOf(space);
  const part =
    space.outcomes * space.voters.length <= LISTED ? listed(setting, space, point) : searched(space, point, frontier);
  const named = namer(setting, space, part.yardstick);
  const solutions: Readonly<Partial<Record<Concept, Solution>>> = part.yardstick
    ? { ...solve(SOUGHT, part.texts, part.yardstick), ...solve(['spread'], pointsOf(frontier), part.yardstick) }
    : {};
  const pick = (concept: Concept) => (solutions[concept] ? named(solutions[concept]) : null);
  return {
    method: { solutions: part.method, frontier: frontier ? 'complete' : 'too much work' },
    parties: space.voters.map((i) => setting.parties[i]!.id),
    disagreement: { kind, point },
    outcomes: space.outcomes,
    rational: part.rational,
    frontier: frontier ? { ...frontier, points: frontier.points.map((one) => one.utilities) } : null,
    nash: pick('nash'),
    kalai: pick('kalai'),
    ks: { maxmin: pick('maxmin'), spread: pick('spread') },
    utilitarian: pick('utilitarian'),
    opposition: {
      all: part.opposition,
      scaled: part.yardstick ? scaledOpposition(part.yardstick.ideal, part.texts) : null,
      perParty: part.opposition / Math.sqrt(space.voters.length),
    },
    zopa: part.rational === null ? null : part.rational / space.outcomes,
    power: powerOf(setting),
    opinions: {
      compromise: compromise(scenario),
      median: median(scenario),
      expectedUtility: expectedUtilityOpinions(scenario),
    },
    passing: part.passing,
    accepts: part.accepts && byParty(setting, space, (i) => part.accepts![i]!),
    walkAways: {
      each: byParty(setting, space, (i) => ({ now: space.walkAways[i]!, highest: part.highest[i] ?? null })),
      shortfall: part.shortfall ?? null,
    },
    issues: issueWorth(setting, space.voters),
  };
}

export function disagreementPoint(space: Space, kind: Disagreement): readonly number[] {
  if (kind === 'walk-away') return space.walkAways;
  const lowest = lowestUtilities(space);
  return space.walkAways.map((walkAway, i) => Math.max(walkAway, lowest[i]!));
}

/** What depends on whether the texts could be listed. */
interface Part {
  readonly method: Method['solutions'];
  readonly rational: number | null;
  readonly passing: number | null;
  readonly accepts: readonly number[] | null;
  readonly highest: readonly (number | undefined)[];
  readonly shortfall: number | undefined;
  readonly opposition: number;
  /** Nothing when no text is known to suit everybody. */
  readonly yardstick: Yardstick | undefined;
  readonly texts: Texts;
}

function listed(setting: Setting, space: Space, disagreement: readonly number[]): Part {
  const { rational, ideal, ...rest } = survey(setting, space);
  return {
    ...rest,
    method: 'listed',
    rational,
    yardstick: rational > 0 ? { disagreement, ideal } : undefined,
    texts: (see) => visitRational(space, (utilities, _, text) => see(utilities, text)),
  };
}

function searched(space: Space, disagreement: readonly number[], frontier: Frontier | undefined): Part {
  const { ideal, texts, ...rest } = search(space, disagreement);
  const part = { ...rest, rational: null, passing: null, accepts: null, highest: [] };
  if (frontier === undefined) return { ...part, method: 'search', yardstick: ideal && { disagreement, ideal }, texts };
  const greatest = space.voters.map((_, i) =>
    frontier.points.reduce((most, { utilities }) => Math.max(most, utilities[i]!), -Infinity),
  );
  return {
    ...part,
    method: 'frontier',
    yardstick: frontier.distinct > 0 ? { disagreement, ideal: greatest } : undefined,
    texts: pointsOf(frontier),
  };
}

/** The points of a frontier; none where it was too much work. */
export function pointsOf(frontier: Frontier | undefined): Texts {
  return (see) => {
    for (const { utilities, text, count } of frontier?.points ?? [])
      see(Float64Array.from(utilities), Int32Array.from(text), count);
  };
}

function namer(setting: Setting, space: Space, yardstick: Yardstick | undefined): (solution: Solution) => Picked {
  return ({ text, ...rest }) => {
    const shares = sharesOf(rest.utilities, yardstick!);
    const least = shares.indexOf(Math.min(...shares));
    return {
      ...rest,
      text: Object.fromEntries(setting.issues.map((issue, k) => [issue.id, issue.options[text[k]!]!])),
      leastSatisfied: setting.parties[space.voters[least]!]!.id,
    };
  };
}

function byParty<T>(setting: Setting, space: Space, of: (voter: number) => T): Readonly<Record<PartyId, T>> {
  return Object.fromEntries(space.voters.map((i, voter) => [setting.parties[i]!.id, of(voter)]));
}
