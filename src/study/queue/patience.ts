/** How long, in seconds, a server that went away is waited for. */
const SECONDS = 300;

/** Waits for a server that is away, tells of it once, and gives up in the end. */
export class Patience {
  readonly #note: (line: string) => void;
  readonly #now: () => number;
  #since: number | undefined;

  constructor(note: (line: string) => void, now: () => number = () => performance.now() / 1000) {
    this.#note = note;
    this.#now = now;
  }

  /** The server does not answer: whether to try again. */
  goesOn(message: string): boolean {
    if (this.#since === undefined) this.#note(`${message}; trying again for ${SECONDS / 60} minutes`);
    this.#since ??= this.#now();
    return this.#now() - this.#since < SECONDS;
  }

  /** The server answers. */
  back(): void {
    if (this.#since !== undefined) this.#note('the server is back');
    this.#since = undefined;
  }
}
