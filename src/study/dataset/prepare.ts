import { bad, ok, type Result } from '../../scenario/result.ts';
import type { Plan } from '../plan.ts';
import { dictionaryText } from './dictionary.ts';
import { BLOCKS, blocksIn, DICTIONARY, MANIFEST, namesIn, textIn, type Store } from './folder.ts';
import { differences, manifestText, readManifest, type Difference, type Manifest } from './manifest.ts';

/** Why a folder cannot take the dataset of this study. */
export type Refusal =
  /** What is in it is no dataset: the first names. */
  | { readonly type: 'occupied'; readonly names: readonly string[] }
  | { readonly type: 'bad-manifest'; readonly message: string }
  | { readonly type: 'another-study'; readonly differences: readonly Difference[]; readonly there: Manifest };

/** Whether a folder can take this dataset: it is empty or not there (`new`), or holds the same one (`begun`). */
export function lookInto(folder: string, manifest: Manifest): Result<'new' | 'begun', Refusal> {
  const text = textIn(folder, MANIFEST);
  if (text === undefined) {
    const names = namesIn(folder).filter((name) => !isOurs(name));
    const blocks = blocksIn(folder).length > 0;
    return names.length > 0 || blocks
      ? bad({ type: 'occupied', names: blocks ? [BLOCKS, ...names] : names })
      : ok('new');
  }
  if (text === manifestText(manifest)) return ok('begun');
  const there = readManifest(text);
  if (!there.ok) return bad({ type: 'bad-manifest', message: there.error });
  return bad({ type: 'another-study', differences: differences(there.value, manifest), there: there.value });
}

/** What a process that was killed at its very start may have left. */
function isOurs(name: string): boolean {
  return name === BLOCKS || name === DICTIONARY || /^sweep.*\.lock(\.dead)?$/.test(name) || name.endsWith('.part');
}

/** Writes what a dataset says of itself; the manifest comes last, so that where it is the rest is too. */
export function describe(folder: string, plan: Plan, manifest: Manifest, store: Store): void {
  if (textIn(folder, DICTIONARY) === undefined) store.put(DICTIONARY, dictionaryText(plan));
  if (textIn(folder, MANIFEST) === undefined) store.put(MANIFEST, manifestText(manifest));
}
