import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from '../play/pool.ts';
import type { Address } from './address.ts';
import { Patience } from './patience.ts';
import { SIGN_OF_LIFE, type Attempt, type Delivery, type Offered, type StudyServer } from './server.ts';
import { QueueError } from './queue-error.ts';
import { troubleOf } from './trouble.ts';

/** What a worker is, and how long it works. */
export interface Work {
  readonly server: StudyServer;
  readonly address: Address;
  /** Of Parley. */
  readonly release: string;
  readonly rules: number;
  readonly threads: number;
  /** End when no study has a block waiting, rather than wait for more. */
  readonly untilEmpty: boolean;
  readonly signal: AbortSignal;
  readonly note: (line: string) => void;
}

/** Blocks by what became of them, and studies that were left to workers of other releases. */
export interface Worked {
  readonly delivered: number;
  readonly dropped: number;
  readonly refused: number;
}

/** Milliseconds between two looks at a server that has nothing to do. */
const PAUSE = 500;

/** How long, in milliseconds, a worker that is to stop still waits for an answer: a server may not give one. */
const LEAVE = 2000;

/** Plays the blocks that wait on a server until it is told to stop. Throws `QueueError` when the server stays away. */
export async function work(job: Work): Promise<Worked> {
  const worker = new QueueWorker(job);
  try {
    return await worker.run();
  } finally {
    await worker.close();
  }
}

class QueueWorker {
  readonly #job: Work;
  readonly #patience: Patience;
  readonly #refused = new Set<string>();
  #playing: { readonly hash: string; readonly pool: Pool } | undefined;
  #delivered = 0;
  #dropped = 0;

  constructor(job: Work) {
    this.#job = job;
    this.#patience = new Patience(job.note);
  }

  async run(): Promise<Worked> {
    const { signal, untilEmpty, server } = this.#job;
    while (!signal.aborted) {
      const studies = await this.#patiently(() => server.studies());
      const before = this.#delivered + this.#dropped;
      for (const study of studies ?? []) if (this.#fits(study)) await this.#play(study);
      if (this.#delivered + this.#dropped > before) continue;
      if (untilEmpty) break;
      await sleep(PAUSE, undefined, { signal }).catch(() => {});
    }
    return { delivered: this.#delivered, dropped: this.#dropped, refused: this.#refused.size };
  }

  async close(): Promise<void> {
    await this.#playing?.pool.close();
    this.#playing = undefined;
  }

  /** Blocks of one study are the same bytes only when one release plays them. */
  #fits({ hash, title, release, rules }: Offered): boolean {
    const { release: own, rules: ownRules, note } = this.#job;
    if (release === own && rules === ownRules) return true;
    if (!this.#refused.has(hash)) {
      this.#refused.add(hash);
      note(
        `“${title}” is asked for by release ${release} with rules ${rules}, and this is ${own} with rules ${ownRules}: ` +
          `left to workers of that release (npm install parley-sim@${release})`,
      );
    }
    return false;
  }

  /** Plays blocks of a study, as many at once as there are threads, until none is waiting. */
  async #play({ hash, title }: Offered): Promise<void> {
    const { server, threads, note } = this.#job;
    const first = await this.#patiently(() => server.take(hash));
    if (first === undefined) return;
    if (this.#playing?.hash !== hash) {
      await this.close();
      const manifest = await this.#patiently(() => server.manifest(hash));
      if (manifest === undefined) return this.#drop('withdrawn', first);
      note(`plays “${title}”`);
      this.#playing = { hash, pool: new Pool(manifest, threads) };
    }
    const { pool } = this.#playing;
    const lane = async (attempt: Attempt | undefined) => {
      let next = attempt;
      while (next !== undefined) {
        await this.#playOne(pool, next);
        if (this.#job.signal.aborted) return;
        next = await this.#patiently(() => server.take(hash));
      }
    };
    const others = Array.from({ length: threads - 1 }, async () =>
      lane(await this.#patiently(() => server.take(hash))),
    );
    await Promise.all([lane(first), ...others]);
  }

  async #playOne(pool: Pool, attempt: Attempt): Promise<void> {
    const { server, signal } = this.#job;
    const alive = setInterval(() => void server.touch(attempt).catch(() => {}), SIGN_OF_LIFE);
    try {
      const played = await unlessStopped(signal, 0, pool.play(attempt.order));
      if (played === undefined) {
        await unlessStopped(signal, LEAVE, server.giveBack(attempt)).catch(() => {});
        return;
      }
      const delivery = await this.#patiently(() => server.deliver(attempt, played));
      if (delivery === 'delivered') this.#delivered += 1;
      else if (delivery !== undefined) this.#drop(delivery, attempt);
    } finally {
      clearInterval(alive);
    }
  }

  #drop(delivery: Exclude<Delivery, 'delivered'>, { order }: Attempt): void {
    this.#dropped += 1;
    const why =
      delivery === 'withdrawn' ? 'its study is no longer on the server' : 'another worker has been given it since';
    this.#job.note(`block ${order.index} is dropped: ${why}`);
  }

  /** Asks the server, again and again while it is away; nothing once the worker is to stop. */
  async #patiently<T>(ask: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      try {
        const answer = await unlessStopped(this.#job.signal, LEAVE, ask());
        this.#patience.back();
        return answer;
      } catch (error) {
        const { address, signal } = this.#job;
        const trouble = troubleOf(error, address);
        if (trouble === undefined) throw error;
        if (signal.aborted) return undefined;
        if (!trouble.passing || !this.#patience.goesOn(trouble.message)) throw new QueueError(trouble.message);
        await sleep(PAUSE, undefined, { signal }).catch(() => {});
      }
    }
  }
}

/** What comes of a promise; nothing when so many milliseconds have passed since the worker was told to stop. */
async function unlessStopped<T>(signal: AbortSignal, grace: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => (timer = setTimeout(() => resolve(undefined), grace));
  });
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
    clearTimeout(timer);
  }
}
