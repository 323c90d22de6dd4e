import type { Programme } from './view-model/programme.ts';

/** What the gallery says of a scenario. */
export interface Card {
  readonly title: string;
  /** What it is about and what it asks, in paragraphs. */
  readonly about: string;
  /** Names of the parties, and their ids in the same order. */
  readonly parties: readonly string[];
  readonly seats: readonly string[];
  readonly issues: number;
  readonly rounds: number;
  /** The scenario that it is a variant of. */
  readonly extends?: string;
  /** Why it cannot be played, where it cannot. */
  readonly trouble?: string;
}

/** A scenario on the wall of the gallery, by the name or file that commands know it by. */
export interface Exhibit {
  readonly name: string;
  /** Whether it comes with the program or lies in the folder. */
  readonly bundled: boolean;
}

export type Opened =
  { readonly type: 'opened'; readonly programme: Programme } | { readonly type: 'refused'; readonly why: string };

/** What the view asks of the program behind it: views play and load nothing themselves. */
export interface House {
  /** How commands begin: `parley`, or `npm start --` inside the repository. */
  readonly command: string;
  readonly exhibits: readonly Exhibit[];
  /** Reads one; slow enough to be done one by one, after the first picture. */
  readonly card: (name: string) => Card;
  /** Plays one. */
  readonly open: (name: string, seed: string) => Promise<Opened>;
  /** The seed on the wall at first. */
  readonly firstSeed: string;
  readonly drawSeed: () => string;
}
