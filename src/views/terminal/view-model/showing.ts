import { AT_ONCE } from '../../../analysis/landmarks.ts';
import type { Fact, FactOf } from '../../../model/fact.ts';
import type { Issue, Party, Scenario } from '../../../model/scenario.ts';
import { stateAtStart, type ConferenceState } from '../../../record/state.ts';
import { Timeline } from '../../../record/timeline.ts';
import { namesOf, type Names } from '../../prose/names.ts';
import type { Range } from '../../prose/sparkline.ts';
import { chartingOf, type Charting } from './charting.ts';
import { conclusionOf, type Conclusion } from './conclusion.ts';
import { newsOf, type News } from './news.ts';
import type { Evidence, Programme } from './programme.ts';
import { stopsOf, type Stop } from './stops.ts';
import { turnsOf, type Turn } from './turns.ts';

/** Everything about a conference that is the same on every frame, computed once. */
export interface Showing {
  readonly scenario: Scenario;
  readonly seed: string;
  /** In a fork: what is otherwise in it. */
  readonly whatIf: string | undefined;
  readonly names: Names;
  readonly timeline: Timeline;
  readonly stops: readonly Stop[];
  /** Index of the stop to open at. */
  readonly first: number;
  /** Signatories, then the chair, then the others by id. */
  readonly parties: readonly Party[];
  /** In the order of the agenda. */
  readonly issues: readonly Issue[];
  /** Between which all scores of all parties lie, so that their histories can be compared. */
  readonly scores: Range;
  /** The most acts that any round saw in its corridor. */
  readonly busiest: number;
  readonly news: readonly News[];
  /** Turning points, in order. */
  readonly turns: readonly Turn[];
  /** Where every number comes from; none where nobody was given them. */
  readonly evidence: () => readonly Evidence[];
  readonly conclusion: Conclusion | undefined;
  /** Where its texts lie; reckoned when somebody looks. Nothing from a seat, which knows no true stances but its own. */
  readonly charting: () => Charting | undefined;
}

export function showingOf(programme: Programme): Showing {
  const { scenario, seed, facts } = programme;
  const names = namesOf(scenario);
  const stops = stopsOf(facts);
  return {
    scenario,
    seed,
    whatIf: programme.whatIf,
    names,
    timeline: new Timeline(stateAtStart(scenario), facts),
    stops,
    first: Math.max(0, programme.round === undefined ? 0 : stops.findIndex((stop) => stop.round === programme.round)),
    parties: seating(scenario),
    issues: scenario.agenda.map((id) => scenario.issues.find((issue) => issue.id === id)!),
    scores: rangeOfScores(facts),
    busiest: busiestCorridor(facts),
    news: newsOf(facts, stops, names),
    turns: turnsOf(scenario, facts, stops, names),
    evidence: once(programme.evidence ?? (() => [])),
    conclusion: programme.seats === undefined ? conclusionOf(programme, names) : undefined,
    charting: once(() => (programme.seats === undefined ? chartingOf(scenario, facts, AT_ONCE) : undefined)),
  };
}

export function stateInView({ timeline, stops }: Showing, stop: number): ConferenceState {
  return timeline.at(stops[stop]!.moment);
}

function seating({ parties, conference }: Scenario): readonly Party[] {
  const rank = (party: Party) => (party.signatory ? 0 : party.id === conference.chair.party ? 1 : 2);
  return parties.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function rangeOfScores(facts: readonly Fact[]): Range {
  const votes = facts.filter((fact): fact is FactOf<'vote.cast'> => fact.type === 'vote.cast');
  const scores = votes.flatMap((vote) => vote.private[vote.party]?.utility ?? []);
  return { low: Math.min(...scores), high: Math.max(...scores) };
}

function busiestCorridor(facts: readonly Fact[]): number {
  const acts = new Map<number, number>();
  for (const fact of facts) if (fact.type === 'party.pressed') acts.set(fact.round, (acts.get(fact.round) ?? 0) + 1);
  return Math.max(0, ...acts.values());
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
