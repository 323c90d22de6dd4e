/** What a metric came to in one run; nothing where it has no value. */
export type Value = number | string | undefined;

/** What is asked of a metric: which of its values is the most frequent, or on which side of a number its mean lies. */
export type Question =
  { readonly type: 'most-frequent' } | { readonly type: 'mean'; readonly threshold: number; readonly isShare: boolean };

/** How the runs of one point answer it. */
export interface Standing {
  /** The most frequent value (the first by code unit among equals), or the side. */
  readonly outcome: string;
  /** Text: how often each value came, the most frequent first. */
  readonly counts: ReadonlyMap<string, number>;
  /** Of a number. */
  readonly mean: number | undefined;
  /** For any outcome: whether it is the one, and whether 95 % tests leave that open. */
  holds(outcome: string): Hold;
}

/** `holds` and `gone` are sure at 95 %; `leads` and `trails` are open. */
export type Hold = 'holds' | 'leads' | 'trails' | 'gone';

/** The normal quantile of a two-sided 95 % test. */
const QUANTILE = 1.959_963_984_540_054;

const NOTHING = 'nothing';

export function standingOf(values: readonly Value[], question: Question): Standing {
  return question.type === 'most-frequent' ? byFrequency(values) : bySide(values, question);
}

/**
 * One outcome against each other: among the runs that came to one of the two, Wilson's interval of its share leaves out
 * a half (Wilson 1927), which is so when the two counts differ by more than 1.96 times the root of their sum.
 */
function byFrequency(values: readonly Value[]): Standing {
  const counted = new Map<string, number>();
  for (const value of values) {
    const name = value === undefined ? NOTHING : String(value);
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  const counts = new Map([...counted].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
  const [outcome] = counts.keys();
  return {
    outcome: outcome!,
    counts,
    mean: undefined,
    holds(of) {
      const own = counts.get(of) ?? 0;
      const others = [...counts].flatMap(([name, count]) => (name === of ? [] : [count]));
      const isClear = (more: number, less: number) => more - less > QUANTILE * Math.sqrt(more + less);
      if (others.some((other) => isClear(other, own))) return 'gone';
      if (of !== outcome) return 'trails';
      return others.every((other) => isClear(own, other)) ? 'holds' : 'leads';
    },
  };
}

/** A share by Wilson's interval, any other mean by the normal one; runs without a value are left out. */
function bySide(values: readonly Value[], { threshold, isShare }: Extract<Question, { type: 'mean' }>): Standing {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  const n = numbers.length;
  const mean = numbers.reduce((sum, one) => sum + one, 0) / n;
  const squares = numbers.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  const variance = isShare ? threshold * (1 - threshold) : squares / (n - 1);
  const outcome = n === 0 ? NOTHING : mean >= threshold ? `${threshold} or more` : `less than ${threshold}`;
  const isSure = n > 1 && Math.abs(mean - threshold) > QUANTILE * Math.sqrt(variance / n);
  return {
    outcome,
    counts: new Map(),
    mean: n === 0 ? undefined : mean,
    holds: (of) => (of === outcome ? (isSure ? 'holds' : 'leads') : isSure ? 'gone' : 'trails'),
  };
}
