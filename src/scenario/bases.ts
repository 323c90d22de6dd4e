import type { Basis } from '../model/quantity.ts';
import { readBasis } from './basis-text.ts';
import { layerOf } from './layers.ts';
import type { Names } from './names.ts';
import type { Fault, Path, Report } from './problem.ts';
import { BASIS_FORMS, type Draft } from './read-quantity.ts';
import { entry, isMap } from './tree.ts';

/** The basis of every number, by the number itself. */
export type Bases = ReadonlyMap<Draft, Basis>;

interface Default {
  readonly text: string;
  readonly at: Path;
  readonly layer: number;
}

/**
 * Finds the basis of every number in a checked tree: its own, else that of the nearest section round it in the file it
 * stands in, else in the file which that one extends. Another file's default never reaches down to it.
 */
export function basesOf(tree: unknown, contents: readonly unknown[], names: Names, report: Report): Bases {
  const bases = new Map<Draft, Basis>();
  const defaults = new Map<string, Basis | undefined>();

  function read(text: string, path: Path, layer?: number): Basis | undefined {
    const result = readBasis(text, names);
    if ('basis' in result) return result.basis;
    report({ path: [...path, 'basis'], ...result.complaint, ...(layer !== undefined && { layer }) });
    return undefined;
  }

  function ofDefault({ text, at, layer }: Default): Basis | undefined {
    const key = JSON.stringify([layer, at]);
    if (!defaults.has(key)) defaults.set(key, read(text, at, layer));
    return defaults.get(key);
  }

  function settle(draft: Draft, path: Path): void {
    const found = draft.basis === undefined ? defaultFor(contents, path) : undefined;
    if (draft.basis === undefined && !found) return report(withoutBasis(draft, path));
    const basis = found ? ofDefault(found) : read(draft.basis!, path);
    if (basis) bases.set(draft, basis);
  }

  function walk(node: unknown, path: Path): void {
    if (isDraft(node)) return settle(node, path);
    if (Array.isArray(node)) return node.forEach((item, index) => walk(item, [...path, index]));
    if (!isMap(node)) return;
    const text = node['basis'];
    if (typeof text === 'string') ofDefault({ text, at: path, layer: layerOf(contents, [...path, 'basis']) });
    for (const [key, value] of Object.entries(node)) walk(value, [...path, key]);
  }

  walk(tree, []);
  return bases;
}

function defaultFor(contents: readonly unknown[], path: Path): Default | undefined {
  for (let layer = layerOf(contents, path); layer < contents.length; layer++) {
    let nearest: Default | undefined;
    let node = contents[layer];
    for (let depth = 0; depth < path.length && isMap(node); depth++) {
      const text = entry(node, 'basis');
      if (typeof text === 'string') nearest = { text, at: path.slice(0, depth), layer };
      node = entry(node, path[depth]!);
    }
    if (nearest) return nearest;
  }
  return undefined;
}

function withoutBasis(draft: Draft, path: Path): Fault {
  return {
    path,
    message: 'a number without a basis',
    found: String(draft.word ?? draft.value),
    expected: BASIS_FORMS,
    hint: 'write { value: …, range: [low, high], basis: "assumption: why" }, or give the section a default basis',
  };
}

function isDraft(node: unknown): node is Draft {
  return isMap(node) && node['type'] === 'draft';
}
