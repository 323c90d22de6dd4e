import type { Chance } from '../model/chance.ts';
import { clamp } from './arithmetic.ts';
import { bestGuarantor } from './costs.ts';
import type { Setting } from './setting.ts';
import { utility, walkAway } from './utility.ts';
import { viewOf } from './visibility.ts';
import type { World } from './world.ts';

/**
 * Probability that a signatory's own side ratifies what it signed (Putnam 1988): one half where the text, promises
 * counted, is worth just what home asks, and certain or impossible at the width above or below it.
 */
export function ratificationOdds(setting: Setting, world: World, i: number): number {
  const party = setting.parties[i]!;
  const worth = utility(party, world.public.text) + viewOf(setting, world, i).promises;
  return clamp(0.5 + (worth - party.home) / (2 * setting.model.ratification.width));
}

export function isRatified(setting: Setting, world: World, i: number, chance: Chance): boolean {
  return chance.at(`ratification/${setting.parties[i]!.id}`, world.public.round) < ratificationOdds(setting, world, i);
}

/** How well an agreement may last: an index in [0, 1] and its parts, not a probability. */
export interface Durability {
  readonly index: number;
  /** Least margin of a signatory over its walk-away, of the margin at which nobody soon regrets. */
  readonly margin: number;
  /** Best guarantor present × how far the text's own guarantee goes. */
  readonly guarantee: number;
  /** One less the mean share of the signatories' margins that pressure won (Beardsley 2011). */
  readonly freedom: number;
}

export function durabilityOf(setting: Setting, world: World): Durability {
  const { margin: full, marginShare, guaranteeShare, freedomShare } = setting.model.durability;
  let least = 1;
  let pressed = 0;
  for (const i of setting.signatories) {
    const margin = utility(setting.parties[i]!, world.public.text) - walkAway(setting.parties[i]!, world.parties[i]!);
    if (margin < least) least = margin;
    const won = world.parties[i]!.pressed;
    pressed += margin > 0 ? clamp(won / margin) : won > 0 ? 1 : 0;
  }
  const margin = full > 0 ? clamp(least / full) : least > 0 ? 1 : 0;
  const guarantee = bestGuarantor(setting, world.public.grades) * guaranteeOption(setting, world);
  const freedom = 1 - pressed / setting.signatories.length;
  const index = marginShare * margin + guaranteeShare * guarantee + freedomShare * freedom;
  return { index, margin, guarantee, freedom };
}

/** How far the option in the text goes, where an issue is about the guarantee; 0 without one. */
function guaranteeOption(setting: Setting, world: World): number {
  const k = setting.guarantee;
  return k < 0 ? 0 : setting.issues[k]!.positions[world.public.text[k]!]!;
}
