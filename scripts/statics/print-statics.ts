import { NAMES, type Unit } from './metrics.ts';
import type { Binding, JudgedClaim, JudgedRow, Measured } from './judge.ts';
import type { JudgedInvariant } from './invariants.ts';
import { FEWEST_PAIRS, type Estimate } from './paired.ts';
import type { Plan, Statics } from './study.ts';
import { BASE } from './worlds.ts';

/** Plain text, at most 120 columns. */
export function planText({ rows, invariants, conferences }: Plan, study: string): string {
  return [
    `Comparative statics of ${BASE}, pair by pair on the seeds ${study}/0, ${study}/1, …`,
    '',
    'Seeds a row, fixed before the run:',
    ...rows.map(({ change, n }) => `  ${change.padEnd(60)}${count(n).padStart(10)}`),
    `  ${`invariants, each of ${invariants.worlds} worlds and its control`.padEnd(60)}${count(invariants.n).padStart(10)}`,
    `  ${'conferences in all'.padEnd(60)}${count(conferences).padStart(10)}`,
  ].join('\n');
}

export function staticsText({ binding, rows, invariants, holds }: Statics): string {
  const failed = [...rows, ...invariants].filter((one) => !one.holds).length;
  const total = rows.length + invariants.length;
  return [
    'Differences are those of the same seeds; 95 % intervals; shares in %, their differences in percentage points.',
    'A claim holds when the interval excludes zero on the side the table gives ("not more": when it is not all above).',
    '"… Kabul official": on the seeds on which Kabul comes officially in both worlds. Agreements have that anyway.',
    '',
    bindingText(binding),
    '',
    ...rows.flatMap((row, n) => [...rowText(row, n + 1), '']),
    'Invariants, exactly: never an agreement',
    `${''.padEnd(62)}${'seeds'.padStart(10)}${'agreements'.padStart(13)}${'without it'.padStart(13)}`,
    ...invariants.map(invariantText),
    '',
    holds ? `All ${total} rows hold.` : `${failed} of ${total} rows fail.`,
  ].join('\n');
}

function bindingText({ side, margins, shown, kabulOverTaliban: { n, mean, low, high } }: Binding): string {
  const signed = `${amount(margins.kabul)} for Kabul, ${amount(margins.taliban)} for the Taliban`;
  return [
    `The walk-away of ${NAMES[side]} binds${shown ? '' : ' (not shown)'}: mean margins in the ${count(n)} agreements of the base are`,
    `${signed} (Kabul’s less the Taliban’s ${shift('amount', mean)}, ${range('amount', { low, high })}).`,
  ].join('\n');
}

function rowText(row: JudgedRow, number: number): readonly string[] {
  const title = `${number}. ${row.change}`;
  return [
    `${title.padEnd(84)}${count(row.n).padStart(8)} seeds  ${row.holds ? 'HOLDS' : 'FAILS'}`,
    `${'   '.padEnd(44)}${'before'.padStart(8)}${'after'.padStart(8)}${'change'.padStart(8)}   ${'95 % interval'.padEnd(19)}${'pairs'.padStart(8)}`,
    ...row.claims.map((claim) => `${measuredText(claim)}  ${verdictText(claim)}`),
    ...row.reported.flatMap((one, n) => [
      ...(one.to === (row.reported[n - 1]?.to ?? row.to) ? [] : [`   with “${one.to}” after:`]),
      `${measuredText(one, row.from)}  reported`,
    ]),
  ];
}

function verdictText({ sign, verdict, difference }: JudgedClaim): string {
  return `${sign}: ${difference.n < FEWEST_PAIRS ? 'too few pairs' : verdict}`;
}

/** A line of its own for the seeds on which Kabul is official; a reported comparison with another world names it. */
function measuredText({ metric, unit, seeds, from, before, after, difference }: Measured, usual = from): string {
  const against = from === usual ? '' : ` (from ${from})`;
  const name = seeds === 'all' ? `   ${metric}${against}` : `     … Kabul official${against}`;
  const numbers = [level(unit, before), level(unit, after), shift(unit, difference.mean)];
  return `${name.padEnd(44)}${numbers.map((one) => one.padStart(8)).join('')}   ${range(unit, difference).padEnd(19)}${count(difference.n).padStart(8)}`;
}

function invariantText({ name, n, agreements, agreementsOfControl, holds }: JudgedInvariant): string {
  return `   ${name.padEnd(59)}${count(n).padStart(10)}${count(agreements).padStart(13)}${count(agreementsOfControl).padStart(13)}  ${holds ? 'HOLDS' : 'FAILS'}`;
}

function level(unit: Unit, x: number): string {
  return unit === 'share' ? fixed(100 * x, 1) : unit === 'rounds' ? fixed(x, 2) : amount(x);
}

function shift(unit: Unit, x: number): string {
  return `${x > 0 ? '+' : ''}${unit === 'share' ? fixed(100 * x, 2) : unit === 'rounds' ? fixed(x, 3) : fixed(x, 4)}`;
}

function range(unit: Unit, { low, high }: Pick<Estimate, 'low' | 'high'>): string {
  return `${shift(unit, low)} to ${shift(unit, high)}`;
}

function amount(x: number): string {
  return fixed(x, 3);
}

function fixed(x: number, digits: number): string {
  return Number.isFinite(x) ? x.toFixed(digits).replace('-', '−') : '–';
}

export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
