import type { FragmentDraft } from './document.ts';
import type { Names } from './names.ts';
import { listed, type Path, type Report } from './problem.ts';
import { didYouMean } from './spelling.ts';

/** What a check of meaning works on: the sound parts of a document, and every name in it. */
export interface Checked {
  readonly draft: FragmentDraft;
  readonly names: Names;
  readonly report: Report;
  /** The ids in a section of the whole document, sound or not. */
  readonly present: (path: Path) => readonly string[];
}

/** Reports a name that is not among those that exist; `kind` with its article, such as "a party of this scenario". */
export function checkName(
  report: Report,
  path: Path,
  name: string,
  known: readonly string[],
  kind: string,
  key?: string,
): boolean {
  if (known.includes(name)) return true;
  const message = `"${name}" is not ${kind}`;
  const expected = known.length === 0 ? 'none: there are none' : `one of ${listed(known)}`;
  report({ path, message, expected, ...(key !== undefined && { key }), ...didYouMean(name, known) });
  return false;
}

/** Two ways to say one thing: what to do about having both. */
export const EXCLUSIVE = 'keep one; in a scenario that extends another, null removes the one it has';
