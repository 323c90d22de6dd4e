import type { Chance } from '../model/chance.ts';
import type { PressOutcome } from '../model/fact.ts';
import { clamp } from './arithmetic.ts';
import { isPolled } from './polling.ts';
import type { RelationSetting, Setting } from './setting.ts';
import type { PublicState, RelationState, World } from './world.ts';

/**
 * Whether a relation can carry pressure now: a channel, some influence, and at its end one that objected in the last
 * poll. Two signatories do not press each other: they bargain.
 */
export function mayPress(
  setting: Setting,
  { grades, votes }: PublicState,
  relation: RelationSetting,
  state: RelationState,
): boolean {
  const { from, to } = relation;
  if (state.channel === 'none' || influenceOf(setting, relation, state) === 0) return false;
  if (setting.parties[from]!.signatory && setting.parties[to]!.signatory) return false;
  return isPolled(grades[to]!) && votes[to]?.accepts === false;
}

/**
 * Probabilities of one press along a relation: that it works, rising in influence × trust, and that it backfires,
 * falling in trust and, on an open channel, rising with the audience of the pressed.
 */
export function pressOdds(
  setting: Setting,
  relation: RelationSetting,
  state: RelationState,
  audienceOfPressed = setting.parties[relation.to]!.audience,
): { works: number; backfires: number } {
  const { strength, backfire, exposure } = setting.model.press;
  const trusting = (1 + state.trust) / 2;
  const works = clamp(strength * influenceOf(setting, relation, state) * trusting);
  const audience = state.channel === 'open' ? 1 + exposure * audienceOfPressed : 1;
  const backfires = clamp(backfire * (1 - trusting) * audience, 0, 1 - works);
  return { works, backfires };
}

/** A manipulating chair adds a share of its leverage to its influence, as two independent chances. */
function influenceOf(setting: Setting, relation: RelationSetting, state: RelationState): number {
  if (setting.chair.style !== 'manipulation' || setting.chair.party !== relation.from) return state.influence;
  const added = setting.model.manipulation.leverage * setting.parties[relation.from]!.leverage;
  return 1 - (1 - state.influence) * (1 - added);
}

export interface Press {
  /** Index of the relation it runs along. */
  readonly relation: number;
  readonly outcome: PressOutcome;
  readonly probability: number;
  /** By how much it moves the walk-away of the pressed before the cap: negative when it works. */
  readonly by: number;
}

/** How a press comes out. One draw of the relation's stream: low works, high backfires, in between nothing happens. */
export function resolvePress(setting: Setting, world: World, relation: number, chance: Chance): Press {
  const { pressStream } = setting.relations[relation]!;
  const { works, backfires } = pressOdds(
    setting,
    setting.relations[relation]!,
    world.relations[relation]!,
    world.parties[setting.relations[relation]!.to]!.audience,
  );
  const x = chance.at(pressStream, world.public.round);
  const { effect, backlash } = setting.model.press;
  if (x < works) return { relation, outcome: 'worked', probability: works, by: -effect };
  if (x >= 1 - backfires) return { relation, outcome: 'backfired', probability: works, by: backlash };
  return { relation, outcome: 'failed', probability: works, by: 0 };
}

/**
 * All presses of a caucus at once: what pressure takes off a walk-away, or adds to it, stays within the cap.
 * Gives the presses with what each came to: where the cap cut the sum, all are cut by the same share.
 */
export function afterPresses(
  setting: Setting,
  world: World,
  presses: readonly Press[],
): { world: World; presses: readonly Press[] } {
  if (presses.length === 0) return { world, presses };
  const { cap } = setting.model.press;
  const relations = world.relations.slice();
  const asked = setting.parties.map(() => 0);
  for (const press of presses) {
    relations[press.relation] = { ...relations[press.relation]!, pressed: true };
    asked[setting.relations[press.relation]!.to]! -= press.by;
  }
  const share = asked.map(() => 1);
  const parties = world.parties.map((party, i) => {
    if (asked[i] === 0) return party;
    const pressed = clamp(party.pressed + asked[i]!, -cap, cap);
    share[i] = (pressed - party.pressed) / asked[i]!;
    return { ...party, pressed };
  });
  const came = presses.map((press) => ({ ...press, by: press.by * share[setting.relations[press.relation]!.to]! + 0 }));
  return { world: { ...world, relations, parties }, presses: came };
}
