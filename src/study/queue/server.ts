import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, Pool as Connections, PoolClient } from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Manifest } from '../dataset/manifest.ts';
import { readManifest } from '../dataset/manifest.ts';
import type { Endings } from '../dataset/block.ts';
import type { PlayedBlock } from '../play/play-block.ts';
import type { Order } from '../play/block.worker.ts';
import type { Address } from './address.ts';
import * as sql from './tables.ts';

/** A study on a server, as its list names it. */
export interface Offered {
  readonly hash: string;
  readonly title: string;
  /** Of Parley, that asks for it: its blocks are played by the same one. */
  readonly release: string;
  readonly rules: number;
}

/** One try at a block. A later try of the same block has a higher count, and makes this one stale. */
export interface Attempt {
  readonly study: string;
  readonly id: string;
  readonly retryCount: number;
  readonly order: Order;
}

/** What became of a block that was delivered; `stale` and `withdrawn` ones are dropped whole. */
export type Delivery = 'delivered' | 'stale' | 'withdrawn';

/** Seconds without a sign of life after which a block is given to somebody else; the least that pg-boss allows. */
const HEARTBEAT = 10;
/** How often, in milliseconds, whoever plays a block has to say that it still does. */
export const SIGN_OF_LIFE = 2000;
/** How long, in milliseconds, a server is waited for when leaving it. */
const LEAVE = 2000;
/** How often workers may lose the same block before it is held to be at fault itself. */
const TRIES = 20;

/**
 * Studies on a PostgreSQL server: their manifests, a queue of blocks for each, and the blocks that were played. The
 * block and the end of its job are one transaction. Every method throws the server's errors (see `troubleOf`).
 */
export class StudyServer {
  readonly #connections: Connections;
  readonly #boss: PgBoss;
  readonly #sockets: ReadonlySet<Socket>;
  #guard: PoolClient | undefined;

  private constructor(connections: Connections, boss: PgBoss, sockets: ReadonlySet<Socket>) {
    this.#connections = connections;
    this.#boss = boss;
    this.#sockets = sockets;
  }

  /** Connects, and creates what is needed where it is not there. */
  static async connect({ url }: Address): Promise<StudyServer> {
    const { default: pg } = await import('pg');
    const { PgBoss: Boss } = await import('pg-boss');
    const sockets = new Set<Socket>();
    const settings = {
      connectionString: url,
      stream: () => kept(sockets),
      application_name: 'parley',
      connectionTimeoutMillis: 10_000,
      // A server that goes away at the wrong moment leaves a question without an answer.
      query_timeout: 60_000,
    };
    await prepared(new pg.Client(settings));
    const connections = new pg.Pool({ ...settings, max: 4 });
    // A connection that is lost while idle is made anew when next needed.
    connections.on('error', () => {});
    const boss = new Boss({
      ...settings,
      max: 3,
      schema: sql.QUEUES,
      schedule: false,
      registerInstance: false,
      superviseIntervalSeconds: 2,
      monitorIntervalSeconds: 2,
    });
    boss.on('error', () => {});
    try {
      await boss.start();
    } catch (error) {
      await connections.end();
      await boss.stop({ graceful: false }).catch(() => {});
      throw error;
    }
    return new StudyServer(connections, boss, sockets);
  }

