import { TOLERANCE } from '../rules/arithmetic.ts';
import type { Setting } from '../rules/setting.ts';
import { assemblyOf, passes } from './agreement.ts';
import { visit, type Space } from './space.ts';

/** What one look at every text tells. Lists run over the voters of the space. */
export interface Survey {
  /** Texts that suit everybody: within all red lines, nobody below its walk-away. */
  readonly rational: number;
  /** Texts that pass by the agreement rule when each accepts what suits it. */
  readonly passing: number;
  /** By voter: the texts that suit it. */
  readonly accepts: readonly number[];
  /** By voter: the greatest utility among the texts that suit everybody; the ideal of Kalai and Smorodinsky. */
  readonly ideal: readonly number[];
  /** Distance from (1, …, 1) to the nearest text of all. */
  readonly opposition: number;
  /** By voter: the highest walk-away with which some text would still suit everybody; nothing when none does. */
  readonly highest: readonly (number | undefined)[];
  /** The least by which all walk-aways together would have to fall for a text to suit everybody; 0 when one does. */
  readonly shortfall: number | undefined;
}

export function survey(setting: Setting, space: Space): Survey {
  const n = space.voters.length;
  const { walkAways } = space;
  const assembly = assemblyOf(setting);
  const suits = new Uint8Array(setting.parties.length);
  const accepts = new Float64Array(n);
  const ideal = new Float64Array(n).fill(-1);
  const highest = new Float64Array(n).fill(-1);
  let [rational, passing, nearest, shortfall] = [0, 0, Infinity, Infinity];

  visit(space, (utilities, crossed) => {
    let distance = 0;
    let lines = 0;
    let lacking = 0;
    let unhappy = 0;
    let last = -1;
    for (let i = 0; i < n; i++) {
      const u = utilities[i]!;
      distance += (1 - u) * (1 - u);
      const short = walkAways[i]! - u;
      const content = crossed[i] === 0 && short <= TOLERANCE;
      suits[space.voters[i]!] = content ? 1 : 0;
      if (content) accepts[i]!++;
      else {
        unhappy++;
        last = i;
      }
      lines += crossed[i]!;
      if (short > lacking) lacking = short;
    }
    if (distance < nearest) nearest = distance;
    if (unhappy === 0) {
      rational++;
      for (let i = 0; i < n; i++) if (utilities[i]! > ideal[i]!) ideal[i] = utilities[i]!;
    }
    if (lines === 0) {
      if (lacking < shortfall) shortfall = lacking;
      if (unhappy === 1 && utilities[last]! > highest[last]!) highest[last] = utilities[last]!;
    }
    if (passes(setting, assembly, (i) => suits[i] === 1)) passing++;
  });

  return {
    rational,
    passing,
    accepts: [...accepts],
    ideal: [...ideal],
    opposition: Math.sqrt(nearest),
    highest: space.walkAways.map((_, i) => {
      const best = Math.max(highest[i]!, ideal[i]!);
      return best < 0 ? undefined : best;
    }),
    shortfall: shortfall === Infinity ? undefined : shortfall <= TOLERANCE ? 0 : shortfall,
  };
}

/** Distance from (1, …, 1) to the nearest text that suits everybody, each utility divided by the party's greatest there. */
export function scaledOpposition(ideal: readonly number[], rational: (see: (u: Float64Array) => void) => void): number {
  let nearest = Infinity;
  rational((utilities) => {
    let distance = 0;
    for (let i = 0; i < utilities.length; i++) {
      const gap = ideal[i]! > 0 ? 1 - utilities[i]! / ideal[i]! : 0;
      distance += gap * gap;
    }
    if (distance < nearest) nearest = distance;
  });
  return Math.sqrt(nearest);
}
