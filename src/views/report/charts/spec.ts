/** How a point came to be, told by its shape. */
export const SHAPES = [
  'agreement',
  'communique',
  'consultations',
  'collapse',
  'no-conference',
  'no-agreement',
] as const;
export type Shape = (typeof SHAPES)[number];

interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
}

/** A point of many, the larger the more came out so. */
export interface CloudDot {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly shape: Shape;
}

export interface MarkedDot {
  readonly x: number;
  readonly y: number;
  /** Groups that lie there, by label. */
  readonly label: string;
  readonly shape: Shape;
  readonly says: string;
}

/** What is to be drawn, in the numbers of its scales. */
export type ChartSpec =
  /** Outcomes of all groups among the frontier, the walk-aways and a cloud of runs. */
  | {
      readonly type: 'map';
      readonly x: Axis;
      readonly y: Axis;
      /** Walk-aways: lines at a value of either axis. */
      readonly lines: readonly { readonly axis: 'x' | 'y'; readonly at: number; readonly label: string }[];
      readonly frontier: readonly { readonly x: number; readonly y: number }[];
      /** Whether the points of the frontier are one line. */
      readonly joined: boolean;
      readonly nash: { readonly x: number; readonly y: number } | undefined;
      readonly untried: { readonly x: number; readonly y: number } | undefined;
      readonly cloud: readonly CloudDot[];
      readonly groups: readonly MarkedDot[];
    }
  /** A bar a row: how often runs of the rules ended so, and which groups did. */
  | {
      readonly type: 'endings';
      readonly rows: readonly { readonly name: string; readonly share: number; readonly says: string }[];
    }
  /** A line a party, from 0 to 1: where the groups left it, its walk-away, and the middle half of the cloud. */
  | {
      readonly type: 'strips';
      readonly rows: readonly {
        readonly name: string;
        readonly walkAway: number;
        readonly spread: { readonly low: number; readonly middle: number; readonly high: number } | undefined;
        readonly groups: readonly { readonly label: string; readonly value: number }[];
      }[];
    }
  /** A panel a group: lines over the rounds. */
  | {
      readonly type: 'curves';
      readonly rounds: number;
      readonly y: Axis;
      /** A line across every panel. */
      readonly rule: number | undefined;
      readonly series: readonly string[];
      readonly panels: readonly {
        readonly label: string;
        readonly lines: readonly {
          /** Which of the series. */
          readonly series: number;
          readonly points: readonly { readonly round: number; readonly value: number }[];
        }[];
      }[];
    }
  /** A bar a number: the mean of a measure where it is low, and where it is high, about the mean of all. */
  | {
      readonly type: 'tornado';
      readonly label: string;
      readonly mean: number;
      readonly rows: readonly {
        readonly name: string;
        readonly low: number;
        readonly high: number;
        readonly says: string;
      }[];
    }
  /** A row a number, a column a measure: shares, the darker the larger. */
  | {
      readonly type: 'heat';
      readonly columns: readonly string[];
      readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
    };

/** What a shape looks like in a line of text. */
export const GLYPH: Readonly<Record<Shape, string>> = {
  agreement: '●',
  communique: '◆',
  consultations: '■',
  collapse: '✕',
  'no-conference': '▲',
  'no-agreement': '▼',
};

/** The shapes of lines, in the order of the series; after the last they begin again with dashes. */
export const SERIES_GLYPHS = ['●', '□', '▲', '◇', '▼', '✕', '✚'] as const;
