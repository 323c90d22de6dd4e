import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
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
    [['--by', 'parties.lower.pain'], '--sensitivity goes with --metric, --json and --report, and not with --by'],
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

interface Told {
  readonly measures: readonly { readonly name: string; readonly conclusion: string }[];
  readonly tornado: readonly {
    readonly measure: string;
    readonly bars: readonly { readonly path: string; readonly low: number; readonly high: number }[];
  }[];
  readonly heat: {
    readonly measures: readonly string[];
    readonly rows: readonly { readonly path: string; readonly values: readonly number[] }[];
  };
}

describe('parley stats --sensitivity --report', () => {
  const file = join(here, 'page.html');
  const written = () => {
    const ran = stats('both', '--sensitivity', '--metric', 'agreement', '--report', file);
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([0, `${file}\n`, '']);
    return readFileSync(file, 'utf8');
  };

  it('holds the numbers and the sentence of --json', () => {
    const { document } = parseHTML(written());
    const { experiments } = JSON.parse(stats('both', '--sensitivity', '--json').stdout) as { experiments: Told[] };
    const rowsOf = (id: string) =>
      [...document.querySelectorAll(`#table-path-${id} tbody tr`)].map((row) =>
        [...row.children].map((cell) => cell.textContent!.trim()),
      );
    const near = (text: string | undefined, value: number) =>
      expect(Number(text?.replace('−', '-'))).toBeCloseTo(value, 2);
    for (const [n, { measures, tornado, heat }] of experiments.entries()) {
      const { conclusion } = measures.find(({ name }) => name === 'agreement')!;
      expect([...document.querySelectorAll('header .box p')].map((one) => one.textContent)).toContain(conclusion);
      const { bars } = tornado.find(({ measure }) => measure === 'agreement')!;
      const drawn = rowsOf(`tornado-${n + 1}-1`);
      expect(drawn.map(([path]) => path)).toEqual(bars.map(({ path }) => path));
      for (const [i, { low, high }] of bars.entries()) {
        near(drawn[i]![2], low);
        near(drawn[i]![3], high);
      }
      const map = rowsOf(`heat-${n + 1}`);
      expect(map.map(([path]) => path)).toEqual(heat.rows.map(({ path }) => path));
      for (const [i, { values }] of heat.rows.entries())
        for (const [j, value] of values.entries()) near(map[i]![j + 1], value);
    }
    expect(document.querySelector('header')!.textContent).toContain('Nothing here is estimated from data');
  });

  it('runs nothing, needs nothing besides itself, and has a table behind every chart', () => {
    const page = written();
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('script, link, iframe, object, embed, img, image, use').length).toBe(0);
    expect(page).not.toMatch(/(?:src|href|action)="(?!#)|url\(|@import|https?:(?!\/\/www\.w3\.org\/)/);
    for (const [, , colour] of page.matchAll(/ (fill|stroke)="([^"]+)"/g))
      expect(colour).toMatch(/^(none|currentColor|var\(--[a-z]+\))$/);
    const figures = [...document.querySelectorAll('figure')];
    expect(figures.length).toBe(4);
    for (const figure of figures) {
      expect(figure.querySelector('svg desc')!.textContent!.length).toBeGreaterThan(20);
      expect(figure.querySelector('details table tbody tr')).not.toBeNull();
    }
    expect(written()).toBe(page);
  });

  it.each([
    [['--report', 'x.html'], '--report goes with --sensitivity'],
    [['--sensitivity', '--json', '--report', 'x.html'], '--report and --json exclude each other'],
    [['--sensitivity', '--report', join(here, 'both', 'manifest.json')], 'which holds the data alone'],
  ])('refuses %j, exit 2', (args, message) => {
    const { code, stderr } = stats('both', ...args);
    expect([code, stderr.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync('x.html')).toBe(false);
  });
});
