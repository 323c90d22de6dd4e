import { applyPatches, enablePatches, freeze, produceWithPatches, type Patch } from 'immer';
import type { Fact, FactOf } from '../model/fact.ts';
import type { PartyId } from '../model/scenario.ts';
import { evolve } from './evolve.ts';
import type { Act, ConferenceState } from './state.ts';

enablePatches();

/**
 * Every moment of a conference: moment 0 is before the first fact, moment n after the n-th. Looking back applies
 * patches; nothing is computed again.
 */
export class Timeline {
  readonly #facts: Fact[] = [];
  readonly #steps: { readonly forward: Patch[]; readonly back: Patch[] }[] = [];
  /** The state at each round's start, by reference, so that a jump costs one round at most. */
  readonly #openings: { readonly moment: number; readonly state: ConferenceState }[];
  readonly #scores = new Map<PartyId, { readonly round: number; readonly utility: number }[]>();
  /** What was done in the corridor of each round, and by which moment; the states that are kept know nothing of it. */
  readonly #acts = new Map<number, { readonly moment: number; readonly act: Act }[]>();
  /** As of the last fact, without acts. */
  #last: ConferenceState;

  constructor(start: ConferenceState, facts: readonly Fact[] = []) {
    this.#last = freeze(start, true);
    this.#openings = [{ moment: 0, state: this.#last }];
    for (const fact of facts) this.append(fact);
  }

  get facts(): readonly Fact[] {
    return this.#facts;
  }

  /** How many facts there are: the last moment. */
  get length(): number {
    return this.#facts.length;
  }

  get last(): ConferenceState {
    return this.at(this.length);
  }

  append(fact: Fact): void {
    if (fact.type === 'round.opened') this.#openings.push({ moment: this.#facts.length, state: this.#last });
    const [next, forward, back] = produceWithPatches(this.#last, (draft) => {
      evolve(draft, fact);
      for (const act of draft.acts.splice(0)) this.#act(fact.round, act);
    });
    if (fact.type === 'vote.cast') this.#score(fact);
    this.#facts.push(fact);
    this.#steps.push({ forward, back });
    this.#last = next;
  }

  /** The state at a moment from 0 to `length`. */
  at(moment: number): ConferenceState {
    if (moment === this.length) return this.#withActs(this.#last, moment);
    const opening = this.#openings.findLast((one) => one.moment <= moment)!;
    let { state } = opening;
    for (let n = opening.moment; n < moment; n++) state = applied(state, this.#steps[n]!.forward);
    return this.#withActs(state, moment);
  }

  /** The state one moment later or earlier than the given state of a moment. */
  forward(state: ConferenceState, moment: number): ConferenceState {
    return this.#withActs(applied(state, this.#steps[moment]!.forward), moment + 1);
  }

  back(state: ConferenceState, moment: number): ConferenceState {
    return this.#withActs(applied(state, this.#steps[moment - 1]!.back), moment - 1);
  }

  /** The moment just before round n opened; the last moment when there was no such round. */
  opening(round: number): number {
    return this.#openings[round]?.moment ?? this.length;
  }

  /** What the text was worth to a party at each poll, up to that of the given round. */
  scores(party: PartyId, round: number): readonly number[] {
    const polls = this.#scores.get(party) ?? [];
    return polls.filter((poll) => poll.round <= round).map((poll) => poll.utility);
  }

  /** Kept beside the states like the scores: where hundreds of parties press one another, each act would copy all before it. */
  #act(round: number, act: Act): void {
    const acts = this.#acts.get(round) ?? [];
    acts.push({ moment: this.#facts.length + 1, act: freeze({ ...act }, true) });
    this.#acts.set(round, acts);
  }

  #withActs(state: ConferenceState, moment: number): ConferenceState {
    const acts = (this.#acts.get(state.round) ?? []).filter((one) => one.moment <= moment).map(({ act }) => act);
    return acts.length === 0 && state.acts.length === 0 ? state : freeze({ ...state, acts: freeze(acts) });
  }

  /** Kept beside the states: a list that grows with every poll would make each of them costlier than the last. */
  #score({ party, round, private: numbers }: FactOf<'vote.cast'>): void {
    const own = numbers[party];
    if (own === undefined) return;
    const polls = this.#scores.get(party) ?? [];
    polls.push({ round, utility: own.utility });
    this.#scores.set(party, polls);
  }

  /** Rounds that opened. */
  get rounds(): number {
    return this.#openings.length - 1;
  }
}

/** Most acts change nothing else, and need no new state. */
function applied(state: ConferenceState, patches: readonly Patch[]): ConferenceState {
  return patches.length === 0 ? state : applyPatches(state, patches);
}
