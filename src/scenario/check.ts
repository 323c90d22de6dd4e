import type { Scenario } from '../model/scenario.ts';
import { basesOf } from './bases.ts';
import { checkMeaning } from './checks.ts';
import { Document } from './document.ts';
import { faultsOf } from './faults.ts';
import { idFaults, keysAt, namesIn } from './names.ts';
import type { Fault } from './problem.ts';
import { bad, ok, type Result } from './result.ts';
import { salvaged } from './salvage.ts';
import { scenarioOf } from './scenario-of.ts';
import type { Tree } from './tree.ts';

/**
 * Checks a whole document: its shape, its names, and the basis of every number, all in one go. `contents` are the
 * files that it was merged from, itself first; a document that stands alone is its own content.
 */
export function checkDocument(
  document: Tree,
  contents: readonly unknown[] = [document],
): Result<Scenario, readonly Fault[]> {
  const parsed = Document.safeParse(document);
  const faults: Fault[] = [...idFaults(document)];
  const report = (fault: Fault) => void faults.push(fault);
  if (!parsed.success) faults.push(...faultsOf(parsed.error.issues, document));
  const draft = parsed.success ? parsed.data : salvaged(document, parsed.error.issues);
  const names = namesIn(document);
  checkMeaning({ draft, names, report, present: (path) => keysAt(document, path) });
  const bases = basesOf(draft, contents, names, report);
  return parsed.success && faults.length === 0 ? ok(scenarioOf(parsed.data, bases)) : bad(faults);
}
