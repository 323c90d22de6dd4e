import type { PlacedText } from '../../analysis/course-of-texts.ts';
import type { RecordAnalysis } from '../../analysis/record-analysis.ts';
import type { PartyId, Scenario } from '../../model/scenario.ts';
import { ENDING } from '../prose/codes.ts';
import { inWords, listed, namesOf, score, signed, type Names } from '../prose/names.ts';
import { printableLines } from '../prose/printable.ts';
import { sparkline } from '../prose/sparkline.ts';
import { fitted, padded } from './analysis-plot.ts';
import { whole } from './analysis-text.ts';
import { ledgerText } from './ledger-text.ts';
import { paragraph } from './wrap.ts';

const WIDTH = 100;
const LABEL = 28;

/** What `analyse` found in a record, for a reader: how good each text was, who gave what for what, who moved whom. */
export function recordAnalysisText(scenario: Scenario, seed: string, analysis: RecordAnalysis): string {
  const names = namesOf(scenario);
  const { parties } = analysis.landmarks;
  const title = `${scenario.title}, seed ${seed}`;
  return printableLines(
    [
      title,
      '='.repeat(title.length),
      ...said(
        `By the book, from the true stances, which no party knows, for those who must sign: ${listed(parties.map(names.party))}. The frontier and the Nash point are reckoned for ${parties.length === 1 ? 'it' : 'them'} alone, among all texts that suit ${whom(parties)}, with walk-aways as they are before the first round. Distances are straight lines in the space of utilities.`,
      ),
      '',
      'Where they could have met',
      ...landmarks(analysis, names),
      '',
      'The texts',
      ...textRows(analysis, names),
      '',
      'The outcome',
      ...outcome(analysis, names),
      '',
      ...ledgerText(scenario, analysis, names),
    ].join('\n'),
  );
}

function whom({ length }: readonly PartyId[]): string {
  return length === 1 ? 'it' : length === 2 ? 'both' : 'each of them';
}

const said = (text: string) => paragraph(text, WIDTH, '  ');

function landmarks({ landmarks: of }: RecordAnalysis, names: Names): string[] {
  const { parties, nash, frontier, rational, outcomes, method } = of;
  const share =
    rational === null
      ? 'The texts are too many to look at each.'
      : `${whole(rational)} of ${whole(outcomes)} texts suit ${whom(parties)} (${((100 * rational) / outcomes).toFixed(1)} %).`;
  const front =
    frontier === null
      ? 'The frontier was not computed: it would take more comparisons than are spent on it. Distances to it are not given.'
      : frontier.length === 0
        ? 'So there is no frontier, and no Nash point.'
        : `The frontier has ${frontier.length === 1 ? 'one point' : `${frontier.length} points`}.`;
  const found = method.solutions === 'search' ? ', found by coordinate search, not proved,' : '';
  const point =
    nash === null
      ? frontier === null
        ? ['No text was found that suits them.']
        : []
      : [
          `The Nash point${found} gives ${listed(parties.map((party, i) => `${names.party(party)} ${score(nash.utilities[i]!)}`))}: ${listed(
            Object.entries(nash.text).map(
              ([issue, option]) => `${names.issue(issue)} “${names.option(issue, option)}”`,
            ),
          )}.`,
        ];
  return said([share, front, ...point].join(' '));
}

const COLUMN = 12;
/** Narrower columns would say nothing of whose they are. */
const LEAST_COLUMN = 9;

