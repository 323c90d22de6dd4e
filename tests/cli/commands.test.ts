import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/cli/version.ts';
import { folder, parley } from './parley.ts';

const BIN = new URL('../../dist/cli/parley.js', import.meta.url).pathname;

describe('parley run', () => {
  const json = () => parley(['run', 'moscow-2018', '--seed', '42', '--json']);

  test('prints one object with the promised fields', () => {
    const { code, stdout } = json();
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual([
      'scenario',
      'seed',
      'ending',
      'rounds',
      'text',
      'parties',
      'baseline',
      'rules',
      'hash',
    ]);
    expect(result).toMatchObject({ scenario: 'moscow-2018', seed: '42', rules: RULES });
    expect(Object.keys(result.parties)).toEqual([
      'china',
      'iran',
      'kabul',
      'moscow',
      'pakistan',
      'taliban',
      'washington',
    ]);
    for (const party of Object.values<Record<string, unknown>>(result.parties)) {
      expect(Object.keys(party)).toEqual(['attendance', 'utility', 'walkAway', 'signed']);
    }
    expect(Object.keys(result.text)).toHaveLength(8);
    expect(result.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gives the same bytes twice and another hash for another seed', () => {
    const first = json().stdout;
    expect(json().stdout).toBe(first);
    const other = parley(['run', 'moscow-2018', '--seed', '43', '--json']).stdout;
    expect(JSON.parse(other).hash).not.toBe(JSON.parse(first).hash);
  });

  test('draws a seed when none is given, and shows how to see that run again', () => {
    const { stdout, stderr } = parley(['run', 'two-valleys', '--json']);
    const { seed, hash } = JSON.parse(stdout);
    expect(stderr).toContain(`parley run two-valleys --seed ${seed}`);
    expect(JSON.parse(parley(['run', 'two-valleys', '--seed', seed, '--json']).stdout).hash).toBe(hash);
  });

  test('takes a change of a number, warns when it lies outside the range, and says so on stderr alone', () => {
    const inside = parley(['run', 'moscow-2018', '--seed', '42', '--json', '--set', 'parties.taliban.pain=0.001']);
    const outside = parley(['run', 'moscow-2018', '--seed', '42', '--json', '--set', 'parties.taliban.pain=0.05']);
    expect(inside).toMatchObject({ code: 0, stderr: '' });
    expect(outside.code).toBe(0);
    expect(outside.stderr).toContain('parties.taliban.pain: warning: 0.05 lies outside the range');
    const walkAway = (stdout: string) => JSON.parse(stdout).parties.taliban.walkAway;
    expect(walkAway(outside.stdout)).toBeLessThan(walkAway(inside.stdout));
    expect(JSON.parse(outside.stdout).hash).not.toBe(JSON.parse(inside.stdout).hash);
    expect(parley(['evidence', 'moscow-2018', '--json', '--set', 'parties.taliban.pain=0.014']).stdout).toContain(
      '"kind": "override"',
    );
  });

  test('prints a transcript that ends in a reading, and nothing on stderr when quiet', () => {
    const { stdout, stderr, code } = parley(['run', 'moscow-2018', '--quiet']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\nReading\n {2}\S/);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Nothing here is estimated from data');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('prints the record’s lines as they happen, the same as it writes', () => {
    const file = join(folder(), 'r.jsonl');
    const { stdout } = parley(['run', 'two-valleys', '--seed', '7', '--jsonl', '--record', file]);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  });

  test('takes a seed of ten thousand characters', () => {
    const seed = 'ж'.repeat(10_000);
    const { code, stdout } = parley(['run', 'two-valleys', '--seed', seed, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).seed).toBe(seed);
  });

  test('ends quietly when its reader has seen enough', () => {
    const pipe = `set -o pipefail; "$0" "$1" run moscow-2018 --seed 1 --jsonl | head -n 1 | cut -c 1-10`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', pipe, process.execPath, BIN], { encoding: 'utf8' });
    expect(stdout).toBe('{"header":\n');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('says in one line that its output could not be written', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', '"$0" "$1" run moscow-2018 --seed 1 >/dev/full', process.execPath, BIN],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('parley: the output could not be written: the disk is full\n');
    expect(status).toBe(1);
  });

  test('tells what was set, in the transcript and in the command that shows the run again', () => {
    const { stdout, stderr } = parley([
      'run',
      'two-valleys',
      '--set',
      'parties.upper.patience=1',
      '--set',
      'conference.place=the old mill',
    ]);
    expect(stdout).toContain('Set for this run: parties.upper.patience=1, conference.place=the old mill');
    expect(stderr).toContain(
      "--set parties.upper.patience=1 --set 'conference.place=the old mill' shows this run again",
    );
  });

  test('says what stands in the way of its record, and exits 1', () => {
    const { code, stderr } = parley(['run', 'two-valleys', '--seed', '1', '--record', '/nowhere/at/all/r.jsonl']);
    expect(code).toBe(1);
    expect(stderr).toContain('there is no such file or folder');
  });
});

describe('parley verify', () => {
  const file = join(folder(), 'r.jsonl');
  parley(['run', 'moscow-2018', '--seed', '42', '--record', file]);
  const text = readFileSync(file, 'utf8');
  const verdict = (changed: string) => {
    const other = join(folder(), 'changed.jsonl');
    writeFileSync(other, changed);
    return parley(['verify', other]);
  };

  test('exits 0 for a record as it was written', () => {
    const { code, stdout } = parley(['verify', file]);
    expect(code).toBe(0);
    expect(stdout).toContain('verified');
  });

  test('exits 1 and names the fact when one byte was changed', () => {
    const line = text.split('\n').findIndex((one) => one.includes('"type":"vote.cast","round":2'));
    const lines = text.split('\n');
    lines[line] = lines[line]!.replace('"round":2', '"round":3');
    const { code, stderr } = verdict(lines.join('\n'));
    expect(code).toBe(1);
    expect(stderr).toContain(`:${line + 1}: the chain breaks here: vote.cast of round 3`);
  });

  test('notices a change of any byte, wherever it is', () => {
    // The package's version is told but not hashed, and the header's line ends in it.
    const version = text.indexOf('"version":"');
    for (let at = 5; at < text.length; at += Math.ceil(text.length / 25)) {
      if (at >= version && at < version + 20) continue;
      const byte = text[at] === '1' ? '2' : '1';
      expect(verdict(text.slice(0, at) + byte + text.slice(at + 1)).code, `byte ${at}`).toBe(1);
    }
  });

  test('notices a record that was cut off, between its lines and within one', () => {
    const lines = text.split('\n');
    expect(verdict(`${lines.slice(0, 30).join('\n')}\n`).stderr).toContain('had not ended');
    expect(verdict(text.slice(0, -10)).stderr).toContain('cut off');
  });

  /** The same record with some facts changed and its chain made whole again: there is no key to stop that. */
  const rechained = (change: (fact: Record<string, unknown>) => Record<string, unknown>, header = {}) => {
    const { hash } = process.getBuiltinModule('node:crypto');
    const [first, ...rest] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const head = { ...first.header, ...header };
    let chain = hash('sha256', JSON.stringify(head));
    const lines = [JSON.stringify({ header: head, version: first.version, hash: chain })];
    for (const { fact } of rest) {
      const json = JSON.stringify(change(fact));
      chain = hash('sha256', chain + json);
      lines.push(`{"fact":${json},"hash":"${chain}"}`);
    }
    return verdict(`${lines.join('\n')}\n`);
  };

  test('notices facts that hold together and yet do not come out when the conference is run again', () => {
    const { code, stderr } = rechained((fact) =>
      fact['type'] === 'vote.cast' && fact['round'] === 2 ? { ...fact, adReferendum: 'yes' } : fact,
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/vote\.cast \(china\) of round 2 does not come out when the conference is run again/);
  });

  test.each([
    ['answer.given', null, 'is no answer that a seat could give'],
    ['answer.given', { type: 'amendments' }, 'is no answer that a seat could give'],
    ['answer.given', { type: 'vote', accepts: false }, 'is no answer that a seat could give'],
    ['answer.given', { type: 'amendments', amendments: [{ issue: 'nowhere', option: 'x' }] }, 'does not come out'],
    ['answer.given', { type: 'caucus', acts: [{ act: 'press', on: 'nobody' }] }, 'does not come out'],
  ])('notices an input that no seat could have given: %s %j', (type, answer, message) => {
    const { code, stderr } = rechained((fact) =>
      fact['type'] === 'text.drafted' && fact['round'] === 1 ? { type, round: 1, party: 'kabul', answer } : fact,
    );
    expect(stderr).toContain(message);
    expect(code).toBe(1);
  });

  test('notices another generator, and a header with more or less in it', () => {
    expect(rechained((fact) => fact, { generator: 'dice' }).stderr).toContain('another random generator: dice');
    expect(rechained((fact) => fact, { more: 1 }).stderr).toContain('not a Parley record');
    expect(rechained((fact) => fact, { overrides: 5 }).stderr).toContain('not a Parley record');
  });

  test('has a verdict on every file, also when one cannot be read', () => {
    const { code, stdout } = parley(['verify', '/nowhere.jsonl', '/dev/zero', file, '--json']);
    expect(JSON.parse(stdout).map((one: { verified: boolean }) => one.verified)).toEqual([false, false, true]);
    expect(code).toBe(65);
  });

  test('says of what is no record that it is none', () => {
    expect(verdict('')).toMatchObject({ code: 1 });
    expect(verdict('hello\n').stderr).toContain('not JSON');
    expect(verdict('{"a":1}\n').stderr).toContain('not a Parley record');
    expect(parley(['verify', '/nowhere.jsonl'])).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('no such file'),
    });
  });

  test('says of a record by other rules that the chain holds and who can run it again', () => {
    const { code, stderr } = rechained((fact) => fact, { rules: 999 });
    expect(code).toBe(1);
    expect(stderr).toContain(
      `the chain holds, but the record was made by rules 999 and these are rules ${RULES}; a newer release`,
    );
  });
});

