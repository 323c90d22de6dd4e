import { StringDecoder } from 'node:string_decoder';

/** How much a program may say between two questions, in bytes a line, bytes in all, and lines. */
export const LIMITS = { line: 64 * 1024, bytes: 256 * 1024, lines: 1000 } as const;

/** Cuts what a program writes into lines and keeps count: it holds one unfinished line at most. */
export class Lines {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #bytes = 0;
  #lines = 0;

  /** The complete lines of one chunk; nothing when that is more than anybody may say. */
  take(chunk: Buffer): readonly string[] | undefined {
    this.#bytes += chunk.length;
    if (this.#bytes > LIMITS.bytes) return undefined;
    const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
    this.#rest = lines.pop()!;
    this.#lines += lines.length;
    if (this.#lines > LIMITS.lines) return undefined;
    if (this.#rest.length > LIMITS.line || lines.some((line) => line.length > LIMITS.line)) return undefined;
    return lines.filter((line) => line.trim() !== '');
  }

  /** A new question: the count begins again. */
  restart(): void {
    this.#bytes = 0;
    this.#lines = 0;
  }
}
