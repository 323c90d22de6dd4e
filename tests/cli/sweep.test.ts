import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { chanceOf } from '../../src/chance/chance.ts';
import { hashes, millStudy } from './mill-study.ts';
import { folder, parley } from './parley.ts';

const BIN = new URL('../../dist/cli/parley.js', import.meta.url).pathname;
const BLOCKS = 8;

const study = millStudy();
/** Ten times as long, so that it is still played when a test comes to disturb it. */
const longStudy = millStudy((text) => text.replace('250', '2500'));
let root: string;
/** Made by one worker without interruption: what all others are held against. */
let whole: string;
let wanted: Readonly<Record<string, string>>;
let longWanted: Readonly<Record<string, string>>;

beforeAll(() => {
  root = folder();
  whole = join(root, 'whole');
  for (const [file, out] of [
    [study, whole],
    [longStudy, join(root, 'long')],
  ] as const) {
    const { code, stderr } = parley(['sweep', file, '--out', out, '--workers', '1', '--csv', '--quiet']);
    if (code !== 0 || stderr !== '') throw new Error(stderr);
  }
  wanted = hashes(whole);
  longWanted = hashes(join(root, 'long'));
});

/** A copy that a test may spoil. */
function copyOf(name: string): string {
  const copy = join(root, name);
  cpSync(whole, copy, { recursive: true });
  return copy;
}

function started(out: string): ChildProcess {
  return spawn(process.execPath, [BIN, 'sweep', longStudy, '--out', out, '--workers', '2', '--quiet'], {
    stdio: 'ignore',
  });
}

function blocksOf(out: string): readonly string[] {
  const blocks = join(out, 'blocks');
  return existsSync(blocks) ? readdirSync(blocks).filter((name) => name.endsWith('.parquet')) : [];
}

/** Ends it when so many blocks are there and some milliseconds have gone by; what it exited with, if by itself. */
function endedWhen(running: ChildProcess, out: string, blocks: number, after: number, signal: NodeJS.Signals) {
  return new Promise<number | NodeJS.Signals | null>((resolve) => {
    const poll = setInterval(() => {
      if (blocksOf(out).length < blocks) return;
      clearInterval(poll);
      setTimeout(() => running.kill(signal), after);
    }, 5);
    running.on('exit', (code, by) => {
      clearInterval(poll);
      resolve(by ?? code);
    });
  });
}

