import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { begin, until } from '../study/queue/commands.ts';
import { parley } from './parley.ts';

const SALE = fileURLToPath(new URL('../study/sensitivity/fixtures/one-number.yaml', import.meta.url));
const COMES = ['--set', 'parties.seller.attendance=accepted'];

function flip(...args: readonly string[]) {
  return parley(['flip', ...args]);
}

describe('parley flip', () => {
  const given = ['--metric', 'ending', '--over', 'parties.buyer.walkAway,parties.buyer.optimism', '--pairs'];
  const asked = [SALE, ...given, '--runs', '8', '--seed', 'x', ...COMES];

  it('says which number must move, how far, and what flips nothing, within 80 columns', () => {
    const { code, stdout, stderr } = flip(...asked);
    expect(code).toBe(0);
    expect(stdout).toContain('agreement gives way to communique');
    expect(stdout).toMatch(/Down to 0\.1 nothing flips/);
    expect(stdout).toMatch(/The smallest move of one number: Buyer: walk-away from 0\.3 to 0\.50\d/);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('1 of the 2 flips nothing within its range.');
    expect(stdout).toContain('[A]');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(stderr).toContain('1 of 2: parties.buyer.walkAway from 0.1 to 0.9, 8 conferences a value');
    expect(stderr).toMatch(/\d+ conferences were played/);
  });

  it('--json has the fields of docs/json.md, and the same bytes with any number of threads', () => {
    const { stdout } = flip(...asked, '--json', '--quiet');
    const told = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(told)).toEqual([
      'scenario',
      'seed',
      'runs',
      'metric',
      'threshold',
      'base',
      'over',
      'pairs',
      'played',
      'rules',
    ]);
    expect(told).toMatchObject({
      base: { outcome: 'agreement', sure: true, shares: { agreement: 1 }, mean: null },
      over: [
        {
          path: 'parties.buyer.walkAway',
          value: 0.3,
          low: 0.1,
          high: 0.9,
          leftOut: 0,
          up: [{ to: 'communique' }],
          down: [],
        },
        { path: 'parties.buyer.optimism', up: [], down: [] },
      ],
      pairs: [{ paths: ['parties.buyer.walkAway', 'parties.buyer.optimism'], move: { to: 'communique' } }],
    });
    expect(flip(...asked, '--json', '--quiet', '--workers', '3').stdout).toBe(stdout);
  });

  it('a share crosses a threshold', () => {
    const over = ['--metric', 'agreement', '--over', 'parties.buyer.walkAway', '--runs', '40', '--seed', 'x'];
    const { stdout } = flip(SALE, ...over, '--threshold', '0.3', '--quiet');
    expect(stdout).toContain('0.3 or more gives way to less than 0.3');
  });

  it('ends at once when it is interrupted, and says how far it was', async () => {
    const running = begin(['flip', SALE, ...given, '--runs', '1000000', '--workers', '2']);
    await until('it plays', () => running.said().includes('as it stands'));
    running.process.kill('SIGINT');
    expect(await running.ended).toBe(130);
    expect(running.said()).toMatch(/interrupted after [\d,]+ conferences; nothing is kept/);
  });

  it.each([
    ['--metric ending --over parties.buyer.walkaway', 'did you mean "parties.buyer.walkAway"?'],
    ['--metric ending --over parties.nobody.pain', 'has no number at "parties.nobody.pain"'],
    ['--metric ending --over parties.buyer.pain', 'parties.buyer.pain is 0 and has no range'],
    ['--metric ending --over conference.chair.style', 'conference.chair.style is a choice, not a number'],
    ['--metric ending --over parties.buyer.optimism,parties.buyer.optimism', 'is in --over twice'],
    ['--metric ending --over parties.buyer.optimism --pairs', '--pairs needs at least two numbers'],
    ['--metric endings --over parties.buyer.optimism', 'there is no metric "endings"; did you mean "ending"?'],
    ['--metric gain.nobody --over parties.buyer.optimism', 'gain.nobody'],
    ['--metric rounds --over parties.buyer.optimism', 'rounds is a number: say with --threshold'],
    ['--metric ending --threshold 2 --over parties.buyer.optimism', '--threshold is for numbers'],
    ['--metric agreement --threshold 2 --over parties.buyer.optimism', 'take a --threshold below 1'],
    ['--metric ending --over parties.buyer.optimism --runs 0', 'expected a whole number above 0'],
    ['--over parties.buyer.optimism', "required option '--metric <name>' not specified"],
  ])('%s: is refused, exit 2, with what to do', (args, message) => {
    const { code, stdout, stderr } = flip(SALE, ...args.split(' '));
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});
