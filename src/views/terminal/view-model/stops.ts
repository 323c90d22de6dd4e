import type { Fact } from '../../../model/fact.ts';
import type { Phase } from '../../../record/state.ts';

/** A moment at which playback comes to rest: after all the facts of one phase of one round, and before each new offer. */
export interface Stop {
  readonly moment: number;
  readonly round: number;
  readonly phase: Phase;
}

/** Every stop of a conference; the first is before anything happened. */
export function stopsOf(facts: readonly Fact[]): readonly Stop[] {
  const stops: Stop[] = [{ moment: 0, round: 0, phase: 'convening' }];
  facts.forEach((fact, n) => {
    const phase = phaseOf(fact);
    if (phase === undefined) return;
    const stop = { moment: n + 1, round: fact.round, phase };
    const before = stops.at(-1)!;
    const isOfBefore = before.round === stop.round && before.phase === phase && fact.type !== 'offer.made';
    if (before.moment > 0 && isOfBefore) stops[stops.length - 1] = stop;
    else stops.push(stop);
  });
  return stops;
}

/** The phase a fact belongs to; nothing for inputs, which belong to what follows from them. */
function phaseOf(fact: Fact): Phase | undefined {
  switch (fact.type) {
    case 'attendance.settled':
      return 'convening';
    case 'round.opened':
    case 'amendments.tabled':
      return 'proposing';
    case 'party.pressed':
    case 'party.promised':
    case 'party.reassured':
    case 'party.warned':
    case 'channel.leaked':
      return 'caucus';
    case 'text.drafted':
      return 'drafting';
    case 'vote.cast':
      return 'polling';
    case 'offer.made':
    case 'offer.accepted':
      return 'bargaining';
    case 'walk-out.threatened':
    case 'party.left':
      return 'leaving';
    case 'event.struck':
    case 'round.closed':
      return 'recess';
    case 'agreement.ratified':
    case 'durability.weighed':
    case 'conference.ended':
      return 'ended';
    case 'seat.held':
    case 'answer.given':
    case 'course.changed':
      return undefined;
  }
}

/** The index of the next stop at which a round is complete; the last stop when there is none. */
export function nextRound(stops: readonly Stop[], index: number): number {
  const next = stops.findIndex((_, n) => n > index && completesRound(stops, n));
  return next < 0 ? stops.length - 1 : next;
}

/** The index of the stop before this one at which a round was complete; the first stop when there is none. */
export function previousRound(stops: readonly Stop[], index: number): number {
  return Math.max(
    0,
    stops.findLastIndex((_, n) => n < index && completesRound(stops, n)),
  );
}

function completesRound(stops: readonly Stop[], n: number): boolean {
  return n === stops.length - 1 || stops[n + 1]!.round > stops[n]!.round;
}

/** Milliseconds to rest at a stop, so that a round takes `pace` seconds whatever the number of its stops. */
export function restAt(stops: readonly Stop[], index: number, pace: number): number {
  const { round } = stops[index]!;
  const inRound = stops.filter((stop) => stop.round === round).length;
  return (pace * 1000) / inRound;
}
