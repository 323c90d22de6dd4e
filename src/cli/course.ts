import type { Fact } from '../model/fact.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Chain } from '../record/chain.ts';
import type { Course, CourseChange } from '../rules/course.ts';
import { settingOf, type Setting } from '../rules/setting.ts';
import { scenarioFrom } from '../scenario/load.ts';
import { withOverrides } from '../scenario/overrides.ts';
import type { Problem } from '../scenario/problem.ts';
import { bad, ok, type Result } from '../scenario/result.ts';
import type { Tree } from '../scenario/tree.ts';

/** What the header and the what-ifs of a record say of the numbers that were in force. */
export interface Numbers {
  /** At the start, and with everything set that was set. */
  readonly first: Scenario;
  readonly last: Scenario;
  readonly setting: Setting;
  readonly course: Course;
  readonly warnings: readonly Problem[];
}

/** What was set by round, as a record's what-ifs say it. */
export function setsOf(facts: readonly Fact[]): ReadonlyMap<number, readonly string[]> {
  return new Map(facts.flatMap((fact) => (fact.type === 'course.changed' ? [[fact.round, fact.sets] as const] : [])));
}

/** Reads the scenario of a header and applies what was set, round by round. */
export function numbersOf(
  { scenario: document }: Chain['header'],
  sets: ReadonlyMap<number, readonly string[]>,
): Result<Numbers> {
  const first = scenarioFrom(document);
  if (!first.ok) return first;
  const course = new Map<number, CourseChange>();
  const warnings: Problem[] = [];
  let last = { scenario: first.value, document: document as Tree };
  for (const [round, texts] of [...sets].sort(([a], [b]) => a - b)) {
    const loaded = withOverrides(last.document, texts);
    if (!loaded.ok) return bad(loaded.error);
    last = loaded.value;
    warnings.push(...loaded.value.warnings);
    const paths = new Set(texts.map((text) => text.slice(0, text.indexOf('=')).trim()));
    course.set(round, { sets: texts, paths, setting: settingOf(last.scenario) });
  }
  return ok({ first: first.value, last: last.scenario, setting: settingOf(first.value), course, warnings });
}
