import type { IssueId, OptionId, PartyId, Scenario } from '../../model/scenario.ts';

/** Names as a sentence uses them. */
export interface Names {
  readonly party: (id: PartyId) => string;
  readonly issue: (id: IssueId) => string;
  readonly option: (issue: IssueId, option: OptionId) => string;
}

export function namesOf(scenario: Scenario): Names {
  const parties = new Map(scenario.parties.map((party) => [party.id, party.spokenOf ?? party.name]));
  const issues = new Map(scenario.issues.map((issue) => [issue.id, issue]));
  return {
    party: (id) => parties.get(id) ?? id,
    issue: (id) => inSentence(issues.get(id)?.name ?? id),
    option: (issue, option) => issues.get(issue)?.options.find((one) => one.id === option)?.name ?? option,
  };
}

/** Lower case at the front, unless the first word is an abbreviation ("US role"). */
function inSentence(name: string): string {
  return /^[A-Z](?:[a-z]|\s)/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

export function capitalised(sentence: string): string {
  return sentence === '' ? '' : sentence[0]!.toUpperCase() + sentence.slice(1);
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Small numbers as words. */
export function inWords(count: number): string {
  return SMALL[count] ?? String(count);
}

/** "once", "twice", "three times". */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${inWords(count)} times`;
}

/** A utility or a difference of utilities, as it is printed everywhere. */
export function score(value: number): string {
  return value.toFixed(2);
}

/** A signed difference with a true minus. */
export function signed(value: number, digits = 3): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 ? `−${text}` : `+${text}`;
}
