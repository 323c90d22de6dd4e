import stringWidth from 'string-width';
import type { Scenario } from '../../model/scenario.ts';
import type { Comparison, RoundCompared, ScoreTold } from '../../record/diff.ts';
import { contrasts, endingTold, type Contrast } from '../prose/differences.ts';
import { capitalised, listed, namesOf, score, type Names } from '../prose/names.ts';
import { paragraph } from './wrap.ts';

const WIDTH = 88;

/** How the two sides are called in the margin, such as A and B. */
export interface Sides {
  readonly a: string;
  readonly b: string;
}

/** Two conferences side by side: of each round only what differs, then both endings and the scores that differ. */
export function comparisonText(scenario: Scenario, comparison: Comparison, sides: Sides): string {
  const names = namesOf(scenario);
  const { rounds, ending, scores, same } = comparison;
  if (same) return '';
  const untold =
    rounds.length > 0
      ? []
      : ['Nothing differs that anybody at the table would notice: only numbers that a party keeps to itself.', ''];
  return [
    ...untold,
    ...rounds.flatMap((round) => roundText(scenario, comparison, round, names, sides)),
    'How it ends',
    ...bothSides(endingTold(ending.a, names), endingTold(ending.b, names), sides, '  '),
    '',
    ...scoreLines(scores, names, sides),
  ].join('\n');
}

const PASSED_OVER: readonly Contrast['label'][] = ['asked', 'corridor'];

function roundText(
  scenario: Scenario,
  { ending }: Comparison,
  compared: RoundCompared,
  names: Names,
  sides: Sides,
): string[] {
  const { round, inA, inB } = compared;
  const over = (inA ? ending.b : ending.a) === undefined ? 'its record stops before' : 'it had ended';
  const alone = inA && inB ? '' : ` (${inA ? sides.b : sides.a}: ${over})`;
  const head = round === 0 ? 'Who comes' : `Round ${round} of ${scenario.conference.rounds.value}`;
  // Where one side had ended, the other's whole round would drown what differs: its text and its poll say enough.
  const told = contrasts(compared, names).filter(({ label }) => (inA && inB) || !PASSED_OVER.includes(label));
  const lines = told.flatMap(({ label, a, b }) => {
    const indent = `  ${label.padEnd(10)}`;
    return [
      ...(a.length === 0 ? [] : side(sides.a, sides, a.join('; '), indent)),
      ...(b.length === 0
        ? []
        : side(sides.b, sides, b.join('; '), a.length === 0 ? indent : ' '.repeat(indent.length))),
    ];
  });
  return lines.length === 0 ? [] : [`${head}${alone}`, ...lines, ''];
}

function bothSides(a: string, b: string, sides: Sides, indent: string): string[] {
  return a === b
    ? paragraph(`Alike: ${a}.`, WIDTH, indent)
    : [...side(sides.a, sides, a, indent), ...side(sides.b, sides, b, indent)];
}

/** The name of a side in the margin, its text beside it. */
function side(name: string, { a, b }: Sides, text: string, indent: string): string[] {
  const margin = Math.max(stringWidth(a), stringWidth(b)) + 2;
  const lines = paragraph(`${capitalised(text)}.`, WIDTH, ' '.repeat(indent.length + margin));
  return [`${indent}${name}${' '.repeat(margin - stringWidth(name))}${lines[0]!.trimStart()}`, ...lines.slice(1)];
}

/** Scores of the last texts against the walk-aways, of those parties for whom either differs as printed. */
function scoreLines(scores: Comparison['scores'], names: Names, sides: Sides): string[] {
  const told = scores.map(({ party, a, b }) => ({ party, a: worth(a), b: worth(b) }));
  const differing = told.filter(({ a, b }) => a !== b);
  if (differing.length === 0) return ['At the end the last text is worth the same to everybody.'];
  const others = told.filter(({ a, b }) => a === b);
  const name = Math.max(...differing.map(({ party }) => stringWidth(names.party(party)))) + 2;
  const column = Math.max(stringWidth(sides.a), ...differing.map(({ a }) => stringWidth(a))) + 3;
  const row = (first: string, a: string, b: string) =>
    `  ${pad(capitalised(first), name)}${pad(a, column)}${b}`.trimEnd();
  return [
    'What the last text is worth to each (its walk-away in brackets)',
    row('', sides.a, sides.b),
    ...differing.map(({ party, a, b }) => row(names.party(party), a, b)),
    ...(others.length === 0
      ? []
      : paragraph(`The same to ${listed(others.map(({ party }) => names.party(party)))}.`, WIDTH, '  ')),
  ];
}

function worth(told: ScoreTold | undefined): string {
  if (told === undefined) return '–';
  return `${score(told.utility)} (${score(told.walkAway)})${told.signed ? ', signed' : ''}`;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
