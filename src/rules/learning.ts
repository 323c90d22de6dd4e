import type { Chance } from '../model/chance.ts';
import { replaced } from './arithmetic.ts';
import { mustAssent } from './endings.ts';
import { estimatedUtilityOf, learnedWalkAway } from './estimates.ts';
import type { Setting } from './setting.ts';
import type { World } from './world.ts';

/**
 * What the room and the chair learn from a poll. Everybody hears over which issue a party objected; the chair strikes
 * an option that one who must assent called a red line, and moves its estimates of walk-aways.
 */
export function afterPoll(setting: Setting, world: World, chance: Chance): World {
  const { votes } = world.public;
  let { mentions } = world.room;
  let { struck } = world.chair;
  votes.forEach((vote, i) => {
    if (vote === undefined || vote.accepts) return;
    const k = setting.issueIndex.get(vote.objection.issue)!;
    mentions = replaced(mentions, i, replaced(mentions[i]!, k, mentions[i]![k]! + setting.model.estimates.mention));
    if (vote.objection.code !== 'red-line' || !mustAssent(setting, world, i)) return;
    struck = replaced(struck, k, replaced(struck[k]!, world.public.text[k]!, true));
  });
  return {
    ...world,
    room: { ...world.room, mentions },
    chair: { struck, walkAways: learnedWalkAways(setting, world, chance) },
  };
}

/** Facilitation asks for nobody's walk-away, so a facilitator estimates none. */
function learnedWalkAways(setting: Setting, world: World, chance: Chance): readonly number[] {
  if (setting.chair.style === 'facilitation') return world.chair.walkAways;
  const { text, votes, round } = world.public;
  return world.chair.walkAways.map((supposed, i) => {
    const vote = votes[i];
    if (vote === undefined || i === setting.chair.party) return supposed;
    const estimated = estimatedUtilityOf(setting, world.room, i, round, chance, text);
    return learnedWalkAway(setting, supposed, estimated, vote);
  });
}
