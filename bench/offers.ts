import { chanceOf } from '../src/chance/chance.ts';
import { playBulk } from '../src/conference/bulk.ts';
import { playLive } from '../src/conference/live.ts';
import { settingOf, type Setting } from '../src/rules/setting.ts';
import { scenarioFrom } from '../src/scenario/load.ts';
import { cpuOf, figure, heading } from './figures.ts';

const PARTIES = 7;
const ISSUES = 6;
const OPTIONS = 5;
const ROUNDS = 20;
/** Negotiations of this size that another platform gets through in a second of CPU. */
const ELSEWHERE = 2.5;

/** Alternating offers of 7 parties over 6 issues of 5 options in 20 rounds, by both drivers. */
export function bench(): void {
  heading(`Alternating offers: ${PARTIES} parties, ${ISSUES} issues of ${OPTIONS} options, ${ROUNDS} rounds`);
  for (const { name, tactic } of TACTICS) {
    // Twenty domains, so that the figure does not hang on one; their lists of outcomes are made before.
    const settings = Array.from({ length: 20 }, (_, n) => settingOf(scenario(`domain/${n}`, tactic)));
    let turns = 0;
    let ended = 0;
    for (const setting of settings) {
      const facts = playBulk(setting, 'bench');
      turns += facts.filter((fact) => fact.type === 'offer.made' || fact.type === 'offer.accepted').length;
      ended += facts.at(-1)?.round ?? 0;
    }
    let n = 0;
    const next = (): Setting => settings[(n = (n + 1) % settings.length)]!;
    const live = cpuOf(() => playLive(next(), 'bench', { onFact: () => {} }));
    const bulk = cpuOf(() => void playBulk(next(), 'bench'));
    const size = `${(turns / settings.length).toFixed(0)} turns in ${(ended / settings.length).toFixed(1)} rounds`;
    figure(`${name}: live`, `${(1000 / live).toFixed(0)} a CPU-second`, `${times(live)}; ${size} (target: 100 times)`);
    figure(`${name}: bulk`, `${(1000 / bulk).toFixed(0)} a CPU-second`, `${times(bulk)} (target: 1,000 times)`);
  }
  const setting = () => settingOf(scenario('domain/0', BOULWARE));
  const lists = cpuOf(() => void playBulk(setting(), 'bench'));
  figure('a first run, which lists and sorts the outcomes', `${lists.toFixed(1)} ms`, 'once a scenario');
}

function times(milliseconds: number): string {
  return `${Math.round(1000 / milliseconds / ELSEWHERE)} times ${ELSEWHERE} a second`;
}

const BOULWARE = { beta: 0.2 };
const TACTICS = [
  { name: 'Boulware', tactic: BOULWARE },
  { name: 'hardliners, to the last round', tactic: { kind: 'hardliner' } },
  { name: 'MiCRO', tactic: { kind: 'micro' } },
  { name: 'nice tit-for-tat', tactic: { kind: 'nice-tit-for-tat' } },
];

/** Values drawn evenly, the best of each issue scaled to 1; the walk-away is 0. */
function scenario(seed: string, tactic: object) {
  const chance = chanceOf(seed);
  const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n + 1}`);
  const options = ids('o', OPTIONS);
  const issue = {
    name: 'An issue',
    about: 'Something to settle.',
    ordered: false,
    options: Object.fromEntries(options.map((id) => [id, { name: id, meaning: id }])),
    statusQuo: 'o1',
  };
  const stance = (party: string, k: string) => {
    const drawn = options.map((_, n) => chance.at(`${party}/${k}`, n));
    const most = Math.max(...drawn);
    return {
      values: Object.fromEntries(options.map((id, n) => [id, drawn[n]! / most])),
      salience: 1 + 9 * chance.at(`salience/${party}`, Number(k.slice(1))),
    };
  };
  const party = (id: string) => ({
    name: id,
    signatory: true,
    attendance: 'accepted',
    walkAway: 0,
    pain: 0,
    expectation: 1,
    optimism: 1,
    patience: 1,
    leverage: 1,
    audience: 0,
    tactic,
    stances: Object.fromEntries(ids('i', ISSUES).map((k) => [k, stance(id, k)])),
  });
  const result = scenarioFrom({
    id: 'bench',
    title: 'A domain at random',
    about: 'Made for timing.',
    basis: 'invented: drawn at random',
    conference: {
      protocol: 'alternating-offers',
      place: 'Here',
      date: 'Now',
      host: 'Nobody',
      chair: { name: 'nobody', style: 'facilitation', skill: 1, pace: 1 },
      rounds: ROUNDS,
      roundStandsFor: 'a round',
      deadlineHardness: 1,
      consultations: false,
      rule: { allBut: 0 },
    },
    issues: Object.fromEntries(ids('i', ISSUES).map((id) => [id, issue])),
    parties: Object.fromEntries(ids('p', PARTIES).map((id) => [id, party(id)])),
  });
  if (!result.ok) throw new Error(result.error.map((problem) => problem.message).join('; '));
  return result.value;
}
