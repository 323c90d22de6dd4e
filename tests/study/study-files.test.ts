import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printed } from '../../src/scenario/problem-text.ts';
import type { Problem } from '../../src/scenario/problem.ts';
import { bundledStudies, loadStudy, type LoadedStudy } from '../../src/study/file/load-study.ts';
import { studySchemaText } from '../../src/study/file/json-schema.ts';
import { planOf } from '../../src/study/plan.ts';
import { folderWith, MILL, written } from '../scenario/written.ts';

const START = `title: Pain in the valleys
about: Whether it matters how much each round costs.
scenario: two-valleys
`;
const END = `repeats: 3
metrics: [ending, agreement]
`;
const GRID = `vary:\n  parties.upper.pain: [0.01, 0.02]\n`;

function sound(text: string): LoadedStudy {
  const loaded = loadStudy(written(text, 'study.yaml'));
  if (!loaded.ok) throw new Error(printed(loaded.error));
  return loaded.value;
}

function problems(text: string): readonly Problem[] {
  const loaded = loadStudy(written(text, 'study.yaml'));
  return loaded.ok ? loaded.value.warnings : loaded.error;
}

/** `line:column message` of each problem, and what it advises. */
function places(text: string): readonly string[] {
  return problems(text).map(({ line, column, message, hint, severity }) => {
    const mark = severity === 'warning' ? 'warning: ' : '';
    return `${line}:${column} ${mark}${message}${hint === undefined ? '' : ` (${hint})`}`;
  });
}

function valuesOf(text: string): readonly (readonly unknown[])[] {
  const plan = planOf(sound(text).study);
  return Array.from({ length: plan.cells }, (_, index) => plan.values(plan.cell(index)));
}

