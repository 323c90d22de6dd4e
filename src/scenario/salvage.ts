import type { z } from 'zod';
import { Fragment, type FragmentDraft } from './document.ts';
import type { Path } from './problem.ts';
import { withValue, type Tree } from './tree.ts';

/** How many keys lead to the least part of a section that can be missed when something in it is broken. */
const DEPTH: Readonly<Record<string, number>> = {
  sources: 2,
  conference: 2,
  issues: 2,
  parties: 3,
  relations: 3,
  events: 2,
  model: 3,
};
const DEPTH_OF_STANCE = 5;

/** With more faults of shape than this, those of meaning can wait. */
const MOST = 1000;

/** The sound parts of a document with faults in it, so that the rest of its faults can be found at once. */
export function salvaged(document: Tree, issues: readonly z.core.$ZodIssue[]): FragmentDraft {
  if (issues.length > MOST) return {};
  let sound: unknown = document;
  for (const issue of issues) {
    const path = issue.path as Path;
    const broken = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [brokenPart(path)];
    for (const part of broken) sound = withValue(sound, part, undefined);
  }
  const parsed = Fragment.safeParse(sound);
  return parsed.success ? parsed.data : {};
}

function brokenPart(path: Path): Path {
  return path.slice(0, path[2] === 'stances' ? DEPTH_OF_STANCE : (DEPTH[String(path[0])] ?? 1));
}
