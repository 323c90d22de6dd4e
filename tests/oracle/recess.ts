import type { Chance } from '../../src/model/chance.ts';
import { leak } from './caucus.ts';
import { ABSENT, BACK, OPEN, type Numbers } from './numbers.ts';
import { ACCEPTS, clip, NOT_POLLED, settleWalkAway, type State } from './state.ts';

/** Recess (3.9): pain, what was seen, events. */
export function recess(n: Numbers, s: State, chance: Chance): void {
  const { pain, recess: by } = n.coefficients;
  let polled = 0;
  let accepting = 0;
  for (let i = 0; i < n.parties; i++) {
    if (s.vote[i] === NOT_POLLED) continue;
    polled += 1;
    if (s.vote[i] === ACCEPTS) accepting += 1;
  }
  for (let i = 0; i < n.parties; i++) {
    s.painTaken[i] = Math.min(pain.cap, s.painTaken[i]! + s.pain[i]!);
    const others = s.vote[i] === NOT_POLLED ? polled : polled - 1;
    const share = (s.vote[i] === ACCEPTS ? accepting - 1 : accepting) / others;
    if (others > 0) s.expectation[i] = clip(s.expectation[i]! + by.expectation * (share - s.expectation[i]!));
  }
  for (let r = 0; r < n.relations; r++) {
    const j = n.from[r]!;
    let change = 0;
    if (s.vote[j] === ACCEPTS) change += by.accepted;
    if (s.pressed[r] === 1) change -= by.pressed;
    if (s.left[j] === 1) change -= by.left;
    if (change !== 0) s.trust[r] = clip(s.trust[r]! + change, -1, 1);
  }
  if (n.events.length > 0) happen(n, s, chance);
  for (let i = 0; i < n.parties; i++) settleWalkAway(n, s, i);
}

/** Events strike: what they change in one number is added up, then clipped. */
function happen(n: Numbers, s: State, chance: Chance): void {
  let outside = 0;
  for (let i = 0; i < n.parties; i++) if (n.spoiler[i] === 1 && s.grade[i] === ABSENT) outside += 1;
  const shock = 1 + n.coefficients.spoilers.outside * outside;
  let any = false;
  for (let e = 0; e < n.events.length; e++) {
    const event = n.events[e]!;
    if (event.round > 0) {
      if (event.round !== s.round) continue;
    } else {
      if (s.struckEvents[e] === 1) continue;
      if (chance.at(event.label, s.round) >= event.hazard * (event.shock ? shock : 1)) continue;
      s.struckEvents[e] = 1;
    }
    if (!any) forget(s);
    any = true;
    for (let f = 0; f < event.effects.length; f++) note(n, s, event.effects[f]!);
  }
  if (any) settle(n, s);
}

function forget({ change, opened, channel, channelBefore }: State): void {
  channelBefore.set(channel);
  change.expectation.fill(0);
  change.optimism.fill(0);
  change.pain.fill(0);
  change.trust.fill(0);
  change.influence.fill(0);
  opened.fill(0);
}

function note(n: Numbers, s: State, effect: Numbers['events'][number]['effects'][number]): void {
  const { party: i, relation: r, change } = effect;
  switch (effect.what) {
    case 'walkAway':
      s.shift[i]! += change;
      break;
    case 'expectation':
    case 'optimism':
    case 'pain':
      s.change[effect.what][i]! += change;
      break;
    case 'influence':
    case 'trust':
      s.change[effect.what][r]! += change;
      break;
    case 'channel':
      if (effect.channel === OPEN && s.channelBefore[r] === BACK) s.opened[r] = 1;
      s.channel[r] = effect.channel;
      break;
    case 'rival':
      if (s.rivalOpen) for (let j = 0; j < n.parties; j++) s.shift[j]! -= n.draws[j]!;
      s.rivalOpen = false;
      break;
  }
}

function settle(n: Numbers, s: State): void {
  const { change } = s;
  for (let i = 0; i < n.parties; i++) {
    s.expectation[i] = clip(s.expectation[i]! + change.expectation[i]!);
    s.optimism[i] = clip(s.optimism[i]! + change.optimism[i]!);
    s.pain[i] = clip(s.pain[i]! + change.pain[i]!);
  }
  for (let r = 0; r < n.relations; r++) {
    s.trust[r] = clip(s.trust[r]! + change.trust[r]!, -1, 1);
    s.influence[r] = clip(s.influence[r]! + change.influence[r]!);
  }
  // Both directions are one channel: it leaks once, from the end that stands first.
  for (let r = 0; r < n.relations; r++) {
    if (s.opened[r] === 0) continue;
    const back = n.between[n.to[r]! * n.parties + n.from[r]!]!;
    if (back >= 0 && back < r && s.opened[back] === 1) continue;
    leak(n, s, r);
  }
}
