import { hash } from 'node:crypto';
import seedrandom from 'seedrandom';
import type { Chance } from '../model/chance.ts';

/** Written into every record: the generator and the way its streams are made. */
export const GENERATOR = 'alea (seedrandom 3), labelled streams 1';

/**
 * The labelled streams of one run. A draw depends on the seed, its label and its round alone, so no draw moves
 * another: not an added party, not a viewer, not a fork.
 */
export function chanceOf(seed: string): Chance {
  // Seeds and labels are told apart, lest a seed that reads like a label cancel it out.
  const run = words(`seed ${seed}`);
  const streams = new Map<string, Stream>();
  return {
    at(label, round) {
      let stream = streams.get(label);
      if (stream === undefined) {
        stream = new Stream(run, wordsOfLabel(label));
        streams.set(label, stream);
      }
      return stream.at(round);
    },
  };
}

class Stream {
  readonly #next: () => number;
  readonly #drawn: number[] = [];

  constructor(run: Words, label: Words) {
    // Seeding alea by a string would cost several times as much as setting its state.
    const state = { c: 1, s0: unit(run[0], label[0]), s1: unit(run[1], label[1]), s2: unit(run[2], label[2]) };
    this.#next = seedrandom.alea('', { state });
  }

  /** Draws up to and including the given round, which may come in any order. */
  at(round: number): number {
    while (this.#drawn.length <= round) this.#drawn.push(this.#next());
    return this.#drawn[round]!;
  }
}

type Words = readonly [number, number, number];

/** The first twelve bytes of the digest; as a text, since a buffer would cost more than the hash. */
function words(text: string): Words {
  const digest = hash('sha256', text, 'latin1');
  return [wordAt(digest, 0), wordAt(digest, 4), wordAt(digest, 8)];
}

/** Four bytes as a whole number from 0 to 2³² − 1, the lowest first. */
function wordAt(bytes: string, at: number): number {
  const byte = (n: number) => bytes.charCodeAt(at + n) << (8 * n);
  return (byte(0) | byte(1) | byte(2) | byte(3)) >>> 0;
}

/** Labels come from the scenario and return in every run of a study, so each is hashed once. */
const labels = new Map<string, Words>();

function wordsOfLabel(label: string): Words {
  let known = labels.get(label);
  if (known === undefined) {
    known = words(`label ${label}`);
    labels.set(label, known);
  }
  return known;
}

/** One of alea's state words in [0, 1). The finalizer of MurmurHash3 keeps states of related labels unrelated. */
function unit(run: number, label: number): number {
  let h = run ^ label;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 0x1_0000_0000;
}
