import { courseOf, type Course } from '../../../analysis/course.ts';
import { compromise } from '../../../analysis/opinions.ts';
import type { Ending } from '../../../model/ending.ts';
import type { FactOf } from '../../../model/fact.ts';
import type { Party, Scenario } from '../../../model/scenario.ts';
import { evolve } from '../../../record/evolve.ts';
import { stateAtStart } from '../../../record/state.ts';
import type { Names } from '../../prose/names.ts';
import { baselineReading, NOT_ESTIMATED, reading } from '../../prose/reading.ts';
import type { Programme } from './programme.ts';

/** What the last screen says. */
export interface Conclusion {
  readonly ending: Ending;
  readonly reading: string;
  readonly baseline: string;
  readonly caveat: string;
  readonly next: readonly Suggestion[];
}

/** Something to try next, with its command. */
export interface Suggestion {
  readonly what: string;
  readonly command: string;
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
    baseline: baselineReading(scenario, state.text, compromise(scenario), names),
    caveat: NOT_ESTIMATED,
    next: suggestions(programme, ended, course, names),
  };
}

function suggestions(
  programme: Programme,
  ended: FactOf<'conference.ended'>,
  course: Course,
  names: Names,
): readonly Suggestion[] {
  const { scenario, seed, command = 'parley', name = scenario.id } = programme;
  const change = changeOf(scenario, ended, course, names);
  return [
    { what: 'the same stances, other luck', command: `${command} watch ${name} --seed ${otherSeed(seed)}` },
    { what: change.what, command: `${command} run ${name} --seed ${quoted(seed)} --set ${change.set}` },
    { what: 'where every number comes from', command: `${command} evidence ${name}` },
  ];
}

/** One walk-away at the end of its range that speaks against what happened, with the same luck. */
function changeOf(
  scenario: Scenario,
  ended: FactOf<'conference.ended'>,
  course: Course,
  names: Names,
): { what: string; set: string } {
  const { id, walkAway } = decisive(scenario, ended, course);
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
function decisive({ parties }: Scenario, ended: FactOf<'conference.ended'>, { signatories }: Course): Party {
  const courses = signatories.toSorted((a, b) => a.acceptedIn.length - b.acceptedIn.length);
  const id = ended.ending === 'agreement' ? courses[0]?.party : (ended.parties[0] ?? courses[0]?.party);
  return parties.find((party) => party.id === id) ?? parties[0]!;
}

function otherSeed(seed: string): string {
  return /^\d{1,15}$/.test(seed) ? String(Number(seed) + 1) : quoted(`${seed}-2`);
}

/** As a shell reads it back. */
function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
