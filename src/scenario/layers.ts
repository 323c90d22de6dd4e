import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { scenarioName } from './bundled-files.ts';
import { locate, type Located } from './locate.ts';
import { shown, type Path, type Problem } from './problem.ts';
import { bad, ok, type Result } from './result.ts';
import { readSource } from './source-text.ts';
import { entry, isMap, isQuantityMap, merged, type Tree } from './tree.ts';
import { parseSource, type Source } from './yaml-source.ts';

/** A scenario extends one that may extend another; more than this many is a mistake. */
const DEEPEST = 8;

/** A scenario with all that it extends: itself first, the last base last. */
export interface Layers {
  readonly sources: readonly Source[];
  /** Where each of these files is. */
  readonly paths: readonly string[];
  readonly merged: Tree;
}

/** Reads a scenario and what it extends, and merges them. Nothing is checked yet but that each is a map. */
export function readLayers(name: string): Result<Layers> {
  const top = locate(name);
  if (!top.ok) return bad([{ file: name, ...top.error }]);
  const chain: Located[] = [];
  const sources: Source[] = [];
  let next: Located | undefined = top.value;
  while (next) {
    const source = readMap(next);
    if (!source.ok) return source;
    chain.push(next);
    sources.push(source.value);
    const base = baseOf(chain, source.value);
    if (!base.ok) return base;
    next = base.value;
  }
  const { extends: _, ...document } = sources
    .map(({ content }) => content as Tree)
    .reduceRight((base, over) => merged(base, over) as Tree);
  const id = entry(sources[0]!.content, 'id') ?? scenarioName(top.value.path);
  return ok({ sources, paths: chain.map(({ path }) => path), merged: { ...document, id } });
}

function readMap({ path, file }: Located): Result<Source> {
  const text = readSource(path, file);
  if (!text.ok) return text;
  const source = parseSource(text.value, file);
  if (!source.ok || isMap(source.value.content)) return source;
  const { content } = source.value;
  const message = content === null ? 'this file is empty' : `this file holds ${shown(content)}, not a scenario`;
  const expected = 'a map with title, about, conference, issues and parties';
  const hint = 'start from one that works: parley new my-case --from two-valleys';
  const place = content === null ? { line: 1, column: 1 } : source.value.spot([]);
  return bad([{ file, ...place, message, expected, hint, severity: 'error' }]);
}

function baseOf(chain: readonly Located[], source: Source): Result<Located | undefined> {
  const name = entry(source.content, 'extends');
  if (name === undefined || name === null) return ok(undefined);
  const no = (problem: Pick<Problem, 'message' | 'hint' | 'expected'>) =>
    bad<readonly Problem[]>([
      { file: source.file, ...source.spot(['extends']), path: 'extends', ...problem, severity: 'error' },
    ]);
  if (typeof name !== 'string' || name === '') {
    return no({
      message: `extends: ${shown(name)} names no scenario`,
      expected: 'a bundled scenario or a file beside this one',
    });
  }
  const base = locate(name, dirname(chain.at(-1)!.path));
  if (!base.ok) return no({ ...base.error, message: `extends: "${name}": ${base.error.message}` });
  const real = realpathSync(base.value.path);
  const again = chain.findIndex(({ path }) => realpathSync(path) === real);
  if (again >= 0) {
    const circle = [...chain.slice(again), base.value].map(({ file }) => file).join(' → ');
    return no({
      message: `extends: scenarios extend each other in a circle: ${circle}`,
      hint: 'one of them has to stand alone',
    });
  }
  if (chain.length >= DEEPEST) return no({ message: `extends: more than ${DEEPEST} scenarios extend each other` });
  return base;
}

/** The layer that a value comes from, or that something missing should stand in. */
export function layerOf(contents: readonly unknown[], path: Path): number {
  let best = 0;
  let deepest = -1;
  for (const [index, content] of contents.entries()) {
    const reach = reachOf(content, path);
    if (reach.depth > deepest) [best, deepest] = [index, reach.depth];
    if (reach.depth === path.length || reach.hides) break;
  }
  return best;
}

/** How far a path leads into one layer, and whether the layer hides what lies below it there. */
function reachOf(content: unknown, path: Path): { readonly depth: number; readonly hides: boolean } {
  let node = content;
  for (const [depth, key] of path.entries()) {
    if (!isMap(node) && !Array.isArray(node)) return { depth: node === null ? depth - 1 : depth, hides: true };
    const next = entry(node, key);
    if (next === undefined) return { depth, hides: Array.isArray(node) || isQuantityMap(node) };
    node = next;
  }
  return { depth: path.length, hides: true };
}
