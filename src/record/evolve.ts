import type { Fact, FactOf } from '../model/fact.ts';
import type { ConferenceState } from './state.ts';

/** Takes one fact into the state, in place: on a draft of Immer's where patches are wanted, plain where only the end is. */
export function evolve(state: ConferenceState, fact: Fact): void {
  state.round = fact.round;
  switch (fact.type) {
    case 'attendance.settled':
      state.parties[fact.party]!.grade = fact.grade;
      return;
    case 'round.opened':
      return openRound(state, fact);
    case 'amendments.tabled':
      state.phase = 'proposing';
      state.parties[fact.party]!.asks = fact.changes;
      return;
    case 'party.pressed':
      return press(state, fact);
    case 'party.promised':
    case 'party.reassured':
    case 'party.warned':
    case 'channel.leaked':
      state.phase = 'caucus';
      return;
    case 'text.drafted':
      state.phase = 'drafting';
      state.version = fact.version;
      state.drafted = fact.changes;
      for (const { issue, to } of fact.changes) state.text[issue] = to;
      return;
    case 'vote.cast':
      return vote(state, fact);
    case 'offer.made':
      return offer(state, fact);
    case 'offer.accepted':
      return acceptance(state, fact);
    case 'walk-out.threatened':
      state.phase = 'leaving';
      state.parties[fact.party]!.threatened = true;
      return;
    case 'party.left':
      state.phase = 'leaving';
      state.parties[fact.party]!.left = true;
      state.parties[fact.party]!.grade = 'absent';
      return;
    case 'event.struck':
      state.phase = 'recess';
      return;
    case 'round.closed':
      state.phase = 'recess';
      for (const [party, mood] of Object.entries(fact.private)) state.parties[party]!.mood = mood;
      return;
    case 'agreement.ratified':
    case 'durability.weighed':
      return;
    case 'conference.ended':
      state.phase = 'ended';
      state.ending = fact;
      return;
    case 'seat.held':
      state.parties[fact.party]!.holder = fact.holder;
      return;
    case 'answer.given':
    case 'course.changed':
      return;
    default:
      fact satisfies never;
  }
}

function openRound(state: ConferenceState, fact: FactOf<'round.opened'>): void {
  state.phase = 'proposing';
  if (state.acts.length > 0) state.acts = [];
  if (state.drafted.length > 0) state.drafted = [];
  for (const [party, standing] of Object.entries(fact.private)) {
    const trace = state.parties[party]!;
    trace.standing = standing;
    if (trace.threatened) trace.threatened = false;
    if (trace.asks.length > 0) trace.asks = [];
  }
}

function press(state: ConferenceState, fact: FactOf<'party.pressed'>): void {
  state.phase = 'caucus';
  const numbers = fact.private[fact.to];
  const walkAwayBy = numbers !== undefined && 'walkAwayBy' in numbers ? numbers.walkAwayBy : 0;
  const { from, to, channel, outcome, seenBy } = fact;
  state.acts.push({ from, to, channel, outcome, walkAwayBy, seenBy });
}

function vote(state: ConferenceState, fact: FactOf<'vote.cast'>): void {
  state.phase = 'polling';
  const trace = state.parties[fact.party]!;
  const own = fact.private[fact.party];
  const { round, accepts, adReferendum, objection } = fact;
  trace.vote = { round, accepts, adReferendum, objection, utility: own?.utility, walkAway: own?.walkAway };
}

/** The offer is the text now; its maker stands by it and nobody else has said anything yet. */
function offer(state: ConferenceState, fact: FactOf<'offer.made'>): void {
  state.phase = 'bargaining';
  state.version = fact.version;
  state.drafted = fact.changes;
  for (const { issue, to } of fact.changes) state.text[issue] = to;
  for (const [id, { utility }] of Object.entries(fact.private)) {
    const trace = state.parties[id]!;
    if (trace.standing !== undefined) trace.standing = { ...trace.standing, utility };
    if (trace.vote !== undefined) trace.vote = undefined;
  }
  const maker = state.parties[fact.party]!;
  if (maker.standing === undefined) return;
  const { walkAway, utility } = maker.standing;
  maker.standing = { ...maker.standing, target: utility };
  maker.vote = { round: fact.round, accepts: true, adReferendum: false, objection: undefined, utility, walkAway };
}

function acceptance(state: ConferenceState, fact: FactOf<'offer.accepted'>): void {
  state.phase = 'bargaining';
  const { utility, walkAway } = fact.private[fact.party]!;
  const trace = state.parties[fact.party]!;
  trace.vote = { round: fact.round, accepts: true, adReferendum: false, objection: undefined, utility, walkAway };
}
