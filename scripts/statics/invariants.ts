import { CHAIR_STYLES } from '../../src/model/scenario.ts';
import { TOLERANCE } from '../../src/rules/arithmetic.ts';
import type { Frontier } from './frontier.ts';
import { NAMES } from './metrics.ts';
import { FIGHTERS, otherFighter, type Fighter, type Observation } from './observation.ts';
import { BASE, loaded, partyOf, sound, worldOf, type World } from './worlds.ts';

/** What must never end in agreement, and the same conferences without it, lest it hold for want of any. */
export interface Invariant {
  readonly name: string;
  readonly world: World;
  readonly control: World;
}

export interface JudgedInvariant {
  readonly name: string;
  readonly n: number;
  readonly agreements: number;
  /** On the same seeds, without the change. */
  readonly agreementsOfControl: number;
  readonly holds: boolean;
}

/** Above rounding, below anything that matters: by so much no text is enough. */
const HAIR = 1e-6;

/** A walk-away with which agreements are common, so that a spoiler alone stands in their way. */
const LOW = 0.4;

/** Kabul is there officially, so that its staying away does not do the work; each style of chair in turn. */
export function invariants(frontier: Frontier): readonly Invariant[] {
  return CHAIR_STYLES.flatMap((style) => {
    const common = ['parties.kabul.attendance=accepted', `conference.chair.style=${style}`];
    const control = worldOf(`official, ${style}`, common);
    const ready = [...common, ...FIGHTERS.map((id) => `parties.${id}.walkAway=${LOW}`)];
    const willing = worldOf(`low walk-aways, ${style}`, ready);
    const spoilers = FIGHTERS.map((id) => {
      const name = `low walk-aways, ${NAMES[id]} a total spoiler, ${style}`;
      return { name, world: worldOf(name, [...ready, `parties.${id}.spoiler.type=total`]), control: willing };
    });
    const apart = FIGHTERS.map((id) => {
      const name = `no overlap for ${NAMES[id]}’s walk-away, ${style}`;
      return { name, world: apartWorld(name, common, frontier, id), control };
    });
    return [...spoilers, ...apart];
  });
}

/** No text is worth both walk-aways, and nothing can move them: pain, pressing, promises and events are off. */
function apartWorld(name: string, common: readonly string[], frontier: Frontier, raised: Fighter): World {
  const { scenario } = loaded(BASE);
  const other = otherFighter(raised);
  const { document } = loaded(BASE, [
    ...common,
    `parties.${raised}.walkAway=${walkAwayOutOfReach(frontier, raised, partyOf(scenario, other).walkAway.value)}`,
    ...scenario.parties.flatMap(({ id }) => [`parties.${id}.pain=0`, `parties.${id}.budget=0`]),
    'model.press.cap=0',
  ]);
  return { name, document: sound({ ...document, events: {} }) };
}

/** A hair above the most that a text leaves to one while the other has its walk-away. */
export function walkAwayOutOfReach({ texts }: Frontier, raised: Fighter, walkAwayOfOther: number): number {
  const other = otherFighter(raised);
  let most = 0;
  for (const text of texts) if (text[other] >= walkAwayOfOther - TOLERANCE && text[raised] > most) most = text[raised];
  return most + HAIR;
}

export function judgeInvariant(
  { name, world, control }: Invariant,
  played: ReadonlyMap<string, readonly Observation[]>,
): JudgedInvariant {
  const [here, there] = [played.get(world.name)!, played.get(control.name)!];
  const agreements = agreementsIn(here);
  return { name, n: here.length, agreements, agreementsOfControl: agreementsIn(there), holds: agreements === 0 };
}

function agreementsIn(observations: readonly Observation[]): number {
  return observations.filter((one) => one.ending === 'agreement').length;
}
