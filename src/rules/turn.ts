import type { Chance } from '../model/chance.ts';
import type { Outcome } from '../model/outcome.ts';
import { timeOf } from './bargaining.ts';
import { nearestPlace, outcomesOf } from './outcomes.ts';
import type { AcceptanceSetting } from './party-setting.ts';
import type { Setting } from './setting.ts';
import { accepts } from './tactics/acceptance.ts';
import { microAccepts, microOffer } from './tactics/micro.ts';
import { niceTitForTatOffer } from './tactics/nice-tit-for-tat.ts';
import { timeDependentTarget } from './tactics/time-dependent.ts';
import { titForTatTarget } from './tactics/tit-for-tat.ts';
import { isSignable, type Turn } from './tactics/turn.ts';
import { walkAway } from './utility.ts';
import type { PartyView } from './visibility.ts';

export type Move =
  { readonly move: 'accept' } | { readonly move: 'leave' } | { readonly move: 'offer'; readonly outcome: Outcome };

/**
 * What a party does when its turn comes: it leaves when no outcome at all is worth its walk-away, accepts by its
 * acceptance condition, never below its walk-away or across a red line, and else makes the offer of its tactic.
 */
export function decideTurn(setting: Setting, view: PartyView, chance: Chance): Move {
  const turn = turnOf(setting, view, chance);
  if (turn.own.ranked.length === 0) return { move: 'leave' };
  const { tactic } = turn.me;
  const standing = turn.bargaining.standing?.outcome;
  const isOpen = standing !== undefined && isSignable(turn, standing);
  if (tactic.kind === 'micro' && isOpen && microAccepts(turn, standing)) return { move: 'accept' };
  const outcome = nextOffer(turn);
  if (tactic.kind !== 'micro' && isOpen && accepts(turn, tactic.acceptance ?? BY_THE_NEXT, standing, outcome))
    return { move: 'accept' };
  return { move: 'offer', outcome };
}

/** What a scenario gives a tactic that names no acceptance. */
const BY_THE_NEXT: AcceptanceSetting = { kind: 'next', factor: 1, margin: 0 };

export function turnOf(setting: Setting, { me, own: state, room, public: { round } }: PartyView, chance: Chance): Turn {
  if (room?.bargaining === undefined) throw new Error(`${me.id} has a turn without offers to look at`);
  const b = walkAway(me, state);
  const own = outcomesOf(setting, me, b);
  return {
    setting,
    me,
    own,
    bargaining: room.bargaining,
    time: timeOf(setting, round),
    round,
    chance,
    walkAway: b,
    top: own.worth[0] ?? 0,
  };
}

/** The outcome that the party's tactic offers now. */
export function nextOffer(turn: Turn): Outcome {
  const { own, me, chance, round, walkAway: b, top } = turn;
  const { tactic } = me;
  const nearest = (target: number) => own.ranked[nearestPlace(own, target)]!;
  switch (tactic.kind) {
    case 'time-dependent':
      return nearest(timeDependentTarget(turn, tactic));
    case 'hardliner':
      return own.ranked[0]!;
    case 'random-walker':
      return nearest(b + (top - b) * chance.at(`walk/${me.id}`, round));
    case 'tit-for-tat':
      return nearest(titForTatTarget(turn, tactic));
    case 'nice-tit-for-tat':
      return niceTitForTatOffer(turn, tactic);
    case 'micro':
      return microOffer(turn);
  }
}
