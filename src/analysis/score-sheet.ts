import type { IssueId, OptionId, Party, Scenario } from '../model/scenario.ts';
import { TOLERANCE } from '../rules/arithmetic.ts';
import { partySetting, type PartySetting } from '../rules/party-setting.ts';

/** Outcomes at most that are looked at one by one. */
const LISTED = 2_000_000;
/** Most decimals that anybody should add up by hand. */
const MOST_DECIMALS = 6;

/**
 * A party's utilities as whole points of 100. Whether a text is at least as good as no agreement is decided by adding
 * them up: it is from `from` points on, and is not at `below` points or less. What lies between is too near to be told
 * by whole points; there the exact points decide, and reach `exactFrom` or do not.
 */
export interface ScoreSheet {
  readonly issues: readonly IssuePoints[];
  /** The most that a text within the red lines is worth, in whole points. */
  readonly most: number;
  /** The walk-away, and the walk-away while the rival forum is open where that is worth something to the party. */
  readonly walkAway: Threshold;
  readonly whileRivalIsOpen?: Threshold;
  /** Decimals of the exact points; 0 where whole points decide everything. */
  readonly decimals: number;
  /** Outcomes within the red lines; and whether all of them were looked at. */
  readonly outcomes: number;
  readonly proved: boolean;
}

export interface IssuePoints {
  readonly issue: IssueId;
  /** What the party has at stake: points of an option of value 1. */
  readonly weight: number;
  readonly options: readonly OptionPoints[];
}

export interface OptionPoints {
  readonly option: OptionId;
  /** Whole, 0 to 100. */
  readonly points: number;
  /** The same with the decimals of the sheet. */
  readonly exact: number;
  /** Beyond a red line: no text with it is signed, whatever its points. */
  readonly never: boolean;
}

export interface Threshold {
  /** In points, exact. */
  readonly points: number;
  /** Whole points from which every text is at least as good as no agreement. */
  readonly from: number;
  /** Whole points up to which every text is worse. One less than `from` where whole points decide everything. */
  readonly below: number;
  /** Exact points, with the decimals of the sheet, from which a text between the two is as good. */
  readonly exactFrom: number;
  /** Outcomes between the two. */
  readonly between: number;
}

/**
 * The sheet of a party: of the whole points nearest to its utilities, and of as few decimals beside them as tell every
 * outcome apart as its utility and walk-away do (at the start, without pain, pressure or promises).
 */
export function scoreSheet(scenario: Scenario, party: Party): ScoreSheet {
  const setting = partySetting(party, 0, scenario.issues);
  const draw = scenario.conference.rival?.draws[party.id]?.value ?? 0;
  const walkAways = [setting.walkAway, ...(draw > 0 ? [setting.walkAway + draw] : [])];
  const whole = wholePoints(setting);
  const outcomes = setting.allowed.reduce((product, open) => product * open.filter(Boolean).length, 1);
  const proved = outcomes <= LISTED;
  const bands = proved ? bandsOf(setting, whole, walkAways) : walkAways.map((at) => boundedBand(setting, whole, at));
  const decimals = bands.every(({ from, below }) => from === below + 1) ? 0 : decimalsFor(setting, walkAways, proved);
  const exact = scaledPoints(setting, decimals);
  const thresholds = bands.map((band, index) => ({
    ...band,
    points: 100 * walkAways[index]!,
    exactFrom: exactThreshold(setting, decimals, walkAways[index]!, proved),
  }));
  return {
    issues: scenario.agenda.map((id) => {
      const k = scenario.issues.findIndex((issue) => issue.id === id);
      const options = scenario.issues[k]!.options.map((option, o) => ({
        option: option.id,
        points: whole[k]![o]!,
        exact: exact[k]![o]! / scale(decimals),
        never: !setting.allowed[k]![o]!,
      }));
      return { issue: id, weight: 100 * setting.weights[k]!, options };
    }),
    most: setting.best.reduce((sum, option, k) => sum + whole[k]![option]!, 0),
    walkAway: thresholds[0]!,
    ...(thresholds[1] && { whileRivalIsOpen: thresholds[1] }),
    decimals,
    outcomes,
    proved,
  };
}

