const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The latest `width` values, one cell each, between the two ends of a range. */
export function sparkline(values: readonly number[], width: number, { low, high }: Range): string {
  const span = high - low;
  const level = (value: number) => Math.round(((value - low) / span) * (LEVELS.length - 1));
  return values
    .slice(-width)
    .map((value) => (span > 0 ? LEVELS[Math.min(LEVELS.length - 1, Math.max(0, level(value)))]! : LEVELS[3]))
    .join('');
}
