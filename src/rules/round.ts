import type { Grade } from '../model/attendance.ts';
import type { Text } from '../model/text.ts';
import { replaced } from './arithmetic.ts';
import { withChanges, type DraftChange } from './draft-change.ts';
import { isPolled } from './polling.ts';
import type { Setting } from './setting.ts';
import { targetAt } from './target.ts';
import { viewOf } from './visibility.ts';
import type { Vote, World } from './world.ts';

/** Steps of a conference that follow from what was answered. Each gives the state after it; all acts at once. */

export function afterAttendance(world: World, grades: readonly Grade[]): World {
  return { ...world, public: { ...world.public, grades } };
}

/** A new round: everybody settles what it holds out for now. */
export function afterOpening(setting: Setting, world: World): World {
  const round = world.public.round + 1;
  const parties = world.parties.map((state, i) => {
    const target = targetAt(setting, viewOf(setting, world, i), round);
    return target === state.target ? state : { ...state, target };
  });
  return { ...world, parties, public: { ...world.public, round } };
}

/** What each party asks for, by index; nothing for those who were not asked. */
export function afterAmendments(world: World, proposals: readonly (Text | undefined)[]): World {
  const { room } = world;
  const { text } = world.public;
  const amended = (i: number, k: number) => proposals[i] !== undefined && proposals[i][k] !== text[k];
  return {
    ...world,
    room: {
      proposals,
      first: room.first.map((first, i) => first ?? proposals[i]),
      asked: room.asked.map((asked, i) =>
        proposals[i] === undefined ? asked : asked.map((option, k) => (amended(i, k) ? proposals[i]![k]! : option)),
      ),
      mentions: room.mentions.map((counts, i) =>
        proposals[i] === undefined ? counts : counts.map((count, k) => (amended(i, k) ? count + 1 : count)),
      ),
    },
  };
}

export function afterDraft(world: World, changes: readonly DraftChange[]): World {
  if (changes.length === 0) return world;
  const text = withChanges(world.public.text, changes);
  return { ...world, public: { ...world.public, text, version: world.public.version + 1 } };
}

export function afterVotes(world: World, votes: readonly (Vote | undefined)[]): World {
  return { ...world, public: { ...world.public, votes } };
}

/** Those who leave are absent from here on; what they had tabled and how they voted goes with them. */
export function afterDepartures(world: World, left: readonly number[]): World {
  if (left.length === 0) return world;
  let { grades } = world.public;
  let { votes } = world.public;
  let { proposals } = world.room;
  for (const i of left) {
    grades = replaced(grades, i, 'absent');
    votes = replaced(votes, i, undefined);
    proposals = replaced(proposals, i, undefined);
  }
  return { ...world, public: { ...world.public, grades, votes }, room: { ...world.room, proposals } };
}

/** Indices of the parties that are polled. */
export function polledParties(world: World): readonly number[] {
  return world.public.grades.flatMap((grade, i) => (isPolled(grade) ? [i] : []));
}
