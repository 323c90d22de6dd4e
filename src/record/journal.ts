import { hash } from 'node:crypto';
import type { Fact } from '../model/fact.ts';

/** Raised when the shape of a record's lines changes. */
export const FORMAT = 1;

/** What a record says of its run before the first fact; all of it is hashed. */
export interface Header {
  readonly format: number;
  /** Raised when any golden changes. */
  readonly rules: number;
  readonly generator: string;
  readonly seed: string;
  readonly overrides: readonly string[];
  /** The canonical document of the scenario, overrides applied. */
  readonly scenario: unknown;
}

/**
 * The lines of a record, made one by one as facts come: JSON, each with the SHA-256 of the chain so far. The first,
 * the header's, also tells the package version, which is not hashed.
 */
export class Journal {
  #hash: string;
  readonly first: string;

  constructor(header: Header, version: string) {
    this.#hash = hash('sha256', JSON.stringify(header));
    this.first = JSON.stringify({ header, version, hash: this.#hash });
  }

  /** The hash of all that has been written: the identity of the run. */
  get hash(): string {
    return this.#hash;
  }

  line(fact: Fact): string {
    const json = JSON.stringify(fact);
    this.#hash = hash('sha256', this.#hash + json);
    return `{"fact":${json},"hash":"${this.#hash}"}`;
  }
}
