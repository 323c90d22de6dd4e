import { calibration, SEEDS, STUDY } from './statics/calibration-study.ts';
import { options } from './statics/options.ts';
import { calibrationText } from './statics/print-calibration.ts';

/**
 * How moscow-2018 ends at its defaults and over draws from the ranges: `npm run calibration`. `--n N` sets the seeds at
 * the defaults, and the number of draws in proportion; `--json` prints data.
 */
const given = options('npm run calibration -- [--n SEEDS] [--threads N] [--json]');
if (given === undefined) {
  process.exitCode = 2;
} else {
  const found = await calibration(given.n ?? SEEDS, given.threads);
  console.log(given.json ? JSON.stringify({ study: STUDY, ...found }, null, 2) : calibrationText(found));
}
