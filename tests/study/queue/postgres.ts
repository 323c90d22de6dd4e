import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

/** Where Debian keeps the programs of its PostgreSQL; newest first. */
const DEBIAN = '/usr/lib/postgresql';
/** The user that owns the server where the tests run as root, as which `initdb` refuses to run. */
const NOBODY = 65534;

/** A PostgreSQL server of the tests' own, on a free port, in a folder of its own. */
export interface Server {
  readonly url: string;
  /** The same with a password in it; the server asks for it over TCP. */
  readonly password: string;
  readonly port: number;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it from answering, with all its connections left open; and lets it go on. */
  freeze(): void;
  thaw(): void;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The folder of the programs; nothing where PostgreSQL is not installed. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .map(Number)
        .sort((a, b) => b - a)
    : [];
  const debian = versions.map((version) => `${DEBIAN}/${version}/bin`);
  const onPath = (process.env['PATH'] ?? '').split(':');
  return [...debian, ...onPath].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

export async function startPostgres(programs: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgres-'));
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in as) {
    chownSync(folder, NOBODY, NOBODY);
    chmodSync(folder, 0o700);
  }
  const password = `secret-${Math.random().toString(36).slice(2)}`;
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  execFileSync('sh', ['-c', 'umask 077; printf %s "$1" >"$2"', 'sh', password, passwordFile], as);
  const initdb = [
    '-D',
    data,
    '-U',
    'parley',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--no-sync',
  ];
  execFileSync(join(programs, 'initdb'), initdb, { ...as, cwd: folder, stdio: 'pipe', env: { LC_ALL: 'C' } });
  const port = await freePort();
  const url = `postgres://parley:${password}@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const settings = [
      '-c',
      `port=${port}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${folder}`,
    ];
    server = spawn(join(programs, 'postgres'), ['-D', data, ...settings], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
      env: { LC_ALL: 'C' },
    });
    await answering(url);
  }
  async function stop(): Promise<void> {
    if (server === undefined || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    // Fast shutdown: connections are cut, transactions rolled back.
    server.kill('SIGINT');
    await ended;
  }
  /** To the server, and to the processes that serve its connections. */
  function signal(name: NodeJS.Signals): void {
    const { pid } = server!;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    for (const one of [pid!, ...children]) process.kill(one, name);
  }
  await start();
  return {
    url,
    password,
    port,
    start,
    stop,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    restart: async () => {
      await stop();
      await start();
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string): Promise<void> {
  const { default: pg } = await import('pg');
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
