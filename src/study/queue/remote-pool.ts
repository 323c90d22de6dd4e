import { setTimeout as sleep } from 'node:timers/promises';
import { checkBlock, rowsInBlock } from '../dataset/block.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { Players } from '../play/players.ts';
import type { Order } from '../play/block.worker.ts';
import type { PlayedBlock } from '../play/play-block.ts';
import type { Address } from './address.ts';
import { StudyServer } from './server.ts';
import { troubleOf } from './trouble.ts';
import { Patience } from './patience.ts';
import { QueueError } from './queue-error.ts';

/** How often, in milliseconds, the server is asked what has been played. */
const EVERY = 100;
/** How long, in milliseconds, an answer under way is waited for at the end: a server may not answer. */
const LEAVE = 1000;
/** Blocks that are asked for ahead of what has come back. */
const AHEAD = 256;
/** How often, in rounds of asking, it is looked whether the study is still there, and for blocks that nobody tries. */
const [STILL_THERE, GIVEN_UP] = [5, 50];

interface Waiting {
  readonly order: Order;
  readonly resolve: (played: PlayedBlock) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Blocks played by workers elsewhere: orders go to the server, and played blocks come back from it, in any order. A
 * server that goes away is waited for.
 */
export class RemotePool implements Players {
  readonly #server: StudyServer;
  readonly #manifest: Manifest;
  readonly #hash: string;
  readonly #address: Address;
  readonly #patience: Patience;
  readonly #waiting = new Map<string, Waiting>();
  #unsent: Order[] = [];
  #closed = false;
  #rounds = 0;
  readonly #loop: Promise<void>;

  constructor(server: StudyServer, manifest: Manifest, address: Address, patience: Patience) {
    this.#server = server;
    this.#manifest = manifest;
    this.#hash = manifest.hash;
    this.#address = address;
    this.#patience = patience;
    this.#loop = this.#run();
  }

  get isFree(): boolean {
    return this.#waiting.size < AHEAD;
  }

  play(order: Order): Promise<PlayedBlock> {
    this.#unsent.push(order);
    return new Promise((resolve, reject) => {
      this.#waiting.set(keyOf(order), { order, resolve, reject });
    });
  }

  /** Stops asking. What was ordered stays ordered: workers go on, and their blocks wait on the server. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.race([this.#loop, sleep(LEAVE, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      try {
        await this.#round();
        this.#patience.back();
      } catch (error) {
        if (this.#closed) return;
        const trouble = troubleOf(error, this.#address);
        if (trouble?.passing !== true || !this.#patience.goesOn(trouble.message)) {
          this.#fail(trouble === undefined ? error : new QueueError(trouble.message));
          return;
        }
      }
      await sleep(EVERY);
    }
  }

  async #round(): Promise<void> {
    if (!(await this.#server.guard(this.#hash)))
      throw new QueueError('another sweep is collecting this study from this server');
    if (this.#unsent.length > 0) {
      const orders = this.#unsent;
      await this.#server.order(this.#hash, orders);
      this.#unsent = this.#unsent.slice(orders.length);
    }
    if (this.#waiting.size === 0) return;
    const orders = [...this.#waiting.values()].map(({ order }) => order);
    for (const { rowsInAll, ...played } of await this.#server.played(this.#hash, orders)) {
      const key = keyOf({ index: played.index, rowsInAll });
      const name = {
        hash: this.#hash,
        index: played.index,
        rows: rowsInBlock(this.#manifest, rowsInAll, played.index),
      };
      const whole = checkBlock(played.bytes, name);
      if (!whole.ok) throw new QueueError(`block ${played.index} cannot be used: ${whole.error.message}`);
      this.#waiting.get(key)?.resolve(played);
      this.#waiting.delete(key);
    }
    this.#rounds += 1;
    if (this.#rounds % STILL_THERE === 0 && !(await this.#server.has(this.#hash)))
      throw new QueueError('the study was cancelled: it is no longer on the server');
    if (this.#rounds % GIVEN_UP > 0) return;
    const [givenUp] = await this.#server.givenUp(this.#hash, orders);
    if (givenUp !== undefined)
      throw new QueueError(`block ${givenUp.index} failed whenever a worker tried it: see what the workers say`);
  }

  #fail(error: unknown): void {
    this.#closed = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function keyOf({ index, rowsInAll }: Order): string {
  return `${index}/${rowsInAll}`;
}
