import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUYER, DOMAIN, files, GARDEN, SELLER } from '../import/written.ts';
import { folder, parley } from './parley.ts';

describe('parley analyse', () => {
  const json = (...args: string[]) => JSON.parse(parley(['analyse', ...args, '--json']).stdout);

  test('prints one object with the promised fields', () => {
    const analysis = json('two-valleys');
    expect(Object.keys(analysis)).toEqual([
      'method',
      'parties',
      'disagreement',
      'outcomes',
      'rational',
      'frontier',
      'nash',
      'kalai',
      'ks',
      'utilitarian',
      'opposition',
      'zopa',
      'power',
      'opinions',
      'passing',
      'accepts',
      'walkAways',
      'issues',
    ]);
    expect(Object.keys(analysis.frontier)).toEqual(['outcomes', 'distinct', 'points']);
    expect(Object.keys(analysis.ks)).toEqual(['maxmin', 'spread']);
    for (const picked of [analysis.nash, analysis.kalai, analysis.ks.maxmin, analysis.ks.spread, analysis.utilitarian])
      expect(Object.keys(picked)).toEqual(['value', 'utilities', 'ties', 'text', 'leastSatisfied']);
    expect(Object.keys(analysis.opposition)).toEqual(['all', 'scaled', 'perParty']);
    expect(Object.keys(analysis.power)).toEqual(['banzhaf', 'shapleyShubik']);
    expect(Object.keys(analysis.opinions)).toEqual(['compromise', 'median', 'expectedUtility']);
  });

  test('finds the trade that the two valleys are made for', () => {
    const { nash, issues, outcomes, rational } = json('two-valleys');
    expect([outcomes, rational]).toEqual([12, 5]);
    expect(nash.text).toEqual({ upkeep: 'lower', water: 'most' });
    expect(nash.utilities).toEqual([0.8, 0.8]);
    expect(issues.trades[0]).toMatchObject({ parties: ['lower', 'upper'], issues: ['water', 'upkeep'] });
  });

  test('measures gains from the walk-aways where asked to', () => {
    const floor = json('two-valleys', '--set', 'parties.lower.walkAway=0');
    const alone = json('two-valleys', '--set', 'parties.lower.walkAway=0', '--disagreement', 'walk-away');
    expect(floor.disagreement).toEqual({ kind: 'floor', point: [0, 0.4] });
    expect(alone.disagreement).toEqual({ kind: 'walk-away', point: [0, 0.4] });
    const { code, stderr } = parley(['analyse', 'two-valleys', '--disagreement', 'zero']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Allowed choices are floor, walk-away')]);
  });

  test('says what each walk-away would have to be where no text suits everybody', () => {
    const set = ['--set', 'parties.lower.walkAway=0.9', '--set', 'parties.upper.walkAway=0.9', '--quiet'];
    const analysis = json('two-valleys', ...set);
    expect([analysis.rational, analysis.nash, analysis.frontier.points]).toEqual([0, null, []]);
    expect(analysis.walkAways.each.lower.highest).toBeLessThan(0.9);
    expect(analysis.walkAways.shortfall).toBeCloseTo(0.1, 9);
    const { stdout } = parley(['analyse', 'two-valleys', ...set]);
    expect(stdout).toContain('No text suits everybody. What each walk-away would have to fall to');
    expect(stdout).toContain('If all of them fell together, 0.10 would be enough.');
  });

  test.each(['moscow-2018', 'moscow-class', 'two-valleys', 'november-2018'])(
    'draws %s for a reader, in lines that fit',
    (scenario) => {
      const { code, stdout, stderr } = parley(['analyse', scenario]);
      expect([code, stderr]).toEqual([0, '']);
      for (const heading of ['Texts', 'Frontier', 'Solutions', 'Walk-aways', 'Issues', 'Power', 'Second opinions'])
        expect(stdout).toMatch(new RegExp(`^${heading}`, 'm'));
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    },
  );

  test('says so where texts are too many to list, and still finds a good one', () => {
    const file = join(folder(), 'many.yaml');
    writeFileSync(file, manyIssues(60, 4));
    const analysis = json(file);
    expect(analysis.method).toEqual({ solutions: 'search', frontier: 'too much work' });
    expect([analysis.rational, analysis.zopa, analysis.frontier, analysis.ks.spread]).toEqual([null, null, null, null]);
    expect(analysis.nash.value).toBeGreaterThan(0);
    expect(parley(['analyse', file]).stdout).toContain('coordinate search');
  });

  test('takes the frontier instead where that can be had', () => {
    const file = join(folder(), 'many.yaml');
    writeFileSync(file, manyIssues(60, 2));
    const analysis = json(file);
    expect(analysis.method).toEqual({ solutions: 'frontier', frontier: 'complete' });
    const product = ([a, b]: number[]) => (a! - analysis.disagreement.point[0]) * (b! - analysis.disagreement.point[1]);
    expect(analysis.nash.value).toBeCloseTo(Math.max(...analysis.frontier.points.map(product)), 12);
  });
});

describe('parley analyse of a record', () => {
  const record = (name: string, seed: string, ...args: string[]) => {
    const file = join(folder(), 'r.jsonl');
    expect(parley(['run', name, '--seed', seed, '--record', file, '--quiet', ...args]).code).toBe(0);
    return file;
  };
  const json = (...args: string[]) => JSON.parse(parley(['analyse', ...args, '--json']).stdout);

  test('prints one object with the promised fields', () => {
    const file = record('moscow-2018', '42');
    const analysis = json(file);
    const run = JSON.parse(parley(['run', 'moscow-2018', '--seed', '42', '--json']).stdout);
    expect(Object.keys(analysis).sort()).toEqual(
      ['scenario', 'seed', 'hash', 'landmarks', 'texts', 'outcome', 'concessions', 'influence'].sort(),
    );
    expect([analysis.scenario, analysis.seed, analysis.hash]).toEqual(['moscow-2018', '42', run.hash]);
    expect(Object.keys(analysis.landmarks)).toEqual([
      'method',
      'parties',
      'walkAways',
      'disagreement',
      'outcomes',
      'rational',
      'frontier',
      'nash',
    ]);
    expect(analysis.landmarks.parties).toEqual(['kabul', 'taliban']);
    expect(Object.keys(analysis.landmarks.nash)).toEqual(['utilities', 'text']);
    expect(analysis.texts).toHaveLength(run.rounds);
    expect(analysis.texts.at(-1).text).toEqual(run.text);
    for (const text of analysis.texts)
      expect(Object.keys(text)).toEqual(['round', 'version', 'text', 'utilities', 'suits', 'toFrontier', 'toNash']);
    expect(Object.keys(analysis.outcome)).toEqual(['ending', 'of', 'utilities', 'toFrontier', 'toNash']);
    for (const one of analysis.concessions) {
      expect(Object.keys(one)).toEqual(['party', 'first', 'last', 'issues', 'own', 'others', 'moves', 'worth']);
      for (const issue of one.issues)
        expect(Object.keys(issue)).toEqual(['issue', 'from', 'to', 'own', 'others', 'rounds']);
      for (const move of one.moves)
        expect(Object.keys(move)).toEqual(['round', 'issue', 'from', 'to', 'own', 'others']);
    }
    expect(Object.keys(analysis.influence)).toEqual(['pairs', 'leaks', 'drafted']);
    for (const pair of analysis.influence.pairs) {
      expect(Object.keys(pair)).toEqual(['from', 'to', 'presses', 'promises', 'reassurances', 'warnings']);
      expect(Object.keys(pair.presses)).toEqual(['tried', 'worked', 'failed', 'backfired', 'walkAwayBy']);
    }
    for (const one of analysis.influence.drafted)
      expect(Object.keys(one)).toEqual(['round', 'issue', 'from', 'to', 'reason', 'askedBy', 'gains']);
  });

  test.each([
    ['moscow-2018', '42', []],
    ['two-valleys', '3', ['--set', 'conference.protocol=alternating-offers']],
    ['harbour', '3', []],
    ['emissions-1994', '1', []],
    ['common-pasture', '1', []],
  ])('tells of %s with seed %s to a reader, in lines that fit', (name, seed, args) => {
    const { code, stdout, stderr } = parley(['analyse', record(name, seed, ...args)]);
    expect([code, stderr]).toEqual([0, '']);
    for (const heading of [
      'Where they could have met',
      'The texts',
      'The outcome',
      'Who gave what for what',
      'Who moved whom',
    ])
      expect(stdout).toMatch(new RegExp(`^${heading}$`, 'm'));
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(stdout).toMatch(/[▁▂▃▄▅▆▇█]{2}/);
  });

  test('makes sense where one alone must sign', () => {
    const scenario = join(folder(), 'alone.yaml');
    writeFileSync(scenario, 'extends: two-valleys\nparties: { upper: { signatory: false } }\n');
    const { stdout } = parley(['analyse', record(scenario, '1')]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('8 of 12 texts suit it (66.7 %). The frontier has one point.');
    expect(stdout).not.toMatch(/;\s*$/m);
  });

  test('prints nothing that a terminal obeys, whatever parties are called', () => {
    const scenario = join(folder(), 'bell.yaml');
    writeFileSync(scenario, 'extends: two-valleys\nparties: { upper: { spokenOf: "the \\e[31mred\\a valley" } }\n');
    const { stdout } = parley(['analyse', record(scenario, '1')]);
    expect(stdout).toContain('red  valley');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('names whose offer a text was, by alternating offers', () => {
    const { texts } = json(record('two-valleys', '3', '--set', 'conference.protocol=alternating-offers'));
    expect(texts[0]).toMatchObject({ round: 1, offeredBy: 'lower', utilities: [1, 0] });
  });

  test('says so where the frontier is too much work, and still measures to the Nash point it found', () => {
    const scenario = join(folder(), 'many.yaml');
    writeFileSync(scenario, manyIssues(60, 4));
    const file = record(scenario, '1');
    const { landmarks, texts } = json(file);
    expect([landmarks.frontier, landmarks.rational, landmarks.method.solutions]).toEqual([null, null, 'search']);
    expect([texts[0].toFrontier, typeof texts[0].toNash]).toEqual([null, 'number']);
    expect(parley(['analyse', file]).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'The frontier was not computed: it would take more comparisons than are spent on it.',
    );
  });

  test('measures the gains of the Nash point from the walk-aways where asked to', () => {
    const { landmarks } = json(record('two-valleys', '1'), '--disagreement', 'walk-away');
    expect(landmarks.disagreement).toEqual({ kind: 'walk-away', point: landmarks.walkAways });
  });

  test('refuses a record whose chain breaks, with its line', () => {
    const file = record('two-valleys', '1');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"accepts":true', '"accepts":false'));
    const { code, stdout, stderr } = parley(['analyse', file]);
    expect([code, stdout]).toEqual([65, '']);
    expect(stderr).toMatch(/^parley analyse: .*r\.jsonl:\d+: the chain breaks here: vote\.cast of round \d is not/);
  });

  test('sets nothing in a record: fork does', () => {
    const { code, stderr } = parley(['analyse', record('two-valleys', '1'), '--set', 'parties.lower.walkAway=0']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is a record, whose numbers stand; parley fork')]);
  });
});

/** Many issues of three options, on which parties want different things and care differently. */
function manyIssues(issues: number, parties: number): string {
  const base = readFileSync(new URL('../scenario/mill.yaml', import.meta.url), 'utf8');
  const head = base.slice(base.indexOf('title:'), base.indexOf('issues:'));
  const options = '{ a: { name: a, meaning: a }, b: { name: b, meaning: b }, c: { name: c, meaning: c } }';
  const lines = [head.includes('basis:') ? head : `${head}basis: "invented: many issues"\n`, 'issues:'];
  for (let k = 0; k < issues; k++)
    lines.push(`  i${k}: { name: issue ${k}, about: it, options: ${options}, statusQuo: a }`);
  lines.push('parties:');
  for (let i = 0; i < parties; i++) {
    lines.push(
      `  p${i}: { name: party ${i}, signatory: true, attendance: accepted, walkAway: 0.3, pain: 0, expectation: likely,`,
      '    optimism: 0.5, patience: 3, leverage: 0.5, audience: 0.3, tactic: { beta: 1, reciprocity: 0.3 }, stances: {',
    );
    for (let k = 0; k < issues; k++)
      lines.push(
        `      i${k}: { ideal: ${((k * (i + 3) * 7) % 11) / 10}, salience: ${((k * 13 + i * 29) % 97) / 10 + 0.1} },`,
      );
    lines.push('    } }');
  }
  return `${lines.join('\n')}\n`;
}

describe('parley import', () => {
  test('makes a file that check accepts, run plays and analyse analyses', () => {
    const { '.': cwd } = files({ 'boat.xml': DOMAIN, 'buyer.xml': BUYER, 'seller.xml': SELLER });
    const made = parley(['import', 'boat.xml', 'buyer.xml', 'seller.xml', '--out', 'boat.yaml'], { cwd });
    expect([made.code, made.stdout]).toEqual([0, 'boat.yaml\n']);
    expect(made.stderr).toContain('the discount factor 0.9 is left out');
    expect(parley(['check', 'boat.yaml'], { cwd })).toMatchObject({ code: 0 });
    expect(JSON.parse(parley(['run', 'boat.yaml', '--seed', '1', '--json'], { cwd }).stdout).ending).toBeDefined();
    expect(JSON.parse(parley(['analyse', 'boat.yaml', '--json'], { cwd }).stdout).outcomes).toBe(18);
  });

  test('takes the folder of a scorable game', () => {
    const { '.': cwd } = files<string>(
      Object.fromEntries(Object.entries(GARDEN).map(([name, text]) => [`garden/${name}`, text])),
    );
    expect(parley(['import', 'garden', '--out', 'garden.yaml'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'garden.yaml\n',
    });
    expect(parley(['check', 'garden.yaml'], { cwd }).code).toBe(0);
  });

  test('overwrites nothing', () => {
    const { '.': cwd } = files({ 'boat.xml': DOMAIN, 'buyer.xml': BUYER, 'seller.xml': SELLER, 'boat.yaml': 'mine' });
    const { code, stderr } = parley(['import', 'boat.xml', 'buyer.xml', 'seller.xml', '--out', 'boat.yaml'], { cwd });
    expect([code, stderr]).toEqual([1, 'parley import: boat.yaml exists already; nothing was changed\n']);
    expect(readFileSync(join(cwd, 'boat.yaml'), 'utf8')).toBe('mine');
  });

  test('refuses a file of a hundred megabytes without reading it, and one that is not there', () => {
    const { '.': cwd } = files({
      'buyer.xml': BUYER,
      'seller.xml': SELLER,
      'large.xml': '<a>'.padEnd(100 * 1024 * 1024),
    });
    const large = parley(['import', 'large.xml', 'buyer.xml', 'seller.xml', '--out', 'x.yaml'], { cwd });
    expect([large.code, large.stderr]).toEqual([
      65,
      'large.xml: this file is too large for a domain or profile: 100.0 MB\n  expected: at most 2.0 MB\n',
    ]);
    const missing = parley(['import', 'boat.xml', 'buyer.xml', 'seller.xml', '--out', 'x.yaml'], { cwd });
    expect([missing.code, missing.stderr]).toEqual([65, 'boat.xml: there is no such file\n']);
  });

  test('a fault of a file ends with 65 and its place, one of the command with 2', () => {
    const { '.': cwd } = files({ 'boat.xml': DOMAIN, 'buyer.xml': BUYER.replace('0.5', '0.4'), 'seller.xml': SELLER });
    const faulty = parley(['import', 'boat.xml', 'buyer.xml', 'seller.xml', '--out', 'x.yaml'], { cwd });
    expect([faulty.code, faulty.stdout]).toEqual([65, '']);
    expect(faulty.stderr).toMatch(/^buyer\.xml:15:3 the weights do not sum to 1/);
    expect(parley(['import', 'boat.xml', 'buyer.xml', '--out', 'x.yaml'], { cwd }).code).toBe(2);
    expect(parley(['import', 'boat.xml', 'buyer.xml', 'seller.xml'], { cwd }).code).toBe(2);
  });
});
