import { inWords } from './names.ts';
import type { Estimate, Evidence, IndexedMeasure, Measured, ScreenedMeasure, Told } from './sensitivity-told.ts';

/**
 * How much of the spread is chance, how much of the rest rests on assumptions and how much on numbers from a source, and
 * which three numbers to find out more about, with the reason that the scenario gives for each.
 */
export function conclusionOf(told: Told, measure: Measured): string {
  return 'effects' in measure ? ofScreening(told, measure) : ofIndices(told, measure);
}

/** The numbers to find out more about first, three at most: those that surely matter, the largest first. */
export function foremost({ numbers }: Told, measure: Measured): readonly Evidence[] {
  const sure =
    'effects' in measure
      ? measure.effects.filter(({ clear }) => clear).map(({ path }) => path)
      : measure.factors.filter(({ ofExpected }) => ofExpected.total.low > 0).map(({ id }) => id);
  return sure.flatMap((path) => numbers.find((one) => one.path === path) ?? []).slice(0, 3);
}

function ofIndices(told: Told, measure: IndexedMeasure): string {
  const { name, chance, factors } = measure;
  const first = (id: string) => factors.find((factor) => factor.id === id)?.ofExpected.first;
  const [assumed, sourced] = [first('assumptions'), first('sources')];
  return [
    `Of the spread of ${name} between single conferences, ${percent(chance.total)} is chance and would stay if every number were known.`,
    `Of the rest, which the numbers decide, ${restsOn(told.numbers, assumed, sourced)}.`,
    findOut(foremost(told, measure)),
  ].join(' ');
}

function restsOn(numbers: readonly Evidence[], assumed: Estimate | undefined, sourced: Estimate | undefined): string {
  if (assumed !== undefined && sourced !== undefined) {
    const together = Math.round(100 * (1 - share(assumed.value) - share(sourced.value)));
    const rest = together < 1 ? '' : `; ${together} % needs both`;
    const wide = Math.max(assumed.high - assumed.low, sourced.high - sourced.low) > TOO_WIDE;
    const more = wide ? ' (these intervals are wide: more rows or repeats would say more)' : '';
    return `${percent(assumed)} rests on assumptions alone and ${percent(sourced)} on numbers from a source alone${rest}${more}`;
  }
  const kind = numbers.every(isSourced) ? 'numbers from a source' : 'assumptions';
  return `all rests on ${kind}, for nothing else varies`;
}

/** Of a share: half of all. */
const TOO_WIDE = 0.5;

function ofScreening(told: Told, measure: ScreenedMeasure): string {
  const { name, variance, effects } = measure;
  const clear = effects.filter((one) => one.clear);
  const chance = Math.round((100 * variance.chance) / variance.single);
  const sourced = clear.filter(({ path }) => told.numbers.some((row) => row.path === path && isSourced(row))).length;
  const kinds = `${clear.length - sourced} are assumed and ${sourced} come from a source`;
  return [
    variance.single > 0
      ? `Of the spread of ${name} between single conferences on these walks, ${chance} % is chance.`
      : `${name} never varies.`,
    `Of ${effects.length} numbers, ${clear.length} move it by more than chance: ${kinds}.`,
    'How much of the spread rests on which, indices say (design sobol), not a screening.',
    findOut(foremost(told, measure)),
  ].join(' ');
}

function findOut(rows: readonly Evidence[]): string {
  if (rows.length === 0) return 'No number stands out, so there is none to find out more about before the others.';
  const told = rows.map(
    (row) => `${row.path} (${number(row.value)} in [${number(row.low)}, ${number(row.high)}], ${basisWords(row)})`,
  );
  return `To know more, find out about ${rows.length === 1 ? 'one number' : `${inWords(rows.length)} numbers`} first: ${told.join('; ')}.`;
}

/** Where a number comes from, with the reason that the scenario gives. */
export function basisWords({ basis }: Evidence): string {
  const { kind, reason = '', paragraphs = [] } = basis;
  const from = kind === 'source' ? paragraphs.map((n) => `¶${n}`).join(' ') : kind === 'assumption' ? 'assumed' : kind;
  return reason === '' ? from : `${from}: ${reason}`;
}

function isSourced({ basis }: Evidence): boolean {
  return basis.kind === 'source';
}

/** A share as a sentence gives it: what an estimate is beyond none or all is its error. */
function percent({ value, low, high }: Estimate): string {
  const whole = (one: number) => String(Math.round(100 * share(one)));
  return `${whole(value)} % [${whole(low)}, ${whole(high)}]`;
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function number(value: number): string {
  return String(Number(value.toPrecision(3)));
}
