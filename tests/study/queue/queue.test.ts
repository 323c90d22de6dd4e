import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { planOf } from '../../../src/study/plan.ts';
import { playBlock } from '../../../src/study/play/play-block.ts';
import { addressOf } from '../../../src/study/queue/address.ts';
import { StudyServer, type Attempt, type Offered } from '../../../src/study/queue/server.ts';
import { folder, parley } from '../../cli/parley.ts';
import { awaited, begin, blocksIn, digests, pause, until, type Running } from './commands.ts';
import { postgresPrograms, startPostgres, type Server } from './postgres.ts';
import { smallStudy } from './small-study.ts';

/** A server that is there already; without one the tests start their own. */
const GIVEN = process.env['PARLEY_TEST_POSTGRES'];
const programs = postgresPrograms();
const isMissing = GIVEN === undefined && programs === undefined;

/** Blocks of 250 conferences. */
const STUDY = `title: A study that somebody comes to harm in
about: Played for the tests.
scenario: two-valleys
metrics: [ending, rounds]
vary:
  parties.lower.pain: [0.01, 0.03]
`;

test.runIf(isMissing && process.env['CI'] !== undefined)('PostgreSQL is installed where everything is tested', () => {
  expect(postgresPrograms()).toBeDefined();
});

/** As `ps` shows it to other users of the machine. */
function commandLine({ process: child }: Running): string {
  const file = `/proc/${child.pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

describe.skipIf(isMissing)('a study played over a queue', { timeout: 120_000 }, () => {
  let own: Server | undefined;
  let url = GIVEN ?? '';
  let running: Running[] = [];

  beforeAll(async () => {
    if (GIVEN !== undefined) return;
    own = await startPostgres(programs!);
    url = own.url;
  });
  // A worker left over from a test that failed would play the studies of the next.
  afterEach(async () => {
    for (const { process: child } of running) child.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    running = [];
  });
  afterAll(() => own?.close());

  function start(...args: readonly string[]): Running {
    const command = begin(args);
    running.push(command);
    return command;
  }
  function worker(...options: readonly string[]): Running {
    return start('worker', url, '--workers', '1', ...options);
  }
  function connect(): Promise<StudyServer> {
    const address = addressOf(url);
    if (!address.ok) throw new Error(address.error);
    return StudyServer.connect(address.value);
  }
  /** The study that a sweep has just put on the server, which holds no other. */
  async function offered(server: StudyServer): Promise<Offered> {
    return awaited('a study is on the server', async () => (await server.studies())[0]);
  }
  /** A block of a study, as a worker takes it. */
  async function taken(server: StudyServer, hash: string): Promise<Attempt> {
    return awaited('a block waits on the server', () => server.take(hash));
  }
  function studyFile(seed: string, repeats = 1500): { readonly file: string; readonly place: string } {
    const place = folder();
    const file = join(place, 'study.yaml');
    writeFileSync(file, `${STUDY}seed: ${seed}\nrepeats: ${repeats}\n`);
    return { file, place };
  }

  test('gives the files of a study played at home though one worker is killed, one frozen and the server restarted', async () => {
    const { file, place } = studyFile('harm', 6000);
    const out = join(place, 'queue');
    const sweep = start('sweep', file, '--out', out, '--queue', url);
    // It holds a block when it says that it plays.
    const killed = worker();
    await until('the first worker plays', () => killed.said().includes('plays'));
    killed.process.kill('SIGKILL');
    const frozen = worker();
    await until('the second worker has played', () => blocksIn(out) > 0 && frozen.said().includes('plays'));
    frozen.process.kill('SIGSTOP');
    const third = worker();
    await until('the third worker plays', () => third.said().includes('plays'));
    await own?.restart();
    // Longer than a worker may be silent, so that its block is given to another.
    await pause(12_000);
    frozen.process.kill('SIGCONT');
    expect(await sweep.ended, sweep.said()).toBe(0);
    for (const { process: child } of [frozen, third]) child.kill('SIGTERM');
    expect(await frozen.ended).toBe(130);
    if (own !== undefined) expect(third.said() + sweep.said()).toContain('the server is back');

    const home = join(place, 'home');
    expect(parley(['sweep', file, '--out', home]).code).toBe(0);
    expect(digests(out)).toEqual(digests(home));
    expect(blocksIn(out)).toBe(48);
    const server = await connect();
    expect(await server.studies()).toEqual([]);
    await server.close();
  });

  test('is cancelled half-way with what is in the folder kept, and is finished at home from there', async () => {
    const { file, place } = studyFile('cancelled', 3000);
    const out = join(place, 'out');
    const sweep = start('sweep', file, '--out', out, '--queue', url);
    const server = await connect();
    const { hash, title } = await offered(server);
    const manifest = (await server.manifest(hash))!;
    expect(manifest.study.title).toBe(title);
    const attempts = [];
    for (let n = 0; n < 4; n++) attempts.push(await taken(server, hash));
    const late = attempts.pop()!;
    for (const attempt of attempts) {
      const played = playBlock(planOf(manifest.study), manifest, attempt.order.index);
      expect(await server.deliver(attempt, played)).toBe('delivered');
    }
    await until('three blocks are in place', () => blocksIn(out) === 3);
    const cancelled = parley(['sweep', file, '--queue', url, '--cancel']);
    expect(cancelled.stderr).toContain('no longer at postgres://parley@');
    expect(await sweep.ended).toBe(1);
    expect(sweep.said()).toMatch(/cancelled[^]*nothing is lost/);
    const played = playBlock(planOf(manifest.study), manifest, late.order.index);
    expect(await server.deliver(late, played)).toBe('withdrawn');
    await server.close();
    expect(blocksIn(out)).toBe(3);
    expect(parley(['sweep', file, '--out', out]).code).toBe(0);
    const home = join(place, 'home');
    parley(['sweep', file, '--out', home]);
    expect(digests(out)).toEqual(digests(home));
    expect(parley(['sweep', file, '--queue', url, '--cancel']).stderr).toContain('this study is not at');
  });

  test('goes on where a sweep was interrupted, with what workers delivered in the meantime', async () => {
    const { file, place } = studyFile('interrupted');
    const out = join(place, 'out');
    const sweep = start('sweep', file, '--out', out, '--queue', url);
    const server = await connect();
    // Blocks are ordered together: when one can be taken, all can.
    await server.giveBack(await taken(server, (await offered(server)).hash));
    await server.close();
    sweep.process.kill('SIGINT');
    expect(await sweep.ended).toBe(130);
    expect(parley(['worker', url, '--until-empty']).stderr).toContain('played 12 blocks');
    expect(blocksIn(out)).toBeLessThan(12);
    expect(parley(['sweep', file, '--out', out, '--queue', url]).code).toBe(0);
    expect(blocksIn(out)).toBe(12);
  });

  test('lets one sweep alone collect a study', async () => {
    const { file, place } = studyFile('two');
    const first = start('sweep', file, '--out', join(place, 'a'), '--queue', url);
    await until('the study is on the server', () => first.said().includes('the study is at'));
    const second = parley(['sweep', file, '--out', join(place, 'b'), '--queue', url]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('another sweep is collecting this study');
    first.process.kill('SIGINT');
    await first.ended;
    parley(['sweep', file, '--queue', url, '--cancel']);
  });

  test('takes a block once: of two attempts the older is dropped whole', async () => {
    const manifest = smallStudy('fenced', 200);
    const server = await connect();
    await server.offer(manifest, 'test');
    const order = { index: 0, rowsInAll: manifest.rows };
    await server.order(manifest.hash, [order]);
    await server.order(manifest.hash, [order]);
    const first = (await server.take(manifest.hash))!;
    expect(await server.take(manifest.hash), 'it was asked for twice').toBeUndefined();
    await server.giveBack(first);
    const second = (await server.take(manifest.hash))!;
    expect(second.retryCount).toBe(first.retryCount + 1);
    const played = playBlock(planOf(manifest.study), manifest, 0);
    expect(await server.deliver(first, played)).toBe('stale');
    expect(await server.played(manifest.hash, [order])).toEqual([]);
    expect(await server.deliver(second, played)).toBe('delivered');
    expect(await server.deliver(second, played)).toBe('stale');
    const [back] = await server.played(manifest.hash, [order]);
    expect(Buffer.from(back!.bytes).equals(Buffer.from(played.bytes))).toBe(true);
    await server.withdraw(manifest.hash);
    expect(await server.deliver(second, played)).toBe('withdrawn');
    expect(await server.take(manifest.hash)).toBeUndefined();
    await server.close();
  });

  test('is left alone by workers of another release or other rules, who say which it needs', async () => {
    const manifest = smallStudy('other release', 200);
    const server = await connect();
    await server.offer(manifest, '99.0.0');
    await server.order(manifest.hash, [{ index: 0, rowsInAll: manifest.rows }]);
    const { code, stderr } = parley(['worker', url, '--until-empty']);
    expect(code).toBe(1);
    expect(stderr).toContain('“other release” is asked for by release 99.0.0');
    expect(stderr).toContain('npm install parley-sim@99.0.0');
    expect(await server.take(manifest.hash), 'its block is still waiting').toBeDefined();
    await server.withdraw(manifest.hash);
    await server.close();
  });

  test.runIf(GIVEN === undefined)('never shows or writes a password', async () => {
    const { password } = own!;
    const { file, place } = studyFile('secret');
    const out = join(place, 'out');
    const sweep = start('sweep', file, '--out', out, '--queue', url);
    const helper = worker('--until-empty');
    await until('the study is on the server', () => sweep.said().includes('the study is at'));
    const late = worker('--until-empty');
    await until('the worker is there', () => late.said().includes('waits for studies'));
    expect(commandLine(late)).not.toContain(password);
    expect(await sweep.ended).toBe(0);
    for (const { process: child } of [helper, late]) child.kill('SIGTERM');
    const wrong = parley(['worker', url.replace(password, 'a-wrong-guess')]);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('does not accept this password');
    const all = [sweep, helper, late].map((command) => command.said()).join('') + wrong.stderr + wrong.stdout;
    expect(all).not.toContain(password);
    expect(all).not.toContain('a-wrong-guess');
    for (const line of digests(out)) {
      const name = line.slice(0, line.lastIndexOf(' '));
      expect(readFileSync(join(out, name)).includes(password), name).toBe(false);
    }
  });

  test.runIf(GIVEN === undefined)('lets go of a server that no longer answers when it is told to', async () => {
    const { file, place } = studyFile('silent', 30_000);
    const sweep = start('sweep', file, '--out', join(place, 'out'), '--queue', url);
    const helper = worker();
    await until('the worker plays', () => helper.said().includes('plays'));
    own!.freeze();
    for (const { process: child } of [sweep, helper]) child.kill('SIGINT');
    // A question without an answer is given up after a minute; they do not wait for that.
    const ended = Promise.all([sweep.ended, helper.ended]);
    const first = await Promise.race([ended, pause(40_000)]);
    own!.thaw();
    expect(first, sweep.said() + helper.said()).toEqual([130, 130]);
    parley(['sweep', file, '--queue', url, '--cancel']);
  });

  test('names a server that is not there, a database that is not, and an address that is none', () => {
    const gone = parley(['worker', 'postgres://parley:hush@127.0.0.1:1/studies']);
    expect(gone.code).toBe(1);
    expect(gone.stderr).toContain('postgres://parley@127.0.0.1:1/studies: the server is away (ECONNREFUSED)');
    const other = parley(['worker', url.replace(/\/[^/]*$/, '/no-such-database')]);
    expect(other.stderr).toContain('there is no such database');
    const silent = parley(['worker', url.replace(/:[^:@]*@/, '@')], { env: { PGPASSWORD: '', PGPASSFILE: '/none' } });
    expect(silent.code).toBe(1);
    expect(silent.stderr).toContain('the server asks for a password, and none was given');
    const bare = parley(['worker', `${url}?sslmode=verify-full`]);
    expect(bare.stderr).toContain('the server takes no encrypted connections');
    // The rest of the password would be taken for the database.
    const cut = parley(['worker', 'postgres://parley:12/hush@127.0.0.1:1/studies']);
    expect(cut.code).toBe(2);
    expect(cut.stderr).toContain('/ ? # and % are written');
    const none = parley(['worker', 'db.example.org'], { env: { PARLEY_QUEUE: '' } });
    expect(none.code).toBe(2);
    expect(none.stderr).toMatch(/this is no address.*; expected postgres:/);
    expect(parley(['worker'], { env: { PARLEY_QUEUE: '' } }).code).toBe(2);
    for (const { stderr } of [gone, other, silent, bare, cut, none]) expect(stderr).not.toContain('hush');
  });
});
