import { options } from './statics/options.ts';
import { planText, staticsText } from './statics/print-statics.ts';
import { STUDY, staticsStudy } from './statics/study.ts';

/**
 * The comparative statics of moscow-2018: `npm run statics`. `--n N` sets the seeds of a row of one unit, and all other
 * rows in proportion; `--json` prints data. Exits 1 when a row fails, 2 when it is not understood.
 */
const given = options('npm run statics -- [--n SEEDS] [--threads N] [--json]');
if (given === undefined) {
  process.exitCode = 2;
} else {
  const { plan, run } = staticsStudy(given.n);
  if (!given.json) console.log(`${planText(plan, STUDY)}\n`);
  const statics = await run(given.threads);
  console.log(given.json ? JSON.stringify({ study: STUDY, plan, ...statics }, null, 2) : staticsText(statics));
  if (!statics.holds) process.exitCode = 1;
}
