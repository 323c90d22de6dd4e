import type { Setting } from '../../src/rules/setting.ts';
import { utility } from '../../src/rules/utility.ts';
import { FIGHTERS, type OfFighters } from './observation.ts';

/** The texts that both fighters could sign, and the best of them; in their utilities alone. */
export interface Frontier {
  /** Texts within the red lines of both. */
  readonly texts: readonly OfFighters<number>[];
  /** Those that no other betters for one without loss to the other, from Kabul's best to the Taliban's. */
  readonly best: readonly OfFighters<number>[];
}

/** Lists every text within the red lines of both; once a scenario, some tens of thousands. */
export function frontierOf(setting: Setting): Frontier {
  const [kabul, taliban] = FIGHTERS.map((id) => setting.parties[setting.partyIndex.get(id)!]!);
  const texts: OfFighters<number>[] = [];
  const text = setting.issues.map(() => 0);
  const visit = (k: number): void => {
    if (k === text.length) {
      texts.push({ kabul: utility(kabul!, text), taliban: utility(taliban!, text) });
      return;
    }
    setting.issues[k]!.options.forEach((_, option) => {
      if (!kabul!.allowed[k]![option] || !taliban!.allowed[k]![option]) return;
      text[k] = option;
      visit(k + 1);
    });
  };
  visit(0);
  return { texts, best: undominated(texts) };
}

function undominated(texts: readonly OfFighters<number>[]): OfFighters<number>[] {
  const best: OfFighters<number>[] = [];
  let most = -1;
  for (const one of [...texts].sort((a, b) => b.kabul - a.kabul || b.taliban - a.taliban)) {
    if (one.taliban <= most) continue;
    best.push(one);
    most = one.taliban;
  }
  return best;
}

/** Euclidean distance, in the utilities of the two, to the nearest text on the frontier. */
export function distanceTo({ best }: Frontier, { kabul, taliban }: OfFighters<number>): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const one of best) {
    const squared = (one.kabul - kabul) * (one.kabul - kabul) + (one.taliban - taliban) * (one.taliban - taliban);
    if (squared < nearest) nearest = squared;
  }
  return Math.sqrt(nearest);
}
