/** A number of points with a decimal where it needs one. */
export function tenths(points: number): string {
  const text = points.toFixed(1);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
