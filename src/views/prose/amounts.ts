/** A whole number with its thousands apart: 1,000,000. */
export function count(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** Seconds as a person says them, in two units at most: `40 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return joined(`${minutes} min`, whole % 60, 's');
  return joined(`${count(Math.floor(minutes / 60))} h`, minutes % 60, 'min');
}

function joined(first: string, rest: number, unit: string): string {
  return rest === 0 ? first : `${first} ${rest} ${unit}`;
}

/** Bytes as `640 bytes`, `12 kB` or `59 MB`, in thousands. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  let [number, unit] = [bytes / 1000, 0];
  while (number >= 999.5 && unit < UNITS.length - 1) [number, unit] = [number / 1000, unit + 1];
  return `${number.toFixed(number < 9.95 ? 1 : 0)} ${UNITS[unit]}`;
}

const UNITS = ['kB', 'MB', 'GB', 'TB'];