  /** Takes leave of the server; one that does not answer is left without. */
  async close(): Promise<void> {
    this.#guard?.release(true);
    this.#guard = undefined;
    const left = Promise.allSettled([this.#boss.stop({ graceful: false, close: true }), this.#connections.end()]);
    await Promise.race([left, sleep(LEAVE, undefined, { ref: false })]);
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Puts a study up, with a queue for its blocks; one that is there already stays as it is. */
  async offer(manifest: Manifest, release: string): Promise<void> {
    const { hash, rules, study } = manifest;
    await this.#connections.query(sql.INSERT_STUDY, [hash, study.title, release, rules, JSON.stringify(manifest)]);
    await this.#boss.createQueue(queueOf(hash), {
      heartbeatSeconds: HEARTBEAT,
      // A block is minutes of work at most; whoever plays it says all the time that it does.
      expireInSeconds: 12 * 60 * 60,
      retryLimit: TRIES,
      deleteAfterSeconds: 0,
    });
  }

  /** Whether this process is now the one that collects a study; it stays so until it closes or the server goes away. */
  async guard(hash: string): Promise<boolean> {
    if (this.#guard !== undefined) return true;
    const client = await this.#connections.connect();
    client.on('error', () => {
      if (this.#guard !== client) return;
      this.#guard = undefined;
      client.release(true);
    });
    try {
      const { rows } = await client.query<{ taken: boolean }>(sql.LOCK, [lockOf(hash)]);
      if (rows[0]?.taken === true) this.#guard = client;
    } finally {
      if (this.#guard !== client) client.release(true);
    }
    return this.#guard === client;
  }

  /** Takes a study with its queue and all its blocks off the server. */
  async withdraw(hash: string): Promise<void> {
    await this.#connections.query(sql.DELETE_STUDY, [hash]);
    await this.#boss.deleteQueue(queueOf(hash));
  }

  async studies(): Promise<readonly Offered[]> {
    return (await this.#connections.query<Offered>(sql.STUDIES)).rows;
  }

  async has(hash: string): Promise<boolean> {
    return (await this.#connections.query(sql.HAS_STUDY, [hash])).rowCount !== 0;
  }

  /** A study's manifest; nothing when it is not there, or not whole. */
  async manifest(hash: string): Promise<Manifest | undefined> {
    const { rows } = await this.#connections.query<{ manifest: string }>(sql.MANIFEST_OF, [hash]);
    const read = rows[0] && readManifest(rows[0].manifest);
    return read?.ok === true ? read.value : undefined;
  }

  /** Asks for blocks; those that are asked for already are not asked for twice. */
  async order(hash: string, orders: readonly Order[]): Promise<void> {
    const jobs = orders.map((order) => ({ id: idOf(hash, order), data: order }));
    await this.#boss.insert(queueOf(hash), jobs).catch(unlessWithdrawn);
  }

  /** Those of these blocks that have been played, some at a time. */
  async played(hash: string, orders: readonly Order[]): Promise<readonly (PlayedBlock & Order)[]> {
    const { rows } = await this.#connections.query<BlockRow>(sql.BLOCKS, [
      hash,
      orders.map(({ index }) => index),
      orders.map(({ rowsInAll }) => rowsInAll),
    ]);
    return rows.map((row) => ({
      index: row.index,
      rowsInAll: row.rows_in_all,
      rows: row.rows,
      bytes: Uint8Array.from(row.bytes),
      endings: JSON.parse(row.endings) as Endings,
      judged: new Float64Array(Uint8Array.from(row.judged).buffer),
    }));
  }

  /** Blocks that failed so often that nobody tries them any more. */
  async givenUp(hash: string, orders: readonly Order[]): Promise<readonly Order[]> {
    const jobs = await Promise.all(
      orders.map((order) => this.#boss.findJobs(queueOf(hash), { id: idOf(hash, order) }).catch(unlessWithdrawn)),
    );
    return orders.filter((_, n) => jobs[n]?.[0]?.state === 'failed');
  }

  /** The next block of a study to play; nothing when none is waiting. */
  async take(study: string): Promise<Attempt | undefined> {
    const jobs = await this.#boss.fetch<Order>(queueOf(study), { includeMetadata: true }).catch(unlessWithdrawn);
    const job = jobs?.[0];
    return job && { study, id: job.id, retryCount: job.retryCount, order: job.data };
  }

  /** Says that a block is still being played. */
  async touch({ study, id, retryCount }: Attempt): Promise<void> {
    await this.#boss.touch(queueOf(study), { id, retryCount });
  }

  /** Gives a block back, for others to take at once. */
  async giveBack({ study, id, retryCount }: Attempt): Promise<void> {
    await this.#boss.fail(queueOf(study), { id, retryCount });
  }

  /** Puts a played block and the end of its job on the server, both or neither. */
  async deliver(attempt: Attempt, played: PlayedBlock): Promise<Delivery> {
    const { study, id, retryCount, order } = attempt;
    const client = await this.#connections.connect();
    let broken: Error | undefined;
    // The server may go away between two statements; the statement then says so.
    const onError = (error: Error) => (broken = error);
    client.on('error', onError);
    try {
      const ended = await this.#inTransaction(client, async () => {
        const there = await client.query(sql.KEEP_STUDY, [study]);
        if (there.rowCount === 0) return 'withdrawn';
        const done = await this.#boss.complete(queueOf(study), { id, retryCount }, null, {
          db: { executeSql: (text, values) => client.query(text, values) },
        });
        if ((done as { affected?: number }).affected !== 1) return 'stale';
        const { judged, bytes } = played;
        await client.query(sql.INSERT_BLOCK, [
          study,
          order.index,
          order.rowsInAll,
          played.rows,
          Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
          JSON.stringify(played.endings),
          Buffer.from(judged.buffer, judged.byteOffset, judged.byteLength),
        ]);
        return 'delivered';
      });
      return ended;
    } catch (error) {
      broken ??= error as Error;
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  async #inTransaction(client: PoolClient, act: () => Promise<Delivery>): Promise<Delivery> {
    await client.query('BEGIN');
    try {
      const ended = await act();
      await client.query(ended === 'delivered' ? 'COMMIT' : 'ROLLBACK');
      return ended;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  }
}

interface BlockRow {
  readonly index: number;
  readonly rows_in_all: number;
  readonly rows: number;
  readonly bytes: Buffer;
  readonly endings: string;
  readonly judged: Buffer;
}

/** A socket that is known as long as it is open. */
function kept(sockets: Set<Socket>): Socket {
  const socket = new Socket();
  sockets.add(socket);
  return socket.once('close', () => sockets.delete(socket));
}

/** By a connection of its own, for one that a pool fails to make, for want of a password, would stay open. */
async function prepared(client: Client): Promise<void> {
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('BEGIN');
    await client.query(sql.CREATE_LOCK);
    await client.query(sql.CREATE);
    await client.query('COMMIT');
  } finally {
    client.end().catch(() => {});
  }
}

/** A study may be withdrawn, and its queue with it, since it was last seen; pg-boss has no code for that. */
function unlessWithdrawn(error: unknown): undefined {
  if (error instanceof Error && /^Queue .* does not exist$/.test(error.message)) return undefined;
  throw error;
}

/** Names of queues may be as long as names of tables. */
function queueOf(hash: string): string {
  return `study-${hash.slice(0, 32)}`;
}

/** The same block of the same study always has the same job, so that it cannot be asked for twice. */
function idOf(hash: string, { index, rowsInAll }: Order): string {
  const hex = createHash('sha256').update(`${hash}/${index}/${rowsInAll}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** A study as the 64-bit number that an advisory lock takes. */
function lockOf(hash: string): string {
  return String(BigInt.asIntN(64, BigInt(`0x${hash.slice(0, 16)}`)));
}