describe('a study file becomes cells', () => {
  test('a grid of lists and of steps, with what is set in every cell', () => {
    const text = `${START}set:\n  conference.consultations: false\nvary:
  conference.rounds: { range: [4, 8], steps: 3 }
  parties.lower.walkAway: { range: [0.3, 0.4], steps: 2 }\n${END}`;
    const { study } = sound(text);
    expect(study).toMatchObject({ id: 'study', seed: 'study', repeats: 3, metrics: ['ending', 'agreement'] });
    expect(study.experiments[0]!.scenario).toMatchObject({ conference: { consultations: false } });
    expect(valuesOf(text)).toEqual([
      [4, 0.3],
      [4, 0.4],
      [6, 0.3],
      [6, 0.4],
      [8, 0.3],
      [8, 0.4],
    ]);
  });

  test('words of likelihood become numbers, and choices stay words', () => {
    expect(
      valuesOf(
        `${START}vary:\n  parties.lower.expectation: [unlikely, 0.5]\n  conference.consultations: [true, false]\n${END}`,
      ),
    ).toEqual([
      [0.325, 'true'],
      [0.325, 'false'],
      [0.5, 'true'],
      [0.5, 'false'],
    ]);
  });

  test('a list leaves to the scenario what a cell does not name', () => {
    const text = `${START}design:\n  type: list\n  cells:
    - {}
    - { parties.upper.pain: 0.03, conference.chair.style: formulation }
    - { conference.chair.style: manipulation }\n${END}`;
    expect(valuesOf(text)).toEqual([
      [0.01, 'formulation'],
      [0.03, 'formulation'],
      [0.01, 'manipulation'],
    ]);
  });

  test('own is the range in the scenario, and ranges takes all of a kind that are neither set nor varied by name', () => {
    const text = (more: string) => START.replace('two-valleys', 'moscow-2018') + more + END;
    const { study } = sound(
      text(`set:\n  parties.iran.pain: 0.001\nvary:\n  parties.kabul.pain: own\n  parties.china.pain: { uniform: own }
ranges: assumptions\ndesign: { type: latin-hypercube, cells: 10 }\n`),
    );
    const { varies } = study.experiments[0]!;
    expect(varies.slice(0, 2)).toEqual([
      { path: 'parties.kabul.pain', type: 'triangular', low: 0.003, mode: 0.008, high: 0.015, whole: false },
      { path: 'parties.china.pain', type: 'uniform', low: 0, high: 0.006, whole: false },
    ]);
    const named = varies.map(({ path }) => path);
    expect(new Set(named).size).toBe(named.length);
    expect(named).toContain('model.press.cap');
    expect(named).toContain('conference.rounds');
    expect(named).not.toContain('parties.iran.pain');
    // ¶8 gives what Washington expects.
    expect(named).not.toContain('parties.washington.expectation');
    const sources = sound(text('ranges: sources\ndesign: { type: random, cells: 4 }\n')).study.experiments[0]!;
    expect(sources.varies.map(({ path }) => path)).toContain('parties.washington.expectation');
    const all = sound(text('ranges: all\ndesign: { type: sobol-sequence, cells: 4 }\n')).study.experiments[0]!;
    expect(all.varies.length).toBeGreaterThan(sources.varies.length + 200);
  });

  test('an experiment takes from the study what it does not say itself', () => {
    const { study } = sound(`${START}set:\n  conference.consultations: false\n${GRID}repeats: 2\nmetrics: [ending]
experiments:
  as-it-is: {}
  held: { set: { parties.upper.pain: 0.015 } }
  free: { title: Free, vary: { conference.consultations: [true] }, design: { type: random, cells: 5 } }
  listed: { design: { type: list, cells: [{ parties.lower.pain: 0.015 }] } }
`);
    expect(study.experiments.map(({ id, title, varies }) => [id, title, varies.map(({ path }) => path)])).toEqual([
      ['as-it-is', 'as-it-is', ['parties.upper.pain']],
      ['held', 'held', []],
      ['free', 'Free', ['parties.upper.pain', 'conference.consultations']],
      ['listed', 'listed', ['parties.lower.pain']],
    ]);
    const plan = planOf(study);
    expect(plan.cells).toBe(2 + 1 + 5 + 1);
    expect(plan.columns.map(({ path }) => path)).toEqual([
      'parties.upper.pain',
      'conference.consultations',
      'parties.lower.pain',
    ]);
    expect(plan.values(plan.cell(2))).toEqual([0.015, 'false', expect.any(Number)]);
  });

  test('experiments may play different scenarios, so long as each has what is noted', () => {
    const text = (metric: string) => `title: Two\nabout: Two scenarios.\nrepeats: 2\nmetrics: [${metric}]\nexperiments:
  valleys: { scenario: two-valleys, vary: { parties.upper.pain: [0.01, 0.02] } }
  moscow: { scenario: moscow-2018, vary: { parties.kabul.pain: [0.004, 0.008] } }\n`;
    expect(valuesOf(text('ending'))).toEqual([
      [0.01, undefined],
      [0.02, undefined],
      [undefined, 0.004],
      [undefined, 0.008],
    ]);
    expect(places(text('gain.kabul'))).toEqual(['4:11 metrics.0: two-valleys has no metric "gain.kabul"']);
  });

  test('a scenario is a bundled one or a file beside the study', () => {
    const text = START.replace('two-valleys', './mill.yaml') + `vary:\n  parties.lower.pain: [0.01, 0.02]\n` + END;
    const folder = folderWith({ 'mill.yaml': MILL, 'study.yaml': text });
    const loaded = loadStudy(join(folder, 'study.yaml'));
    expect(loaded.ok && loaded.value.study.experiments[0]!.scenario).toMatchObject({ id: 'mill' });
  });
});

