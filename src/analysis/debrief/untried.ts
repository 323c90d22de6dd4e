import type { Fact } from '../../model/fact.ts';
import type { IssueId, OptionId, PartyId, Scenario } from '../../model/scenario.ts';
import { evolve } from '../../record/evolve.ts';
import { stateAtStart } from '../../record/state.ts';
import { TOLERANCE } from '../../rules/arithmetic.ts';
import { settingOf, type Setting } from '../../rules/setting.ts';
import { assemblyOf, passes } from '../agreement.ts';
import { LISTED, pointsOf } from '../analysis.ts';
import { FRONTIER_WORK, frontierOf } from '../frontier.ts';
import type { Landmarks } from '../landmarks.ts';
import { spaceOf, visit, type Space, type Visitor } from '../space.ts';

type NamedText = Readonly<Record<IssueId, OptionId>>;

/** How a group stands to what it did not try. */
export interface GroupUntried {
  readonly label: string;
  /** Texts that would have passed and left every signatory better off than it ended; nothing where texts were not counted. */
  readonly better: number | undefined;
  /** Of these, texts that no group put on the table. */
  readonly untried: number | undefined;
}

/** A text that every signatory would have preferred to how some group ended, and that no group put on the table. */
export interface UntriedDeal {
  readonly text: NamedText;
  /** By signatory, in the order of the landmarks. */
  readonly utilities: readonly number[];
  /** By the groups that it improves on: what it adds for each signatory. */
  readonly over: readonly { readonly label: string; readonly gains: readonly number[] }[];
  /** Who accepts it: those whom it suits. */
  readonly suits: readonly PartyId[];
  /** Signatories whose walk-away could lie above what it gives them, at the high end of its range. */
  readonly doubtful: readonly PartyId[];
}

export interface Untried {
  /** `listed`: every text was looked at. Where there are too many the best points of the signatories' frontier alone. */
  readonly method: 'listed' | 'frontier' | 'none';
  /** Different texts that the groups put on the table. */
  readonly tabled: number;
  readonly deal: UntriedDeal | undefined;
  readonly groups: readonly GroupUntried[];
}

/** How a group ended, for those who must sign, and the texts that it had on the table. */
export interface Tried {
  readonly label: string;
  readonly utilities: readonly number[];
}

/** Every text that a record puts on the table: the opening text, drafts and offers, and what a party asked for as a whole. */
export function tabledIn(scenario: Scenario, facts: readonly Fact[]): readonly NamedText[] {
  const state = stateAtStart(scenario);
  const texts: NamedText[] = [{ ...state.text }];
  for (const fact of facts) {
    evolve(state, fact);
    if (fact.type === 'text.drafted' || fact.type === 'offer.made') texts.push({ ...state.text });
    if (fact.type === 'amendments.tabled')
      texts.push({ ...state.text, ...Object.fromEntries(fact.changes.map(({ issue, to }) => [issue, to])) });
  }
  return texts;
}

/**
 * Looks for the better deal that nobody tried. It must pass by the agreement rule when each accepts what suits it, at
 * the walk-aways of the start; of those that no group had on the table it is the one that leaves every signatory better
 * off than in the most groups, and among these the one with the greatest product of gains over the disagreement point.
 */
export function untriedOf(
  scenario: Scenario,
  landmarks: Landmarks,
  groups: readonly Tried[],
  tabled: readonly NamedText[],
  listed = LISTED,
): Untried {
  const setting = settingOf(scenario);
  const space = spaceOf(setting);
  const look = new Search(setting, space, landmarks, groups, tabled);
  const isListed = space.outcomes * space.voters.length <= listed;
  const found = isListed ? 'listed' : 'frontier';
  if (isListed) visit(space, look.see);
  else {
    const frontier = frontierOf(spaceOf(setting, setting.signatories), FRONTIER_WORK);
    if (frontier === undefined) return { method: 'none', tabled: look.tabled, deal: undefined, groups: [] };
    pointsOf(frontier)((_, text) => look.seeText(text));
  }
  return {
    method: found,
    tabled: look.tabled,
    deal: look.deal(scenario),
    groups: groups.map(({ label }, g) => ({
      label,
      better: isListed ? look.better[g]! : undefined,
      untried: isListed ? look.untried[g]! : undefined,
    })),
  };
}

class Search {
  readonly better: number[];
  readonly untried: number[];
  readonly #setting: Setting;
  readonly #space: Space;
  readonly #landmarks: Landmarks;
  readonly #groups: readonly Tried[];
  readonly #tabled: ReadonlySet<number>;
  readonly #accepts: Uint8Array;
  readonly #passes: () => boolean;
  /** Where the signatories stand among the voters. */
  readonly #signing: readonly number[];
  #best: { readonly groups: number; readonly product: number; readonly text: readonly number[] } | undefined;