/** Points of each issue by largest remainder, so that they make 100, and of each option its share of these, rounded. */
function wholePoints({ weights, values }: PartySetting): readonly (readonly number[])[] {
  const shares = weights.map((weight) => 100 * weight);
  const floors = shares.map((share) => Math.floor(share + TOLERANCE));
  const left = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = shares
    .map((share, k) => ({ k, rest: share - floors[k]! }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k)
    .slice(0, left)
    .map(({ k }) => k);
  return values.map((of, k) => {
    const most = floors[k]! + (byRemainder.includes(k) ? 1 : 0);
    return of.map((value) => Math.min(most, Math.round(100 * weights[k]! * value + TOLERANCE)));
  });
}

function scale(decimals: number): number {
  let factor = 1;
  for (let n = 0; n < decimals; n++) factor *= 10;
  return factor;
}

/** Points with decimals, as whole multiples of the last decimal. */
function scaledPoints({ worths }: PartySetting, decimals: number): readonly (readonly number[])[] {
  return worths.map((of) => of.map((worth) => Math.round(100 * scale(decimals) * worth)));
}

type Visitor = (utility: number, points: number) => void;

/** Shows every outcome within the party's red lines: its utility, summed as the rules sum it, and its points. */
function visitOwn({ worths, allowed }: PartySetting, points: readonly (readonly number[])[], see: Visitor): void {
  const open = allowed.map((of) => of.flatMap((within, o) => (within ? [o] : [])));
  const follow = (k: number, utility: number, sum: number): void => {
    if (k === open.length) return see(utility, sum);
    for (const o of open[k]!) follow(k + 1, utility + worths[k]![o]!, sum + points[k]![o]!);
  };
  follow(0, 0, 0);
}

type Band = Pick<Threshold, 'from' | 'below' | 'between'>;

function bandsOf(setting: PartySetting, points: readonly (readonly number[])[], walkAways: readonly number[]) {
  const at = walkAways.map(() => ({ least: Infinity, most: -Infinity }));
  visitOwn(setting, points, (utility, sum) => {
    for (const [index, walkAway] of walkAways.entries()) {
      if (utility >= walkAway - TOLERANCE) at[index]!.least = Math.min(at[index]!.least, sum);
      else at[index]!.most = Math.max(at[index]!.most, sum);
    }
  });
  const bands = at.map((ends, index) => bandBetween(ends, 100 * walkAways[index]!));
  const between = bands.map(() => 0);
  visitOwn(setting, points, (_, sum) => {
    for (const [index, { from, below }] of bands.entries()) if (sum > below && sum < from) between[index]!++;
  });
  return bands.map((band, index): Band => ({ ...band, between: between[index]! }));
}

/**
 * `least`: the fewest points of an outcome that is as good as no agreement; `most`: the most of one that is worse. Where
 * they do not overlap any whole number between them divides; the one nearest to the walk-away is taken.
 */
function bandBetween({ least, most }: { readonly least: number; readonly most: number }, walkAway: number) {
  if (least <= most) return { below: least - 1, from: most + 1 };
  const from = Math.max(most + 1, Math.min(least, Math.round(walkAway)));
  return { below: from - 1, from };
}

/** Where the outcomes are too many to look at: no sum of rounded points is further off than what was rounded in all. */
function boundedBand(setting: PartySetting, points: readonly (readonly number[])[], walkAway: number): Band {
  const off = setting.worths.reduce(
    (sum, of, k) => sum + Math.max(...of.map((worth, o) => Math.abs(100 * worth - points[k]![o]!))),
    0,
  );
  return { from: Math.ceil(100 * walkAway + off), below: Math.ceil(100 * walkAway - off) - 1, between: Number.NaN };
}

/** The fewest decimals with which sums of points part the outcomes as utilities do. */
function decimalsFor(setting: PartySetting, walkAways: readonly number[], proved: boolean): number {
  if (!proved) return MOST_DECIMALS;
  for (let decimals = 1; decimals < MOST_DECIMALS; decimals++)
    if (walkAways.every((at) => parts(setting, decimals, at))) return decimals;
  return MOST_DECIMALS;
}

function parts(setting: PartySetting, decimals: number, walkAway: number): boolean {
  const { least, most } = endsOf(setting, decimals, walkAway);
  return least > most;
}

function endsOf(setting: PartySetting, decimals: number, walkAway: number) {
  const ends = { least: Infinity, most: -Infinity };
  visitOwn(setting, scaledPoints(setting, decimals), (utility, sum) => {
    if (utility >= walkAway - TOLERANCE) ends.least = Math.min(ends.least, sum);
    else ends.most = Math.max(ends.most, sum);
  });
  return ends;
}

function exactThreshold(setting: PartySetting, decimals: number, walkAway: number, proved: boolean): number {
  const at = Math.round(100 * scale(decimals) * walkAway);
  if (!proved) return at / scale(decimals);
  const { least, most } = endsOf(setting, decimals, walkAway);
  return Math.max(most + 1, Math.min(least, at)) / scale(decimals);
}
