import { playBulk } from '../src/conference/bulk.ts';
import { settingOf } from '../src/rules/setting.ts';
import { figure, heading, leastCpu } from './figures.ts';
import { randomScenario, type Sketch } from './random-scenario.ts';

const PARTIES = [2, 5, 10, 20, 50] as const;
const ISSUES = [3, 6, 12, 30] as const;

/**
 * How the cost of a conference grows with its size. By the model each party looks at the votes and concessions of every
 * other, so the square of the parties is the most, and at each issue by itself, so the issues as such.
 */
export function bench(): void {
  grow('parties, each with a relation to two others; 6 issues', PARTIES, 2, (parties) => ({
    parties,
    issues: 6,
    related: Math.min(2, parties - 1),
  }));
  grow('parties, each with a relation to every other; 6 issues', PARTIES, 2, (parties) => ({
    parties,
    issues: 6,
    related: parties - 1,
  }));
  grow('issues; 7 parties, each with a relation to two others', ISSUES, 1, (issues) => ({
    parties: 7,
    issues,
    related: 2,
  }));
}

function grow(
  what: string,
  sizes: readonly number[],
  most: number,
  sketch: (size: number) => Omit<Sketch, 'options'>,
): void {
  heading(`Conferences of random stances by the number of ${what}`);
  const µs = sizes.map((size) => {
    // Nobody can be content, so that all play the same number of rounds whatever their size.
    const setting = settingOf(randomScenario({ options: 5, rounds: 5, walkAway: 0.95, ...sketch(size) }));
    const batch = Math.ceil(2000 / size ** 2) + 20;
    const { bulk } = leastCpu({ bulk: (n) => void playBulk(setting, `bench/${n}`) }, { batch, rounds: 15 });
    figure(String(size), `${(1e6 / bulk).toFixed(0)} a second`, `${bulk.toFixed(0)} µs each`);
    return bulk;
  });
  figure('exponent of growth', slope(sizes, µs).toFixed(2), `by the model at most ${most}, for the largest sizes`);
  const [from, to] = [sizes.length - 2, sizes.length];
  figure('  between the two largest', slope(sizes.slice(from, to), µs.slice(from, to)).toFixed(2), '');
}

/** Of the line through the logarithms, by least squares. */
function slope(xs: readonly number[], ys: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const [logX, logY] = [xs.map(Math.log), ys.map(Math.log)];
  const [x, y] = [mean(logX), mean(logY)];
  return mean(logX.map((one, n) => (one - x) * (logY[n]! - y))) / mean(logX.map((one) => (one - x) ** 2));
}
