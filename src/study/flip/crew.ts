import { programBeside, Threads } from '../play/threads.ts';
import type { Outcomes, Portion } from './runs.ts';
import type { Task } from './runs.worker.ts';

/** The runs of a point are cut into portions of at most so many, so that no thread waits long for another. */
const MOST = 50;

/** Threads that share the runs of every point. What comes out is the same however many there are. */
export class Crew {
  readonly #threads: Threads<Portion, Outcomes>;
  readonly #workers: number;
  readonly #onPlayed: (conferences: number) => void;
  readonly #waiting: (() => void)[] = [];

  constructor(task: Task, workers: number, onPlayed: (conferences: number) => void = () => {}) {
    const file = programBeside(import.meta.url, './runs.worker');
    this.#threads = new Threads({ file, data: task }, workers);
    this.#workers = workers;
    this.#onPlayed = onPlayed;
  }

  /** Plays a portion, cut up among the threads. Never settles once closed. */
  async play({ setters, first, last }: Portion): Promise<Outcomes> {
    const size = Math.min(MOST, Math.ceil((last - first + 1) / this.#workers));
    const parts = Array.from({ length: Math.ceil((last - first + 1) / size) }, (_, n) => first + n * size);
    const played = await Promise.all(
      parts.map((from) => this.#playPart({ setters, first: from, last: Math.min(last, from + size - 1) })),
    );
    return played.includes(undefined) ? undefined : played.flatMap((some) => some!);
  }

  /** In the order in which parts were asked for. */
  async #playPart(portion: Portion): Promise<Outcomes> {
    while (!this.#threads.isFree) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const outcomes = await this.#threads.play(portion);
    this.#waiting.shift()?.();
    this.#onPlayed(outcomes?.length ?? 0);
    return outcomes;
  }

  /** Ends the threads at once. */
  close(): Promise<void> {
    return this.#threads.close();
  }
}
