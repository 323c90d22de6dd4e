import { courseOf, type Course } from '../../../analysis/course.ts';
import { compromise } from '../../../analysis/opinions.ts';
import { turningPointsOf } from '../../../analysis/turning-points.ts';
import type { Ending } from '../../../model/ending.ts';
import type { Fact, FactOf } from '../../../model/fact.ts';
import type { Party, Scenario } from '../../../model/scenario.ts';
import { evolve } from '../../../record/evolve.ts';
import { stateAtStart } from '../../../record/state.ts';
import type { Names } from '../../prose/names.ts';
import { baselineReading, NOT_ESTIMATED, reading } from '../../prose/reading.ts';
import { playCommand, shellWord } from '../../prose/shell.ts';
import { decisiveSentence } from '../../prose/turning.ts';
import type { Programme, Suggestion } from './programme.ts';

/** What the last screen says. */
export interface Conclusion {
  readonly ending: Ending;
  readonly reading: string;
  /** What decided it, in a sentence; nothing where nothing did. */
  readonly decisive: string | undefined;
  readonly gains: readonly Gain[];
  readonly movers: readonly Mover[];
  readonly baseline: string;
  readonly caveat: string;
  readonly next: readonly Suggestion[];
}

/** What the last text is worth to a party against walking away. */
export interface Gain {
  readonly party: string;
  readonly signatory: boolean;
  readonly utility: number;
  readonly walkAway: number;
}

/** What one party did to another in the corridor, over the whole conference. */
export interface Mover {
  readonly from: string;
  readonly to: string;
  readonly pressed: number;
  readonly worked: number;
  readonly backfired: number;
  /** By how much its walk-away went up or down under it. */
  readonly walkAwayBy: number;
  /** What the last promise would have been worth to it; 0 without one. */
  readonly promised: number;
}

/** Nothing when the facts stop before an ending. */
export function conclusionOf(programme: Programme, names: Names): Conclusion | undefined {
  const { scenario, facts } = programme;
  const ended = facts.find((fact): fact is FactOf<'conference.ended'> => fact.type === 'conference.ended');
  if (ended === undefined) return undefined;
  const state = stateAtStart(scenario);
  for (const fact of facts) evolve(state, fact);
  const course = courseOf(scenario, facts);
  return {
    ending: ended.ending,
    reading: reading(scenario, ended, course, names),
    decisive: decisiveSentence(turningPointsOf(scenario, facts), names),
    gains: scenario.parties.flatMap(({ id, name, signatory }) => {
      const numbers = ended.private[id];
      return numbers === undefined ? [] : [{ party: name, signatory, ...numbers }];
    }),
    movers: moversOf(scenario, facts),
    baseline: baselineReading(scenario, state.text, compromise(scenario), names),
    caveat: NOT_ESTIMATED,
    next: suggestions(programme, ended, course, names),
  };
}

/** Those who moved somebody or tried to by promises, the strongest first. */
function moversOf({ parties }: Scenario, facts: readonly Fact[]): readonly Mover[] {
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const pairs = new Map<string, Mover>();
  const change = (from: string, to: string, make: (before: Mover) => Partial<Mover>) => {
    const key = `${from} ${to}`;
    const none = { pressed: 0, worked: 0, backfired: 0, walkAwayBy: 0, promised: 0 };
    const before = pairs.get(key) ?? { from: names.get(from) ?? from, to: names.get(to) ?? to, ...none };
    pairs.set(key, { ...before, ...make(before) });
  };
  for (const fact of facts) {
    if (fact.type === 'party.pressed') {
      const numbers = fact.private[fact.to];
      const by = numbers !== undefined && 'walkAwayBy' in numbers ? numbers.walkAwayBy : 0;
      change(fact.from, fact.to, (before) => ({
        pressed: before.pressed + 1,
        worked: before.worked + (fact.outcome === 'worked' ? 1 : 0),
        backfired: before.backfired + (fact.outcome === 'backfired' ? 1 : 0),
        walkAwayBy: before.walkAwayBy + by,
      }));
    } else if (fact.type === 'party.promised') {
      const numbers = fact.private[fact.to];
      const gain = numbers !== undefined && 'gain' in numbers ? numbers.gain : 0;
      change(fact.from, fact.to, () => ({ promised: gain }));
    }
  }
  const weight = (one: Mover) => Math.abs(one.walkAwayBy) + one.promised;
  return [...pairs.values()].filter((one) => weight(one) > 0).sort((a, b) => weight(b) - weight(a));
}

function suggestions(
  programme: Programme,
  ended: FactOf<'conference.ended'>,
  course: Course,
  names: Names,
): readonly Suggestion[] {
  const { scenario, seed, command = 'parley', name = scenario.id } = programme;
  const change = changeOf(scenario, ended, course, names);
  const others = programme.next ?? [
    { what: 'the same stances, other luck', command: `${command} watch ${name} --seed ${otherSeed(seed)}` },
    { what: change.what, command: `${command} run ${name} --seed ${shellWord(seed)} --set ${change.set}` },
    { what: 'a seat of your own, the others as they are', command: playing(programme) },
  ];
  return [
    ...others,
    ...(programme.fork === undefined
      ? []
      : [{ what: 'one thing otherwise from some round on', command: '←, to that round; then f' }]),
  ];
}

/** One walk-away at the end of its range that speaks against what happened, with the same luck. */
function changeOf(
  scenario: Scenario,
  ended: FactOf<'conference.ended'>,
  course: Course,
  names: Names,
): { what: string; set: string } {
  const { id, walkAway } = swing(scenario, ended, course);
  const agreed = ended.ending === 'agreement';
  const end = agreed ? walkAway.high : walkAway.low;
  // Where it has no range, a tenth either way is as good a question.
  const tenth = Math.min(1, Math.max(0, walkAway.value + (agreed ? 0.1 : -0.1)));
  const value = end === walkAway.value ? Number(tenth.toFixed(3)) : end;
  return {
    what: `the same luck, with a ${agreed ? 'higher' : 'lower'} walk-away for ${names.party(id)}`,
    set: `parties.${id}.walkAway=${value}`,
  };
}

/** The signatory that made it end so, or else the one that accepted least. */
function swing({ parties }: Scenario, ended: FactOf<'conference.ended'>, { signatories }: Course): Party {
  const courses = signatories.toSorted((a, b) => a.acceptedIn.length - b.acceptedIn.length);
  const id = ended.ending === 'agreement' ? courses[0]?.party : (ended.parties[0] ?? courses[0]?.party);
  return parties.find((party) => party.id === id) ?? parties[0]!;
}

function playing({ scenario, seed, command = 'parley', name = scenario.id }: Programme): string {
  const party = (scenario.parties.find((one) => one.signatory) ?? scenario.parties[0]!).id;
  return playCommand({ command, name, party, seed });
}

function otherSeed(seed: string): string {
  return /^\d{1,15}$/.test(seed) ? String(Number(seed) + 1) : shellWord(`${seed}-2`);
}
