import { analysisOf } from '../src/analysis/analysis.ts';
import { frontierOf } from '../src/analysis/frontier.ts';
import { spaceOf } from '../src/analysis/space.ts';
import { settingOf } from '../src/rules/setting.ts';
import { figure, heading, latencies } from './figures.ts';
import { randomScenario } from './random-scenario.ts';

/** Analysis of random scenarios: parties × texts, and how cost grows with both. */
export async function bench(): Promise<void> {
  heading('Analysis by the book: random stances, walk-away 0, all statistics');
  const seven = randomScenario({ parties: 7, issues: 6, options: 5 });
  const two = spaceOf(settingOf(randomScenario({ parties: 2, issues: 6, options: 5 })));
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
    const scenario = randomScenario({ parties, issues, options });
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
