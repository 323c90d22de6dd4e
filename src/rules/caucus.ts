import type { CaucusAct } from '../model/question.ts';
import { TOLERANCE } from './arithmetic.ts';
import { hazardOfLeaving } from './leaving.ts';
import { mayPress } from './pressure.ts';
import type { Setting } from './setting.ts';
import { utility, walkAway } from './utility.ts';
import type { PartyView } from './visibility.ts';
import type { World } from './world.ts';

/** An act along a relation, by index. */
export type Act =
  | { readonly act: Exclude<CaucusAct['act'], 'promise'>; readonly relation: number }
  | { readonly act: 'promise'; readonly relation: number; readonly cost: number };

/**
 * What the rules do in the corridor, each act at most once a round along a relation, on what the last poll showed:
 * press and promise to those who objected, while the text is worth more than no agreement to oneself; reassure those
 * one leans to; and, when one's own patience is used up, warn of leaving. Nobody leaks on purpose.
 */
export function chooseActs(setting: Setting, view: PartyView): readonly Act[] {
  const acts: Act[] = [];
  const worth = utility(view.me, view.public.text) + view.promises;
  const b = walkAway(view.me, view.own);
  const wantsText = worth >= b - TOLERANCE;
  const manipulates = setting.chair.style === 'manipulation' && setting.chair.party === view.me.index;
  const isLeaving = hazardOfLeaving(setting, view) > 0;
  const { step } = setting.model.promise;
  let left = purse(view, manipulates ? undefined : worth - b);
  view.outgoing.forEach((relation, n) => {
    const index = setting.outgoing[view.me.index]![n]!;
    const vote = view.public.votes[relation.setting.to];
    if (relation.channel === 'none' || vote === undefined) return;
    if (vote.accepts) return;
    if ((wantsText || manipulates) && mayPress(setting, view.public, relation.setting, relation))
      acts.push({ act: 'press', relation: index });
    if (wantsText && step > 0 && left >= step - TOLERANCE && vote.objection.code !== 'red-line') {
      acts.push({ act: 'promise', relation: index, cost: (relation.promise?.cost ?? 0) + step });
      left -= step;
    }
    if (wantsText && leansTo(setting, view, relation.setting.to)) acts.push({ act: 'reassure', relation: index });
    if (isLeaving) acts.push({ act: 'warn', relation: index });
  });
  return acts;
}

/** What it may still promise: within its budget and, but for a manipulator, what the text leaves it above its walk-away. */
function purse(view: PartyView, margin: number | undefined): number {
  let promised = 0;
  for (const { promise } of view.outgoing) if (promise !== undefined) promised += promise.cost;
  const budget = view.me.budget - promised;
  return margin === undefined || budget < margin ? budget : margin;
}

/** Whether it trusts the other enough to be believed when it speaks well of the settlement (Kydd 2003). */
export function leansTo(setting: Setting, view: PartyView, other: number): boolean {
  const back = view.incoming.find((relation) => relation.setting.from === other);
  return back !== undefined && back.trust >= setting.model.reassure.lean - TOLERANCE;
}

/** The parties with somebody to address, by index: nobody else need be asked what it does in the corridor. */
export function partiesInCaucus(setting: Setting, world: World): readonly number[] {
  const open = (r: number) =>
    world.relations[r]!.channel !== 'none' && world.public.votes[setting.relations[r]!.to]?.accepts === false;
  const able: number[] = [];
  setting.outgoing.forEach((relations, i) => {
    if (relations.some(open)) able.push(i);
  });
  return able;
}
