import { NOT_ESTIMATED } from '../prose/reading.ts';
import { conclusionOf } from './sensitivity-conclusion.ts';
import { figure, heatLines, tornadoLines } from './sensitivity-pictures.ts';
import type { Estimate, Evidence, IndexedMeasure, Measured, ScreenedMeasure, Told } from './sensitivity-told.ts';
import { paragraph } from './wrap.ts';

const WIDTH = 80;
/** Numbers that are listed; the JSON has them all. */
const LISTED = 12;

/** One measure in full, all of them on the map, and what follows in a sentence. */
export function sensitivityText(told: Told, measure: Measured): string {
  const { mean, bars } = told.tornado.find((one) => one.measure === measure.name)!;
  const isScreening = 'effects' in measure;
  return [
    ...wrapped(`${told.title}: what moves ${measure.name}`),
    ...wrapped(isScreening ? screeningHead(told, measure) : indexHead(told, measure)),
    ...(told.leftOut.length === 0 ? [] : wrapped(leftOut(told))),
    '',
    ...(isScreening ? screenedLines(told, measure) : indexedLines(told, measure)),
    '',
    ...wrapped(`Mean of ${measure.name} where a number is low (L) and high (H); ┃ all together:`),
    ...tornadoLines(mean, bars),
    '',
    ...wrapped(
      isScreening
        ? 'Effect beyond chance, in hundredths of the standard deviation of a single run:'
        : 'Total share of what the numbers decide, in hundredths:',
    ),
    ...heatLines(told.heat),
    '',
    ...kept(told),
    ...wrapped(`${conclusionOf(told, measure)} ${NOT_ESTIMATED}`),
  ].join('\n');
}

function screeningHead({ cells, repeats, numbers }: Told, { mean, variance }: ScreenedMeasure): string {
  const share = variance.single > 0 ? Math.round((100 * variance.chance) / variance.single) : 0;
  return `Elementary effects (Morris) of ${numbers.length} numbers, from ${cells} cells on the same ${repeats} seeds. Mean ${figure(mean)}; over these cells ${share} % of the variance of a single run is chance. An effect is what moving the number through its whole range does to the mean. In brackets 95 % intervals (bootstrap over walks and seeds).`;
}

function indexHead({ cells, repeats, numbers }: Told, { mean, numbers: all, chance }: IndexedMeasure): string {
  return `Indices of Sobol’, ${numbers.length} numbers drawn at once, from ${cells} cells on the same ${repeats} seeds. Mean ${range(mean)}. Of the variance of a single run the numbers decide ${percent(all.first)}, and ${percent(chance.total)} is chance. The shares below are of what the numbers decide. In brackets 95 % intervals (bootstrap over rows and seeds).`;
}

function leftOut({ leftOut: metrics }: Told): string {
  return `Left out, for some runs have no value: ${metrics.map(({ metric }) => metric).join(', ')}.`;
}

function screenedLines(told: Told, { effects }: ScreenedMeasure): readonly string[] {
  const listed = effects.slice(0, LISTED).filter(({ muStar }) => muStar.value > 0);
  const lines = listed.flatMap(({ path, beyond, clear, muStar, noise, mu, sigma }, n) => [
    `${String(n + 1).padStart(2)} ${path}, ${basis(told, path)}`,
    `   ${clear ? '●' : '○'} effect ${range(beyond)}  µ* ${figure(muStar.value)}, by chance ${figure(noise)}  µ ${figure(mu.value)}  σ ${figure(sigma.value)}`,
  ]);
  const rest = effects.length - listed.length;
  const clear = effects.filter((one) => one.clear).length;
  return [
    ...lines,
    '',
    ...wrapped(
      `● more than chance at 95 %, ○ not. Of ${effects.length} numbers ${clear} are; a twentieth of those without effect would seem so. ${rest} are not listed.`,
    ),
  ];
}

function indexedLines(told: Told, { factors }: IndexedMeasure): readonly string[] {
  return factors.flatMap(({ id, numbers, ofExpected, ofSingle }) => [
    numbers === 1 && told.numbers.some(({ path }) => path === id)
      ? `   ${id}, ${basis(told, id)}`
      : `   all ${numbers} ${GROUP[id] ?? id}`,
    `     alone ${range(ofExpected.first)}  in all ${range(ofExpected.total)}  of a run ${figure(ofSingle.total.value)}`,
  ]);
}

/** As a study of indices takes them. */
function kept({ keep = [] }: Told): readonly string[] {
  if (keep.length === 0) return [];
  const head = 'To divide the spread among those with the largest effect on any measure, a study of indices takes';
  return [
    ...wrapped(head),
    '  design:',
    '    type: sobol',
    '    rows: 512',
    '    of:',
    ...keep.map((path) => `      - ${path}`),
    '',
  ];
}

const GROUP: Readonly<Record<string, string>> = {
  sources: 'numbers from a source',
  assumptions: 'numbers that are assumed',
};

function basis({ numbers }: Pick<Told, 'numbers'>, path: string): string {
  const row: Evidence | undefined = numbers.find((one) => one.path === path);
  if (row === undefined) return '';
  const { kind, paragraphs = [] } = row.basis;
  if (kind === 'source') return paragraphs.map((n) => `¶${n}`).join(' ');
  return kind === 'assumption' ? 'assumed' : kind === 'override' ? 'set by you' : kind;
}

function range({ value, low, high }: Estimate): string {
  return `${figure(value)} [${figure(low)}, ${figure(high)}]`;
}

function percent({ value, low, high }: Estimate): string {
  const whole = (share: number) => String(Math.round(100 * share)).replace('-', '−');
  return `${whole(value)} % [${whole(low)}, ${whole(high)}]`;
}

/** A number stays with its per cent sign. */
function wrapped(text: string): readonly string[] {
  return paragraph(text.replaceAll(' %', '\u{A0}%'), WIDTH).map((line) => line.replaceAll('\u{A0}', ' '));
}
