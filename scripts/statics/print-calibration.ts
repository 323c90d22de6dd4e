import { byFrequency, STUDY, type Calibration, type Spread } from './calibration-study.ts';
import { CONDITIONS, percent, type Condition, type Share } from './endings.ts';
import { count } from './print-statics.ts';
import { BASE } from './worlds.ts';

/** Plain text, at most 120 columns. */
export function calibrationText({ defaults, draws }: Calibration): string {
  const conditions = Object.keys(CONDITIONS) as Condition[];
  return [
    `${BASE} at its defaults: ${count(defaults.n)} seeds (${STUDY}/0, ${STUDY}/1, …)`,
    '',
    `   ${'ending'.padEnd(20)}${'share'.padStart(9)}   standard error`,
    ...byFrequency(defaults).map((ending) => `   ${ending.padEnd(20)}${withError(defaults.shares[ending])}`),
    '',
    'The target (a target, not a finding):',
    ...conditions.map((name) => {
      const { holds, found } = defaults.conditions[name];
      return `   ${CONDITIONS[name].padEnd(58)}${(holds ? 'holds' : 'fails').padEnd(7)}${found}`;
    }),
    '',
    `Consultations with an unofficial Kabul: ${withError(defaults.unofficial).trim()} of ${count(defaults.unofficial.n)}`,
    '',
    `Over draws from all ranges (triangular, mode at the value): ${count(draws.n)} draws × ${draws.seeds} seeds`,
    ...(draws.invalid > 0 ? [`(${draws.invalid} more draws made no valid scenario and are left out)`] : []),
    '',
    `   ${'ending'.padEnd(20)}${'mean'.padStart(9)}   5 %, 50 % and 95 % of the draws lie below`,
    ...byFrequency(defaults).map((ending) => `   ${ending.padEnd(20)}${spreadText(draws.shares[ending])}`),
    '',
    'How often the target is met; reported, not required:',
    ...conditions.map((name) => `   ${CONDITIONS[name].padEnd(58)}${withError(draws.holds[name])}`),
    `   ${'all three'.padEnd(58)}${withError(draws.holds.all)}`,
    '',
    `Consultations with an unofficial Kabul: ${percent(draws.unofficial.share)} of ${count(draws.unofficial.n)} in all;`,
    `draw by draw ${spreadText(draws.unofficial.byDraw).trim()}`,
  ].join('\n');
}

function withError({ share, error }: Share): string {
  return `${percent(share).padStart(9)}   ± ${percent(error)}`;
}

function spreadText({ mean, low, median, high }: Spread): string {
  return `${percent(mean).padStart(9)}   ${[low, median, high].map(percent).join(', ')}`;
}
