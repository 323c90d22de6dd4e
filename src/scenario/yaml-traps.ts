import { isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import type { Document } from 'yaml';

/** Something that parses, but means nothing as data. */
export interface Trap {
  readonly node: unknown;
  readonly message: string;
  readonly hint?: string;
}

/** No scenario is as large as this in any one place. */
const MOST_ENTRIES = 1000;
/** More uses of anchors than any scenario needs; a bomb of nine nines passes it at once. */
export const MOST_ALIASES = 1000;
const DEEPEST = 500;

/** Whether brackets, or the dashes of lists within lists, open so deep that the parser would run out of memory. */
export function isBottomless(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[{\]}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return /(?:[-?][ \t]+){500}/.test(text);
}

/** Keys that stand twice, aliases that lead nowhere or into themselves, and crowds that no scenario has. */
export function trapsIn(parsed: Document.Parsed): { readonly traps: readonly Trap[]; readonly firstAlias: unknown } {
  const traps: Trap[] = [];
  const ancestors: unknown[] = [];
  const anchors = new Map<string, unknown>();
  let aliases = 0;
  let firstAlias: unknown;

  function walk(node: unknown): void {
    if (isNode(node) && 'anchor' in node && node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isAlias(node)) {
      firstAlias ??= node;
      aliases++;
      const meant = anchors.get(node.source);
      if (aliases === MOST_ALIASES + 1)
        traps.push({ node, message: `more than ${MOST_ALIASES} aliases`, hint: 'write the values out' });
      else if (aliases > MOST_ALIASES) return;
      else if (!meant)
        traps.push({ node, message: `no anchor &${node.source} stands before the alias *${node.source}` });
      else if (ancestors.includes(meant))
        traps.push({ node, message: `the alias *${node.source} stands inside what it repeats` });
      return;
    }
    if (!isMap(node) && !isSeq(node)) return;
    if (node.items.length > MOST_ENTRIES) {
      const message = `${node.items.length} entries in one ${isMap(node) ? 'map' : 'list'}`;
      traps.push({ node: firstOf(node.items), message: `${message}: at most ${MOST_ENTRIES} are read` });
      return;
    }
    ancestors.push(node);
    if (isMap(node)) checkKeys(node.items.map((pair) => pair.key));
    for (const item of node.items) walk(isPair(item) ? item.value : item);
    ancestors.pop();
  }

  function checkKeys(keys: readonly unknown[]): void {
    const seen = new Set<string>();
    for (const key of keys) {
      const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
      if (name === '__proto__') traps.push({ node: key, message: 'unknown key "__proto__"' });
      if (name !== undefined && seen.has(name)) {
        traps.push({
          node: key,
          message: `the key "${name}" stands in the same map twice`,
          hint: 'keep one of them',
        });
      }
      if (name !== undefined) seen.add(name);
    }
  }

  walk(parsed.contents);
  return { traps, firstAlias };
}

function firstOf(items: readonly unknown[]): unknown {
  const [first] = items;
  return isPair(first) ? first.key : first;
}