describe('what is wrong is said at its place, with what was meant', () => {
  const study = (more: string) => START + more + END;
  test.each<[what: string, text: string, expected: readonly string[]]>([
    [
      'an unknown path',
      study('vary:\n  parties.uper.pain: [0.1]\n'),
      ['5:3 vary: there is no "uper" in parties (did you mean parties.upper.pain?)'],
    ],
    [
      'an unknown path that is set',
      study('set:\n  parties.upper.pian: 0.1\n'),
      ['5:23 set.parties.upper.pian: there is no "pian" in parties.upper (did you mean parties.upper.pain?)'],
    ],
    [
      'a value out of bounds',
      study('vary:\n  parties.upper.pain: [0.1, 2]\n'),
      ['5:29 vary.parties.upper.pain.1: 2 is out of bounds'],
    ],
    [
      'a distribution out of bounds',
      study('vary:\n  parties.upper.pain: { uniform: [0, 2] }\ndesign: { type: random, cells: 2 }\n'),
      ['5:34 vary.parties.upper.pain.uniform: 2 is out of bounds'],
    ],
    [
      'half a round',
      study('vary:\n  conference.rounds: { uniform: [2.5, 4] }\ndesign: { type: random, cells: 2 }\n'),
      ['5:33 vary.conference.rounds.uniform: 2.5 is not a whole number'],
    ],
    [
      'an unknown choice',
      study('vary:\n  conference.chair.style: [formulaton]\n'),
      ['5:28 vary.conference.chair.style.0: "formulaton" is none of the choices (did you mean "formulation"?)'],
    ],
    [
      'a path both set and varied',
      study(`set: { parties.upper.pain: 0.1 }\n${GRID}`),
      ['6:3 vary: parties.upper.pain is set and varied at once (keep one of them)'],
    ],
    [
      'a path varied twice',
      study(`${GRID}  parties.upper.pain: [0.5]\n`),
      ['6:3 the key "parties.upper.pain" stands in the same map twice (keep one of them)'],
    ],
    [
      'a single value',
      study('vary:\n  parties.upper.pain: 0.1\n'),
      ['5:23 vary.parties.upper.pain: says not how it varies (write [0.1], or set it under set)'],
    ],
    [
      'a value twice in a list',
      study('vary:\n  parties.upper.pain: [0.1, 0.1]\n'),
      ['5:29 vary.parties.upper.pain.1: 0.1 stands in the list twice (take one of them away)'],
    ],
    [
      'no values',
      study('vary:\n  parties.upper.pain: []\n'),
      ['5:23 vary.parties.upper.pain: is empty, so that there is no cell to play'],
    ],
    [
      'an upside-down range',
      study('vary:\n  parties.upper.pain: { uniform: [0.2, 0.1] }\n'),
      ['5:34 vary.parties.upper.pain.uniform: the numbers do not ascend (did you mean [0.1, 0.2]?)'],
    ],
    [
      'a range without steps',
      study('vary:\n  parties.upper.pain: { range: [0.1, 0.2] }\n'),
      ['5:3 vary.parties.upper.pain: range alone says not how it varies'],
    ],
    [
      'an unknown distribution',
      study('vary:\n  parties.upper.pain: { unifrom: [0.1, 0.2] }\n'),
      ['5:25 vary.parties.upper.pain: unknown key "unifrom" (did you mean "uniform"?)'],
    ],
    [
      'more steps than whole numbers',
      study('vary:\n  conference.rounds: { range: [4, 6], steps: 5 }\n'),
      ['5:3 vary.conference.rounds: 5 steps from 4 to 6 are too many'],
    ],
    [
      'a choice that is drawn',
      study('vary:\n  conference.chair.style: own\n'),
      ['5:27 vary.conference.chair.style: is no number to be drawn or stepped through'],
    ],
    [
      'own without a range',
      study('set: { parties.upper.pain: 0.5 }\nvary:\n  parties.upper.budget: own\n'),
      ['6:25 vary.parties.upper.budget: has no range of its own to vary in'],
    ],
    [
      'a distribution in a grid',
      study('vary:\n  parties.upper.pain: { uniform: [0.01, 0.02] }\n'),
      [
        '5:3 vary.parties.upper.pain: parties.upper.pain is drawn from a distribution, and a grid has no place for one (give it a list, or { range, steps }; or choose design: { type: sobol-sequence, cells: 1024 })',
      ],
    ],
    [
      'an unknown design',
      study(`${GRID}design: { type: sobl, cells: 4 }\n`),
      ['6:17 design.type: "sobl" is not a design (did you mean "sobol"?)'],
    ],
    [
      'a design without cells',
      study(`${GRID}design: random\n`),
      ['6:9 design: random does not say how many cells it draws'],
    ],
    ['no cells', study(`${GRID}design: { type: random, cells: 0 }\n`), ['6:32 design.cells: not a number of cells']],
    [
      'a draw in which nothing varies',
      study('design: { type: random, cells: 3 }\n'),
      [
        '4:1 design: nothing varies, so that all cells would be the same (name paths under vary, or write ranges: assumptions)',
      ],
    ],
    [
      'cells of a list beside what varies',
      study(`${GRID}design: { type: list, cells: [{ parties.lower.pain: 0.01 }] }\n`),
      [
        '5:23 vary.parties.upper.pain: a list has its values in its cells (move its values into the cells, or choose another design)',
      ],
    ],
    [
      'the same cell twice',
      study('design: { type: list, cells: [{ parties.lower.pain: 0.01 }, { parties.lower.pain: 0.01 }] }\n'),
      ['4:61 design.cells.1: is the same cell as cells.0 (take one of them away)'],
    ],
    [
      'an unknown path in a cell',
      study('design: { type: list, cells: [{ parties.lowr.pain: 0.01 }] }\n'),
      ['4:33 design.cells.0: there is no "lowr" in parties (did you mean parties.lower.pain?)'],
    ],
    [
      'a kind of range that the scenario has none of',
      study('ranges: sources\ndesign: { type: random, cells: 4 }\n'),
      ['4:9 ranges: two-valleys has no number to vary by sources'],
    ],
    [
      'an unknown metric',
      START + GRID + 'repeats: 3\nmetrics: [endings]\n',
      ['7:11 metrics.0: there is no metric "endings" (did you mean "ending"?)'],
    ],
    [
      'a metric of a party that is not there',
      START + GRID + 'repeats: 3\nmetrics: [gain.kabul]\n',
      ['7:11 metrics.0: two-valleys has no metric "gain.kabul"'],
    ],
    [
      'a metric twice',
      START + GRID + 'repeats: 3\nmetrics: [ending, ending]\n',
      ['7:19 metrics.1: ending stands there twice (take one away)'],
    ],
    ['an unknown key', study(`${GRID}sed: 4\n`), ['6:1 unknown key "sed" (did you mean "seed"?)']],
    ['a study without metrics', `${START}${GRID}repeats: 3\n`, ['1:1 metrics is missing']],
    [
      'a stop rule that watches what is not noted',
      study(`${GRID}stop: { metric: rounds, halfWidth: 1, every: 2 }\n`),
      ['6:17 stop.metric: rounds is not among the metrics of this study (add rounds to metrics)'],
    ],
    [
      'a stop rule that watches a word',
      study(`${GRID}stop: { metric: ending, halfWidth: 1, every: 2 }\n`),
      ['6:17 stop.metric: ending is a word and has no mean (watch one that is 0 or 1, such as agreement)'],
    ],
    [
      'a stop rule that is never judged',
      study(`${GRID}stop: { metric: agreement, halfWidth: 1, every: 20 }\n`),
      ['6:49 stop.every: it is judged first after 20 repeats, and there are only 3'],
    ],
    [
      'a scenario that does not exist',
      START.replace('two-valleys', 'two-valley') + GRID + END,
      ['3:11 scenario: there is no such file, and no bundled scenario of this name (did you mean "two-valleys"?)'],
    ],
    ['no scenario', study(GRID).replace('scenario: two-valleys\n', ''), ['1:1 scenario is missing']],
    [
      'experiments without one',
      study(`${GRID}experiments: {}\n`),
      [
        '6:1 experiments: is empty, so that there is nothing to play (take experiments away: without it the study is a single one)',
      ],
    ],
    [
      'an experiment without an id',
      study(`${GRID}experiments: { First One: {} }\n`),
      ['6:16 experiments: "First One" is not an id'],
    ],
    [
      'a fault inside an experiment',
      study('experiments:\n  one: { vary: { parties.uper.pain: [0.1] } }\n'),
      ['5:18 experiments.one.vary: there is no "uper" in parties (did you mean parties.upper.pain?)'],
    ],
    [
      'a grid beyond all measure',
      study(
        `vary:\n${['upper', 'lower'].flatMap((id) => ['walkAway', 'pain'].map((key) => `  parties.${id}.${key}: { range: [0, 0.4], steps: 100 }\n`)).join('')}`,
      ),
      [
        '4:1 vary: a grid of 100000000 cells is too large (take fewer values, or choose design: { type: sobol-sequence, cells: 1024 })',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  test('a combination of values that makes no sound scenario is named', () => {
    const text = `${START.replace('two-valleys', 'moscow-2018')}vary:\n  parties.kabul.pain: [0.004, 0.005]
  parties.moscow.attendance: [accepted, declined]\n${END}`;
    const [problem] = problems(text);
    expect(problem).toMatchObject({
      line: 6,
      message:
        'vary.parties.moscow.attendance: cell 1 is not a sound scenario: conference.chair.party: moscow cannot chair: its attendance is declined',
      found: 'parties.kabul.pain=0.004, parties.moscow.attendance=declined',
    });
  });

  test('numbers that meet in a red line which forbids everything are found, and only where they meet', () => {
    const line = (low: string, high: string) =>
      `${START.replace('two-valleys', 'moscow-2018')}set:\n  parties.kabul.stances.direct-talks.redLine: none\nvary:
  parties.kabul.stances.direct-talks.redLine.atLeast: ${low}\n  parties.kabul.stances.direct-talks.redLine.atMost: ${high}\n${END}`;
    expect(places(line('[0.1, 0.8]', '[0.3, 0.9]')).join('\n')).toContain('cell 2 is not a sound scenario');
    expect(places(line('[0.1, 0.2]', '[0.5, 0.9]'))).toEqual([]);
  });

  test('what is expected can be written', () => {
    const expected = (text: string) => problems(text)[0]!.expected;
    expect(expected(study('vary: { parties.upper.pain: own }\ndesign: latin-hypercube\n'))).toBe(
      '{ type: latin-hypercube, cells: n }, n a whole number from 1 to 10000000',
    );
    expect(expected(study('stop: { metric: agreement, halfWidth: 0, every: 2 }\n'))).toBe('more than 0');
  });

  test('all problems are found at once', () => {
    const text = study('vary:\n  parties.uper.pain: [0.1]\n  conference.chair.style: [formulaton]\n').replace(
      'agreement',
      'agrement',
    );
    expect(places(text).map((line) => line.split(' ')[0])).toEqual(['5:3', '6:28', '8:19']);
  });

  test('a scenario with a fault is named by its own file', () => {
    const folder = folderWith({
      'mill.yaml': MILL.replace('salience: 8', 'salince: 8'),
      'study.yaml': START.replace('two-valleys', './mill.yaml') + END,
    });
    const loaded = loadStudy(join(folder, 'study.yaml'));
    expect(!loaded.ok && loaded.error.map(({ file }) => file.replace(/.*\//, ''))).toEqual(['mill.yaml']);
  });

  test('what can be played but is odd is a warning', () => {
    expect(places(study(`${GRID}design: { type: sobol-sequence, cells: 100 }\n`))).toEqual([
      '6:1 warning: design: 100 cells are not a power of two, so that the points lie less evenly than they could',
    ]);
    expect(places(study('vary:\n  parties.upper.pain: [0.9]\n'))[0]).toContain(
      'warning: vary.parties.upper.pain.0: 0.9 lies outside',
    );
    expect(
      places(`${START}${GRID}repeats: 1000000\nmetrics: [ending]\ndesign: { type: random, cells: 100 }\n`),
    ).toEqual(['6:10 warning: repeats: 100 cells of 1000000 repeats make 100000000 conferences']);
    expect(places(study(GRID).replace('repeats: 3', 'repeats: 1'))).toEqual([
      '6:10 warning: repeats: all cells are played once, on one seed: luck cannot be told from what varies',
    ]);
  });

  test('a file that is no study', () => {
    expect(places('')).toEqual([
      '1:1 this file is empty (start from a copy of one that works, such as scenarios/studies/ripeness.yaml)',
    ]);
    expect(places(MILL)[0]).toMatch(/^\d+:1 this is a scenario, and a study is wanted \(a study is a file of its own/);
    const folder = loadStudy('.');
    expect(!folder.ok && folder.error[0]).toMatchObject({
      file: '.',
      message: 'this is a directory, not a study file',
    });
    const missing = loadStudy('ripenes');
    expect(!missing.ok && missing.error[0]).toMatchObject({
      message: 'there is no such file, and no bundled study of this name',
      hint: 'did you mean "ripeness"?',
    });
  });
});

describe('what the package brings along', () => {
  test('the published JSON Schema is the one that the check uses (npm run schema rewrites it)', () => {
    const published = readFileSync(new URL('../../scenarios/studies/study.schema.json', import.meta.url), 'utf8');
    expect(published === studySchemaText(), 'study.schema.json is out of date: npm run schema').toBe(true);
  });

  test('five studies, sound and silent, of at most 270 000 conferences each', () => {
    expect(bundledStudies()).toEqual(['assumptions', 'indices', 'ripeness', 'screening', 'who-must-come']);
    for (const name of bundledStudies()) {
      const loaded = loadStudy(name);
      if (!loaded.ok) throw new Error(printed(loaded.error));
      expect(loaded.value.warnings).toEqual([]);
      const plan = planOf(loaded.value.study);
      expect(plan.rows).toBeLessThanOrEqual(270_000);
      const text = readFileSync(new URL(`../../scenarios/studies/${name}.yaml`, import.meta.url), 'utf8');
      const [, second] = text.split('\n');
      expect(second!.replaceAll(/(?<=\d) (?=\d)/g, '')).toMatch(new RegExp(`\\b${plan.cells} cells`));
    }
  });
});