describe('parley', () => {
  test('alone and without a terminal prints a conference of at least four rounds and exits 0', () => {
    const { code, stdout } = parley([]);
    expect(code).toBe(0);
    expect(stdout).toContain('Round 4 of');
    expect(parley([]).stdout).toBe(stdout);
  });

  test('gives help with an example for every command', () => {
    for (const command of ['watch', 'run', 'replay', 'fork', 'diff', 'verify', 'check', 'evidence', 'chart', 'new']) {
      const { code, stdout } = parley([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`\\nExamples:\\n(.*\\n)*? {2}parley ${command}`));
    }
  });

  test('loads neither Ink nor zod nor XState to give help', () => {
    const { stderr: trace, status } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `
      import { registerHooks } from 'node:module';
      const seen = [];
      registerHooks({ load: (url, context, next) => (seen.push(url), next(url, context)) });
      process.on('exit', () => process.stderr.write(seen.filter((url) => /node_modules/.test(url)).map((url) => url.split('node_modules/')[1].split('/')[0]).join(' ')));
      process.argv = [process.argv[0], 'parley', '--help'];
      await import(${JSON.stringify(BIN)});
    `,
      ],
      { encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(trace).toContain('commander');
    expect(trace).not.toMatch(/ink|react|zod|yaml|xstate|immer/);
  });

  test.each([
    [['rnu'], 'did you mean "run"?'],
    [['run'], 'missing required argument'],
    [['run', 'moscow-2018', '--nope'], 'unknown option'],
    [['run', 'moscow-2018', 'two-valleys'], 'too many arguments'],
    [['run', 'moscow-2018', '--json', '--jsonl'], 'choose one'],
    [['check', 'moscow-2018', '--play', 'many'], 'a whole number'],
    [['run', 'moscow-2018', '--set', 'parties.taliban.pian=1'], 'did you mean parties.taliban.pain?'],
    [['run', 'moscow-2018', '--set', 'nonsense'], '--set'],
    [['new', 'Not A Name', '--from', 'moscow-2018'], 'lower-case'],
  ])('exits 2 on wrong usage: %j', (args, message) => {
    const { code, stderr, stdout } = parley(args);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('ends by a signal like any other program', async () => {
    const child = spawn(process.execPath, [BIN, 'check', 'moscow-2018', '--play', '1000000'], { stdio: 'ignore' });
    await new Promise((resolve) => setTimeout(resolve, 700));
    child.kill('SIGINT');
    const ended = await new Promise<{ code: number | null; signal: string | null }>((resolve) =>
      child.on('exit', (code, signal) => resolve({ code, signal })),
    );
    expect(ended.signal === 'SIGINT' || ended.code === 130).toBe(true);
  });
});

describe('parley check', () => {
  test('accepts every bundled scenario and counts what comes out', () => {
    const { code, stdout } = parley(['check', 'moscow-2018', '--play', '200', '--json']);
    expect(code).toBe(0);
    const { endings, valid } = JSON.parse(stdout);
    expect(valid).toBe(true);
    expect(Object.values<number>(endings).reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(parley(['check', 'two-valleys', 'washington-attends']).code).toBe(0);
  });

  test('exits 65 for a file with something wrong in it, and names file, line and column', () => {
    const file = join(folder(), 'wrong.yaml');
    writeFileSync(file, 'title: Wrong\nabout: A test.\nconference: 7\n');
    const { code, stderr } = parley(['check', file]);
    expect(code).toBe(65);
    expect(stderr).toContain(`${file}:3:13`);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(parley(['run', file]).code).toBe(65);
  });

  test('warns of what is valid and probably not meant', () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, 'odd.yaml'),
      'extends: two-valleys\nbasis: "invented: a test"\nparties: { lower: { walkAway: 0.99 }, upper: { walkAway: 0.99 } }\n',
    );
    const { code, stderr } = parley(['check', 'odd.yaml'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('no deal can pass');
  });
});

describe('parley evidence', () => {
  test('lists every number of the Moscow case, each with a basis of its own', () => {
    const rows = JSON.parse(parley(['evidence', 'moscow-2018', '--json']).stdout);
    expect(rows.length).toBeGreaterThan(250);
    for (const { path, value, low, high, basis } of rows) {
      expect(low, path).toBeLessThanOrEqual(value);
      expect(value, path).toBeLessThanOrEqual(high);
      expect(['source', 'assumption'], path).toContain(basis.kind);
      expect(basis.reason.length, path).toBeGreaterThan(3);
      if (basis.kind === 'source') expect(basis.paragraphs.length, path).toBeGreaterThan(0);
    }
    expect(rows.find((row: { path: string }) => row.path === 'parties.washington.expectation')).toMatchObject({
      value: 0.325,
      low: 0.2,
      high: 0.45,
      basis: { kind: 'source', source: 'article', paragraphs: [8] },
    });
  });

  test('prints a table with our paraphrase of each paragraph', () => {
    const { stdout } = parley(['evidence', 'moscow-2018']);
    expect(stdout).toMatch(/^parties\.kabul\.pain\s+0\.008\s+\[0\.003, 0\.015\]\s+article ¶1: /m);
    for (let n = 1; n <= 10; n++) expect(stdout).toMatch(new RegExp(`^ {2}¶${n} +\\S`, 'm'));
  });
});

describe('parley new', () => {
  test('starts a scenario that checks, and never writes over a file', () => {
    const cwd = folder();
    expect(parley(['new', 'mine', '--from', 'moscow-2018'], { cwd })).toMatchObject({ code: 0, stdout: 'mine.yaml\n' });
    expect(existsSync(join(cwd, 'scenario.schema.json'))).toBe(true);
    expect(parley(['check', 'mine.yaml'], { cwd }).code).toBe(0);
    writeFileSync(join(cwd, 'mine.yaml'), 'mine');
    expect(parley(['new', 'mine', '--from', 'moscow-2018'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('exists already'),
    });
    expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toBe('mine');
  });
});

describe('parley chart', () => {
  test('prints the charts in words, as Mermaid and for Stately', () => {
    expect(parley(['chart', '--of', 'party']).stdout).toContain('voting');
    expect(parley(['chart', '--format', 'mermaid']).stdout).toContain('stateDiagram-v2');
    expect(JSON.parse(parley(['chart', '--format', 'stately']).stdout)).toMatchObject({
      id: 'conference',
      initial: 'convening',
    });
  });
});

describe('parley replay', () => {
  const file = join(folder(), 'r.jsonl');
  parley(['run', 'two-valleys', '--seed', '7', '--set', 'parties.upper.patience=2', '--record', file]);

  test('prints without a terminal what run printed', () => {
    const { code, stdout, stderr } = parley(['replay', file]);
    expect(stdout).toBe(parley(['run', 'two-valleys', '--seed', '7', '--set', 'parties.upper.patience=2']).stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('says at which fact a record is broken, and exits 65', () => {
    const broken = join(folder(), 'broken.jsonl');
    const lines = readFileSync(file, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes('"type":"vote.cast"'));
    lines[at] = lines[at]!.replace('"adReferendum":false', '"adReferendum":true');
    writeFileSync(broken, lines.join('\n'));
    for (const command of [
      ['replay', broken],
      ['fork', broken, '--round', '1'],
      ['diff', file, broken],
    ]) {
      const { code, stdout, stderr } = parley(command);
      expect(stderr).toBe(
        `parley ${command[0]}: ${broken}:${at + 1}: the chain breaks here: vote.cast of round 1 is not what was written\n`,
      );
      expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
    }
  });

  test('shows a record that was made by other rules, and says that nobody here can vouch for it', () => {
    const { hash } = process.getBuiltinModule('node:crypto');
    const [first, ...rest] = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const header = { ...first.header, rules: 999 };
    let chain = hash('sha256', JSON.stringify(header));
    const lines = [JSON.stringify({ header, version: '9.0.0', hash: chain })];
    for (const { fact } of rest) {
      chain = hash('sha256', chain + JSON.stringify(fact));
      lines.push(JSON.stringify({ fact, hash: chain }));
    }
    const other = join(folder(), 'other.jsonl');
    writeFileSync(other, `${lines.join('\n')}\n`);
    const { code, stdout, stderr } = parley(['replay', other]);
    expect(code).toBe(0);
    expect(stdout).toBe(parley(['replay', file]).stdout);
    expect(stderr).toContain('the record was made by rules 999');
    expect(parley(['fork', other, '--round', '1'])).toMatchObject({ code: 65, stdout: '' });
  });

  test.each([
    [['replay', '/nowhere.jsonl'], 65, 'there is no such file'],
    [['replay', file, '--round', '99'], 2, 'there is no round 99'],
    [['replay', file, '--round', 'two'], 2, 'the number of a round'],
    [['fork', file], 2, '--round'],
    [['fork', file, '--round', '99'], 2, 'there is no round 99 to branch at'],
    [['fork', file, '--round', '1', '--record', file], 2, 'give the fork a file of its own'],
    [['fork', file, '--round', '1', '--vote', 'upper'], 2, 'a vote is written PARTY=accept'],
    [['fork', file, '--round', '1', '--vote', 'uper=accept'], 2, 'did you mean "upper"?'],
    [['fork', file, '--round', '1', '--set', 'parties.upper.pian=1'], 2, 'did you mean parties.upper.pain?'],
    [['diff', file], 2, 'missing required argument'],
  ])('and its kin say what is wrong with what they were given: %j', (args, code, message) => {
    const ran = parley(args);
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
  });
});

/** Text without the line breaks that fit it to the page. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

describe('parley fork', () => {
  const cwd = folder();
  parley(['run', 'moscow-2018', '--seed', '42', '--record', 'r.jsonl'], { cwd });
  const forked = parley(
    [
      'fork',
      'r.jsonl',
      '--round',
      '3',
      '--set',
      'parties.taliban.walkAway=0.5',
      '--vote',
      'kabul=accept',
      '--record',
      'f.jsonl',
    ],
    { cwd },
  );
  const lines = (file: string) => readFileSync(join(cwd, file), 'utf8').split('\n');

  test('writes a record that verifies, whose lines before the round are its parent’s', () => {
    expect(forked.code).toBe(0);
    expect(parley(['verify', 'f.jsonl'], { cwd }).code).toBe(0);
    const at = lines('f.jsonl').findIndex((line) => line.includes('"type":"course.changed"'));
    expect(at).toBeGreaterThan(20);
    expect(lines('f.jsonl').slice(0, at)).toEqual(lines('r.jsonl').slice(0, at));
    expect(lines('r.jsonl')[at]).toContain('"type":"round.opened","round":3');
  });

  test('shows what was changed and only the rounds in which something differs', () => {
    expect(forked.stdout).toContain('what if, from round 3?');
    expect(unwrapped(forked.stdout)).toContain(
      'what if now From here on the Taliban’s walk-away is set to 0.5; the vote of Kabul is set.',
    );
    expect(forked.stdout).toMatch(
      / {2}poll {6}was {2}Kabul holds out for more.*\n {12}now {2}Kabul accepts, ad referendum\./,
    );
    expect(forked.stdout).not.toMatch(/Round [12] of/);
    expect(forked.stdout).toContain('How it ends');
    expect(Math.max(...forked.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(forked.stderr).toContain('next: parley replay f.jsonl --round 3');
  });

  test('prints one object, the record’s lines, or the whole transcript when asked', () => {
    const args = ['fork', 'r.jsonl', '--round', '3', '--set', 'parties.taliban.walkAway=0.5', '--vote', 'kabul=accept'];
    const { stdout } = parley([...args, '--json'], { cwd });
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual(
      expect.arrayContaining([
        'scenario',
        'seed',
        'ending',
        'parties',
        'hash',
        'fork',
        'parting',
        'rounds',
        'compared',
        'endings',
        'scores',
      ]),
    );
    const { hash } = JSON.parse(lines('r.jsonl').at(-2)!);
    expect(result.fork).toEqual({
      of: hash,
      round: 3,
      sets: ['parties.taliban.walkAway=0.5'],
      votes: { kabul: { accepts: true } },
    });
    expect(result.hash).toBe(JSON.parse(lines('f.jsonl').at(-2)!).hash);
    expect(parley([...args, '--jsonl'], { cwd }).stdout).toBe(readFileSync(join(cwd, 'f.jsonl'), 'utf8'));
    const plain = parley([...args, '--plain'], { cwd }).stdout;
    expect(unwrapped(plain)).toContain(
      'what if From here on the Taliban’s walk-away is set to 0.5; the vote of Kabul is set.',
    );
    expect(plain).toMatch(/\nReading\n {2}\S/);
    expect(plain).toBe(parley(['replay', 'f.jsonl'], { cwd }).stdout);
  });

  test('of a fork keeps what the first had changed', () => {
    parley(['fork', 'f.jsonl', '--round', '6', '--set', 'parties.kabul.walkAway=0.3', '--record', 'g.jsonl'], { cwd });
    expect(parley(['verify', 'g.jsonl'], { cwd }).code).toBe(0);
    const sets = lines('g.jsonl').filter((line) => line.includes('"type":"course.changed"'));
    expect(sets.map((line) => JSON.parse(line).fact.round)).toEqual([3, 6]);
  });

  test('is found out when a byte of what it set is changed, even when its chain is made whole again', () => {
    const text = readFileSync(join(cwd, 'f.jsonl'), 'utf8');
    writeFileSync(join(cwd, 'h.jsonl'), text.replace('walkAway=0.5', 'walkAway=0.6'));
    expect(parley(['verify', 'h.jsonl'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the chain breaks here: course.changed of round 3'),
    });
    const { hash } = process.getBuiltinModule('node:crypto');
    const [first, ...rest] = text.trimEnd().split('\n');
    const rechained = (value: string) => {
      let chain = JSON.parse(first!).hash;
      const again = rest.map((line) => {
        const json = JSON.stringify(JSON.parse(line).fact).replace('walkAway=0.5', value);
        chain = hash('sha256', chain + json);
        return `{"fact":${json},"hash":"${chain}"}`;
      });
      writeFileSync(join(cwd, 'h.jsonl'), `${[first, ...again].join('\n')}\n`);
      return parley(['verify', 'h.jsonl'], { cwd });
    };
    expect(rechained('walkAway=0.6').stderr).toContain('round.opened of round 3 does not come out');
    expect(rechained('walkAway=7').stderr).toContain('a what-if sets what cannot be set');
    expect(rechained('walkAway=0.5').code).toBe(0);
  });
});

describe('parley diff', () => {
  const cwd = folder();
  const record = (file: string, ...args: readonly string[]) => parley(['run', ...args, '--record', file], { cwd });
  record('a.jsonl', 'two-valleys', '--seed', '7');
  record('same.jsonl', 'two-valleys', '--seed', '7');
  record('seed.jsonl', 'two-valleys', '--seed', '8');
  record('set.jsonl', 'two-valleys', '--seed', '7', '--set', 'parties.upper.walkAway=0.1');
  const diff = (...args: readonly string[]) => parley(['diff', 'a.jsonl', ...args], { cwd });

  test('exits 0 when nothing differs and 1 when something does', () => {
    expect(diff('same.jsonl')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^The same: \d+ facts, hash /) });
    expect(diff('seed.jsonl').code).toBe(1);
  });

  test('says what was set otherwise, where the facts part, and how each ends', () => {
    const { code, stdout } = diff('set.jsonl');
    expect(code).toBe(1);
    expect(stdout).toContain('  overrides: A [], B ["parties.upper.walkAway=0.1"]');
    expect(stdout).toMatch(/ {2}parties\.upper\.walkAway: A 0\.\d+, B 0\.1\n/);
    expect(stdout).toMatch(/The same up to line \d+; then \S+ .*of round \d/);
    expect(stdout).toContain('How it ends');
  });

  test('prints one object with the promised fields', () => {
    const { code, stdout } = diff('seed.jsonl', '--json');
    expect(code).toBe(1);
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual(['same', 'a', 'b', 'header', 'parting', 'compared', 'endings', 'scores']);
    expect(result.header).toEqual([{ path: 'seed', a: '7', b: '8' }]);
    expect(result.a).toMatchObject({ record: 'a.jsonl', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(Object.keys(result.endings)).toEqual(['a', 'b']);
    for (const { round, inA, inB, rows } of result.compared) {
      expect([typeof round, typeof inA, typeof inB]).toEqual(['number', 'boolean', 'boolean']);
      expect(rows.length).toBeGreaterThan(0);
    }
    expect(result.scores.map(({ party }: { party: string }) => party)).toEqual(['lower', 'upper']);
    expect(JSON.parse(diff('same.jsonl', '--json').stdout)).toMatchObject({ same: true, header: [], compared: [] });
  });
});
