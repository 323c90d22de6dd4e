import { compare, endingOf, type Comparison } from '../../record/diff.ts';
import { endingTold } from '../../views/prose/differences.ts';
import { namesOf } from '../../views/prose/names.ts';
import { comparisonText } from '../../views/transcript/comparison.ts';
import { EXIT } from '../exit.ts';
import { givenRecord, type GivenRecord } from '../given-record.ts';
import { headerDifferences, type HeaderDifference } from '../header-differences.ts';
import { print, printJson } from '../output.ts';
import { named } from '../rerun.ts';

/** Says what differs between two records; exits 0 when nothing does, 1 otherwise. */
export function diff(
  fileA: string,
  fileB: string,
  options: { readonly json?: boolean; readonly quiet?: boolean },
): void {
  const a = givenRecord('diff', fileA);
  const b = givenRecord('diff', fileB);
  const headers = headerDifferences(a.header, b.header);
  const comparison = comparable(a, b) ? compare(a, b) : { ...compare(a, b), rounds: [] };
  if (options.json) printJson({ ...sidesOf(a, b), header: headers, ...comparisonJson(comparison) });
  else print(differencesText(a, b, headers, comparison));
  if (a.hash !== b.hash) process.exitCode = EXIT.failed;
}

/** Rounds of other parties over other issues have nothing to compare but how they end. */
function comparable(a: GivenRecord, b: GivenRecord): boolean {
  const ids = ({ scenario: { parties, issues } }: GivenRecord) =>
    JSON.stringify([...parties, ...issues].map(({ id }) => id));
  return ids(a) === ids(b);
}

function sidesOf(a: GivenRecord, b: GivenRecord) {
  const side = ({ file, hash, facts }: GivenRecord) => ({ record: file, hash, facts: facts.length });
  return { same: a.hash === b.hash, a: side(a), b: side(b) };
}

/** The comparison as `diff --json` and `fork --json` print it; its fields are a contract (docs/json.md). */
export function comparisonJson({ parting, rounds, ending, scores }: Comparison) {
  const parts = parting && {
    line: parting.index + 2,
    round: (parting.a ?? parting.b)!.round,
    a: parting.a,
    b: parting.b,
  };
  return { ...(parts && { parting: parts }), compared: rounds, endings: ending, scores };
}

function differencesText(
  a: GivenRecord,
  b: GivenRecord,
  headers: readonly HeaderDifference[],
  comparison: Comparison,
): string {
  if (a.hash === b.hash) return `The same: ${a.facts.length} facts, hash ${a.hash}`;
  const heads = [`A  ${a.file}`, `B  ${b.file}`, ''];
  if (!comparable(a, b)) {
    const side = (name: string, { scenario, facts, header }: GivenRecord) =>
      `${name}  ${scenario.title}, seed ${header.seed}: ${endingTold(endingOf(facts), namesOf(scenario))}.`;
    return [
      ...heads,
      'They are of different scenarios, and have only their endings to compare.',
      side('A', a),
      side('B', b),
    ].join('\n');
  }
  return [
    ...heads,
    ...headerLines(headers),
    ...partingLines(comparison),
    '',
    ...(comparison.same ? [] : [comparisonText(a.scenario, comparison, { a: 'A', b: 'B' })]),
  ].join('\n');
}

/** As many as are read; the rest are counted. */
const MOST = 12;

function headerLines(headers: readonly HeaderDifference[]): string[] {
  if (headers.length === 0) return [];
  const shown = (value: unknown) => (value === undefined ? 'nothing' : abridged(JSON.stringify(value)));
  const lines = headers.slice(0, MOST).map(({ path, a, b }) => `  ${path}: A ${shown(a)}, B ${shown(b)}`);
  const left = headers.length - lines.length;
  return ['Their headers differ', ...lines, ...(left > 0 ? [`  and ${left} more`] : []), ''];
}

function abridged(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function partingLines({ parting }: Comparison): string[] {
  if (parting === undefined) return ['Every fact is the same.'];
  const { index, a, b } = parting;
  if (a === undefined || b === undefined)
    return [`The same up to line ${index + 1}, where ${a === undefined ? 'A' : 'B'} stops.`];
  const what = named(a) === named(b) ? `${named(a)}, with other values` : `A has ${named(a)}, B ${named(b)}`;
  return [
    index === 0 ? `They differ from the first fact on: ${what}.` : `The same up to line ${index + 1}; then ${what}.`,
  ];
}