  constructor(
    setting: Setting,
    space: Space,
    landmarks: Landmarks,
    groups: readonly Tried[],
    tabled: readonly NamedText[],
  ) {
    this.#setting = setting;
    this.#space = space;
    this.#landmarks = landmarks;
    this.#groups = groups;
    this.#tabled = new Set(
      tabled.map((text) => this.#key(setting.issues.map((issue) => issue.optionIndex.get(text[issue.id]!)!))),
    );
    this.#accepts = new Uint8Array(setting.parties.length);
    const assembly = assemblyOf(setting);
    this.#passes = () => passes(setting, assembly, (i) => this.#accepts[i] === 1);
    this.#signing = setting.signatories.map((i) => space.voters.indexOf(i));
    this.better = groups.map(() => 0);
    this.untried = groups.map(() => 0);
  }

  get tabled(): number {
    return this.#tabled.size;
  }

  readonly see: Visitor = (utilities, crossed, text) => {
    const { voters, walkAways } = this.#space;
    // First those who must sign: most texts fall there.
    for (const s of this.#signing) if (s < 0 || crossed[s] !== 0 || utilities[s]! < walkAways[s]! - TOLERANCE) return;
    let improved = 0;
    const improves = this.#groups.map(({ utilities: left }) => {
      const yes = this.#signing.every((s, i) => utilities[s]! > left[i]! + TOLERANCE);
      if (yes) improved++;
      return yes;
    });
    if (improved === 0) return;
    for (let i = 0; i < voters.length; i++)
      this.#accepts[voters[i]!] = crossed[i] === 0 && utilities[i]! >= walkAways[i]! - TOLERANCE ? 1 : 0;
    if (!this.#passes()) return;
    const isTried = this.#tabled.has(this.#key(text));
    for (const [g, yes] of improves.entries()) {
      if (!yes) continue;
      this.better[g]!++;
      if (!isTried) this.untried[g]!++;
    }
    if (isTried) return;
    const product = this.#signing.reduce(
      (all, s, i) => all * Math.max(0, utilities[s]! - this.#landmarks.disagreement.point[i]!),
      1,
    );
    const before = this.#best;
    const isBetter =
      before === undefined ||
      improved > before.groups ||
      (improved === before.groups && product > before.product + TOLERANCE * TOLERANCE);
    if (isBetter) this.#best = { groups: improved, product, text: [...text] };
  };

  /** Adds up what the visitor of a whole space is given. */
  seeText(text: Int32Array): void {
    const { voters, adds, crosses } = this.#space;
    const n = voters.length;
    const [utilities, crossed] = [new Float64Array(n), new Uint8Array(n)];
    for (let k = 0; k < text.length; k++) {
      for (let i = 0; i < n; i++) {
        utilities[i]! += adds[k]![text[k]! * n + i]!;
        crossed[i]! |= crosses[k]![text[k]! * n + i]!;
      }
    }
    this.see(utilities, crossed, text);
  }

  deal(scenario: Scenario): UntriedDeal | undefined {
    if (this.#best === undefined) return undefined;
    const { text } = this.#best;
    const setting = this.#setting;
    const worth = (i: number) => text.reduce((sum, option, k) => sum + setting.parties[i]!.worths[k]![option]!, 0);
    const utilities = setting.signatories.map(worth);
    const within = (i: number) => text.every((option, k) => setting.parties[i]!.allowed[k]![option]!);
    return {
      text: Object.fromEntries(setting.issues.map((issue, k) => [issue.id, issue.options[text[k]!]!])),
      utilities,
      over: this.#groups.flatMap(({ label, utilities: left }) => {
        const gains = utilities.map((u, i) => u - left[i]!);
        return gains.every((gain) => gain > TOLERANCE) ? [{ label, gains }] : [];
      }),
      suits: this.#space.voters
        .filter((i) => within(i) && worth(i) >= setting.parties[i]!.walkAway - TOLERANCE)
        .map((i) => setting.parties[i]!.id),
      doubtful: scenario.parties
        .filter((party) => party.signatory)
        .filter((party, i) => utilities[i]! < party.walkAway.high - TOLERANCE)
        .map((party) => party.id),
    };
  }

  /** A text as one number, its options read as digits; past 2^53 two texts may share one, and count as tried. */
  #key(text: ArrayLike<number>): number {
    let key = 0;
    for (let k = 0; k < text.length; k++) key = key * this.#space.sizes[k]! + text[k]!;
    return key;
  }
}
