import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, parley } from './parley.ts';

const STUDY = `title: Which number of the tutorial matters?
about: A test.
scenario: two-valleys
vary:
  parties.lower.walkAway: own
  parties.lower.pain: own
  parties.upper.walkAway: own
repeats: 6
metrics: [ending, agreement, rounds, durability]
experiments:
  screening:
    design: { type: morris, trajectories: 6 }
  indices:
    design: { type: sobol, rows: 16 }
`;

const here = folder();
const sweep = (name: string, study: string) => {
  writeFileSync(join(here, `${name}.yaml`), study);
  const { code, stderr } = parley(['sweep', join(here, `${name}.yaml`), '--out', join(here, name), '--workers', '1']);
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
};
const stats = (name: string, ...args: readonly string[]) => parley(['stats', join(here, name), ...args]);

beforeAll(() => sweep('both', STUDY));

describe('parley stats --sensitivity', () => {
  it('tells of each experiment that was made for it, within 80 columns, and ends in a sentence', () => {
    const { code, stdout } = stats('both', '--sensitivity', '--metric', 'agreement');
    expect(code).toBe(0);
    expect(stdout).toContain('Elementary effects (Morris) of 3 numbers, from 24 cells on the same 6 seeds.');
    expect(stdout).toContain('Indices of Sobol’, 3 numbers drawn at once, from 80 cells on the same 6 seeds.');
    expect(stdout).toContain('Left out, for some runs have no value: durability.');
    const words = stdout.replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/Of the spread of agreement between single conferences, \d+ % \[\d+, \d+\] is chance/);
    expect(words).toContain('all rests on assumptions, for nothing else varies.');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('--json has the fields of docs/json.md, and the same bytes every time', () => {
    const { stdout } = stats('both', '--sensitivity', '--json');
    const told = JSON.parse(stdout) as { experiments: Record<string, unknown>[] };
    expect(Object.keys(told)).toEqual(['study', 'seed', 'rows', 'rules', 'experiments']);
    const common = ['experiment', 'scenario', 'title', 'cells', 'repeats', 'numbers', 'leftOut', 'type'];
    const pictures = ['measures', 'tornado', 'heat'];
    const [screening, indices] = told.experiments as [Record<string, unknown[]>, Record<string, unknown[]>];
    expect(new Set(Object.keys(screening))).toEqual(
      new Set([...common, ...pictures, 'trajectories', 'levels', 'keep']),
    );
    expect(new Set(Object.keys(indices))).toEqual(new Set([...common, ...pictures, 'rows']));
    const [measure] = screening['measures'] as [Record<string, unknown>];
    expect(new Set(Object.keys(measure))).toEqual(
      new Set(['name', 'metric', 'value', 'mean', 'variance', 'effects', 'conclusion']),
    );
    expect((screening['measures'] as { name: string }[]).map(({ name }) => name)).toContain('ending=agreement');
    expect(indices['measures']![0]).toMatchObject({ factors: [{ numbers: 1 }, { numbers: 1 }, { numbers: 1 }] });
    expect(stats('both', '--sensitivity', '--json').stdout).toBe(stdout);
  });

  it.each([
    [['--metric', 'agreements'], 'did you mean "agreement"?'],
    [['--metric', 'durability'], 'durability has no value in'],
    [['--by', 'parties.lower.pain'], '--sensitivity goes with --metric and --json, and not with --by'],
    [['--csv'], 'and not with --csv'],
  ])('refuses %j, exit 2', (args, message) => {
    const { code, stderr } = stats('both', '--sensitivity', ...args);
    expect([code, stderr.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(message)]);
  });

  it('a study that was not made for it says which designs are', () => {
    sweep(
      'grid',
      STUDY.slice(0, STUDY.indexOf('experiments:'))
        .replaceAll(': own', ': [0.1, 0.2]')
        .replace('pain: [0.1, 0.2]', 'pain: [0.01, 0.02]'),
    );
    const { code, stderr } = stats('grid', '--sensitivity');
    expect(code).toBe(2);
    expect(stderr).toContain('no experiment of grid was made for it; give its file design: { type: morris');
  });

  it('one repeat cannot tell chance from numbers', () => {
    sweep('once', STUDY.replace('repeats: 6', 'repeats: 1'));
    const { code, stderr } = stats('once', '--sensitivity');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'has one complete repeat of its 104 cells, and two are needed to tell chance from numbers',
    );
  });
});
