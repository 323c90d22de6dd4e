import { count } from './amounts.ts';
import type { Estimate, Evidence, IndexedMeasure, Measured, ScreenedMeasure, Told } from './sensitivity-told.ts';

/** What was played, and how the figures are to be read. */
export function playedWords(told: Told, measure: Measured): string {
  return 'effects' in measure ? screeningHead(told, measure) : indexHead(told, measure);
}

function screeningHead({ cells, repeats, numbers }: Told, { mean, variance }: ScreenedMeasure): string {
  const share = variance.single > 0 ? Math.round((100 * variance.chance) / variance.single) : 0;
  return `Elementary effects (Morris) of ${numbers.length} numbers, from ${count(cells)} cells on the same ${repeats} seeds. Mean ${figureWords(mean)}; over these cells ${share} % of the variance of a single run is chance. An effect is what moving the number through its whole range does to the mean. In brackets 95 % intervals (bootstrap over walks and seeds).`;
}

function indexHead({ cells, repeats, numbers }: Told, { mean, numbers: all, chance }: IndexedMeasure): string {
  return `Indices of Sobol’, ${numbers.length} numbers drawn at once, from ${count(cells)} cells on the same ${repeats} seeds. Mean ${rangeWords(mean)}. Of the variance of a single run the numbers decide ${percent(all.first)}, and ${percent(chance.total)} is chance. The shares below are of what the numbers decide. In brackets 95 % intervals (bootstrap over rows and seeds).`;
}

/** Metrics that nothing is said of, and why. */
export function leftOutWords({ leftOut: metrics }: Told): string {
  return `Left out, for some runs have no value: ${metrics.map(({ metric }) => metric).join(', ')}.`;
}

/** What a figure on the heat map is. */
export const HEAT_MEANS: Readonly<Record<Told['type'], string>> = {
  morris: 'Effect beyond chance, as a share of the standard deviation of a single run',
  sobol: 'Total share of what the numbers decide',
};

const GROUP: Readonly<Record<string, string>> = {
  sources: 'numbers from a source',
  assumptions: 'numbers that are assumed',
};

/** The path of a number, or the name of a group. */
export function factorWords(told: Told, { id, numbers }: { readonly id: string; readonly numbers: number }): string {
  return numbers === 1 && told.numbers.some(({ path }) => path === id) ? id : `all ${numbers} ${GROUP[id] ?? id}`;
}

/** Where a number comes from, in a word: nothing of a group. */
export function basisOf({ numbers }: Pick<Told, 'numbers'>, path: string): string {
  const row: Evidence | undefined = numbers.find((one) => one.path === path);
  if (row === undefined) return '';
  const { kind, paragraphs = [] } = row.basis;
  if (kind === 'source') return paragraphs.map((n) => `¶${n}`).join(' ');
  return kind === 'assumption' ? 'assumed' : kind === 'override' ? 'set by you' : kind;
}

/** An estimate with its interval. */
export function rangeWords({ value, low, high }: Estimate): string {
  return `${figureWords(value)} [${figureWords(low)}, ${figureWords(high)}]`;
}

function percent({ value, low, high }: Estimate): string {
  const whole = (share: number) => String(Math.round(100 * share)).replace('-', '−');
  return `${whole(value)} % [${whole(low)}, ${whole(high)}]`;
}

export function figureWords(value: number): string {
  const text = Math.abs(value) < 10 ? value.toFixed(2) : value.toPrecision(3);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
}