function textRows({ texts: all, landmarks: { parties, walkAways } }: RecordAnalysis, names: Names): string[] {
  if (all.length === 0) return said('None was put to them.');
  const when = all.some((text) => text.offeredBy !== undefined) ? 34 : 18;
  const width = Math.min(18, Math.floor((WIDTH - when - 2 * COLUMN - 3) / parties.length));
  // Many parties share one column.
  const heads = width < LEAST_COLUMN ? ['least gain'] : parties.map((party) => bare(names.party(party)));
  const column = width < LEAST_COLUMN ? COLUMN : width;
  const cells = ({ utilities }: PlacedText) =>
    width < LEAST_COLUMN ? [signed(Math.min(...utilities.map((u, i) => u - walkAways[i]!)), 2)] : utilities.map(score);
  const right = (text: string) => padded(fitted(text, column - 1), column, 'right');
  const rows = runs(all).map(({ first, last }) => {
    const by = first.offeredBy === undefined ? '' : ` ${bare(names.party(first.offeredBy))}`;
    const told = first.round === last.round ? `round ${first.round}${by}` : `rounds ${first.round}–${last.round}${by}`;
    const mark = first.suits ? '' : '  ✗';
    return `  ${padded(fitted(told, when - 3), when - 2, 'left')}${cells(first).map(right).join('')}${figure(first.toFrontier)}${figure(first.toNash)}${mark}`;
  });
  return [
    ...plots(all),
    `${' '.repeat(when)}${heads.map(right).join('')}${'to frontier'.padStart(COLUMN)}${'to Nash'.padStart(COLUMN)}`,
    ...rows,
    ...(all.every(({ suits }) => suits) ? [] : said(`✗ does not suit ${whom(parties)}.`)),
  ];
}

function bare(name: string): string {
  return name.replace(/^the /, '');
}

function figure(value: number | null): string {
  return (value === null ? '–' : score(value)).padStart(COLUMN);
}

/** Texts polled again as they were, told once. */
function runs(texts: readonly PlacedText[]): readonly { readonly first: PlacedText; last: PlacedText }[] {
  const groups: { readonly first: PlacedText; last: PlacedText }[] = [];
  for (const text of texts) {
    const group = groups.at(-1);
    const same = group !== undefined && JSON.stringify(group.first.text) === JSON.stringify(text.text);
    if (same && group.first.offeredBy === text.offeredBy) group.last = text;
    else groups.push({ first: text, last: text });
  }
  return groups;
}

/** One cell a text, the higher the farther; the latest where there are more than fit. */
function plots(texts: readonly PlacedText[]): string[] {
  const rows = [
    ['to the frontier, text by text', texts.map((text) => text.toFrontier)],
    ['to the Nash point', texts.map((text) => text.toNash)],
  ] as const;
  const known = rows.flatMap(([, values]) => values.filter((value) => value !== null));
  const high = known.reduce((most, value) => Math.max(most, value), 0);
  return rows.flatMap(([name, values]) => {
    const numbers = values.filter((value) => value !== null);
    if (numbers.length === 0) return [];
    return [
      `${padded(`  ${name}`, LABEL + 6, 'left')}${sparkline(numbers, 40, { low: 0, high })}  ${score(numbers[0]!)} → ${score(numbers.at(-1)!)}`,
    ];
  });
}

function outcome({ outcome: of, texts: all, landmarks: { parties } }: RecordAnalysis, names: Names): string[] {
  if (of === null) return said('The record stops before the conference ended.');
  const have = listed(parties.map((party, i) => `${names.party(party)} ${score(of.utilities[i]!)}`));
  const what =
    of.of === 'text'
      ? `It ended in ${ENDING[of.ending]}, worth ${have}`
      : `It ended in ${ENDING[of.ending]}, so that they have their walk-aways, as they are at the end: ${have}`;
  const far = [
    ...(of.toFrontier === null
      ? []
      : [of.toFrontier < 0.005 ? 'on the frontier' : `${score(of.toFrontier)} from the frontier`]),
    ...(of.toNash === null
      ? []
      : [of.toNash < 0.005 ? 'at the Nash point' : `${score(of.toNash)} from the Nash point`]),
  ];
  const best = nearest(all);
  const missed =
    of.of === 'walk-aways' && best !== undefined
      ? ` Of ${inWords(all.length)} texts that of round ${best.round} lay nearest to the Nash point, ${score(best.toNash!)} from it.`
      : '';
  return said(`${what}${far.length === 0 ? '' : `; ${listed(far)}`}.${missed}`);
}

function nearest(texts: readonly PlacedText[]): PlacedText | undefined {
  return texts.reduce<PlacedText | undefined>(
    (best, text) => (text.toNash !== null && (best === undefined || text.toNash < best.toNash!) ? text : best),
    undefined,
  );
}
