import { playBulk } from '../src/conference/bulk.ts';
import { RULES } from '../src/cli/version.ts';
import { settingOf } from '../src/rules/setting.ts';
import { load } from '../src/scenario/load.ts';
import { manifestOf } from '../src/study/dataset/manifest.ts';
import { loadStudy } from '../src/study/file/load-study.ts';
import { planOf } from '../src/study/plan.ts';
import { playBlock } from '../src/study/play/play-block.ts';
import { figure, heading, leastCpu } from './figures.ts';
import { sharesByFile } from './profile.ts';
import { PHASES, playRules, type Phase } from './rules-loop.ts';

const SCENARIO = 'moscow-2018';
const CONFERENCES = 3000;
const STUDY = 'who-must-come';
/** Of a block of it: one repeat of each of its 41 cells, six times. */
const ROWS = 246;

/** What charts, messages, seats and facts add in bulk to the rules alone, and where a conference's time goes. */
export async function bench(): Promise<void> {
  const loaded = load(SCENARIO);
  if (!loaded.ok) throw new Error(`${SCENARIO} does not load`);
  const { scenario } = loaded.value;
  const setting = settingOf(scenario);
  const seed = (n: number) => `bench/${n % 500}`;
  const study = studied();
  const { rules, bulk, cell } = leastCpu({
    rules: (n) => void playRules(setting, seed(n)),
    bulk: (n) => void playBulk(setting, seed(n)),
    // A cell of a study, in which every number of the parties may be another.
    cell: () => void settingOf({ ...scenario, parties: scenario.parties.map((party) => ({ ...party })) }),
  });
  heading(`A conference of ${SCENARIO} in bulk`);
  figure('rules alone, by hand', `${rules.toFixed(0)} µs`, '');
  figure(
    'with charts, messages, seats and facts',
    `${bulk.toFixed(0)} µs`,
    'target: 240, for a million in two minutes',
  );
  figure('  speed, of that by hand', (rules / bulk).toFixed(2), 'target: 0.8');
  figure('  added', `${(bulk - rules).toFixed(0)} µs`, 'target: 40');
  figure('the numbers of a cell, made before its runs', `${cell.toFixed(0)} µs`, 'target: 100');

  const { block } = leastCpu({ block: study }, { batch: 1 });
  const row = block / ROWS;
  figure(
    `a row of ${STUDY}: played, measured and written`,
    `${row.toFixed(0)} µs`,
    'target: 240, for a million in two minutes',
  );

  heading('Where the microseconds go: the rules by phase');
  for (const [phase, µs] of byPhase((done, at) => playRules(setting, seed(at), done)))
    figure(phase, `${µs.toFixed(1)} µs`, '');

  heading('Where the microseconds go: a conference in bulk, by where samples of it fall');
  const shares = await sharesByFile(PARTS, () => {
    for (let n = 0; n < CONFERENCES; n++) playBulk(setting, seed(n));
  });
  for (const [part, share] of shares) figure(part, `${(share * bulk).toFixed(1)} µs`, `${(100 * share).toFixed(0)} %`);

  heading(`Where the microseconds go: a row of ${STUDY}, likewise`);
  const inStudy = await sharesByFile(PARTS, () => {
    for (let n = 0; n * ROWS < CONFERENCES; n++) study(n);
  });
  for (const [part, share] of inStudy) figure(part, `${(share * row).toFixed(1)} µs`, `${(100 * share).toFixed(0)} %`);
}

/** Plays a block of rows of a bundled study and writes it into memory. */
function studied(): (block: number) => void {
  const loaded = loadStudy(STUDY);
  if (!loaded.ok) throw new Error(`${STUDY} does not load`);
  const plan = planOf(loaded.value.study);
  const manifest = { ...manifestOf(plan, RULES), blockRows: ROWS };
  return (block) => void playBlock(plan, manifest, block % 20);
}

/** What each file's time counts as; the first that fits. */
const PARTS = {
  facts: /conference\/(offer-)?facts\.ts/,
  'charts, messages and seats': /src\/conference\//,
  chance: /src\/chance\/|seedrandom|node:internal\/(crypto|buffer)|node:buffer/,
  rules: /src\/rules\/|@stdlib/,
  metrics: /src\/study\/(metrics|tally|plan)\.ts/,
  writing: /src\/study\/|hyparquet/,
} as const;

/** Mean microseconds a conference spends in each phase; the clock itself costs about a tenth of one a phase and round. */
function byPhase(play: (done: (phase: Phase) => void, at: number) => void): readonly (readonly [Phase, number])[] {
  const spent = new Map<Phase, number>();
  let last = 0;
  const done = (phase: Phase) => {
    const now = performance.now();
    spent.set(phase, (spent.get(phase) ?? 0) + now - last);
    last = performance.now();
  };
  for (let at = 0; at < CONFERENCES; at++) {
    last = performance.now();
    play(done, at);
  }
  return PHASES.map((phase) => [phase, ((spent.get(phase) ?? 0) * 1000) / CONFERENCES]);
}
