import type { Grade } from '../model/attendance.ts';
import type { Chance } from '../model/chance.ts';
import type { Text } from '../model/text.ts';
import { TOLERANCE, replaced } from './arithmetic.ts';
import { withChanges, type DraftChange } from './draft-change.ts';
import { isPolled } from './polling.ts';
import type { Setting } from './setting.ts';
import { targetAt } from './target.ts';
import { utility } from './utility.ts';
import { viewOf } from './visibility.ts';
import type { PartyState, Vote, World } from './world.ts';

/** Steps of a conference that follow from what was answered. Each gives the state after it; all acts at once. */

export function afterAttendance(world: World, grades: readonly Grade[]): World {
  return { ...world, public: { ...world.public, grades } };
}

/** A new round: everybody settles what it holds out for now. */
export function afterOpening(setting: Setting, world: World, chance: Chance): World {
  const round = world.public.round + 1;
  const parties = world.parties.map((state, i) => {
    const target = targetAt(setting, viewOf(setting, world, i), round, chance);
    return target === state.target ? state : { ...state, target };
  });
  return { ...world, parties, public: { ...world.public, round } };
}

/** What each party asks for, by index; nothing for those who were not asked. */
export function afterAmendments(setting: Setting, world: World, proposals: readonly (Text | undefined)[]): World {
  const { room } = world;
  const first = room.first.slice();
  const asked = room.asked.slice();
  const mentions = room.mentions.slice();
  proposals.forEach((proposal, i) => {
    if (proposal === undefined) return;
    first[i] ??= proposal;
    const wishes = asked[i]!.slice();
    const counts = mentions[i]!.slice();
    for (let k = 0; k < proposal.length; k++) {
      if (proposal[k] === world.public.text[k]) continue;
      wishes[k] = proposal[k]!;
      counts[k]! += 1;
    }
    asked[i] = wishes;
    mentions[i] = counts;
  });
  return {
    ...world,
    parties: world.parties.map((state, i) => afterOthersConceded(setting, world, state, i, proposals)),
    room: { proposals, first, asked, mentions },
  };
}

/** A greedy spoiler asks for more after each concession of another signatory (Stedman 1997). */
function afterOthersConceded(
  setting: Setting,
  world: World,
  state: PartyState,
  i: number,
  proposals: readonly (Text | undefined)[],
): PartyState {
  const party = setting.parties[i]!;
  if (party.spoiler?.type !== 'greedy') return state;
  const conceded = setting.signatories.filter((j) => {
    const before = world.room.proposals[j];
    const now = proposals[j];
    return (
      j !== i && before !== undefined && now !== undefined && utility(party, now) > utility(party, before) + TOLERANCE
    );
  });
  if (conceded.length === 0) return state;
  const greed = state.greed + party.spoiler.step * conceded.length;
  const most = party.top > state.target ? party.top - state.target : 0;
  return { ...state, greed: greed < most ? greed : most };
}

export function afterDraft(world: World, changes: readonly DraftChange[]): World {
  if (changes.length === 0) return world;
  const text = withChanges(world.public.text, changes);
  return { ...world, public: { ...world.public, text, version: world.public.version + 1 } };
}

export function afterVotes(world: World, votes: readonly (Vote | undefined)[]): World {
  return { ...world, public: { ...world.public, votes } };
}

/** Those who leave are absent from here on; what they had tabled, voted and promised goes with them. */
export function afterDepartures(setting: Setting, world: World, left: readonly number[]): World {
  if (left.length === 0) return world;
  let { grades } = world.public;
  let { votes } = world.public;
  let { proposals } = world.room;
  for (const i of left) {
    grades = replaced(grades, i, 'absent');
    votes = replaced(votes, i, undefined);
    proposals = replaced(proposals, i, undefined);
  }
  const relations = world.relations.map((state, r) =>
    state.promise !== undefined && left.includes(setting.relations[r]!.from) ? { ...state, promise: undefined } : state,
  );
  return { ...world, public: { ...world.public, grades, votes }, room: { ...world.room, proposals }, relations };
}

/** Indices of the parties that are polled. */
export function polledParties(world: World): readonly number[] {
  const polled: number[] = [];
  world.public.grades.forEach((grade, i) => {
    if (isPolled(grade)) polled.push(i);
  });
  return polled;
}
