import type { Path } from './problem.ts';

/** A plain map, as JSON or YAML gives it. */
export type Tree = { readonly [key: string]: unknown };

export function isMap(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number written as a map: replaced whole, never merged. */
export function isQuantityMap(value: unknown): boolean {
  if (!isMap(value) || !Object.hasOwn(value, 'value')) return false;
  return typeof value['value'] === 'number' || typeof value['value'] === 'string';
}

/** The own entry of a map or list, never an inherited one. */
export function entry(of: unknown, key: string | number): unknown {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, key)) return undefined;
  return (of as Tree)[key];
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(entry, root);
}

/** The tree with one entry replaced, or taken away when `value` is undefined; maps on the way are made. */
export function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (value === undefined && entry(root, key) === undefined) return root;
  const inner = rest.length === 0 ? value : withValue(entry(root, key), rest, value);
  if (Array.isArray(root))
    return root.flatMap((old, index) => (index !== Number(key) ? [old] : inner === undefined ? [] : [inner]));
  const { [key]: _, ...others } = isMap(root) ? root : {};
  if (inner === undefined) return others;
  return isMap(root) && Object.hasOwn(root, key) ? { ...root, [key]: inner } : { ...others, [key]: inner };
}

/** Merges `over` into `base`: maps deeply, everything else whole; `null` takes away what the base has. */
export function merged(base: unknown, over: unknown): unknown {
  if (!isMap(base) || !isMap(over) || isQuantityMap(over)) return over;
  const result = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    if (value === null && result.has(key)) result.delete(key);
    else result.set(key, result.has(key) ? merged(result.get(key), value) : value);
  }
  return Object.fromEntries(result);
}

/** Whether `start` leads to `path` or is it. */
export function leadsTo(start: Path, path: Path): boolean {
  return start.length <= path.length && start.every((key, index) => String(key) === String(path[index]));
}

/** Plain code-unit order, the same in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
