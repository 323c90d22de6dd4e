import { keyOf, type Outcomes, type Portion, type Setter } from './runs.ts';
import { standingOf, type Question, type Standing } from './standing.ts';

export interface Asked {
  readonly question: Question;
  /** Conferences at every point. */
  readonly runs: number;
  readonly play: (portion: Portion) => Promise<Outcomes>;
}

/** Plays points of a scenario, each once. */
export interface Probe {
  /** Nothing where the values make no sound scenario, such as a red line that excludes every option. */
  readonly at: (setters: readonly Setter[]) => Promise<Standing | undefined>;
  /** Conferences so far. */
  readonly played: () => number;
}

export function probeOf({ question, runs, play }: Asked): Probe {
  const known = new Map<string, Promise<Standing | undefined>>();
  let played = 0;
  return {
    at(setters) {
      const key = keyOf(setters);
      const asked = known.get(key) ?? standing(setters);
      known.set(key, asked);
      return asked;
    },
    played: () => played,
  };

  async function standing(setters: readonly Setter[]): Promise<Standing | undefined> {
    const values = await play({ setters, first: 1, last: runs });
    if (values === undefined) return undefined;
    played += runs;
    return standingOf(values, question);
  }
}
