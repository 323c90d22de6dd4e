import type { EstimateTold, MeasureTold, PartTold } from './stats-report.ts';

/** Figures of one measure, all with as many digits: shares in percent, means as fine as their range asks for. */
export interface Figures {
  readonly unit: string;
  readonly plain: (value: number | null) => string;
  /** With its sign. */
  readonly signed: (value: number | null) => string;
  readonly interval: (told: { readonly low: number | null; readonly high: number | null }) => string;
  readonly signedInterval: (told: { readonly low: number | null; readonly high: number | null }) => string;
}

/** For what has no value. */
export const NOTHING = '–';

export function figuresOf({ type, range, whole }: Pick<MeasureTold, 'type' | 'range' | 'whole'>): Figures {
  const isShare = type === 'share';
  const size = range === null ? Math.abs(whole.mean ?? 0) : Math.max(Math.abs(range[0]), Math.abs(range[1]));
  const digits = isShare ? 1 : size <= 1 ? 3 : size < 100 ? 2 : 0;
  const scale = isShare ? 100 : 1;
  const plain = (value: number | null) => (value === null ? NOTHING : withMinus((value * scale).toFixed(digits)));
  const signed = (value: number | null) => {
    const text = plain(value);
    return value !== null && value > 0 && Number(text) !== 0 ? `+${text}` : text;
  };
  const between = (of: (value: number | null) => string) => (told: Pick<EstimateTold, 'low' | 'high'>) =>
    told.low === null ? NOTHING : `[${of(told.low)}, ${of(told.high)}]`;
  return { unit: isShare ? '%' : '', plain, signed, interval: between(plain), signedInterval: between(signed) };
}

function withMinus(text: string): string {
  const shown = Number(text) === 0 ? text.replace('-', '') : text;
  return shown.replace('-', '−');
}

/** A value at a path as people read it; a range of values with both ends. */
export function partText(part: PartTold): string {
  if (part === undefined || part === null) return NOTHING;
  if (typeof part === 'string') return part;
  if (typeof part === 'number') return short(part);
  // Two digits of the upper end are enough to tell ranges apart.
  const size = Math.floor(Math.log10(Math.max(Math.abs(part.low), Math.abs(part.high), Number.MIN_VALUE)));
  const end = (value: number) => withMinus(value.toFixed(Math.min(20, Math.max(0, 1 - size))));
  return `${end(part.low)}–${end(part.high)}`;
}

function short(value: number): string {
  return withMinus(String(Number(value.toPrecision(4))));
}

/** The ends of paths that tell them apart: `taliban.pain` of `parties.taliban.pain`. */
export function shortNames(paths: readonly string[]): readonly string[] {
  return paths.map((path) => {
    const steps = path.split('.');
    for (let kept = 1; kept < steps.length; kept++) {
      const end = steps.slice(-kept).join('.');
      if (paths.every((other) => other === path || !`.${other}`.endsWith(`.${end}`))) return end;
    }
    return path;
  });
}
