import type { Quantity } from '../model/quantity.ts';
import type { Scenario } from '../model/scenario.ts';
import { quantitiesOf } from './evidence.ts';
import type { Path } from './problem.ts';
import { isMap } from './tree.ts';

/** Where an override puts a number of a scenario; a range is widened where the number lies outside it. */
export interface Place {
  /** As `--set` takes it. */
  readonly path: string;
  /** The range that the scenario gives the number, or nothing where it has no such number. */
  readonly range: readonly [number, number] | undefined;
}

interface Branch {
  readonly children: ReadonlyMap<string | number, Branch | number>;
}

/**
 * Sets numbers of a checked scenario without checking the whole of it again: what a study does for every cell. The
 * result is the scenario that `load` gives with the same overrides, so long as those are ones it would accept.
 * A number that the scenario does not have is passed over. Parts without a change stay the very same objects.
 */
export function numberSetter(scenario: Scenario, places: readonly Place[]): (values: readonly number[]) => Scenario {
  const trunk = branchTo(whereTheyStand(scenario, places));
  return (values) => {
    const quantities = places.map(({ range }, n): Quantity => {
      // JSON has no −0, and a record must read back as it was written.
      const value = values[n] === 0 ? 0 : values[n]!;
      const [low, high] = range ?? [value, value];
      return { value, low: value < low ? value : low, high: value > high ? value : high, basis: { kind: 'override' } };
    });
    return grafted(scenario, trunk, quantities);
  };
}

/** The way from the scenario to each number, found by the number itself: each is an object of its own. */
function whereTheyStand(scenario: Scenario, places: readonly Place[]): readonly (Path | undefined)[] {
  const named = new Map(quantitiesOf(scenario));
  const ways = new Map<unknown, Path>();
  const walk = (node: unknown, way: Path): void => {
    if (isQuantity(node)) return void ways.set(node, way);
    if (Array.isArray(node)) return node.forEach((item, index) => walk(item, [...way, index]));
    if (isMap(node)) for (const [key, value] of Object.entries(node)) walk(value, [...way, key]);
  };
  walk(scenario, []);
  return places.map(({ path }) => {
    const quantity = named.get(path);
    return quantity && ways.get(quantity);
  });
}

function isQuantity(node: unknown): boolean {
  return isMap(node) && 'value' in node && 'basis' in node;
}

function branchTo(ways: readonly (Path | undefined)[]): Branch {
  const trunk = new Map<string | number, Branch | number>();
  ways.forEach((way, n) => {
    if (way === undefined) return;
    let at = trunk;
    way.forEach((key, depth) => {
      if (depth === way.length - 1) return void at.set(key, n);
      const next = at.get(key) ?? { children: new Map<string | number, Branch | number>() };
      at.set(key, next);
      at = (next as Branch).children as Map<string | number, Branch | number>;
    });
  });
  return { children: trunk };
}

function grafted<T extends object>(stock: T, { children }: Branch, quantities: readonly Quantity[]): T {
  if (children.size === 0) return stock;
  const copy = (Array.isArray(stock) ? [...(stock as unknown[])] : { ...stock }) as Record<string | number, unknown>;
  for (const [key, branch] of children)
    copy[key] = typeof branch === 'number' ? quantities[branch] : grafted(copy[key] as object, branch, quantities);
  return copy as T;
}