describe('the same study gives the same files', () => {
  test('as many as are promised', () => {
    expect(Object.keys(wanted)).toEqual([
      ...Array.from({ length: BLOCKS }, (_, n) => `blocks/00000${n}.parquet`),
      'data.csv',
      'dictionary.json',
      'manifest.json',
    ]);
  });

  test.each([2, 8])('with %i workers', (workers) => {
    const out = join(root, `workers-${workers}`);
    expect(parley(['sweep', study, '--out', out, '--workers', String(workers), '--csv']).code).toBe(0);
    expect(hashes(out)).toEqual(wanted);
  });

  test('as three shards put together', () => {
    const out = join(root, 'shards');
    for (const shard of [0, 1, 2]) {
      const part = join(root, `shard-${shard}`);
      const { code, stdout } = parley(['sweep', study, '--out', part, '--shard', `${shard}/3`]);
      expect(code).toBe(0);
      expect(stdout).toContain(`shard ${shard}/3 is done`);
      expect(blocksOf(part).every((name) => Number(name.slice(0, 6)) % 3 === shard)).toBe(true);
      cpSync(part, out, { recursive: true });
    }
    const { code, stderr } = parley(['sweep', study, '--out', out, '--csv']);
    expect(code).toBe(0);
    expect(stderr).toContain('finished already; nothing was played');
    expect(hashes(out)).toEqual(wanted);
  });

  test('killed at random moments and gone on with', async () => {
    const out = join(root, 'killed');
    const chance = chanceOf('kill');
    for (let kill = 0; kill < 3; kill++) {
      const more = Math.floor(chance.at('blocks', kill) * 3);
      const running = started(out);
      const before = blocksOf(out).length;
      const how = await endedWhen(running, out, before + more, 40 * chance.at('after', kill), 'SIGKILL');
      expect(how).toBe('SIGKILL');
    }
    expect(blocksOf(out).length).toBeLessThan(Object.keys(longWanted).length - 3);
    expect(parley(['sweep', longStudy, '--out', out, '--csv']).code).toBe(0);
    expect(hashes(out)).toEqual(longWanted);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'stopped by %s, which exits with 130 and leaves no lock',
    async (signal) => {
      const out = join(root, signal);
      const how = await endedWhen(started(out), out, 1, 0, signal);
      expect(how).toBe(130);
      expect(readdirSync(out).sort()).toEqual(['blocks', 'dictionary.json', 'manifest.json']);
      expect(readdirSync(join(out, 'blocks')).filter((name) => !name.endsWith('.parquet'))).toEqual([]);
      expect(parley(['sweep', longStudy, '--out', out, '--csv']).code).toBe(0);
      expect(hashes(out)).toEqual(longWanted);
    },
  );
});

describe('what stands in the way is named, and nothing is changed', () => {
  test.each<[string, (file: string) => void]>([
    ['cut off', (file) => truncateSync(file, 1000)],
    ['with a byte changed', flip],
    ['of another place', (file) => cpSync(join(whole, 'blocks/000001.parquet'), file)],
  ])('a block %s, until it is asked to be set aside', (how, spoil) => {
    const out = copyOf(`block ${how}`);
    const file = join(out, 'blocks/000003.parquet');
    spoil(file);
    const before = hashes(out);
    const refused = parley(['sweep', study, '--out', out]);
    expect(refused.code).toBe(65);
    expect(refused.stderr).toContain(`${file}: it`);
    expect(refused.stderr).toContain('--set-aside');
    expect(hashes(out)).toEqual(before);
    expect(parley(['sweep', study, '--out', out, '--set-aside']).code).toBe(0);
    expect(hashes(out)).toEqual({ ...wanted, 'blocks/_000003.parquet.corrupt': before['blocks/000003.parquet'] });
  });

  test('a damaged block, when it is verified or a run of it is opened', () => {
    const out = copyOf('damaged');
    const file = join(out, 'blocks/000003.parquet');
    flip(file);
    expect(parley(['verify', out])).toMatchObject({ code: 1 });
    expect(parley(['open', out, '--row', '800'])).toMatchObject({ code: 65, stdout: '' });
  });

  test('a block of another study', () => {
    const out = copyOf('foreign');
    const other = join(root, 'other');
    parley(['sweep', millStudy((text) => text.replace('250', '251')), '--out', other, '--quiet']);
    cpSync(join(other, 'blocks/000000.parquet'), join(out, 'blocks/000000.parquet'));
    const { code, stderr } = parley(['sweep', study, '--out', out]);
    expect(code).toBe(65);
    expect(stderr).toContain('blocks/000000.parquet: it belongs to another dataset');
  });

  test('a study that is no longer the one the folder was begun with', () => {
    const changed = millStudy((text) => text.replace('repeats: 250', 'repeats: 300').replace('0.5]', '0.6]'));
    const { code, stderr } = parley(['sweep', changed, '--out', whole]);
    expect(code).toBe(65);
    expect(stderr).toContain('study.repeats: 250 there, 300 here');
    expect(stderr).toContain('study.experiments.0.varies.0.values.3: 0.5 there, 0.6 here');
    expect(hashes(whole)).toEqual(wanted);
  });

  test('a folder that holds something else', () => {
    const out = join(root, 'letters');
    mkdirSync(out);
    writeFileSync(join(out, 'letter.txt'), 'Dear Sir');
    const { code, stderr } = parley(['sweep', study, '--out', out]);
    expect(code).toBe(65);
    expect(stderr).toContain('holds something else: letter.txt');
    expect(readdirSync(out)).toEqual(['letter.txt']);
  });

  test('a manifest that was changed', () => {
    const out = copyOf('manifest');
    const file = join(out, 'manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"rules": 2', '"rules": 1'));
    expect(parley(['sweep', study, '--out', out])).toMatchObject({ code: 65 });
    const { code, stderr } = parley(['verify', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('manifest.json: it was changed');
  });

  test('another process at the same folder', async () => {
    const out = join(root, 'two');
    const first = started(out);
    const exited = new Promise((resolve) => first.on('exit', resolve));
    while (!existsSync(join(out, 'sweep.lock'))) await new Promise((resolve) => setTimeout(resolve, 5));
    const second = parley(['sweep', longStudy, '--out', out]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`is being written by process ${first.pid} on this machine`);
    expect(await exited).toBe(0);
    const { 'data.csv': _, ...without } = longWanted;
    expect(hashes(out)).toEqual(without);
  });

  test('a lock from another machine, of which nothing can be known', () => {
    const out = copyOf('elsewhere');
    cpSync(join(out, 'blocks/000007.parquet'), join(root, 'kept.parquet'));
    truncateSync(join(out, 'blocks/000007.parquet'), 0);
    writeFileSync(join(out, 'sweep.lock'), '{"pid":1,"host":"another"}\n');
    const { code, stderr } = parley(['sweep', study, '--out', out, '--set-aside']);
    expect(code).toBe(1);
    expect(stderr).toContain('by process 1 on another');
    expect(stderr).toContain('sweep.lock');
  });

  test('but not the lock of a process that is no more', () => {
    const out = join(root, 'stale');
    mkdirSync(out);
    const dead = { pid: 2 ** 22 + 1, host: hostname() };
    writeFileSync(join(out, 'sweep.lock'), `${JSON.stringify(dead)}\n`);
    expect(parley(['sweep', study, '--out', out, '--csv']).code).toBe(0);
    expect(hashes(out)).toEqual(wanted);
  });

  test.skipIf(process.getuid?.() === 0)('a folder in which nothing can be written', () => {
    const out = join(root, 'read-only');
    mkdirSync(out);
    chmodSync(out, 0o555);
    const { code, stderr } = parley(['sweep', study, '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('that is not allowed here');
  });

  test('a folder that cannot be made', () => {
    const { code, stderr } = parley(['sweep', study, '--out', join(study, 'under-a-file')]);
    expect(code).toBe(1);
    expect(stderr).toContain('a part of the path is not a folder\nnothing was played; choose another folder');
  });

  test.skipIf(!existsSync('/proc/self'))('a folder where nobody can make one, rather than to try for ever', () => {
    const { code, stderr } = parley(['sweep', study, '--out', '/proc/a/b']);
    expect(code).toBe(1);
    expect(stderr).toContain('/proc/a/b could not be used');
  });

  test.each([
    [['--shard', '3/3'], 'expected a shard such as 0/4'],
    [['--shard', '0/2', '--csv'], '--csv needs all rows'],
    [[], '--out FOLDER says where the dataset goes'],
  ])('wrong usage: %j', (more, says) => {
    const { code, stderr } = parley([
      'sweep',
      study,
      ...more,
      ...(more.length === 0 ? [] : ['--out', join(root, 'usage')]),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(existsSync(join(root, 'usage'))).toBe(false);
  });
});

describe('what a sweep says', () => {
  test('a dry run names runs, time and disk, and writes nothing', () => {
    const out = join(root, 'dry');
    const { code, stdout } = parley(['sweep', study, '--dry-run', '--out', out]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/cells +8\n/);
    expect(stdout).toMatch(/runs +2,000, in 8 blocks\n/);
    expect(stdout).toMatch(/time +about \d+ s/);
    expect(stdout).toMatch(/disk +about \d/);
    expect(existsSync(out)).toBe(false);
  });

  test('its JSON has the promised fields', () => {
    const { stdout } = parley(['sweep', study, '--out', whole, '--json']);
    const summary = JSON.parse(stdout);
    expect(Object.keys(summary)).toEqual([
      'folder',
      'study',
      'hash',
      'cells',
      'repeats',
      'rows',
      'blocks',
      'blocksInAll',
      'complete',
      'stopped',
      'endings',
    ]);
    expect(summary).toMatchObject({ cells: 8, repeats: 250, rows: 2000, blocks: 8, complete: true, stopped: false });
    const forecast = JSON.parse(parley(['sweep', study, '--dry-run', '--json', '--workers', '1']).stdout);
    expect(Object.keys(forecast)).toEqual([
      'study',
      'cells',
      'repeats',
      'runs',
      'blocks',
      'workers',
      'seconds',
      'bytes',
      'sample',
      'atMost',
    ]);
  });

  test('the table of endings counts the rows of the dataset', () => {
    const lines = readFileSync(join(whole, 'data.csv'), 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe(
      'cell,rep,seed,parties.upper.walkAway,conference.chair.style,ending,agreement,rounds,utility.upper,durability',
    );
    const agreed = lines.slice(1).filter((line) => line.includes(',agreement,')).length;
    const { stdout } = parley(['sweep', study, '--out', whole]);
    expect(stdout).toMatch(new RegExp(`agreement +${agreed} `));
    expect(lines).toHaveLength(2001);
  });
});

describe('parley open', () => {
  test('shows the very run of a row, and how to see it without the dataset', () => {
    const { code, stdout, stderr } = parley(['open', whole, '--row', '13']);
    expect(code).toBe(0);
    expect(stdout).toContain('seed mill/2');
    expect(stderr).toContain('row 13 of mill, cell 5, repeat 2');
    const words = /parley (run .*) shows this run too/.exec(stderr)![1]!.split(' ');
    expect(parley(words).stdout).toBe(stdout);
    expect(parley(['open', whole, '--cell', '5', '--rep', '2']).stdout).toBe(stdout);
  });

  test.each([
    [['--row', '2000'], 'there is no row 2000: the last is row 1999'],
    [['--cell', '0', '--rep', '251'], 'there is no repeat 251'],
  ])('does not show %j', (which, says) => {
    const { code, stderr } = parley(['open', whole, ...which]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });

  test('does not take a folder without a dataset', () => {
    const { code, stderr } = parley(['open', root, '--row', '0']);
    expect(code).toBe(65);
    expect(stderr).toContain('this is no dataset');
  });
});

describe('parley verify of a dataset', () => {
  test('plays a sample of it again, or all', () => {
    expect(parley(['verify', whole, '--rows', '20']).stdout).toContain('verified: 2,000 rows, 20 of them');
    const [verdict] = JSON.parse(parley(['verify', whole, '--rows', 'all', '--json']).stdout);
    expect(Object.keys(verdict)).toEqual(['dataset', 'hash', 'rows', 'verified', 'replayed', 'message']);
    expect(verdict).toMatchObject({ verified: true, rows: 2000, replayed: 2000 });
  });

  test('says of a folder that is none that it is none', () => {
    const { code, stderr } = parley(['verify', root]);
    expect(code).toBe(65);
    expect(stderr).toContain('this is no dataset');
  });
});

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[700]! ^= 1;
  writeFileSync(file, bytes);
}
