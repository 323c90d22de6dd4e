import { playBulk } from '../src/conference/bulk.ts';
import { settingOf } from '../src/rules/setting.ts';
import { load } from '../src/scenario/load.ts';
import { figure, heading, latencies } from './figures.ts';
import { PHASES, playRules, type Phase } from './rules-loop.ts';

const SCENARIO = 'moscow-2018';
const CONFERENCES = 3000;

/** What the rules cost a conference, by phase, and what charts, messages, seats and facts add in bulk. */
export async function bench(): Promise<void> {
  const loaded = load(SCENARIO);
  if (!loaded.ok) throw new Error(`${SCENARIO} does not load`);
  const setting = settingOf(loaded.value.scenario);
  let n = 0;
  const seed = () => `bench/${(n = (n + 1) % 500)}`;
  const { rules, bulk } = await latencies(
    { rules: () => void playRules(setting, seed()), bulk: () => void playBulk(setting, seed()) },
    'mean',
  );
  heading(`A conference of ${SCENARIO} in bulk`);
  figure('rules alone', `${(rules * 1000).toFixed(0)} µs`, 'target: 150');
  for (const [phase, µs] of byPhase((done, at) => playRules(setting, `bench/${at % 500}`, done)))
    figure(`  ${phase}`, `${µs.toFixed(1)} µs`, '');
  figure(
    'with charts, messages, seats and facts',
    `${(bulk * 1000).toFixed(0)} µs`,
    `${(bulk / rules).toFixed(2)} times`,
  );
}

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
