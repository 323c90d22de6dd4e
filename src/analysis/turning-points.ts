import type { Grade } from '../model/attendance.ts';
import type { Fact, FactOf } from '../model/fact.ts';
import type { IssueId, PartyId, Scenario } from '../model/scenario.ts';

/** Where a conference took a turn: `moment` is the number of facts told when it had. */
export type TurningPoint = { readonly moment: number; readonly round: number } &
  /** One who must sign stays away or comes without a mandate: whatever is polled, nothing can be signed. */
  (
    | { readonly type: 'cannot-sign'; readonly party: PartyId; readonly grade: Grade }
    | { readonly type: 'first-red-line'; readonly party: PartyId; readonly issue: IssueId }
    | { readonly type: 'first-threat'; readonly party: PartyId }
    /** The first acceptance by one who must sign: others accept early, and it binds nobody. */
    | { readonly type: 'first-acceptance'; readonly party: PartyId }
    | { readonly type: 'event'; readonly headline: string }
    | { readonly type: 'leak'; readonly from: PartyId; readonly to: PartyId }
    | { readonly type: 'walk-out'; readonly party: PartyId }
    | { readonly type: 'decisive-vote'; readonly party: PartyId; readonly accepts: boolean; readonly polls: number }
  );

/** Every turning point of a conference, in the order in which they came; the same facts give the same points. */
export function turningPointsOf(scenario: Scenario, facts: readonly Fact[]): readonly TurningPoint[] {
  const signatories = new Set(scenario.parties.filter((party) => party.signatory).map((party) => party.id));
  // Those whose refusal alone prevents an agreement.
  const needed = new Set([...signatories, ...scenario.conference.rule.vetoes]);
  const points: TurningPoint[] = [];
  const told = new Set<TurningPoint['type']>();
  const first = (point: TurningPoint) => {
    if (!told.has(point.type)) points.push(point);
    told.add(point.type);
  };
  facts.forEach((fact, n) => {
    const at = { moment: n + 1, round: fact.round };
    if (fact.type === 'attendance.settled') {
      if (fact.grade !== 'official' && signatories.has(fact.party))
        points.push({ ...at, type: 'cannot-sign', party: fact.party, grade: fact.grade });
    } else if (fact.type === 'vote.cast') {
      if (fact.objection?.code === 'red-line')
        first({ ...at, type: 'first-red-line', party: fact.party, issue: fact.objection.issue });
      if (fact.accepts && needed.has(fact.party)) first({ ...at, type: 'first-acceptance', party: fact.party });
    } else if (fact.type === 'walk-out.threatened') first({ ...at, type: 'first-threat', party: fact.party });
    else if (fact.type === 'event.struck') points.push({ ...at, type: 'event', headline: fact.headline });
    else if (fact.type === 'channel.leaked') points.push({ ...at, type: 'leak', from: fact.from, to: fact.to });
    else if (fact.type === 'party.left' && needed.has(fact.party))
      points.push({ ...at, type: 'walk-out', party: fact.party });
  });
  const binding = !points.some((point) => point.type === 'cannot-sign');
  const decisive = binding ? decisiveVote(facts, needed) : undefined;
  return (decisive === undefined ? points : [...points, decisive]).toSorted((a, b) => a.moment - b.moment);
}

/**
 * The vote that decided: the last one by which somebody whose assent is needed changed its mind, a first vote being a
 * change. From that poll on each of them voted the same at every poll until the end. Where several changed at one
 * poll it is the last of them: with its vote the answer was complete. Nothing without a poll or without an ending, and
 * nothing where one who must sign could not: there the ending was decided by who came.
 */
function decisiveVote(facts: readonly Fact[], needed: ReadonlySet<PartyId>): TurningPoint | undefined {
  if (!facts.some((fact) => fact.type === 'conference.ended')) return undefined;
  const latest = new Map<PartyId, boolean>();
  let decisive: { readonly vote: FactOf<'vote.cast'>; readonly moment: number } | undefined;
  let polls = 0;
  let polled = 0;
  facts.forEach((fact, n) => {
    if (fact.type !== 'vote.cast' || !needed.has(fact.party)) return;
    if (fact.round !== polled) polls++;
    polled = fact.round;
    if (latest.get(fact.party) !== fact.accepts) [decisive, polls] = [{ vote: fact, moment: n + 1 }, 1];
    latest.set(fact.party, fact.accepts);
  });
  if (decisive === undefined) return undefined;
  const { vote, moment } = decisive;
  return { type: 'decisive-vote', moment, round: vote.round, party: vote.party, accepts: vote.accepts, polls };
}
