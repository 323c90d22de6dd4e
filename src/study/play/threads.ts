import { Worker, type ResourceLimits } from 'node:worker_threads';

/**
 * What a thread may take at first. Left alone, its garbage grows to several times what it needs and it is no faster; with
 * half as much room for what is young it is slower by a third. Work that does need more gets it: its thread is started
 * anew without limits.
 */
const FRUGAL: ResourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 128 };

/** The file that a thread runs, and what it is told when it starts. */
export interface Program {
  readonly file: URL;
  readonly data: unknown;
}

/**
 * Threads that answer orders, each one at a time. What an answer is depends on its order alone; a number that comes
 * before it is no answer, and says how far its thread has come.
 */
export class Threads<Order, Answer extends object | undefined> {
  readonly #program: Program;
  readonly #workers: Set<Worker>;
  readonly #idle: Worker[];
  #closed = false;

  constructor(program: Program, workers: number, limits = FRUGAL) {
    this.#program = program;
    this.#workers = new Set(Array.from({ length: workers }, () => started(program, limits)));
    this.#idle = [...this.#workers];
  }

  /** Whether an order can be taken on now. */
  get isFree(): boolean {
    return this.#idle.length > 0;
  }

  /** Has an order answered. Throws when no thread is free, and on a fault of ours in one; never settles once closed. */
  play(order: Order, onSign?: (sign: number) => void): Promise<Answer> {
    const worker = this.#idle.pop();
    if (worker === undefined) throw new Error('no thread is free');
    return this.#playIn(worker, order, onSign);
  }

  #playIn(worker: Worker, order: Order, onSign?: (sign: number) => void): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const onMessage = (answer: Answer | number) => {
        if (typeof answer === 'number') {
          if (!this.#closed) onSign?.(answer);
          return;
        }
        leave();
        this.#idle.push(worker);
        resolve(answer);
      };
      const onError = (error: unknown) => {
        leave();
        if (this.#closed) return;
        if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' && limited.has(worker))
          resolve(this.#playIn(this.#replaced(worker), order, onSign));
        else reject(error instanceof Error ? error : new Error(String(error)));
      };
      const onExit = () => {
        leave();
        if (!this.#closed) reject(new Error('a thread ended of itself'));
      };
      const leave = () => worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(order);
    });
  }

  #replaced(worker: Worker): Worker {
    limited.delete(worker);
    this.#workers.delete(worker);
    const next = started(this.#program);
    this.#workers.add(next);
    return next;
  }

  /** Ends the threads at once; what they were playing is dropped. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }
}

/** A thread that has ended no longer tells what its limits were. */
const limited = new WeakSet<Worker>();

function started({ file, data }: Program, limits?: ResourceLimits): Worker {
  const worker = new Worker(file, { workerData: data, ...(limits && { resourceLimits: limits }) });
  if (limits !== undefined) limited.add(worker);
  return worker;
}

/** The file beside a module that its threads run: as written, or as built. */
export function programBeside(module: string, name: string): URL {
  return new URL(`${name}${module.endsWith('.ts') ? '.ts' : '.js'}`, module);
}
