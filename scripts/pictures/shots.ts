import { KEYS, type Wanted } from '../../tests/terminal/screen.ts';

/** A screen worth a picture, and how to come to it. */
export interface Shot {
  readonly name: string;
  /** What the picture shows, for somebody who does not see it. */
  readonly title: string;
  readonly args: readonly string[];
  /** Keys, and what is to be seen after each. */
  readonly steps: readonly (readonly [typed: string, seen: Wanted])[];
}

const WATCH = ['watch', 'moscow-2018', '--seed', '42', '--paused'];

export const SIZE = { cols: 120, rows: 36 } as const;

export const SHOTS: readonly Shot[] = [
  {
    name: 'gallery',
    title: 'The gallery: a list of conferences on the left, what the chosen one is about on the right',
    args: [],
    steps: [
      [
        '',
        (lines) =>
          !lines.some((line) => /^ {3}\S+ +…(?: {2}|$)/.test(line.slice(0, 60))) &&
          lines.join('').includes('washington-attends Moscow'),
      ],
      ['s', /seed ▏/],
      ['4', /seed 4▏/],
      ['2', /seed 42▏/],
      ['\r', /seed 42$/m],
    ],
  },
  {
    name: 'round',
    title:
      'A round in the middle of a conference: table, corridor and wire on the left, the text and the reasons of one party on the right',
    args: WATCH,
    steps: [
      [KEYS.right.repeat(4), /round 3 of \d+ .*recess/],
      [KEYS.down, /Taliban: why/],
    ],
  },
  {
    name: 'issue',
    title: 'One issue explained: its options, who stands where, and who moved it when',
    args: WATCH,
    steps: [
      [KEYS.right.repeat(5), /round 4 of/],
      ['i', /Who wants what/],
      [KEYS.down, /▸ The fighting/],
    ],
  },
  {
    name: 'what-if',
    title: 'A what-if: one vote turned, and below it both futures side by side, round by round, only where they differ',
    args: ['watch', 'moscow-class', '--seed', '4', '--paused'],
    steps: [
      [KEYS.right.repeat(3), /round 2 of/],
      ['f', /What if: Kabul/],
      [KEYS.right, /→ accepts/],
      ['\r', /As it would have been/],
    ],
  },
  {
    name: 'ending',
    title: 'The last screen: how it ended, who gained what against walking away, and what to try next',
    args: WATCH,
    steps: [[KEYS.end, /Try next/]],
  },
];
