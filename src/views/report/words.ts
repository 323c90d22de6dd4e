import type { GroupDebrief } from '../../analysis/debrief/groups.ts';
import { ENDING } from '../prose/codes.ts';
import { capitalised, listed, type Names } from '../prose/names.ts';

type GroupEnding = NonNullable<GroupDebrief['ending']>;

const ON_PAPER = 'no agreement';

/** "an agreement", "a collapse"; on paper nobody noted more than that there was none. */
export function endingWords(ending: GroupDebrief['ending']): string {
  if (ending === undefined) return 'no ending';
  return ending === 'no-agreement' ? ON_PAPER : ENDING[ending];
}

/** For a cell: without its article. */
export function endingName(ending: GroupDebrief['ending']): string {
  if (ending === undefined) return 'unfinished';
  return SHORT[ending];
}

const SHORT: Readonly<Record<GroupEnding, string>> = {
  agreement: 'agreement',
  communique: 'communiqué',
  consultations: 'consultations',
  collapse: 'collapse',
  'no-conference': 'no conference',
  'no-agreement': ON_PAPER,
};

/** "group A", "groups A and C". */
export function groupsNamed(labels: readonly string[]): string {
  return `${labels.length === 1 ? 'group' : 'groups'} ${listed(labels)}`;
}

/** A party at the head of a row: without its article, and with a capital. */
export function heading(party: string): string {
  return capitalised(party.replace(/^the /, ''));
}

/** "the fighting “local truces”, power-sharing “posts and seats”": a text in one breath. */
export function textWords(
  text: Readonly<Partial<Record<string, string>>>,
  agenda: readonly string[],
  names: Names,
): string {
  return listed(
    agenda.flatMap((issue) =>
      text[issue] === undefined ? [] : [`${names.issue(issue)} “${names.option(issue, text[issue])}”`],
    ),
  );
}

/** For a place with room for so many letters; what is cut ends in an ellipsis, and the whole stands beside the chart. */
export function fitting(text: string, most: number): string {
  const letters = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
