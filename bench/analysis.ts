import { analysisOf } from '../src/analysis/analysis.ts';
import { frontierOf } from '../src/analysis/frontier.ts';
import { spaceOf } from '../src/analysis/space.ts';
import { chanceOf } from '../src/chance/chance.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { settingOf } from '../src/rules/setting.ts';
import { scenarioFrom } from '../src/scenario/load.ts';
import { figure, heading, latencies } from './figures.ts';

/** Analysis of random scenarios: parties × texts, and how cost grows with both. */
export async function bench(): Promise<void> {
  heading('Analysis by the book: random stances, walk-away 0, all statistics');
  const seven = randomScenario(7, 6, 5);
  const two = spaceOf(settingOf(randomScenario(2, 6, 5)));
  const found = await latencies({
    seven: () => void analysisOf(seven),
    two: () => void frontierOf(two),
  });
  figure('7 parties × 15,625 texts, frontier included', `${found.seven.toFixed(0)} ms`, 'target: 250 ms');
  figure(
    '2 parties × 15,625 texts, the frontier alone',
    `${found.two.toFixed(2)} ms`,
    'target: 10 ms; found issue by issue',
  );
  for (const [parties, issues, options] of GROWTH) {
    const scenario = randomScenario(parties, issues, options);
    const start = performance.now();
    const analysis = analysisOf(scenario);
    const took = performance.now() - start;
    const points = analysis.frontier === null ? 'frontier: too much work' : `${analysis.frontier.distinct} points`;
    const size = `${parties} parties, ${issues} issues × ${options}: ${analysis.outcomes.toPrecision(3)} texts`;
    figure(size, `${took.toFixed(0)} ms`, `${analysis.method.solutions}, ${points}`);
  }
}

/** Once each, for the largest would keep a benchmark busy for minutes. */
const GROWTH = [
  [2, 4, 5],
  [2, 8, 5],
  [3, 6, 5],
  [5, 6, 5],
  [7, 4, 5],
  [7, 5, 5],
  [7, 7, 5],
  [7, 8, 5],
  [15, 6, 5],
  [2, 60, 3],
  [7, 60, 3],
] as const;

function randomScenario(parties: number, issues: number, options: number): Scenario {
  const chance = chanceOf('bench');
  const draw = (label: string) => Math.round(1000 * chance.at(label, 1)) / 1000;
  const ids = (letter: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${letter}${String(n + 1).padStart(2, '0')}`);
  const map = <T>(names: readonly string[], of: (name: string) => T) =>
    Object.fromEntries(names.map((name) => [name, of(name)]));
  const [partyIds, issueIds, optionIds] = [ids('p', parties), ids('i', issues), ids('o', options)];
  const result = scenarioFrom({
    title: 'Random',
    about: 'Drawn for a benchmark.',
    basis: 'invented: drawn at random',
    conference: {
      place: 'here',
      date: 'now',
      host: 'nobody',
      rounds: 5,
      roundStandsFor: 'a day',
      chair: { name: 'a chair', style: 'facilitation', skill: 0.5, pace: 1 },
      deadlineHardness: 1,
      consultations: false,
      rule: { allBut: 0 },
    },
    issues: map(issueIds, (name) => ({
      name,
      about: name,
      ordered: false,
      statusQuo: 'o01',
      options: map(optionIds, (option) => ({ name: option, meaning: option })),
    })),
    parties: map(partyIds, (name) => ({
      name,
      signatory: true,
      attendance: 'accepted',
      walkAway: 0,
      pain: 0,
      expectation: 0.5,
      optimism: 0.5,
      patience: 1,
      leverage: 0.5,
      audience: 0,
      tactic: { beta: 1, reciprocity: 0 },
      stances: map(issueIds, (issue) => ({
        salience: 1 + 9 * draw(`${name}/${issue}`),
        values: map(optionIds, (option) => draw(`${name}/${issue}/${option}`)),
      })),
    })),
  });
  if (!result.ok) throw new Error(result.error[0]!.message);
  return result.value;
}
