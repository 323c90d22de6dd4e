import type { Scenario } from '../../model/scenario.ts';
import { namesOf, type Names } from '../prose/names.ts';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const [FIRST_STRONG_ISOLATE, POP] = ['\u2068', '\u2069'];

/** A name that does not turn the sentence around it: what is written from right to left is set apart. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP}` : text;
}

export function isolatedNamesOf(scenario: Scenario): Names {
  const names = namesOf(scenario);
  return {
    party: (id) => isolated(names.party(id)),
    issue: (id) => isolated(names.issue(id)),
    option: (issue, option) => isolated(names.option(issue, option)),
  };
}
