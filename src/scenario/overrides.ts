import { documentOf } from './canonical.ts';
import { checkDocument } from './check.ts';
import { applied, blame, readOverride, type Override } from './override.ts';
import type { Loaded } from './loaded.ts';
import { dotted, sentence, type Fault, type Problem } from './problem.ts';
import { bad, ok, type Result } from './result.ts';
import { leadsTo, type Tree } from './tree.ts';

/**
 * Sets what `--set path=value` asks for in a canonical document, one after the other, and checks the whole again.
 * Every problem is the command line's (`usage`).
 */
export function withOverrides(document: Tree, texts: readonly string[]): Result<Loaded> {
  const overrides: Override[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  let changed = document;
  for (const text of texts) {
    const override = readOverride(text);
    const next = override.ok ? applied(changed, override.value) : override;
    if (!next.ok) problems.push(next.error);
    if (!override.ok || !next.ok) continue;
    overrides.push(override.value);
    changed = next.value.document;
    if (next.value.warning) warnings.push(next.value.warning);
  }
  if (problems.length > 0) return bad(problems);
  const scenario = checkDocument(changed);
  if (!scenario.ok) return bad(scenario.error.map((fault) => blamed(fault, overrides)));
  return ok({ scenario: scenario.value, document: documentOf(scenario.value), warnings });
}

/** Which override a fault comes from: the last that touches what is at fault, else all of them together. */
function blamed(fault: Fault, overrides: readonly Override[]): Problem {
  const { path: _, key: __, layer: ___, message: ____, ...rest } = fault;
  const touching = overrides.findLast(({ path }) => leadsTo(path, fault.path) || leadsTo(fault.path, path));
  const culprit = touching ?? (overrides.length === 1 ? overrides[0] : undefined);
  const problem = blame({ path: fault.path }, { ...rest, message: sentence(fault) });
  return { ...problem, file: culprit ? `--set ${dotted(culprit.path)}` : '--set' };
}
