import { playBulk } from '../src/conference/bulk.ts';
import { settingOf } from '../src/rules/setting.ts';
import { load } from '../src/scenario/load.ts';
import { oracleOf } from '../tests/oracle/oracle.ts';
import { cpuOf, figure, heading } from './figures.ts';
import { playRules } from './rules-loop.ts';

const SCENARIO = 'moscow-2018';
const ENDINGS = 10_000;

/** What the written model costs in flat loops, the rules and the engine beside it, and on how many endings they agree. */
export function bench(): void {
  const loaded = load(SCENARIO);
  if (!loaded.ok) throw new Error(`${SCENARIO} does not load`);
  const { scenario } = loaded.value;
  const setting = settingOf(scenario);
  const oracle = oracleOf(scenario);

  let agreeing = 0;
  for (let n = 0; n < ENDINGS; n++) {
    const seed = `oracle/${n}`;
    const end = playBulk(setting, seed).find((fact) => fact.type === 'conference.ended')!;
    if (oracle.play(seed) === end.ending && oracle.state.round === end.round) agreeing += 1;
  }

  let n = 0;
  const seed = () => `bench/${(n = (n + 1) % 500)}`;
  const flat = cpuOf(() => void oracle.play(seed()));
  const rules = cpuOf(() => void playRules(setting, seed()));
  const bulk = cpuOf(() => void playBulk(setting, seed()));

  heading(`The oracle: ${SCENARIO} in flat loops, from the written model alone`);
  figure('endings and rounds on which the engine agrees', `${agreeing} of ${ENDINGS}`, 'target: all');
  figure('oracle', `${perSecond(flat)} a CPU-second`, '');
  figure('rules alone, by hand', `${perSecond(rules)} a CPU-second`, `the oracle is ${times(rules, flat)} as fast`);
  figure('bulk', `${perSecond(bulk)} a CPU-second`, `the oracle is ${times(bulk, flat)} as fast`);
}

function perSecond(milliseconds: number): string {
  return (1000 / milliseconds).toFixed(0);
}

function times(slow: number, fast: number): string {
  return `${(slow / fast).toFixed(1)} times`;
}
