import { NOT_ESTIMATED } from '../prose/reading.ts';
import { conclusionOf } from '../prose/sensitivity-conclusion.ts';
import type { IndexedMeasure, Measured, ScreenedMeasure, Told } from '../prose/sensitivity-told.ts';
import {
  basisOf,
  factorWords,
  figureWords,
  HEAT_MEANS,
  leftOutWords,
  playedWords,
  rangeWords,
} from '../prose/sensitivity-words.ts';
import { heatLines, tornadoLines } from './sensitivity-pictures.ts';
import { paragraph } from './wrap.ts';

/** Numbers that are listed; the JSON has them all. */
const LISTED = 12;

/** One measure in full, all of them on the map, and what follows in a sentence, in so many columns. */
export function sensitivityText(told: Told, measure: Measured, width: number): string {
  const wrapped = (text: string) => wrappedAt(width, text);
  const { mean, bars } = told.tornado.find((one) => one.measure === measure.name)!;
  const isScreening = 'effects' in measure;
  return [
    ...wrapped(`${told.title}: what moves ${measure.name}`),
    ...wrapped(playedWords(told, measure)),
    ...(told.leftOut.length === 0 ? [] : wrapped(leftOutWords(told))),
    '',
    ...(isScreening ? screenedLines(told, measure, width) : indexedLines(told, measure, width)),
    '',
    ...wrapped(`Mean of ${measure.name} where a number is low (L) and high (H); ┃ all together:`),
    ...tornadoLines(mean, bars, width),
    '',
    ...wrapped(`${HEAT_MEANS[told.type]}, in hundredths:`),
    ...heatLines(told.heat, width),
    '',
    ...kept(told, width),
    ...wrapped(`${conclusionOf(told, measure)} ${NOT_ESTIMATED}`),
  ].join('\n');
}

function screenedLines(told: Told, { effects }: ScreenedMeasure, width: number): readonly string[] {
  const listed = effects.slice(0, LISTED).filter(({ muStar }) => muStar.value > 0);
  const lines = listed.flatMap(({ path, beyond, clear, muStar, noise, mu, sigma }, n) => [
    `${String(n + 1).padStart(2)} ${path}, ${basisOf(told, path)}`,
    ...laid(width, '   ', [
      `${clear ? '●' : '○'} effect ${rangeWords(beyond)}`,
      `µ* ${figureWords(muStar.value)}, by chance ${figureWords(noise)}`,
      `µ ${figureWords(mu.value)}`,
      `σ ${figureWords(sigma.value)}`,
    ]),
  ]);
  const rest = effects.length - listed.length;
  const clear = effects.filter((one) => one.clear).length;
  return [
    ...lines,
    '',
    ...wrappedAt(
      width,
      `● more than chance at 95 %, ○ not. Of ${effects.length} numbers ${clear} are; of those without effect a twentieth would seem so at most. ${rest} are not listed.`,
    ),
  ];
}

function indexedLines(told: Told, { factors }: IndexedMeasure, width: number): readonly string[] {
  const each = factors.flatMap(({ id, numbers, ofExpected, ofSingle }) => [
    `   ${[factorWords(told, { id, numbers }), basisOf(told, id)].filter((part) => part !== '').join(', ')}`,
    ...laid(width, '     ', [
      `alone ${rangeWords(ofExpected.first)}`,
      `in all ${rangeWords(ofExpected.total)}`,
      `of a run ${figureWords(ofSingle.total.value)}`,
    ]),
  ]);
  const key =
    'alone: what would go if this were known and nothing else; in all: what would stay if all else were known; of a run: the same of the variance of a single run, with the luck that it only reshuffles.';
  return [...each, '', ...wrappedAt(width, key)];
}

/** On one line where there is room, else broken between the parts. */
function laid(width: number, indent: string, parts: readonly string[]): readonly string[] {
  return paragraph(parts.map((part) => part.replaceAll(' ', '\u{A0}')).join('  '), width, indent).map((line) =>
    line.replaceAll('\u{A0}', ' '),
  );
}

/** As a study of indices takes them. */
function kept({ keep = [] }: Told, width: number): readonly string[] {
  if (keep.length === 0) return [];
  const head = 'To divide the spread among those with the largest effect on any measure, a study of indices takes';
  return [
    ...wrappedAt(width, head),
    '  design:',
    '    type: sobol',
    '    rows: 512',
    '    of:',
    ...keep.map((path) => `      - ${path}`),
    '',
  ];
}

/** A number stays with its per cent sign. */
function wrappedAt(width: number, text: string): readonly string[] {
  return paragraph(text.replaceAll(' %', '\u{A0}%'), width).map((line) => line.replaceAll('\u{A0}', ' '));
}
