import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { Path } from './problem.ts';

/** From a character up to another. */
export type Range = readonly [start: number, end: number];

/** Where the value at `path` stands, or its nearest ancestor that exists, or a key in it. */
export function rangeAt(parsed: Document.Parsed, path: Path, key: string | undefined): Range {
  let node: unknown = parsed.contents;
  let above: unknown;
  for (const [depth, step] of [...path, ...(key === undefined ? [] : [key])].entries()) {
    const inside = isAlias(node) ? node.resolve(parsed) : node;
    const pair = isMap(inside) ? pairOf(inside.items, step) : undefined;
    const next = isSeq(inside) ? inside.items[Number(step)] : pair?.value;
    if (!pair && next === undefined) break;
    if (key !== undefined && depth === path.length) return rangeOf(pair?.key ?? next);
    [above, node] = [pair?.key, next];
  }
  if (isShort(node)) return rangeOf(node);
  return above === undefined ? [rangeOf(node)[0], rangeOf(node)[0] + 1] : rangeOf(above);
}

function pairOf(items: readonly Pair[], key: string | number): Pair | undefined {
  return items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** Whether carets under the value itself say more than carets under its key. */
function isShort(node: unknown): boolean {
  if (isAlias(node)) return true;
  if (isScalar(node))
    return rangeOf(node)[0] < rangeOf(node)[1] && node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED';
  return isSeq(node) && node.flow === true;
}

export function rangeOf(node: unknown): Range {
  const place = (node as Partial<Node> | undefined)?.range;
  return place ? [place[0], place[1]] : [0, 1];
}
